"""A job followed to its end, while the printer lives through what printers live through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.devices.printer.folder import FolderPrinter
from kiosk.devices.printer.follow import POLL_S, follow
from kiosk.devices.printer.printer import JobState, JobStatus
from kiosk.devices.simulators import SimulatorBench

PDF = b"%PDF-1.7 receipt"
PRINTING, COMPLETED, CANCELED = (JobStatus(each) for each in (JobState.PRINTING, JobState.COMPLETED, JobState.CANCELED))
NO_PAPER, JAMMED, OFF = (JobStatus(JobState.WAITING, (each,)) for each in ("media-empty", "media-jam", "offline"))


class Afternoon:
    """Somebody follows a job; things happen at given seconds after it was handed over."""

    def __init__(self, folder: Path, *, job_s: float = 3) -> None:
        self.now = 0.0
        self.bench = SimulatorBench(folder)
        self.printer = FolderPrinter(self.bench.printer_folder, job_s=job_s, expiry_s=3600, clock=lambda: self.now)
        self.seen: list[tuple[float, JobStatus]] = []
        self._happenings: list[tuple[float, Callable[[], object]]] = []
        self._leaves_at = float("inf")

    def at(self, second: float, happening: Callable[[], object]) -> None:
        self._happenings.append((second, happening))

    def leave_at(self, second: float) -> None:
        self._leaves_at = second

    def follow(self, *, deadline_s: float = 60, expiry_s: float = 600) -> JobStatus:
        self._let_happen()
        job = self.printer.submit(PDF, "receipt")
        return follow(
            self.printer,
            job,
            lambda status: self.seen.append((self.now, status)),
            deadline_s=deadline_s,
            expiry_s=expiry_s,
            clock=lambda: self.now,
            wait=self._wait,
        )

    def _wait(self, seconds: float) -> bool:
        self.now += seconds
        self._let_happen()
        return self.now >= self._leaves_at

    def _let_happen(self) -> None:
        due = [each for each in self._happenings if each[0] <= self.now]
        for happening in due:
            self._happenings.remove(happening)
            happening[1]()


@pytest.fixture
def afternoon(tmp_path: Path) -> Afternoon:
    return Afternoon(tmp_path)


def test_nothing_is_called_printed_before_it_was(afternoon: Afternoon) -> None:
    assert afternoon.follow() == COMPLETED
    assert afternoon.seen == [(0, PRINTING), (3, COMPLETED)]
    assert len(afternoon.bench.printed()) == 1


def test_paper_that_runs_out_and_a_jam_are_told_and_outlived(afternoon: Afternoon) -> None:
    afternoon.at(1, afternoon.bench.paper_out)
    afternoon.at(30, afternoon.bench.jam)
    afternoon.at(90, afternoon.bench.refill)
    assert afternoon.follow() == COMPLETED
    assert afternoon.seen == [(0, PRINTING), (1, NO_PAPER), (30, JAMMED), (90, COMPLETED)]


def test_a_printer_switched_off_and_on_is_waited_for(afternoon: Afternoon) -> None:
    afternoon.at(1, afternoon.bench.switch_printer_off)
    afternoon.at(20, afternoon.bench.refill)
    assert afternoon.follow() == COMPLETED
    assert afternoon.seen == [(0, PRINTING), (1, OFF), (20, COMPLETED)]


def test_a_job_that_nobody_helps_is_cancelled_and_does_not_come_out_later(afternoon: Afternoon) -> None:
    afternoon.bench.paper_out()
    assert afternoon.follow(expiry_s=120) == JobStatus(JobState.CANCELED, ("media-empty",))
    assert afternoon.seen == [(0, NO_PAPER), (120, JobStatus(JobState.CANCELED, ("media-empty",)))]
    afternoon.bench.refill()
    afternoon.printer.status()
    assert afternoon.bench.printed() == []


def test_a_printer_that_says_it_prints_and_never_ends_is_given_up(tmp_path: Path) -> None:
    afternoon = Afternoon(tmp_path, job_s=1000)
    assert afternoon.follow(deadline_s=60) == CANCELED
    assert afternoon.seen == [(0, PRINTING), (60, CANCELED)]


def test_waiting_for_paper_does_not_use_up_the_time_for_printing(afternoon: Afternoon) -> None:
    afternoon.at(1, afternoon.bench.paper_out)
    afternoon.at(100, afternoon.bench.refill)
    assert afternoon.follow(deadline_s=10) == COMPLETED


def test_a_job_that_stays_off_until_its_expiry_is_given_up_as_offline(afternoon: Afternoon) -> None:
    afternoon.at(1, afternoon.bench.switch_printer_off)
    assert afternoon.follow(expiry_s=30) == JobStatus(JobState.CANCELED, ("offline",))


def test_a_job_that_comes_out_while_it_is_being_cancelled_is_printed(afternoon: Afternoon) -> None:
    afternoon.bench.paper_out()
    cancel = afternoon.printer.cancel

    def refilled_just_before(job_id: str) -> None:
        afternoon.bench.refill()
        cancel(job_id)

    afternoon.printer.cancel = refilled_just_before  # type: ignore[method-assign]
    assert afternoon.follow(expiry_s=10) == COMPLETED
    assert len(afternoon.bench.printed()) == 1


def test_whoever_leaves_takes_his_job_along(afternoon: Afternoon) -> None:
    afternoon.bench.paper_out()
    afternoon.leave_at(POLL_S)
    assert afternoon.follow().state is JobState.CANCELED
    assert afternoon.now == POLL_S


def test_a_printer_that_forgot_the_job_has_given_it_up(afternoon: Afternoon) -> None:
    ended = follow(afternoon.printer, "0042", lambda _status: None, expiry_s=600)
    assert ended == JobStatus(JobState.ABORTED)
