"""Follows a job to its end: nobody is told that something was printed before it was, and nothing prints late."""

from __future__ import annotations

import time
from collections.abc import Callable

from kiosk.devices.printer.printer import JobState, JobStatus, Printer, PrinterOffline, UnknownJob

POLL_S = 0.5
UNREACHABLE = JobStatus(JobState.WAITING, ("offline",))


def follow(
    printer: Printer,
    job_id: str,
    on_change: Callable[[JobStatus], None],
    *,
    expiry_s: float,
    deadline_s: float = 60.0,
    clock: Callable[[], float] = time.monotonic,
    wait: Callable[[float], object] = time.sleep,
) -> JobStatus:
    """Blocks until the job has ended and returns how; for a worker's thread. ``on_change`` runs there too, with each
    status that differs from the one before, the last included.

    A job that waits for somebody to help the printer may do so until ``expiry_s`` after the call; one that is queued
    or printing with nothing amiss may take ``deadline_s`` at a stretch. Then it is cancelled, and the status returned
    keeps the reasons. A printer out of reach is waited for in the same way. ``wait`` returns true to give up at once.
    """
    begun = moved = clock()
    last: JobStatus | None = None
    while True:
        status = _ask(printer, job_id)
        if status != last:
            last, moved = status, clock()
            on_change(status)
        if status.ended:
            return status
        overdue = status.state is not JobState.WAITING and clock() - moved >= deadline_s
        if overdue or clock() - begun >= expiry_s or wait(POLL_S):
            break
    ended = _cancel(printer, job_id, status)
    on_change(ended)
    return ended


def _ask(printer: Printer, job_id: str) -> JobStatus:
    try:
        return printer.job(job_id)
    except PrinterOffline:
        return UNREACHABLE
    except UnknownJob:
        return JobStatus(JobState.ABORTED)


def _cancel(printer: Printer, job_id: str, last: JobStatus) -> JobStatus:
    """How the job ended: it may have come out while it was being cancelled."""
    try:
        printer.cancel(job_id)
        ended = printer.job(job_id)
    except (PrinterOffline, UnknownJob):
        return JobStatus(JobState.CANCELED, last.reasons)
    return ended if ended.state is JobState.COMPLETED else JobStatus(JobState.CANCELED, last.reasons)
