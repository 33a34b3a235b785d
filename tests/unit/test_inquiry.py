"""Looking things up: asked, answered, failed and asked again; what failed on one page is not said on another."""

from __future__ import annotations

import pytest

from backend_client.errors import ApiError, OutcomeUnknown, Unreachable
from backend_client.models import SubmissionOutcome
from kiosk.inquiry import Asking
from tests.unit.samples import CERTIFICATE, NOTICE, filing, licence
from tests.unit.story import Story

AWAY = Unreachable("away")
SLIP = SubmissionOutcome(
    query_code="123412341234", outcome="filed", sentence="收到了，正在审", filing_no="YC2603120478"
)


def at_the_menu(story: Story) -> Story:
    return story.chooses("query").goes_on().places_card().sees("menu")


def says_nothing(story: Story) -> None:
    assert (story.terminal.inquiry.state, story.terminal.inquiry.trouble) == (Asking.IDLE, None)


def says(story: Story, code: str) -> None:
    assert story.terminal.inquiry.state is Asking.FAILED
    assert story.terminal.inquiry.trouble is not None
    assert story.terminal.inquiry.trouble.code == code


def test_filings_are_fetched_when_their_page_opens() -> None:
    story = at_the_menu(Story(filings=(filing(),))).says("filings").sees("filings")
    assert story.terminal.desk.visit.filings == (filing(),)
    says_nothing(story)


def test_the_machine_is_busy_while_it_asks() -> None:
    story = at_the_menu(Story(filings=(filing(),)))
    story.clockwork.slow = True
    story.says("filings").sees("filings")
    assert story.terminal.busy
    story.clockwork.catch_up()
    assert not story.terminal.busy
    assert story.terminal.desk.visit.filings == (filing(),)


@pytest.mark.parametrize(("error", "code"), [(AWAY, "N01"), (OutcomeUnknown("cut off"), "N02")])
def test_what_failed_may_be_asked_again(error: ApiError, code: str) -> None:
    story = at_the_menu(Story(filings=(filing(),)))
    story.office.trouble = error
    says(story.says("filings"), code)
    story.office.trouble = None
    story.terminal.retry()
    says_nothing(story)
    assert story.terminal.desk.visit.filings == (filing(),)


@pytest.mark.parametrize("other", ["slip", "details", "copy"])
def test_what_failed_on_one_page_is_not_said_on_another(other: str) -> None:
    story = at_the_menu(Story())
    story.office.trouble = AWAY
    says(story.says("filings"), "N01")
    story.office.trouble = None
    says_nothing(story.goes_back().sees("menu").says(other).sees(other))


def test_a_failure_that_comes_late_is_not_said_on_another_page() -> None:
    story = at_the_menu(Story())
    story.clockwork.slow = True
    story.office.trouble = AWAY
    story.says("filings").goes_back().says("slip").sees("slip")
    story.clockwork.catch_up()
    says_nothing(story)


def test_an_answer_that_comes_late_is_kept() -> None:
    story = at_the_menu(Story(filings=(filing(),)))
    story.clockwork.slow = True
    story.says("filings").goes_back().sees("menu")
    story.clockwork.catch_up()
    assert story.terminal.desk.visit.filings == (filing(),)
    story.sees("menu")


def test_an_answer_that_comes_after_he_left_meets_nobody() -> None:
    story = at_the_menu(Story(filings=(filing(),)))
    story.clockwork.slow = True
    story.says("filings").terminal.leave()
    story.clockwork.catch_up()
    assert story.terminal.desk.visit.filings == ()
    assert story.terminal.screen == "home"


def test_a_copy_is_fetched_once_and_printed() -> None:
    story = at_the_menu(Story()).says("copy").sees("copy")
    assert story.terminal.desk.visit.certificate == CERTIFICATE
    story.terminal.paperwork.licence_copy()
    assert story.paper.titles == ["licence-copy"]
    story.office.trouble = AWAY
    says_nothing(story.goes_on().sees("menu").says("copy").sees("copy"))


def test_a_copy_of_another_licence_is_fetched_anew() -> None:
    story = at_the_menu(Story(licence("440785100001"), licence("440785100002")))
    story.says("copy").sees("licence").picks("440785100001").sees("copy").goes_on()
    story.says("copy").sees("licence").terminal.choose_licence("440785100002")
    assert story.terminal.desk.visit.certificate is None
    story.goes_on().sees("copy")
    assert story.terminal.desk.visit.certificate == CERTIFICATE


def test_a_slip_is_looked_up_and_then_another() -> None:
    story = at_the_menu(Story()).says("slip").sees("slip")
    story.office.slips["123412341234"] = SLIP
    story.terminal.draft("slip_typed", "123412341234")
    story.terminal.inquiry.look_up_slip("123412341234")
    assert story.terminal.desk.visit.slip_sentence == SLIP.sentence
    story.terminal.another_slip()
    assert story.terminal.desk.visit.slip_sentence is None
    assert "slip_typed" not in story.terminal.desk.visit.answers


def test_a_withdrawal_that_fails_withdraws_nothing_and_may_be_asked_again() -> None:
    story = at_the_menu(Story(filings=(filing(),))).says("filings").looks_at(filing()).sees("progress")
    story.terminal.ask_to_withdraw()
    story.office.trouble = AWAY
    story.terminal.withdraw()
    says(story.sees("withdraw"), "N01")
    story.office.trouble = None
    story.terminal.retry()
    story.sees("progress")
    assert [each.state for each in story.terminal.desk.visit.filings] == ["withdrawn"]


def test_a_rating_that_cannot_be_delivered_keeps_nobody_waiting() -> None:
    story = at_the_menu(Story(filings=(filing(),)))
    story.office.trouble = AWAY
    story.terminal.inquiry.rate(filing().filing_no, 5, story.terminal.finish)
    story.sees("farewell")
    says_nothing(story)


def says_no_trouble(story: Story) -> None:
    assert story.terminal.board.trouble is None


# --- law and policy --------------------------------------------------------------------------------------------------


def test_notices_are_read_without_a_card() -> None:
    story = Story()
    story.terminal.open_notices()
    story.sees("notices")
    assert story.terminal.board.notices == (NOTICE,)
    story.terminal.board.read("no-fee")
    story.sees("notice").goes_back().sees("notices").goes_back().sees("home")
    assert story.reader.armed is False


def test_notices_that_cannot_be_fetched_say_so_and_are_asked_for_again() -> None:
    story = Story()
    story.office.trouble = AWAY
    story.terminal.open_notices()
    assert story.terminal.board.trouble is not None
    assert story.terminal.board.trouble.code == "N01"
    story.office.trouble = None
    story.terminal.retry()
    assert story.terminal.board.notices == (NOTICE,)
    says_no_trouble(story)
