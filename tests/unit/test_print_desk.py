"""Paper: success is said when it is there, what waits goes on by itself, and nothing comes out for the next person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.devices.printer import follow
from kiosk.devices.printer.folder import FolderPrinter
from kiosk.devices.simulators import SimulatorBench
from kiosk.print_desk import PrintDesk, Printing
from kiosk.settings import Settings, Timing
from tests.unit.story import Story, Workers

PDF = b"%PDF-1.7 one page"
PAPER_WAIT_S = 0.3


class Room:
    """The real printer folder, somebody who sees to it, and a visit that prints there."""

    def __init__(self, folder: Path, timing: Timing) -> None:
        self.bench = SimulatorBench(folder)
        self.workers = Workers()
        printer = FolderPrinter(self.bench.printer_folder)
        self.story = Story(printer=printer, background=self.workers, settings=Settings(timing=timing))
        self.desk: PrintDesk = self.story.terminal.printer

    def prints(self, title: str = "receipt", document: Callable[[], bytes] = lambda: PDF) -> None:
        self.desk.print(title, document)

    def waits_for(self, state: Printing) -> None:
        self.workers.wait_until(lambda: self.desk.state is state)

    def came_out(self) -> list[str]:
        self.workers.finish()
        return [path.name for path in self.bench.printed()]


@pytest.fixture
def timing() -> Timing:
    return Timing()


@pytest.fixture
def room(tmp_path: Path, timing: Timing, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(follow, "POLL_S", 0.01)
    room = Room(tmp_path, timing)
    yield room
    room.story.terminal.leave()
    room.bench.refill()
    room.workers.finish()


def test_it_is_said_to_be_printed_when_it_is(room: Room) -> None:
    room.prints()
    assert room.desk.state is Printing.PRINTING
    room.waits_for(Printing.PRINTED)
    assert (room.desk.titles, room.came_out()) == (["receipt"], ["0001-receipt.pdf"])


def test_paper_runs_out_and_the_print_goes_on_by_itself(room: Room) -> None:
    room.bench.paper_out()
    room.prints()
    room.waits_for(Printing.WAITING)
    assert room.desk.trouble is not None
    assert room.desk.trouble.code == "P02"
    assert room.desk.titles == []
    room.bench.refill()
    room.waits_for(Printing.PRINTED)
    assert room.desk.trouble is None
    assert room.came_out() == ["0001-receipt.pdf"]


def test_one_ailment_after_another_is_told(room: Room) -> None:
    room.bench.paper_out()
    room.prints()
    room.waits_for(Printing.WAITING)
    room.bench.jam()
    room.workers.wait_until(lambda: room.desk.trouble is not None and room.desk.trouble.code == "P03")


def test_he_goes_without_the_paper_and_it_does_not_come_out_later(room: Room) -> None:
    room.bench.paper_out()
    room.prints()
    room.waits_for(Printing.WAITING)
    room.desk.give_up()
    assert room.desk.state is Printing.GIVEN_UP
    room.workers.finish()
    room.bench.refill()
    assert room.bench.printed() == []
    assert room.desk.state is Printing.GIVEN_UP  # what the printer still reports changes nothing


def test_what_waits_when_he_leaves_does_not_come_out_for_the_next_person(room: Room) -> None:
    room.bench.paper_out()
    room.prints()
    room.waits_for(Printing.WAITING)
    room.story.terminal.leave()
    room.workers.finish()
    room.bench.refill()
    assert room.bench.printed() == []


def test_paper_that_runs_out_just_after_he_left_leaves_nothing_for_the_next_person(room: Room) -> None:
    """It was still said to be printing when he went; nobody is there any more to be told that it waits."""
    room.bench.paper_out()
    room.prints()
    assert room.desk.state is Printing.PRINTING
    room.story.terminal.leave()
    room.workers.finish()
    room.bench.refill()
    assert room.bench.printed() == []


def test_what_is_coming_out_when_he_leaves_comes_out(room: Room) -> None:
    room.prints()
    room.story.terminal.leave()
    assert room.came_out() == ["0001-receipt.pdf"]


@pytest.mark.parametrize("timing", [Timing(paper_wait=PAPER_WAIT_S)])
def test_nobody_brings_paper_and_the_job_is_taken_back(room: Room) -> None:
    room.bench.paper_out()
    room.prints()
    room.waits_for(Printing.FAILED)
    assert room.desk.trouble is not None
    assert room.desk.trouble.code == "P02"
    room.workers.finish()
    room.bench.refill()
    assert room.bench.printed() == []


def test_once_more_after_a_failure(room: Room) -> None:
    room.bench.switch_printer_off()
    room.prints()
    room.waits_for(Printing.FAILED)
    assert room.desk.trouble is not None
    assert room.desk.trouble.code == "P01"
    room.bench.refill()
    room.desk.retry()
    room.waits_for(Printing.PRINTED)
    assert room.came_out() == ["0001-receipt.pdf"]


def test_a_further_print_of_the_same_is_marked(room: Room) -> None:
    room.prints()
    room.waits_for(Printing.PRINTED)
    room.prints()
    room.waits_for(Printing.PRINTED)
    room.prints("application-form")
    room.waits_for(Printing.PRINTED)
    assert room.came_out() == ["0001-receipt.pdf", "0002-receipt-copy.pdf", "0003-application-form.pdf"]


def test_a_second_touch_while_it_prints_prints_nothing_twice(room: Room) -> None:
    room.bench.paper_out()
    room.prints()
    room.prints()
    room.waits_for(Printing.WAITING)
    room.prints()
    room.bench.refill()
    room.waits_for(Printing.PRINTED)
    assert room.came_out() == ["0001-receipt.pdf"]


def test_a_document_that_cannot_be_made_is_a_failure_and_no_crash(room: Room) -> None:
    def broken() -> bytes:
        raise ValueError("no such glyph")

    room.prints(document=broken)
    room.waits_for(Printing.FAILED)
    assert room.desk.trouble is not None
    assert room.desk.trouble.code == "P06"


def test_a_new_screen_does_not_repeat_what_became_of_the_last_print(room: Room) -> None:
    room.prints()
    room.waits_for(Printing.PRINTED)
    room.desk.reset()
    assert room.desk.state is Printing.IDLE


def test_a_new_screen_does_not_forget_what_still_waits(room: Room) -> None:
    room.bench.paper_out()
    room.prints()
    room.waits_for(Printing.WAITING)
    room.desk.reset()
    assert room.desk.state is Printing.WAITING
