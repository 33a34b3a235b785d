"""The composition root: the one place that wires settings, devices, journal, client and window."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from backend_client.client import LicensingClient
from kiosk import paths
from kiosk.delivery import Deliverer, Pace
from kiosk.devices.id_card.reader import ReaderEvent
from kiosk.devices.id_card.sdt import SdtReader
from kiosk.devices.id_card.serial_link import SerialLink
from kiosk.devices.printer.folder import FolderPrinter
from kiosk.journal import Journal, JournalUnreadable, load_key
from kiosk.processes import Processes
from kiosk.screens.qt_background import QtBackground
from kiosk.screens.theme import load_fonts
from kiosk.screens.window import Window
from kiosk.services import Services
from kiosk.settings import Settings
from kiosk.terminal import Terminal

SWITCH_S = 0.0005


def application() -> QApplication:
    """The one QApplication of this process, with our fonts."""
    # Each paint event asks for the interpreter's lock anew; a worker that is at a document must hand it over at once.
    sys.setswitchinterval(SWITCH_S)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    load_fonts()
    return app


def load_documents() -> None:
    """What paper and QR codes need, after the first frame; the fonts of paper wait for the first print."""
    import segno  # noqa: F401 - loaded, to be at hand

    import kiosk.documents  # noqa: F401


def open_journal() -> Journal:
    """A journal that cannot be read stands aside for staff; the terminal goes on with a new one."""
    folder = paths.state_dir()
    key = load_key(folder)
    try:
        return Journal(folder / "journal.db", key)
    except JournalUnreadable as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return Journal(folder / "journal.db", key)


@contextmanager
def wired(settings: Settings, processes: Processes) -> Iterator[tuple[Terminal, Window]]:
    """A terminal with its window, not shown yet; everything is closed again in the end."""
    background = QtBackground()
    client = LicensingClient(processes.api_url)
    window: Window | None = None
    terminal: Terminal | None = None

    def settled(submission_id: str, outcome: object) -> None:
        background.post(lambda: terminal.on_settled(submission_id, outcome) if terminal else None)

    deliverer = Deliverer(open_journal(), client, on_settled=settled, pace=Pace(deadline=settings.api.deadline_s))
    reader = SdtReader(SerialLink(processes.reader_port))
    services = Services(
        settings=settings,
        client=client,
        deliverer=deliverer,
        reader=reader,
        printer=FolderPrinter(
            processes.simulators / "printer", job_s=settings.devices.printing_s, expiry_s=settings.timing.print_expiry
        ),
        background=background,
        now=client.now,
    )
    terminal = Terminal(services, lambda: window.refresh() if window else None)
    window = Window(terminal)

    def on_reader(event: ReaderEvent) -> None:
        background.post(lambda: terminal.on_reader(event))

    def start_devices() -> None:
        processes.start_simulators()
        deliverer.start()
        reader.start(on_reader)

    def loaded(_nothing: object) -> None:
        """What was made so far stays: the collector need not look at it again while somebody waits for a screen."""
        gc.collect()
        gc.freeze()
        window.prepared = True

    def after_first_frame() -> None:
        start_devices()
        terminal.load_service()
        background.run(load_documents, loaded, loaded)

    window.first_frame.connect(after_first_frame)
    try:
        yield terminal, window
    finally:
        window.close()
        terminal.leave()
        reader.close()
        deliverer.close()
        background.close()


def run_terminal(settings: Settings, processes: Processes, *, windowed: bool) -> int:
    """Until the window is closed, or the service manager or the keyboard asks for the end."""
    app = application()
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda _number, _frame: app.quit())  # heard at the window's next tick, within a second
    with wired(settings, processes) as (_terminal, window):
        if windowed:
            from kiosk.screens.dock import Dock

            dock = Dock(window, processes.simulators)
            dock.show_beside()
        else:
            window.show_full_screen(app.primaryScreen())
        if os.environ.get("KIOSK_MARK") == "first-frame":
            window.first_frame.connect(lambda: print("first-frame", flush=True))
        return app.exec()
