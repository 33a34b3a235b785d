"""A printer that is a folder: what it prints lies in ``out``, what ails it stands in ``state.json``.

``state.json`` is {"reasons": ["media-empty"]}: anybody may take the paper out, jam it, open its door or switch it off
by writing there, and set it right again. Documents that wait are held in memory only.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.devices.files import write_whole
from kiosk.devices.printer.printer import (
    ENDED,
    JobState,
    JobStatus,
    PrinterOffline,
    PrinterState,
    PrinterStatus,
    UnknownJob,
)

OFFLINE = "offline"
STOPPING = frozenset({"media-empty", "media-jam", "door-open", "toner-empty", OFFLINE})
_TITLE = re.compile(r"[a-z]+(-[a-z]+)*")


class Ailments(msgspec.Struct, frozen=True):
    """What ``state.json`` says. Reasons that stop no printer, such as toner-low, are reported only."""

    reasons: tuple[str, ...] = ()


@dataclass
class _Job:
    pdf: bytes
    title: str
    submitted: float
    state: JobState = JobState.QUEUED


class FolderPrinter:
    """Prints one job after another whenever somebody asks; ``job_s`` is how long one takes. A job older than
    ``expiry_s`` never comes out: what nobody waits for any more is not left lying for the next person.
    """

    def __init__(
        self, folder: Path, *, job_s: float = 0.0, expiry_s: float = 600.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._out = folder / "out"
        self._state_file = folder / "state.json"
        self._job_s = job_s
        self._expiry_s = expiry_s
        self._clock = clock
        self._lock = threading.Lock()
        self._jobs: dict[str, _Job] = {}
        self._out.mkdir(parents=True, exist_ok=True)
        self._last = max((int(path.name[:4]) for path in self._out.glob("[0-9][0-9][0-9][0-9]-*.pdf")), default=0)

    def submit(self, pdf: bytes, title: str, *, copy: bool = False) -> str:
        if not _TITLE.fullmatch(title):
            raise ValueError("a title names a kind of document in small letters and hyphens")
        with self._lock:
            if OFFLINE in self._reasons():
                raise PrinterOffline("the printer is off")
            self._last += 1
            job_id = f"{self._last:04}"
            self._jobs[job_id] = _Job(pdf, f"{title}-copy" if copy else title, self._clock())
            return job_id

    def job(self, job_id: str) -> JobStatus:
        with self._lock:
            reasons = self._advance()
            if OFFLINE in reasons:
                raise PrinterOffline("the printer is off")
            state = self._find(job_id).state
            return JobStatus(state, () if state in ENDED else reasons)

    def cancel(self, job_id: str) -> None:
        with self._lock:
            self._advance()
            job = self._find(job_id)
            if job.state not in ENDED:
                self._end(job, JobState.CANCELED)

    def status(self) -> PrinterStatus:
        with self._lock:
            reasons = self._advance()
        if OFFLINE in reasons:
            return PrinterStatus(PrinterState.OFFLINE, reasons)
        return PrinterStatus(PrinterState.WAITING if STOPPING.intersection(reasons) else PrinterState.READY, reasons)

    def _find(self, job_id: str) -> _Job:
        try:
            return self._jobs[job_id]
        except KeyError:
            raise UnknownJob(job_id) from None

    def _advance(self) -> tuple[str, ...]:
        """Lets the printer do what it would have done by now; returns what ails it."""
        reasons, now = self._reasons(), self._clock()
        open_jobs = [(job_id, job) for job_id, job in self._jobs.items() if job.state not in ENDED]
        for _, job in open_jobs:
            if now - job.submitted >= self._expiry_s:
                self._end(job, JobState.CANCELED)
        for job_id, job in open_jobs:
            if job.state in ENDED:
                continue
            if STOPPING.intersection(reasons):
                job.state = JobState.WAITING
            elif now - job.submitted < self._job_s:
                job.state = JobState.PRINTING
            else:
                write_whole(self._out / f"{job_id}-{job.title}.pdf", job.pdf)
                self._end(job, JobState.COMPLETED)
        return reasons

    def _end(self, job: _Job, state: JobState) -> None:
        job.state, job.pdf = state, b""

    def _reasons(self) -> tuple[str, ...]:
        try:
            return msgspec.json.decode(self._state_file.read_bytes(), type=Ailments).reasons
        except FileNotFoundError:
            return ()
        except msgspec.MsgspecError:
            return (OFFLINE,)  # written by hand and wrong: nobody can tell how the printer is
