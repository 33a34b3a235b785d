"""What the terminal knows of any printer: a job is handed over, asked after, and may be cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class JobState(Enum):
    """Where a job stands; the last three are its end."""

    QUEUED = "queued"
    PRINTING = "printing"
    WAITING = "waiting"  # for paper, a closed door…: goes on by itself
    COMPLETED = "completed"
    ABORTED = "aborted"  # the printer gave it up
    CANCELED = "canceled"


class PrinterState(Enum):
    READY = "ready"
    WAITING = "waiting"
    OFFLINE = "offline"


ENDED = frozenset({JobState.COMPLETED, JobState.ABORTED, JobState.CANCELED})


@dataclass(frozen=True, slots=True)
class JobStatus:
    """``reasons`` are IPP printer-state-reasons (RFC 8011 §5.4.12) such as media-empty, media-jam, door-open,
    toner-empty, or offline; empty while all is well.
    """

    state: JobState
    reasons: tuple[str, ...] = ()

    @property
    def ended(self) -> bool:
        return self.state in ENDED


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """``reasons`` as in JobStatus."""

    state: PrinterState
    reasons: tuple[str, ...] = ()


class PrinterOffline(OSError):
    """The printer cannot be reached; nothing was handed over."""


class UnknownJob(LookupError):
    """The printer knows no such job, for instance because it was switched off and on."""


class Printer(Protocol):
    """Calls may take as long as the network does: never from the screen's thread."""

    def submit(self, pdf: bytes, title: str, *, copy: bool = False) -> str:
        """Hands over a document and returns the job's id. ``title`` is a kind of document, such as "receipt", in small
        letters and hyphens, so that nothing personal reaches a queue or a display; ``copy`` marks a further print of
        the same. Raises PrinterOffline, ValueError for another kind of title.
        """

    def job(self, job_id: str) -> JobStatus:
        """Where a job stands. Raises PrinterOffline, UnknownJob."""

    def cancel(self, job_id: str) -> None:
        """The job prints no more; one that has ended stays as it is. Raises PrinterOffline, UnknownJob."""

    def status(self) -> PrinterStatus:
        """How the printer is. Never raises: a printer that cannot be reached is offline."""
