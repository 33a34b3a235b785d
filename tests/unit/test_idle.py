"""Nobody touches: he is asked whether he is still there, then forgotten; never while the machine is at work."""

from __future__ import annotations

import pytest

from kiosk.devices.id_card.reader import Event, ReaderEvent
from kiosk.idle import IdleWatch
from kiosk.preferences import Preferences
from kiosk.settings import Screen, Settings, TextSize, Timing
from tests.unit.story import Clockwork, Story
from tests.unit.walks import walk_to

TIMING = Timing()


def test_a_warning_then_the_end() -> None:
    clockwork, said = Clockwork(), list[str]()
    watch = IdleWatch(clockwork, lambda: said.append("warn"), lambda: said.append("expire"))
    watch.start(90.0, 40.0)
    clockwork.pass_time()
    clockwork.pass_time()
    assert (said, clockwork.waiting) == (["warn", "expire"], [])


def test_a_touch_begins_anew() -> None:
    clockwork = Clockwork()
    watch = IdleWatch(clockwork, lambda: None, lambda: None)
    watch.start(90.0, 40.0)
    watch.start(90.0, 40.0)
    assert [seconds for seconds, _ in clockwork.waiting] == [90.0]
    watch.stop()
    watch.stop()
    assert clockwork.waiting == []


def waiting_times(story: Story) -> list[float]:
    return [seconds for seconds, _ in story.clockwork.waiting]


@pytest.mark.parametrize(
    ("size", "idle", "warning"), [(1, 90.0, 40.0), (2, 90.0, 40.0), (3, 180.0, 60.0), (4, 180.0, 60.0)]
)
def test_old_hands_get_more_time(size: TextSize, idle: float, warning: float) -> None:
    story = Story().chooses("renew").goes_on().places_card()
    story.terminal.set_text_size(size)
    story.terminal.touched()
    assert waiting_times(story) == [idle]
    story.clockwork.pass_time()
    assert waiting_times(story) == [warning]
    assert story.terminal.warning_s == warning


def test_nobody_is_warned_while_the_office_is_asked() -> None:
    story = Story().chooses("renew").goes_on()
    story.clockwork.slow = True
    story.places_card()
    story.clockwork.pass_time()
    assert story.terminal.overlay is None
    assert waiting_times(story) == [TIMING.idle]


def test_nobody_is_warned_while_it_is_being_handed_in() -> None:
    story = walk_to(Story(), "renew", "sign")
    story.clockwork.slow = True
    story.signs().sees("filed")
    story.clockwork.pass_time()
    assert story.terminal.overlay is None


def test_a_card_that_is_laid_on_the_reader_is_a_sign_of_life() -> None:
    story = Story().chooses("renew").goes_on()
    story.clockwork.pass_time()
    assert story.terminal.overlay == "idle"
    story.places_card()
    story.sees("days")
    assert story.terminal.overlay is None
    assert waiting_times(story) == [TIMING.idle]


def test_a_reader_that_comes_and_goes_is_no_sign_of_life() -> None:
    story = Story().chooses("renew").goes_on()
    story.clockwork.pass_time()
    story.terminal.on_reader(ReaderEvent(Event.WAITING))
    assert story.terminal.overlay == "idle"
    story.clockwork.pass_time()
    assert story.terminal.screen == "home"


def test_notices_are_closed_behind_a_reader_who_has_gone() -> None:
    story = Story()
    story.terminal.open_notices()
    story.clockwork.pass_time()
    assert story.terminal.overlay == "idle"
    story.clockwork.pass_time()
    assert (story.terminal.screen, story.terminal.board.notices) == ("home", ())


def test_home_itself_waits_for_nobody() -> None:
    story = Story()
    story.terminal.touched()
    assert story.clockwork.waiting == []


def test_back_at_home_nothing_counts_down_any_more() -> None:
    story = Story().chooses("renew").goes_on().places_card()
    story.terminal.leave()
    assert story.clockwork.waiting == []


@pytest.mark.parametrize("change", ["size", "scheme", "lowered"])
def test_a_look_chosen_at_home_does_not_stay_for_the_next_person(change: str) -> None:
    """He touches 长辈版 and walks off, without another touch."""
    story = Story()
    story.terminal.touched()  # the finger comes down
    match change:
        case "size":
            story.terminal.set_text_size(3)
        case "scheme":
            story.terminal.set_scheme("dark")
        case _:
            story.terminal.toggle_lowered()
    assert story.terminal.preferences != Preferences()
    story.clockwork.pass_time()
    assert story.terminal.preferences == Preferences()
    assert story.clockwork.waiting == []


def test_a_look_kept_for_one_more_thing_does_not_stay_for_the_next_person() -> None:
    story = walk_to(Story(), "renew", "filed")
    story.terminal.set_text_size(3)
    story.goes_on().goes_on().sees("farewell")
    story.terminal.another()
    assert (story.terminal.screen, story.terminal.preferences.text_size) == ("home", 3)
    story.clockwork.pass_time()
    assert story.terminal.preferences == Preferences()


def test_the_look_of_this_machine_is_its_own() -> None:
    """A terminal that is set to large type begins every visit with it, and nothing counts down for that."""
    story = Story(settings=Settings(screen=Screen(text_size=3)))
    assert story.terminal.preferences == Preferences(text_size=3)
    story.terminal.touched()
    assert story.clockwork.waiting == []


def test_thanks_then_home() -> None:
    story = walk_to(Story(), "renew", "filed").goes_on().goes_on().sees("farewell")
    assert waiting_times(story) == [TIMING.farewell]
    story.terminal.touched()
    assert waiting_times(story) == [TIMING.farewell]
    story.clockwork.pass_time()
    assert story.terminal.screen == "home"
    assert story.terminal.desk.visit.identity is None


def test_a_sheet_that_is_left_open_at_home_closes_by_itself() -> None:
    story = Story()
    story.terminal.show_overlay("help")
    story.clockwork.pass_time()
    assert story.terminal.overlay is None
    assert story.clockwork.waiting == []


def test_a_sheet_that_lay_open_does_not_meet_the_next_person() -> None:
    story = Story().chooses("renew").goes_on()
    story.terminal.show_overlay("help")
    story.terminal.leave()
    assert story.terminal.overlay is None
