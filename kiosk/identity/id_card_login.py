"""The card is laid on the reader; what it says opens the citizen's session and brings his licences."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from backend_client.errors import ApiError, Refused
from backend_client.models import CardRead, Licence, Service, Session
from kiosk.devices.id_card.reader import Event, Failure, ReaderEvent
from kiosk.failures import Trouble, of_api, of_reader

if TYPE_CHECKING:
    from kiosk.desk import Desk
    from kiosk.devices.id_card.document import IdDocument

UNREADABLE_AFTER = 3  # failed readings in a row, then another way is offered


class Login(Enum):
    """What the reader's place shows."""

    WAITING = "waiting"
    READING = "reading"
    AGAIN = "again"  # moved or not read: place it once more
    OPENING = "opening"  # read; the office is asked for his licences
    FAILED = "failed"  # see trouble


class IdCardLogin:
    """Arms the reader while its screen asks, and no longer."""

    def __init__(self, desk: Desk, opened: Callable[[], None]) -> None:
        self._desk = desk
        self._opened = opened
        self.state = Login.WAITING
        self.trouble: Trouble | None = None
        self.failures = 0

    def begin(self) -> None:
        self.state = Login.WAITING
        self.trouble = None
        self.failures = 0
        reader = self._desk.services.reader
        if reader.state is Event.NO_READER:
            self._fail(of_reader(Failure.NO_READER))  # until it says that it is there again
        reader.arm()

    def end(self) -> None:
        self._desk.services.reader.disarm()

    def retry(self) -> None:
        """Once more, after a failure: with the card that was read, else from the reader."""
        document = self._desk.visit.document
        if document is not None:
            self._open(document)
        else:
            self.begin()
            self._desk.changed()

    def on_reader(self, event: ReaderEvent) -> None:
        """On the screen's thread."""
        if self.state is Login.OPENING or self._desk.visit.identity is not None:
            return
        match event.kind:
            case Event.READING:
                self.state = Login.READING
            case Event.READ if event.document is not None:
                self._desk.visit.document = event.document
                self._open(event.document)
                return
            case Event.FAILED if event.failure is not None:
                self._failed(event.failure)
            case Event.NO_READER:
                self._fail(of_reader(event.failure or Failure.NO_READER))
            case Event.WAITING if self.state is Login.FAILED and self.failures < UNREADABLE_AFTER:
                self.state, self.trouble = Login.WAITING, None  # the reader came back by itself
            case _:
                return
        self._desk.changed()

    def _failed(self, failure: Failure) -> None:
        self.failures += 1
        card_was_there = failure in (Failure.CARD_MOVED, Failure.CARD_REJECTED, Failure.UNDECODABLE, Failure.LINK)
        if card_was_there and self.failures < UNREADABLE_AFTER:
            self.state = Login.AGAIN
        else:
            self._fail(of_reader(failure))

    def _open(self, document: IdDocument) -> None:
        self.state = Login.OPENING
        self.trouble = None
        self._desk.services.reader.disarm()
        card = CardRead(
            type=document.type,
            name=document.display_name,
            id_number=document.id_number,
            birth_date=document.birth_date,
            valid_until=document.valid_until,
        )
        client = self._desk.services.client

        def open_session() -> tuple[Session, tuple[Licence, ...], Service]:
            return client.open_session(card), client.licences(), client.service()

        self._desk.run(open_session, self._open_done, self._refused)
        self._desk.changed()

    def _open_done(self, found: tuple[Session, tuple[Licence, ...], Service]) -> None:
        visit = self._desk.visit
        self.state = Login.WAITING
        self._desk.services.deliverer.wake()  # the line is up: what waits in the journal goes out
        visit.identity, visit.licences, visit.service = found
        if len(visit.licences) == 1:
            visit.licence_no = visit.licences[0].licence_no
        self._opened()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._desk.visit.document = None  # this card will not do; the next one may
        self._fail(of_api(error) if isinstance(error, ApiError) else of_reader(Failure.READER_FAULT))
        self._desk.changed()

    def _fail(self, trouble: Trouble) -> None:
        self.state = Login.FAILED
        self.trouble = trouble
