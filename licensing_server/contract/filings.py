"""Filings as the citizen sees them, what became of a submission, and his rating."""

from __future__ import annotations

from typing import Literal

from licensing_server.contract.answers import FilingBody
from licensing_server.contract.names import (
    Day,
    FilingNo,
    FilingState,
    LicenceNo,
    Model,
    Moment,
    QueryCode,
    Stars,
    TransactionName,
)


class FilingEvent(Model):
    at: Moment
    state: FilingState
    actor: str
    sentence: str
    rule: str | None


class NextStep(Model):
    title: str
    note: str


class Filing(Model):
    filing_no: FilingNo
    query_code: QueryCode
    submission_id: str
    licence_no: LicenceNo
    shop_name: str
    transaction: TransactionName
    transaction_title: str
    state: FilingState
    state_text: str
    sentence: str
    submitted_at: Moment
    promised_on: Day | None
    promised_working_days: int | None
    can_withdraw: bool
    reason: str | None
    remedy: str | None
    events: list[FilingEvent]
    next_steps: list[NextStep]
    body: FilingBody
    stars: int | None


class FilingList(Model):
    filings: list[Filing]


class SubmissionOutcome(Model):
    query_code: QueryCode
    outcome: Literal["filed", "refused", "not_received"]
    sentence: str
    filing_no: FilingNo | None


class Rating(Model):
    stars: Stars
