"""A terminal without a screen, told as a story: one line of test a screen.

Devices and office are puppets that answer at once; what is under test is the flow table, the navigator and the
terminal.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar, cast

from backend_client.client import LicensingClient
from backend_client.errors import ApiError
from backend_client.models import (
    CardRead,
    Certificate,
    Filing,
    FilingBody,
    Licence,
    Notice,
    NoticeSummary,
    Service,
    Session,
    Signature,
    SubmissionOutcome,
)
from kiosk.background import Background
from kiosk.delivery import Deliverer, Filed, Outcome, Unknown
from kiosk.devices.id_card.reader import Event, Failure, ReaderEvent
from kiosk.devices.printer.printer import JobState, JobStatus, Printer
from kiosk.filing_desk import FilingState
from kiosk.services import Services
from kiosk.settings import Settings
from kiosk.terminal import Terminal
from tests.unit.samples import CARD, CERTIFICATE, NOTICE, NOW, SERVICE, SESSION, filing, licence

T = TypeVar("T")
PATIENCE_S = 10.0
SIGNED = Signature(width=800, height=440, strokes=(((1, 1), (90, 90)),))


class Clockwork:
    """Runs work at once and keeps what is to happen later until the story lets the time pass.

    While it is ``slow`` nothing is begun: ``catch_up`` does what has been put off.
    """

    def __init__(self) -> None:
        self.waiting: list[tuple[float, Callable[[], None]]] = []
        self.slow = False
        self._put_off: list[Callable[[], None]] = []

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        if self.slow:
            self._put_off.append(lambda: self.run(work, done, failed))
            return
        try:
            value = work()
        except Exception as error:
            failed(error)
        else:
            done(value)

    def post(self, call: Callable[[], None]) -> None:
        call()

    def later(self, seconds: float, call: Callable[[], None]) -> Appointment:
        appointment = Appointment(self, (seconds, call))
        self.waiting.append(appointment.entry)
        return appointment

    def pass_time(self) -> None:
        """What is due next, happens."""
        self.waiting.sort(key=lambda entry: entry[0])
        self.waiting.pop(0)[1]()

    def catch_up(self) -> None:
        self.slow = False
        put_off, self._put_off = self._put_off, []
        for each in put_off:
            each()


class Workers(Clockwork):
    """Runs work in threads, as a real terminal does; what they bring back happens while the story waits for it."""

    def __init__(self) -> None:
        super().__init__()
        self._brought: queue.Queue[Callable[[], None]] = queue.Queue()
        self._threads: list[threading.Thread] = []

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        def job() -> None:
            try:
                value = work()
            except Exception as error:
                failure = error
                self.post(lambda: failed(failure))
            else:
                self.post(lambda: done(value))

        self._threads.append(threading.Thread(target=job))
        self._threads[-1].start()

    def post(self, call: Callable[[], None]) -> None:
        self._brought.put(call)

    def wait_until(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self._brought.get(timeout=PATIENCE_S)()

    def finish(self) -> None:
        """Every thread ends, and what it brings happens."""
        for each in self._threads:
            each.join(PATIENCE_S)
            assert not each.is_alive()
        while not self._brought.empty():
            self._brought.get()()


@dataclass
class Appointment:
    clockwork: Clockwork
    entry: tuple[float, Callable[[], None]]

    def cancel(self) -> None:
        if self.entry in self.clockwork.waiting:
            self.clockwork.waiting.remove(self.entry)


@dataclass
class Office:
    """The licensing API: what it holds, and what fails there."""

    licences_held: tuple[Licence, ...] = field(default_factory=lambda: (licence(),))
    filings_held: tuple[Filing, ...] = ()
    trouble: ApiError | None = None
    ratings: list[int] = field(default_factory=list)
    notices_held: tuple[Notice, ...] = (NOTICE,)
    slips: dict[str, SubmissionOutcome] = field(default_factory=dict)
    sessions_closed: int = 0

    def _answer(self, value: T) -> T:
        if self.trouble is not None:
            raise self.trouble
        return value

    def service(self) -> Service:
        return self._answer(SERVICE)

    def open_session(self, _card: CardRead) -> Session:
        return self._answer(SESSION)

    def close_session(self) -> None:
        self.sessions_closed += 1

    def licences(self) -> tuple[Licence, ...]:
        return self._answer(self.licences_held)

    def filings(self) -> tuple[Filing, ...]:
        return self._answer(self.filings_held)

    def withdraw(self, filing_no: str) -> Filing:
        assert filing_no == self.filings_held[0].filing_no
        return self._answer(filing(state="withdrawn"))

    def certificate(self, _number: str, _purpose: str) -> Certificate:
        return self._answer(CERTIFICATE)

    def submission(self, query_code: str) -> SubmissionOutcome:
        return self._answer(self.slips[query_code])

    def notices(self) -> tuple[NoticeSummary, ...]:
        return self._answer(self.notices_held)

    def notice(self, notice_id: str) -> Notice:
        return self._answer(next(each for each in self.notices_held if each.notice_id == notice_id))

    def rate(self, _filing_no: str, stars: int) -> None:
        self.ratings.append(stars)


class Counter:
    """The deliverer: keeps every body that was filed and answers as the story says."""

    def __init__(self) -> None:
        self.bodies: list[FilingBody] = []
        self.outcome: Outcome | None = None
        self.before: Exception | None = None  # fails before it is saved
        self.after: Exception | None = None  # and after
        self.woken = 0

    def deliver(self, body: FilingBody, *, token: str, ticket: str, on_saved: Callable[[Unknown], None]) -> Outcome:
        assert (token, ticket) == (SESSION.token, SESSION.filing_ticket)
        if self.before is not None:
            raise self.before
        on_saved(Unknown("0190", "123412341234"))
        self.bodies.append(body)
        if self.after is not None:
            raise self.after
        return self.outcome or Filed(filing(body))

    def wake(self) -> None:
        self.woken += 1


class Reader:
    state = Event.READY
    armed = False

    def start(self, on_event: Callable[[ReaderEvent], None]) -> None: ...

    def arm(self) -> None:
        self.armed = True

    def disarm(self) -> None:
        self.armed = False

    def close(self) -> None: ...


class Paper:
    """A printer that prints at once; ``titles`` is what came out, ``pdfs`` the documents themselves."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.pdfs: list[bytes] = []

    def submit(self, pdf: bytes, title: str, *, copy: bool = False) -> str:
        self.titles.append(f"{title}-copy" if copy else title)
        self.pdfs.append(pdf)
        return title

    def job(self, _job_id: str) -> JobStatus:
        return JobStatus(JobState.COMPLETED)


