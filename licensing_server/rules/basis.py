"""What a rule and a transaction are. Each transaction's file fills in one ``Transaction``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from licensing_server.contract.licences import Eligibility, Instead, Option, Reason, Terms
from licensing_server.contract.names import TransactionName
from licensing_server.rules.dates import say
from licensing_server.rules.facts import Case


class AnswerError(Exception):
    """An answer that the terms do not allow. ``sentence`` names the thing in the citizen's words."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence


@dataclass(frozen=True)
class Rule:
    """A rule that speaks when it fires. Sentences are templates; ``{day}`` and other values are filled in."""

    id: str
    sentence: str
    source: str
    instead: str
    transaction: TransactionName | None = None  # the way on, offered as a button
    blocks: bool = True  # False: he should know, but may apply
    insist: bool = True  # he may file all the same and a clerk decides

    def fires(self, *, not_before: date | None = None, **values: object) -> Finding:
        instead = Instead(sentence=self.instead.format(**values), transaction=self.transaction, not_before=not_before)
        return Finding(
            self, Reason(code=self.id, sentence=self.sentence.format(**values), source=self.source, instead=instead)
        )


@dataclass(frozen=True)
class Finding:
    rule: Rule
    reason: Reason


@dataclass(frozen=True)
class Approval:
    """The rule by which the machine decides at once."""

    id: str
    sentence: str
    source: str


def weigh(findings: Sequence[Finding], terms: Terms) -> Eligibility:
    """Advice from findings: what blocks comes first; he may insist only if nothing firm is in the way."""
    blocking = [finding for finding in findings if finding.rule.blocks]
    warnings = [finding for finding in findings if not finding.rule.blocks]
    return Eligibility(
        can_apply=not blocking,
        may_insist=bool(blocking) and all(finding.rule.insist for finding in blocking),
        reasons=[finding.reason for finding in blocking + warnings],
        terms=terms,
    )


@dataclass(frozen=True, kw_only=True)
class Transaction:
    """One of the transactions: what it is, who may apply on what terms, and what a grant does to the licence."""

    name: TransactionName
    title: str  # in the neighbour's words
    official_name: str
    brings: tuple[str, ...]
    summary: tuple[str, ...]
    rules: tuple[Rule, ...]  # every rule of this file, for the list of rules
    examine: Callable[[Case, Any], list[Finding]]  # the answers are None before he gave any
    terms: Callable[[Case], Terms]
    check: Callable[[Case, Terms, Any], None]  # raises AnswerError
    grant: Callable[[Case, Any], dict[str, object]]  # new values of the licence's columns
    approval: Approval | None = None  # None: never decided by the machine
    may_decide: Callable[[Case, Any], bool] = lambda _case, _answers: True
    granted_sentence: str  # "批准了，……"
    outcome_title: str  # last step of the receipt where nothing is delivered


def promised(case: Case, name: TransactionName) -> int:
    return case.settings.review.promised_working_days[name]


def require_option(code: str, options: Sequence[Option], what: str) -> None:
    """Raises AnswerError unless ``code`` is one of the options offered for ``what``."""
    if code not in {option.code for option in options}:
        raise AnswerError("answer.not-offered", f"您选的{what}不在能选的里面，请再选一次。")


def require_day(day: date, terms: Terms, what: str, today: date) -> None:
    """Raises AnswerError unless ``day`` lies within the days that the terms offer."""
    first, last = terms.start_from, terms.start_until
    if first is None or last is None or not first <= day <= last:
        span = f"，只能选{say(first, today)}到{say(last, today)}" if first and last else ""
        raise AnswerError("answer.day-out-of-range", f"{what}不对{span}。")
