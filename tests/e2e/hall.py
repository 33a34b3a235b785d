"""A terminal without a screen over the real server, the real client and the real journal; its devices are puppets."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from backend_client.client import LicensingClient
from backend_client.models import Filing
from kiosk.delivery import Deliverer, Pace
from kiosk.devices.demo_people import people
from kiosk.devices.id_card.reader import Event, ReaderEvent
from kiosk.devices.printer.printer import Printer
from kiosk.embedded_server import EmbeddedServer
from kiosk.filing_desk import FilingState
from kiosk.inquiry import Asking
from kiosk.journal import Journal, load_key
from kiosk.services import Services
from kiosk.settings import Settings
from kiosk.terminal import Terminal
from tests.unit.story import SIGNED, Paper, Reader, Workers

DEADLINE_S = 1.0  # how long this citizen waits for an answer


class Office:
    """The reference server as a process, and its clerk's command beside it."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "licensing.db"
        self.server = EmbeddedServer(self.database)

    def url(self) -> str:
        return self.server.url()

    def decides(self, filing_no: str, *decision: str) -> None:
        command = [sys.executable, "-m", "licensing_server", "decide", filing_no, *decision]
        subprocess.run([*command, "--db", f"sqlite:///{self.database}"], check=True, capture_output=True)

    def freezes(self) -> None:
        """It still takes what is sent to it, and answers nobody."""
        os.kill(self.server.pid, signal.SIGSTOP)

    def is_killed_and_comes_back(self) -> None:
        os.kill(self.server.pid, signal.SIGKILL)
        self.server.stop()
        self.server = EmbeddedServer(self.database)

    def closes(self) -> None:
        self.server.stop()


class Machine:
    """One run of the terminal's program; the journal's folder outlives it."""

    def __init__(self, folder: Path, office: Office) -> None:
        self.workers = Workers()
        self.paper = Paper()
        self.reader = Reader()
        self.client = LicensingClient(office.url)
        self.journal = Journal(folder / "journal.db", load_key(folder))
        self.deliverer = Deliverer(
            self.journal,
            self.client,
            on_settled=lambda number, outcome: self.workers.post(lambda: self.terminal.on_settled(number, outcome)),
            pace=Pace(deadline=DEADLINE_S, first_pause=0.05, longest_pause=0.2),
        )
        services = Services(
            settings=Settings(),
            client=self.client,
            deliverer=self.deliverer,
            reader=self.reader,
            printer=cast(Printer, self.paper),
            background=self.workers,
            now=self.client.now,
        )
        self.terminal = Terminal(services, lambda: None)
        self.deliverer.start()

    def ends(self) -> None:
        self.terminal.leave()
        self.deliverer.close()
        self.workers.finish()
        self.journal.close()

    # --- a citizen

    def sees(self, screen: str) -> Machine:
        self.workers.wait_until(lambda: self.terminal.screen == screen)
        return self

    def identifies(self, person: str, tile: str, screen: str) -> Machine:
        self.terminal.choose(tile)
        self.terminal.forward()
        self.terminal.on_reader(ReaderEvent(Event.READ, document=people()[person]))
        return self.sees(screen)

    def goes_on(self) -> Machine:
        self.terminal.forward()
        return self

    def says(self, answer: object) -> Machine:
        assert self.terminal.navigator is not None
        self.terminal.draft(self.terminal.navigator.step.name, answer)
        return self.goes_on()

    def signs(self) -> Machine:
        self.terminal.draft("pledge", True)
        return self.says(SIGNED).sees("filed")

    def expects(self, state: FilingState) -> Machine:
        self.workers.wait_until(lambda: self.terminal.filing is not None and self.terminal.filing.state is state)
        return self

    def filed(self) -> Filing:
        self.expects(FilingState.FILED)
        filing = self.terminal.desk.visit.filing
        assert filing is not None
        return filing

    def looks_up_filings(self) -> tuple[Filing, ...]:
        self.says("filings").sees("filings")
        self.workers.wait_until(lambda: self.terminal.inquiry.state is Asking.IDLE)
        return self.terminal.desk.visit.filings


@contextmanager
def office_in(folder: Path) -> Iterator[Office]:
    office = Office(folder)
    try:
        yield office
    finally:
        office.closes()


@contextmanager
def machine_in(folder: Path, office: Office) -> Iterator[Machine]:
    machine = Machine(folder, office)
    try:
        yield machine
    finally:
        machine.ends()
