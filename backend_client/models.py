"""What the licensing API says and is told, as typed values.

The contract is ``licensing_server/openapi.json``; a test holds these types against it. Field names are the JSON names.
Dates are ``YYYY-MM-DD``; times carry an offset and are the server's, zone Asia/Shanghai. Sentences are Chinese, fit for
the citizen, and are shown as they come: the terminal adds no legal judgement of its own.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, dataclass_transform

import msgspec

TransactionName = Literal["renew", "cancel", "modify", "suspend", "resume", "reissue"]
CardType = Literal["citizen", "hmt", "foreign_2017", "foreign_2023"]
LicenceStatus = Literal["valid", "suspended", "expired", "cancelled", "recovered", "revoked"]
FilingState = Literal[
    "submitted", "accepted", "in_review", "to_be_corrected", "granted", "refused", "delivering", "closed", "withdrawn"
]
DeliveryMethod = Literal["post", "visit", "collect"]
RegistryField = Literal["shop_name", "person_in_charge", "premises_address", "economic_type"]


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Model(msgspec.Struct, frozen=True, kw_only=True):
    """Immutable; fields of a newer server are ignored, so that a terminal survives the server's next release."""


# --- before anyone identifies himself ------------------------------------------------------------------------------


class TransactionFacts(Model):
    """What a transaction is and costs, for the first screen: GET /v1/service."""

    transaction: TransactionName
    title: str  # "延长有效期"
    official_name: str  # "延续"
    fee: str  # "不收费"
    promised_working_days: int
    brings: tuple[str, ...]  # what the holder must have with him
    summary: tuple[str, ...]  # one or two plain sentences


class ServiceWindow(Model):
    """The counter that helps where the terminal cannot."""

    name: str
    address: str
    hours: str
    phone: str


class Service(Model):
    server_time: datetime
    time_zone: str  # "Asia/Shanghai"
    authority: str  # "恩平市烟草专卖局"
    hotline: str  # "12313"
    window: ServiceWindow
    transactions: tuple[TransactionFacts, ...]
    pledge_id: str
    pledge: tuple[str, ...]  # paragraphs of the applicant's pledge


class NoticeSummary(Model):
    notice_id: str
    title: str
    category: Literal["law", "policy", "guide"]
    published_on: date
    source: str


class Notice(NoticeSummary):
    paragraphs: tuple[str, ...]


class NoticeList(Model):
    notices: tuple[NoticeSummary, ...]


# --- the citizen's session -----------------------------------------------------------------------------------------


class CardRead(Model):
    """What the reader saw, as far as the server needs it."""

    type: CardType
    name: str
    id_number: str  # 18 characters; 15 on a foreign_2017 card
    birth_date: date
    valid_until: date | None = None  # None = 长期


class SessionOpening(Model):
    card: CardRead


class Holder(Model):
    name: str
    id_number_masked: str
    age: int


class Session(Model):
    token: str  # opaque bearer of this visit
    filing_ticket: str  # opaque; may only deliver filings of this holder, also after the visit (30 days)
    holder: Holder
    expires_at: datetime
    server_time: datetime


# --- licences and what may be done with each ------------------------------------------------------------------------


class Option(Model):
    """One answer that may be chosen, e.g. a reason for suspension."""

    code: str
    text: str


class Instead(Model):
    """The way on, where the way asked for is closed."""

    sentence: str
    transaction: TransactionName | None = None  # offered as a button
    not_before: date | None = None


class Reason(Model):
    code: str  # stable, e.g. "renew.too-early"
    sentence: str
    source: str  # the legal source, e.g. "行政许可法 第五十条"
    instead: Instead


class DeliveryOption(Model):
    method: DeliveryMethod
    text: str  # "邮政快递，审批后 3 天左右到"
    addresses: tuple[str, ...]  # where it may go: registered premises first; for collect, the counter


class Terms(Model):
    """The server's numbers for one transaction on one licence; the terminal holds none of its own."""

    promised_working_days: int
    reasons: tuple[Option, ...] = ()  # cancel, suspend, resume, reissue (circumstances of a loss or damage)
    delivery: tuple[DeliveryOption, ...] = ()  # empty: nothing is delivered
    consequences: tuple[str, ...] = ()  # cancel: what is lost
    renewed_from: date | None = None  # renew
    renewed_until: date | None = None  # renew: at most
    renewed_years: int | None = None
    start_from: date | None = None  # suspend, resume, cancel: first and last day that may be chosen
    start_until: date | None = None
    min_months: int | None = None  # suspend: shortest and longest
    max_months: int | None = None
    copies: tuple[Option, ...] = ()  # reissue: original, duplicate
    causes: tuple[Option, ...] = ()  # reissue: lost, damaged


class Eligibility(Model):
    """Advice, not a decision: where may_insist is true the citizen may file all the same and a clerk decides."""

    can_apply: bool
    may_insist: bool
    reasons: tuple[Reason, ...]  # why not; with can_apply true: what he should know first
    terms: Terms


class Transactions(Model):
    renew: Eligibility
    cancel: Eligibility
    modify: Eligibility
    suspend: Eligibility
    resume: Eligibility
    reissue: Eligibility