class Story:
    """Tells what is touched and says what must stand on the screen."""

    def __init__(
        self,
        *licences: Licence,
        filings: tuple[Filing, ...] = (),
        printer: Printer | None = None,
        background: Background | None = None,
        settings: Settings | None = None,
    ) -> None:
        self.office = Office(licences or (licence(),), filings)
        self.counter = Counter()
        self.reader = Reader()
        self.clockwork = Clockwork()
        self.paper = Paper()
        services = Services(
            settings=settings or Settings(),
            client=cast(LicensingClient, self.office),
            deliverer=cast(Deliverer, self.counter),
            reader=self.reader,
            printer=printer or cast(Printer, self.paper),
            background=background or self.clockwork,
            now=self.now,
        )
        self.changes = 0
        self.terminal = Terminal(services, self._on_change)

    def now(self) -> datetime:
        return NOW

    def _on_change(self) -> None:
        self.changes += 1

    # --- what is on the screen

    def sees(self, screen: str) -> Story:
        assert self.terminal.screen == screen
        return self

    def expects(self, outcome: FilingState) -> Story:
        assert self.terminal.filing is not None
        assert self.terminal.filing.state is outcome
        return self

    @property
    def body(self) -> FilingBody:
        assert len(self.counter.bodies) == 1
        return self.counter.bodies[0]

    # --- what the citizen does

    def chooses(self, tile: str) -> Story:
        self.terminal.choose(tile)
        return self

    def goes_on(self) -> Story:
        self.terminal.forward()
        return self

    def goes_back(self) -> Story:
        self.terminal.back()
        return self

    def says(self, answer: object) -> Story:
        assert self.terminal.navigator is not None
        self.terminal.draft(self.terminal.navigator.step.name, answer)
        return self.goes_on()

    def places_card(self) -> Story:
        assert self.reader.armed
        self.terminal.on_reader(ReaderEvent(Event.READING))
        self.terminal.on_reader(ReaderEvent(Event.READ, document=CARD))
        return self

    def card_fails(self, failure: Failure) -> Story:
        self.terminal.on_reader(ReaderEvent(Event.FAILED, failure=failure))
        return self

    def picks(self, licence_no: str) -> Story:
        self.terminal.choose_licence(licence_no)
        return self.goes_on()

    def looks_at(self, filing: Filing) -> Story:
        self.terminal.pick_filing(filing)
        return self.goes_on()

    def signs(self) -> Story:
        self.terminal.draft("pledge", True)
        return self.says(SIGNED)
