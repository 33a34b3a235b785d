"""The table of moves: nothing is stuck, nothing comes back from the end."""

from __future__ import annotations

from typing import get_args

import pytest

from licensing_server.contract.names import FilingState
from licensing_server.rules.life import MOVES, OPEN_STATES, STATE_TEXTS, IllegalMove, require_move

STATES: tuple[FilingState, ...] = get_args(FilingState)


def test_every_state_has_its_words_and_its_line_in_the_table() -> None:
    assert set(STATES) == set(MOVES) == set(STATE_TEXTS)


def test_every_state_is_reached_from_the_first_and_leads_to_an_end() -> None:
    ends = {state for state in STATES if not MOVES[state]}
    assert ends == {"refused", "closed", "withdrawn"}
    assert _reachable("submitted") == set(STATES)
    for state in STATES:
        assert _reachable(state) & ends


def test_what_is_open_may_be_withdrawn_and_nothing_else_may() -> None:
    assert {"submitted", "accepted", "in_review", "to_be_corrected"} == OPEN_STATES


@pytest.mark.parametrize(
    ("state", "target"), [("withdrawn", "in_review"), ("granted", "withdrawn"), ("closed", "granted")]
)
def test_a_move_outside_the_table_is_refused(state: FilingState, target: FilingState) -> None:
    with pytest.raises(IllegalMove):
        require_move(state, target)


def _reachable(start: FilingState) -> set[FilingState]:
    seen, ahead = {start}, [start]
    while ahead:
        for target in MOVES[ahead.pop()] - seen:
            seen.add(target)
            ahead.append(target)
    return seen
