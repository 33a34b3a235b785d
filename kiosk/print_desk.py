"""Makes a document and follows its print to the end: success is said only then, and paper that runs out loses
nothing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from enum import Enum

from kiosk.desk import Desk
from kiosk.devices.printer.follow import follow
from kiosk.devices.printer.printer import JobState, JobStatus, PrinterOffline
from kiosk.failures import Trouble, of_printer

Document = Callable[[], bytes]  # makes the PDF; called off the screen's thread


class Printing(Enum):
    IDLE = "idle"
    PRINTING = "printing"
    WAITING = "waiting"  # for paper, a jam, a door: goes on by itself
    PRINTED = "printed"
    FAILED = "failed"
    GIVEN_UP = "given_up"  # he goes without the paper; the number on the screen is enough


class PrintDesk:
    """One print at a time. ``titles`` is what came out in this visit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.state = Printing.IDLE
        self.trouble: Trouble | None = None
        self.titles: list[str] = []
        self.begun_at = 0.0  # monotonic
        self._again: Callable[[], None] = lambda: None
        self._stop = threading.Event()
        self._left = self._waits = False

    def print(self, title: str, document: Document) -> None:
        """Prints a document; a touch while one is on its way changes nothing."""
        if self.state in (Printing.PRINTING, Printing.WAITING):
            return
        self._stop = stop = threading.Event()
        self._left = self._waits = False
        self._again = lambda: self.print(title, document)
        services, copy = self._desk.services, title in self.titles

        def on_status(status: JobStatus) -> None:
            self._on_change(stop, title, status)

        changed = self._desk.guarded(on_status)

        def told(status: JobStatus) -> None:
            if stop is self._stop:  # noted before the screen hears of it: he may be leaving just now
                self._waits = status.state is JobState.WAITING
                if self._left and self._waits:
                    stop.set()
            services.background.post(lambda: changed(status))

        def work() -> JobStatus:
            job = services.printer.submit(document(), title, copy=copy)
            return follow(
                services.printer,
                job,
                told,
                expiry_s=services.settings.timing.paper_wait,
                wait=stop.wait,
            )

        self.state, self.trouble, self.begun_at = Printing.PRINTING, None, time.monotonic()
        self._desk.run(work, on_status, lambda error: self._failed(stop, error))
        self._desk.changed()

    def reset(self) -> None:
        """A new screen: what became of the last print is not said again."""
        if self.state not in (Printing.PRINTING, Printing.WAITING):
            self.state, self.trouble = Printing.IDLE, None

    def retry(self) -> None:
        self._again()

    def give_up(self) -> None:
        """The job is taken back, so that it does not come out for the next person."""
        self.leave()
        self.state = Printing.GIVEN_UP
        self._desk.changed()

    def leave(self) -> None:
        """The visit ends: what is coming out may come out, what waits, also from now on, is taken back."""
        self._left = True
        if self._waits:
            self._stop.set()

    def _on_change(self, stop: threading.Event, title: str, status: JobStatus) -> None:
        if stop is not self._stop or stop.is_set() or self.state not in (Printing.PRINTING, Printing.WAITING):
            return
        match status.state:
            case JobState.WAITING:
                self.state, self.trouble = Printing.WAITING, of_printer(status.reasons)
            case JobState.COMPLETED:
                self.state, self.trouble = Printing.PRINTED, None
                self.titles.append(title)
            case JobState.ABORTED | JobState.CANCELED:
                self.state, self.trouble = Printing.FAILED, of_printer(status.reasons)
            case _:
                self.state, self.trouble = Printing.PRINTING, None
        self._desk.changed()

    def _failed(self, stop: threading.Event, error: Exception) -> None:
        if stop is self._stop:
            self.state = Printing.FAILED
            self.trouble = of_printer(("offline",) if isinstance(error, PrinterOffline) else ())
            self._desk.changed()