class RegistryDifference(Model):
    """One field where the business licence says something else than the tobacco licence."""

    field: RegistryField
    label: str  # "店名"
    on_licence: str
    on_registry: str
    can_modify: bool  # false: a new application is needed
    grounds: tuple[Option, ...]  # premises_address: renamed, demolished; else empty
    sentence: str  # what it means for him
    source: str


class RegistryRecord(Model):
    """What the business registry says now. Same field labels as the licence."""

    credit_code: str
    status: Literal["active", "revoked", "cancelled", "not_found"]
    shop_name: str
    person_in_charge: str
    premises_address: str
    economic_type: str
    differences: tuple[RegistryDifference, ...]


class Suspension(Model):
    start: date
    end: date
    overdue: bool


class Licence(Model):
    licence_no: str  # 12 digits; never parsed
    shop_name: str
    person_in_charge: str
    economic_type: str
    premises_address: str
    scope: str
    supplier: str
    issuer: str
    valid_from: date
    valid_until: date
    issued_on: date
    status: LicenceStatus
    status_text: str  # "有效", "停业中"
    days_left: int  # negative after expiry
    contact_phone: str
    suspension: Suspension | None
    registry: RegistryRecord
    transactions: Transactions


class LicenceList(Model):
    licences: tuple[Licence, ...]


class Certificate(Model):
    """Everything a printed copy of the electronic licence shows."""

    identifier: str  # electronic-licence identifier, GB/T 36904 practice
    licence_no: str
    shop_name: str
    person_in_charge: str
    economic_type: str
    premises_address: str
    scope: str
    supplier: str
    issuer: str
    valid_from: date
    valid_until: date
    issued_on: date
    status_text: str
    purpose: str
    copied_at: datetime
    qr_payload: str  # compact JWS, EdDSA; key at GET /v1/certificate-keys


# --- filings ---------------------------------------------------------------------------------------------------------


class Delivery(Model):
    method: DeliveryMethod
    address: str


class Pledge(Model):
    pledge_id: str
    accepted: bool


class Signature(Model):
    """Strokes of the finger, in pixels of the pad: strokes[i] is a list of [x, y]."""

    width: int
    height: int
    strokes: tuple[tuple[tuple[int, int], ...], ...]


class RenewAnswers(Model):
    pass


class CancelAnswers(Model):
    reason: str  # an Option.code of the terms
    cease_on: date


class Change(Model):
    field: RegistryField
    new_value: str
    ground: str | None = None  # an Option.code of the difference


class ModifyAnswers(Model):
    changes: tuple[Change, ...]


class SuspendAnswers(Model):
    reason: str
    start: date
    end: date


class ResumeAnswers(Model):
    reason: str
    resume_on: date


class ReissueAnswers(Model):
    cause: str
    copies: tuple[str, ...]
    circumstances: str  # an Option.code of terms.reasons


Answers = RenewAnswers | CancelAnswers | ModifyAnswers | SuspendAnswers | ResumeAnswers | ReissueAnswers


class FilingBody(Model):
    """POST /v1/filings. ``answers`` has the shape that belongs to ``transaction``."""

    licence_no: str
    transaction: TransactionName
    answers: dict[str, object]
    contact_phone: str
    delivery: Delivery | None
    pledge: Pledge
    signature: Signature
    signed_at: datetime
    insist: bool = False  # filed although the pre-check advised against it
    corrects: str | None = None  # filing_no that this one answers, where it was "to be corrected"


class FilingEvent(Model):
    at: datetime
    state: FilingState
    actor: str  # "您", "智能审批", "许可窗口"
    sentence: str
    rule: str | None  # the rule that fired, e.g. "renew.all-matches"


class NextStep(Model):
    title: str
    note: str


class Filing(Model):
    filing_no: str  # YC + yymmdd + 4-digit serial + check digit
    query_code: str  # 12 digits, from the Idempotency-Key: see backend_client.query_code
    submission_id: str
    licence_no: str
    shop_name: str
    transaction: TransactionName
    transaction_title: str
    state: FilingState
    state_text: str  # "审核中"
    sentence: str  # where it stands, in plain words
    submitted_at: datetime
    promised_on: date | None
    promised_working_days: int | None
    can_withdraw: bool
    reason: str | None  # of a refusal or a correction
    remedy: str | None  # how to object to a refusal
    events: tuple[FilingEvent, ...]
    next_steps: tuple[NextStep, ...]
    body: FilingBody  # what was filed, so that a correction reopens filled in
    stars: int | None  # rating, 1 to 5


class FilingList(Model):
    filings: tuple[Filing, ...]


class SubmissionOutcome(Model):
    """What became of an outcome slip: GET /v1/submissions/{query_code}."""

    query_code: str
    outcome: Literal["filed", "refused", "not_received"]
    sentence: str
    filing_no: str | None


class Rating(Model):
    stars: int


class Problem(Model):
    """application/problem+json (RFC 9457) with a stable code and a sentence for the citizen."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    reasons: tuple[Reason, ...] = ()
