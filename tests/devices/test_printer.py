"""The contract of a printer, held by the one that is a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.devices.printer.folder import FolderPrinter
from kiosk.devices.printer.printer import JobState, JobStatus, PrinterOffline, PrinterState, PrinterStatus, UnknownJob
from kiosk.devices.simulators import SimulatorBench

PDF = b"%PDF-1.7 receipt"
WELL = PrinterStatus(PrinterState.READY)
COMPLETED = JobStatus(JobState.COMPLETED)


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bench(tmp_path: Path) -> SimulatorBench:
    return SimulatorBench(tmp_path)


@pytest.fixture
def printer(bench: SimulatorBench, clock: Clock) -> FolderPrinter:
    return FolderPrinter(bench.printer_folder, job_s=3, expiry_s=600, clock=clock)


def test_a_job_prints_and_the_paper_is_what_was_handed_over(
    printer: FolderPrinter, bench: SimulatorBench, clock: Clock
) -> None:
    job = printer.submit(PDF, "receipt")
    assert printer.job(job) == JobStatus(JobState.PRINTING)
    assert bench.printed() == []
    clock.now += 3
    assert printer.job(job) == COMPLETED
    [paper] = bench.printed()
    assert (paper.name, paper.read_bytes()) == ("0001-receipt.pdf", PDF)
    assert printer.status() == WELL


def test_jobs_come_out_in_order_also_after_the_terminal_was_started_anew(bench: SimulatorBench, clock: Clock) -> None:
    for _ in range(2):
        printer = FolderPrinter(bench.printer_folder, clock=clock)
        first, second = printer.submit(PDF, "receipt"), printer.submit(PDF, "application-form", copy=True)
        assert printer.job(second) == printer.job(first) == COMPLETED
    assert [paper.name for paper in bench.printed()] == [
        "0001-receipt.pdf",
        "0002-application-form-copy.pdf",
        "0003-receipt.pdf",
        "0004-application-form-copy.pdf",
    ]


@pytest.mark.parametrize("reason", ["media-empty", "media-jam", "door-open", "toner-empty"])
def test_a_job_waits_for_help_and_then_comes_out_by_itself(
    printer: FolderPrinter, bench: SimulatorBench, clock: Clock, reason: str
) -> None:
    (bench.printer_folder / "state.json").write_text(json.dumps({"reasons": [reason]}))
    job = printer.submit(PDF, "receipt")
    clock.now += 300
    assert printer.job(job) == JobStatus(JobState.WAITING, (reason,))
    assert printer.status() == PrinterStatus(PrinterState.WAITING, (reason,))
    assert bench.printed() == []
    bench.refill()
    assert printer.job(job) == COMPLETED
    assert len(bench.printed()) == 1


def test_the_bench_takes_paper_out_jams_and_sets_right(printer: FolderPrinter, bench: SimulatorBench) -> None:
    bench.paper_out()
    assert printer.status().reasons == ("media-empty",)
    bench.jam()
    assert printer.status().reasons == ("media-jam",)
    bench.refill()
    assert printer.status() == WELL


def test_a_warning_is_reported_and_stops_nothing(printer: FolderPrinter, bench: SimulatorBench, clock: Clock) -> None:
    (bench.printer_folder / "state.json").write_text('{"reasons": ["toner-low"]}')
    job = printer.submit(PDF, "receipt")
    assert printer.status() == PrinterStatus(PrinterState.READY, ("toner-low",))
    clock.now += 3
    assert printer.job(job) == COMPLETED


def test_what_nobody_waits_for_any_more_never_comes_out(
    printer: FolderPrinter, bench: SimulatorBench, clock: Clock
) -> None:
    bench.paper_out()
    stale = printer.submit(PDF, "receipt")
    clock.now += 500
    fresh = printer.submit(PDF, "outcome-slip")
    clock.now += 100
    bench.refill()
    assert printer.job(stale) == JobStatus(JobState.CANCELED)
    assert printer.job(fresh) == COMPLETED
    assert [paper.name for paper in bench.printed()] == ["0002-outcome-slip.pdf"]


def test_a_cancelled_job_does_not_print_and_a_finished_one_stays_finished(
    printer: FolderPrinter, bench: SimulatorBench, clock: Clock
) -> None:
    cancelled, finished = printer.submit(PDF, "receipt"), printer.submit(PDF, "receipt")
    printer.cancel(cancelled)
    clock.now += 3
    assert printer.job(finished) == COMPLETED
    printer.cancel(finished)
    assert (printer.job(cancelled).state, printer.job(finished).state) == (JobState.CANCELED, JobState.COMPLETED)
    assert len(bench.printed()) == 1


def test_a_printer_that_is_off_takes_nothing_and_keeps_what_it_has(
    printer: FolderPrinter, bench: SimulatorBench, clock: Clock
) -> None:
    job = printer.submit(PDF, "receipt")
    bench.switch_printer_off()
    clock.now += 3
    assert printer.status() == PrinterStatus(PrinterState.OFFLINE, ("offline",))
    with pytest.raises(PrinterOffline):
        printer.submit(PDF, "receipt")
    with pytest.raises(PrinterOffline):
        printer.job(job)
    bench.refill()
    assert printer.job(job) == COMPLETED


def test_a_state_written_wrongly_counts_as_off(printer: FolderPrinter, bench: SimulatorBench) -> None:
    (bench.printer_folder / "state.json").write_text('{"reasons": "media-')
    assert printer.status().state is PrinterState.OFFLINE


def test_nobody_knows_a_job_that_was_never_handed_over(printer: FolderPrinter) -> None:
    with pytest.raises(UnknownJob):
        printer.job("0042")
    with pytest.raises(UnknownJob):
        printer.cancel("0042")


@pytest.mark.parametrize("title", ["陈芳", "receipt 440785", "../receipt", "Receipt", ""])
def test_a_title_that_could_name_a_person_is_refused(printer: FolderPrinter, bench: SimulatorBench, title: str) -> None:
    with pytest.raises(ValueError, match="kind of document"):
        printer.submit(PDF, title)
    assert bench.printed() == []
