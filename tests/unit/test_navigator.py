"""Going on, back and to the review and back, in any order: nothing answered is lost and no way ends in a wall."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.navigator import Navigator
from kiosk.transactions import FLOWS
from tests.unit.samples import eligibility, licence
from tests.unit.story import Story
from tests.unit.walks import plain_licence, step, walk_to

FILED_TRANSACTIONS = [name for name in FLOWS if name != "query"]
MOVES = st.lists(st.sampled_from(["on", "on", "on", "back", "edit"]), max_size=40)
EDITABLE = {"reason", "period", "one_day", "phone", "delivery", "compare", "copies", "cause", "ground"}


class Rambler:
    """Touches on, back and 改 at random, answering what is asked when he goes on. Stops before he hands anything in."""

    def __init__(self, transaction: str) -> None:
        self.story = Story(plain_licence(transaction))
        self.story.chooses("suspend" if transaction == "resume" else transaction)
        self.given: dict[str, object] = {}

    @property
    def navigator(self) -> Navigator:
        assert self.story.terminal.navigator is not None
        return self.story.terminal.navigator

    def move(self, how: str) -> None:
        terminal = self.story.terminal
        if how == "edit" and terminal.screen == "review":
            step_name = next(each.name for each in self.navigator.flow.steps if each.screen in EDITABLE)
            terminal.edit(step_name)
        elif how == "back" and terminal.screen != "intro":
            terminal.back()
        elif terminal.screen != "sign":
            step(self.story)
        for name, value in terminal.desk.visit.answers.items():
            self.given.setdefault(name, copy.deepcopy(value))


@given(st.sampled_from(FILED_TRANSACTIONS), MOVES)
def test_no_way_of_going_on_and_back_loses_an_answer(transaction: str, moves: list[str]) -> None:
    rambler = Rambler(transaction)
    for move in moves:
        rambler.move(move)
        assert rambler.story.terminal.desk.visit.answers == rambler.given


@given(st.sampled_from(FILED_TRANSACTIONS), MOVES)
def test_back_leads_to_the_first_page_from_anywhere(transaction: str, moves: list[str]) -> None:
    rambler = Rambler(transaction)
    for move in moves:
        rambler.move(move)
    navigator = rambler.navigator
    pages = 0
    while navigator.back() is not None:
        pages += 1
        assert pages <= 2 * len(navigator.flow.steps)  # the way back does not grow with every turn
    assert navigator.step is navigator.flow.steps[0]


@given(st.sampled_from(FILED_TRANSACTIONS), MOVES)
def test_from_anywhere_going_on_leads_past_review_and_signature(transaction: str, moves: list[str]) -> None:
    """Nothing is handed in that was not reviewed and signed in this very visit."""
    rambler = Rambler(transaction)
    for move in moves:
        rambler.move(move)
    passed = [rambler.story.terminal.screen]
    while passed[-1] != "filed":
        step(rambler.story)
        passed.append(rambler.story.terminal.screen)
        assert len(passed) < 30
    assert passed[-3:] == ["review", "sign", "filed"] or passed[-2:] == ["sign", "filed"]
    assert len(rambler.story.counter.bodies) == 1


@given(st.sampled_from(FILED_TRANSACTIONS), st.lists(st.sampled_from(["back", "back", "on"]), max_size=6))
def test_what_is_handed_in_is_not_gone_back_from(transaction: str, moves: list[str]) -> None:
    navigator = walk_to(Story(plain_licence(transaction)), transaction, "filed").terminal.navigator
    assert navigator is not None
    for move in moves:
        if move == "back":
            assert navigator.back() is None
        elif navigator.step.name != "farewell":
            navigator.forward()
        assert navigator.step.final


@pytest.mark.parametrize("transaction", FILED_TRANSACTIONS)
def test_a_refused_filing_is_signed_anew_whatever_is_mended(transaction: str) -> None:
    story = walk_to(Story(plain_licence(transaction)), transaction, "filed")
    story.terminal.mend()
    story.sees("review").terminal.edit("phone")
    story.sees("phone").goes_back().sees("review").goes_on().sees("sign")


def test_a_step_that_no_longer_applies_is_passed_over_on_the_way_back() -> None:
    story = Story(licence(renew=eligibility(can_apply=False, may_insist=True)))
    story.chooses("renew").goes_on().places_card().sees("refusal").terminal.insist()
    story.sees("days").goes_back().sees("intro")


def test_round_and_round_the_menu_the_way_back_stays_short() -> None:
    story = Story().chooses("query").goes_on().places_card().sees("menu")
    for _ in range(5):
        story.says("details").sees("details").goes_on().sees("menu")
    story.goes_back().sees("intro")
