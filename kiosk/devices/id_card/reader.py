"""What the terminal knows of any ID-card reader: four calls, and events told as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from kiosk.devices.id_card.document import IdDocument


class Event(Enum):
    """Where the reader stands. After a failure an armed reader goes on by itself: a card that is placed anew makes it
    READING again, and one that was only shifted may become READ at once.
    """

    NO_READER = "no_reader"  # cannot be used now, comes back by itself; the failure says why
    READY = "ready"  # usable and not armed
    WAITING = "waiting"  # armed, no card
    READING = "reading"
    READ = "read"  # with the document; this uses up the arming
    FAILED = "failed"  # with the failure; told once for each time a card is placed
    REMOVED = "removed"  # the card that was read has been lifted


class Failure(Enum):
    """Why no document came. The words for each are in the failure catalogue."""

    NO_READER = "no_reader"
    SERVICE_DOWN = "service_down"  # of readers behind a smart-card service
    NO_CARD = "no_card"
    CARD_MOVED = "card_moved"  # lift it and place it again
    CARD_REJECTED = "card_rejected"  # of another kind, damaged or forged
    READER_FAULT = "reader_fault"
    LINK = "link"  # the line to the reader is cut or garbled
    UNDECODABLE = "undecodable"  # read, but makes no sense


@dataclass(frozen=True, slots=True)
class ReaderEvent:
    """One report. ``document`` comes with READ only, ``failure`` with FAILED and NO_READER only."""

    kind: Event
    document: IdDocument | None = None
    failure: Failure | None = None


class CardReader(Protocol):
    """Reads one card each time it is armed. A card that was read must be lifted before it can be read again."""

    @property
    def state(self) -> Event:
        """The last event's kind."""

    def start(self, on_event: Callable[[ReaderEvent], None]) -> None:
        """Begins to look after the reader. ``on_event`` runs on the reader's thread and must return at once."""

    def arm(self) -> None:
        """The next card is to be read."""

    def disarm(self) -> None:
        """No card is to be read. After the return no READING, READ or FAILED is told."""

    def close(self) -> None:
        """Lets go of the reader and ends its thread."""
