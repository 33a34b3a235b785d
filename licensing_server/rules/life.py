"""The life of a filing: its states, what they are called, and the only moves between them."""

from __future__ import annotations

from licensing_server.contract.names import FilingState

STATE_TEXTS: dict[FilingState, str] = {
    "submitted": "已提交",
    "accepted": "已受理",
    "in_review": "审核中",
    "to_be_corrected": "要您改一处",
    "granted": "已批准",
    "refused": "没有批准",
    "delivering": "送证中",
    "closed": "已办完",
    "withdrawn": "已撤回",
}
MOVES: dict[FilingState, frozenset[FilingState]] = {
    "submitted": frozenset({"accepted", "withdrawn", "closed"}),
    "accepted": frozenset({"in_review", "granted", "withdrawn", "closed"}),
    "in_review": frozenset({"granted", "refused", "to_be_corrected", "withdrawn", "closed"}),
    "to_be_corrected": frozenset({"in_review", "withdrawn", "closed"}),
    "granted": frozenset({"delivering", "closed"}),
    "delivering": frozenset({"closed"}),
    "refused": frozenset(),
    "closed": frozenset(),
    "withdrawn": frozenset(),
}
OPEN_STATES: frozenset[FilingState] = frozenset(state for state, moves in MOVES.items() if "withdrawn" in moves)
"""Not decided yet: the holder may still withdraw, and the same thing may not be filed again."""


class IllegalMove(Exception):
    """A filing cannot go from one of these states to the other."""

    def __init__(self, state: FilingState, target: FilingState) -> None:
        super().__init__(f"a filing that is {state} cannot become {target}")
        self.state = state


def require_move(state: FilingState, target: FilingState) -> None:
    if target not in MOVES[state]:
        raise IllegalMove(state, target)
