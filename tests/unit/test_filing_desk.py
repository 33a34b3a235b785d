"""Handing in: one filing, one paper of each kind, and never a word that is not known to be true."""

from __future__ import annotations

import pytest

from backend_client.models import Problem
from kiosk.delivery import Filed, RefusedOutcome, Unknown
from kiosk.filing_desk import FilingState
from kiosk.journal import JournalError
from tests.unit.samples import filing
from tests.unit.story import SIGNED, Story
from tests.unit.walks import step, walk_to

UNKNOWN = Unknown("0190", "123412341234")
REFUSED = RefusedOutcome(Problem(type="", title="", status=409, code="not-eligible", detail="现在还不能办"))


@pytest.fixture
def story() -> Story:
    return walk_to(Story(), "renew", "sign")


def test_filed_means_a_receipt(story: Story) -> None:
    story.signs().expects(FilingState.FILED)
    assert story.paper.titles == ["receipt"]


def test_unanswered_means_a_slip_and_later_a_receipt(story: Story) -> None:
    story.counter.outcome = UNKNOWN
    story.signs().expects(FilingState.UNKNOWN)
    assert story.paper.titles == ["outcome-slip"]
    story.terminal.on_settled("0190", Filed(filing()))
    story.expects(FilingState.FILED)
    assert story.paper.titles == ["outcome-slip", "receipt"]


def test_an_answer_that_is_told_twice_prints_one_receipt(story: Story) -> None:
    """He went on before the answer; then it comes through the journal and through the call itself."""
    story.counter.outcome = UNKNOWN
    story.signs()
    assert story.terminal.filing is not None
    story.terminal.filing.on_outcome(Filed(filing()))
    story.terminal.on_settled("0190", Filed(filing()))
    story.terminal.filing.on_outcome(Filed(filing()))
    assert story.paper.titles == ["outcome-slip", "receipt"]


def test_he_need_not_wait_for_the_answer(story: Story) -> None:
    story.clockwork.slow = True
    story.signs().expects(FilingState.SENDING)
    assert story.terminal.busy
    story.terminal.stop_waiting()
    story.expects(FilingState.SENDING)  # not before it is saved
    story.terminal.desk.visit.submission_id, story.terminal.desk.visit.query_code = "0190", "123412341234"
    story.terminal.stop_waiting()
    story.expects(FilingState.UNKNOWN)
    story.clockwork.catch_up()
    story.expects(FilingState.FILED)


def test_what_the_journal_did_not_take_was_not_sent(story: Story) -> None:
    story.counter.before = JournalError("disk full")
    story.signs().expects(FilingState.NOT_SAVED)
    assert (story.counter.bodies, story.paper.titles) == ([], [])


def test_what_was_saved_is_never_said_to_be_lost(story: Story) -> None:
    """Whatever breaks after the journal has it: it is on its way, and he must not file it again."""
    story.counter.after = RuntimeError("something else broke")
    story.signs().expects(FilingState.UNKNOWN)
    assert story.paper.titles == ["outcome-slip"]


def test_a_refusal_may_be_mended_and_handed_in_again(story: Story) -> None:
    story.counter.outcome = REFUSED
    story.signs().expects(FilingState.REFUSED)
    assert story.paper.titles == []
    story.counter.outcome = None
    story.terminal.mend()
    story.sees("review").goes_on().sees("sign").says(SIGNED).expects(FilingState.FILED)
    assert len(story.counter.bodies) == 2


def test_a_second_filing_that_is_not_saved_is_not_taken_for_the_first(story: Story) -> None:
    """After a refusal the numbers of the first filing mean nothing any more."""
    story.counter.outcome = REFUSED
    story.signs().terminal.mend()
    story.counter.before = RuntimeError("something broke before it was saved")
    story.sees("review").goes_on().says(SIGNED)
    story.expects(FilingState.NOT_SAVED)


def test_who_waits_on_has_it_tried_at_once(story: Story) -> None:
    story.counter.outcome = UNKNOWN
    story.signs()
    before = story.counter.woken
    story.terminal.wait_more()
    assert story.counter.woken == before + 1


def test_an_answer_that_comes_after_he_left_meets_nobody(story: Story) -> None:
    story.clockwork.slow = True
    story.signs().terminal.leave()
    story.clockwork.catch_up()
    assert story.terminal.screen == "home"
    assert story.terminal.desk.visit.filing is None
    assert story.paper.titles == []


def test_the_rating_is_handed_in_and_may_be_left_out(story: Story) -> None:
    story.signs().goes_on().sees("rating")
    story.terminal.draft("rating", 5)
    story.terminal.rate()
    story.sees("farewell")
    assert story.office.ratings == [5]


def test_nobody_is_asked_to_rate_what_is_not_known(story: Story) -> None:
    story.counter.outcome = UNKNOWN
    story.signs().goes_on().sees("farewell")


def test_a_step_forward_too_many_changes_nothing(story: Story) -> None:
    story.signs()
    step(story)
    step(story)
    story.sees("farewell")
    assert len(story.counter.bodies) == 1
