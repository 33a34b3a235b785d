"""What a citizen does with his finger, and what then stands in front of him."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest

from backend_client.models import Signature
from kiosk.devices.printer import follow
from kiosk.devices.printer.folder import FolderPrinter
from kiosk.devices.printer.printer import Printer
from kiosk.devices.simulators import SimulatorBench
from kiosk.filing_desk import FilingState
from kiosk.preferences import Preferences
from kiosk.print_desk import Printing
from kiosk.screens.widgets.calendar_parts import DayCell
from tests.screens.booth import PANELS, Booth, booth
from tests.screens.scenes import at
from tests.unit.samples import licence
from tests.unit.story import Story, Workers


@pytest.fixture(params=PANELS)
def here(request: pytest.FixtureRequest) -> Iterator[Booth]:
    with booth(panel=request.param) as opened:
        yield opened


def to_sign(here: Booth) -> Booth:
    here.touches("tile.renew").sees("intro").touches("forward").sees("card").places_card()
    here.sees("days").touches("forward").sees("phone").touches("forward")
    here.sees("delivery").touches("choice.post", "forward")
    return here.sees("review").touches("forward").sees("sign")


def test_a_renewal_by_hand(here: Booth) -> None:
    to_sign(here).touches("tick").draws().touches("forward").sees("filed")
    assert here.story.body.transaction == "renew"
    assert here.story.paper.titles == ["receipt"]
    here.touches("form").touches("forward").sees("rating").touches("rate.5", "forward").sees("farewell")
    assert (here.story.paper.titles, here.story.office.ratings) == (["receipt", "application-form"], [5])
    here.touches("home").sees("home")


def test_the_elder_layout_from_the_first_touch_to_the_last(here: Booth) -> None:
    here.touches("strip.elder")
    assert here.window.theme.elder
    to_sign(here).touches("tick").draws().touches("forward").sees("filed")
    here.touches("forward").sees("rating").touches("skip").sees("farewell").touches("home").sees("home")
    assert here.terminal.preferences == Preferences()


# --- the forward button says what is missing, and points at it ------------------------------------------------------


def test_without_an_answer_nobody_gets_on(here: Booth) -> None:
    here.touches("tile.renew", "forward").places_card().touches("forward", "forward").sees("delivery")
    assert here.button("forward").missing
    assert here.amber() == []
    here.touches("forward").sees("delivery")
    here.touches("choice.post")
    assert here.amber() == ["forward"]
    here.touches("forward").sees("review")


def test_the_pledge_first_then_the_name(here: Booth) -> None:
    to_sign(here)
    missing = here.button("forward").missing
    here.touches("forward").sees("sign").touches("tick")
    assert here.button("forward").missing not in ("", missing)
    here.touches("forward").sees("sign").draws()
    assert here.button("forward").missing == ""
    here.touches("tick")
    assert here.button("forward").missing == missing
    assert here.story.counter.bodies == []


def test_a_signature_may_be_written_anew(here: Booth) -> None:
    to_sign(here).touches("tick").draws().touches("pad-redo")
    assert here.button("forward").missing
    assert here.terminal.desk.visit.answers["sign"] is None
    here.draws().touches("forward").sees("filed")


def test_half_a_telephone_number_is_not_enough(here: Booth) -> None:
    here.touches("tile.renew", "forward").places_card().touches("forward").sees("phone").touches("choice.other")
    here.touches(*[f"keypad-{digit}" for digit in "1391234567"], "forward").sees("phone")
    here.touches("keypad-8", "forward").sees("delivery")
    assert here.terminal.desk.visit.answers["phone"] == "13912345678"


@pytest.mark.parametrize("elder", [False, True])
def test_days_of_a_suspension_are_picked(here: Booth, elder: bool) -> None:
    if elder:
        here.touches("strip.elder")
    here.touches("tile.suspend", "forward").places_card().sees("period")
    for _ in range(12):
        if here.terminal.screen != "period":
            break
        day = next((each for each in here.controls if isinstance(each, DayCell)), None)
        page = next((c for c in here.controls if c.objectName().startswith(("year-", "month-", "day-"))), None)
        if here.button("forward").missing:
            assert (day or page) is not None
            here.touches((day or page).objectName())  # type: ignore[union-attr]
        else:
            here.touches("forward")
    here.sees("reason")
    start, end = cast("tuple[object, object]", here.terminal.desk.visit.answers["period"])
    assert start < end  # type: ignore[operator]


# --- another size of type in the middle ------------------------------------------------------------------------------


def test_another_size_keeps_everything(here: Booth) -> None:
    to_sign(here).touches("tick").draws()
    before = dict(here.terminal.desk.visit.answers)
    here.touches("strip.sizes", "size.4").touches("done").sees("sign")
    assert here.window.theme.elder
    assert here.terminal.desk.visit.answers == before
    assert here.button("forward").missing == ""
    here.touches("strip.sizes", "size.1", "scheme.dark", "done", "strip.lower").sees("sign")
    assert here.terminal.desk.visit.answers == before
    here.touches("forward").sees("filed")
    assert here.story.body.signature == before["sign"]


def test_a_signature_survives_the_change_of_size_as_it_was_written(here: Booth) -> None:
    to_sign(here).touches("tick").draws()
    written = here.terminal.desk.visit.answers["sign"]
    assert isinstance(written, Signature)
    assert sum(len(stroke) for stroke in written.strokes) >= 5
    here.touches("strip.sizes", "size.3", "done").sees("sign")
    here.draws()  # one more stroke goes to those that were there
    more = here.terminal.desk.visit.answers["sign"]
    assert isinstance(more, Signature)
    assert len(more.strokes) == len(written.strokes) + 2


def test_a_touch_that_slides_off_means_nothing(here: Booth) -> None:
    here.touches("tile.renew").sees("intro")
    here.slides_off("forward").sees("intro")


# --- sheets ----------------------------------------------------------------------------------------------------------


def test_what_the_machine_says_meanwhile_does_not_swallow_a_touch(here: Booth) -> None:
    here.touches("tile.renew").sees("intro")
    before = here.window.top_layer
    here.touches_while("forward", here.terminal.on_change).sees("card")
    assert here.window.top_layer is not before


def test_a_stroke_is_not_cut_by_what_the_machine_says(here: Booth) -> None:
    to_sign(here).touches("tick")
    shown, kept = here.window.top_layer, []

    def machine_speaks() -> None:
        here.terminal.on_change()
        here.settle()
        kept.append(here.window.top_layer is shown)

    here.touches_while("pad", machine_speaks)
    assert kept == [True]
    assert here.window.top_layer is not shown  # after the finger has gone


def test_the_warning_and_staying(here: Booth) -> None:
    to_sign(here).touches("tick")
    here.story.clockwork.pass_time()
    here.settle()
    assert here.terminal.overlay == "idle"
    here.touches("stay").sees("sign")
    assert here.terminal.overlay is None
    assert here.terminal.desk.visit.answers["pledge"] is True


def test_the_warning_and_nobody(here: Booth) -> None:
    visit = to_sign(here).touches("tick").terminal.desk.visit
    here.story.clockwork.pass_time()
    here.settle()
    here.story.clockwork.pass_time()
    here.sees("home")
    assert (visit.identity, visit.answers) == (None, {})


def test_a_touch_beside_the_warning_reaches_nothing_below(here: Booth) -> None:
    to_sign(here)
    here.story.clockwork.pass_time()
    here.settle()
    here.touches_at(4, 4)
    assert here.terminal.overlay == "idle"
    here.sees("sign")


def test_leaving_asks_first_and_forgets(here: Booth) -> None:
    visit = to_sign(here).terminal.desk.visit
    here.touches("strip.exit")
    assert here.terminal.overlay == "leave"
    here.touches("stay").sees("sign").touches("strip.exit", "go").sees("home")
    assert (visit.identity, visit.document, visit.answers) == (None, None, {})


def test_before_he_is_known_leaving_does_not_ask(here: Booth) -> None:
    here.touches("tile.renew", "strip.exit").sees("home")


def test_help_is_one_touch_away_and_loses_nothing(here: Booth) -> None:
    to_sign(here).touches("tick", "strip.help")
    assert here.terminal.overlay == "help"
    assert "12313" in here.words()
    here.touches("close").sees("sign")
    assert here.terminal.desk.visit.answers["pledge"] is True


def test_the_full_pledge_is_read_without_leaving_the_page(here: Booth) -> None:
    to_sign(here).touches("pledge")
    assert here.terminal.overlay == "pledge"
    here.touches("close").sees("sign")


def test_without_the_card_there_is_another_way(here: Booth) -> None:
    here.touches("tile.renew", "forward").sees("card").touches("no_card")
    assert here.terminal.overlay == "no_card"
    here.places_card().sees("days")
    assert here.terminal.overlay is None


# --- before anybody identifies himself -------------------------------------------------------------------------------


def test_notices_are_read_without_a_card(here: Booth) -> None:
    here.touches("notices").sees("notices").touches("notice.no-fee").sees("notice")
    assert here.story.reader.armed is False
    here.touches("back").sees("notices").touches("back").sees("home")


def test_one_tile_stands_for_suspending_and_reopening() -> None:
    with booth(Story(licence(status="suspended"))) as here:
        here.touches("tile.suspend", "forward").places_card().sees("suspension")


# --- what cannot be taken back ---------------------------------------------------------------------------------------


def test_a_cancellation_is_not_a_matter_of_one_touch() -> None:
    with booth(at("cancel", "consider")) as here:
        here.touches("hold").sees("consider")
        here.touches("way", "hold").sees("consider")
        here.touches("hold-first").sees("consider")
        here.touches("hold").sees("phone")


def test_the_milder_way_is_one_touch() -> None:
    with booth(at("cancel", "consider")) as here:
        here.touches("milder").sees("period")


# --- paper -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> SimulatorBench:
    monkeypatch.setattr(follow, "POLL_S", 0.01)
    return SimulatorBench(tmp_path_factory.mktemp("devices"))


@pytest.fixture
def workers() -> Workers:
    return Workers()


@pytest.fixture
def printing(bench: SimulatorBench, workers: Workers) -> Iterator[Booth]:
    """A real printer folder without paper, at the moment before a renewal is handed in."""
    bench.paper_out()
    printer: Printer = FolderPrinter(bench.printer_folder)
    with booth(Story(printer=printer, background=workers)) as here:
        here.touches("tile.renew", "forward").places_card()
        workers.wait_until(lambda: here.terminal.screen == "days")
        here.sees("days").touches("forward", "forward", "choice.post", "forward", "forward", "tick").draws()
        here.touches("forward").sees("filed")
        workers.wait_until(lambda: here.terminal.printer.state is Printing.WAITING)
        here.settle()
        yield here
        bench.refill()
    workers.finish()


def test_the_page_without_paper_goes_on_by_itself(printing: Booth, bench: SimulatorBench, workers: Workers) -> None:
    assert printing.has("call")
    assert printing.amber() == []
    bench.refill()
    workers.wait_until(lambda: printing.terminal.printer.state is Printing.PRINTED)
    printing.sees("filed")
    assert not printing.has("call")
    assert printing.amber() == ["forward"]
    assert [path.name for path in bench.printed()] == ["0001-receipt.pdf"]


def test_the_number_written_down_is_enough(printing: Booth, bench: SimulatorBench, workers: Workers) -> None:
    printing.touches("skip")
    printing.story.expects(FilingState.FILED)
    workers.finish()
    bench.refill()
    assert bench.printed() == []
    printing.touches("forward").sees("rating")


def test_a_mistyped_slip_number_is_not_asked_for(here: Booth) -> None:
    here.touches("tile.query", "forward").places_card()
    here.sees("menu").touches("choice.slip", "forward").sees("slip")
    here.touches(*(f"keypad-{digit}" for digit in "123412341234"))
    assert here.button("forward").missing
    here.touches("keypad-del", "keypad-2")
    assert not here.button("forward").missing
