"""docs/rules.md says what the rules say, and the rules say it in words a shopkeeper uses."""

from __future__ import annotations

from pathlib import Path

import pytest

import licensing_server
from licensing_server.rules import common
from licensing_server.rules.basis import Rule
from licensing_server.rules.life import MOVES
from licensing_server.rules.transactions import TRANSACTIONS

PAPER = (Path(licensing_server.__file__).parent.parent / "docs" / "rules.md").read_text("utf-8")
RULES = [*common.RULES, *(rule for transaction in TRANSACTIONS.values() for rule in transaction.rules)]
NEVER = ("请知悉", "进行", "操作", "系统异常", "办理失败", "相关")


def effect(rule: Rule) -> str:
    if not rule.blocks:
        return "tells"
    return "stops; may insist" if rule.insist else "stops"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_stands_in_the_paper_word_for_word(rule: Rule) -> None:
    line = f"| `{rule.id}` | {effect(rule)} | {rule.sentence} | {rule.instead} | {rule.source} |"
    assert line in PAPER.splitlines()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_speaks_plainly(rule: Rule) -> None:
    assert not [word for word in NEVER if word in rule.sentence + rule.instead]


def test_no_id_is_used_twice() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_approval_and_every_move_stands_in_the_paper() -> None:
    for transaction in TRANSACTIONS.values():
        if transaction.approval:
            assert f"`{transaction.approval.id}`" in PAPER
    for state, targets in MOVES.items():
        lines = [line for line in PAPER.splitlines() if line.startswith(f"| {state} |")]
        assert bool(lines) is bool(targets)
        for target in targets:
            assert target in lines[0]
