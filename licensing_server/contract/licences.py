"""Licences, what may be done with each, and the certificate."""

from __future__ import annotations

from pydantic import Field

from licensing_server.contract.names import (
    Day,
    DeliveryMethod,
    LicenceNo,
    LicenceStatus,
    Model,
    Moment,
    RegistryField,
    RegistryStatus,
    TransactionName,
)


class Option(Model):
    code: str
    text: str


class Instead(Model):
    sentence: str
    transaction: TransactionName | None = None
    not_before: Day | None = None


class Reason(Model):
    code: str
    sentence: str
    source: str
    instead: Instead


class DeliveryOption(Model):
    method: DeliveryMethod
    text: str
    addresses: list[str]


class Terms(Model):
    promised_working_days: int
    reasons: list[Option] = Field(default_factory=list)
    delivery: list[DeliveryOption] = Field(default_factory=list)
    consequences: list[str] = Field(default_factory=list)
    renewed_from: Day | None = None
    renewed_until: Day | None = None
    renewed_years: int | None = None
    start_from: Day | None = None
    start_until: Day | None = None
    min_months: int | None = None
    max_months: int | None = None
    copies: list[Option] = Field(default_factory=list)
    causes: list[Option] = Field(default_factory=list)


class Eligibility(Model):
    can_apply: bool
    may_insist: bool
    reasons: list[Reason]
    terms: Terms


class Transactions(Model):
    renew: Eligibility
    cancel: Eligibility
    modify: Eligibility
    suspend: Eligibility
    resume: Eligibility
    reissue: Eligibility


class RegistryDifference(Model):
    field: RegistryField
    label: str
    on_licence: str
    on_registry: str
    can_modify: bool
    grounds: list[Option]
    sentence: str
    source: str


class RegistryRecord(Model):
    credit_code: str
    status: RegistryStatus
    shop_name: str
    person_in_charge: str
    premises_address: str
    economic_type: str
    differences: list[RegistryDifference]


class Suspension(Model):
    start: Day
    end: Day
    overdue: bool


class Licence(Model):
    licence_no: LicenceNo
    shop_name: str
    person_in_charge: str
    economic_type: str
    premises_address: str
    scope: str
    supplier: str
    issuer: str
    valid_from: Day
    valid_until: Day
    issued_on: Day
    status: LicenceStatus
    status_text: str
    days_left: int
    contact_phone: str
    suspension: Suspension | None
    registry: RegistryRecord
    transactions: Transactions


class LicenceList(Model):
    licences: list[Licence]


class Certificate(Model):
    identifier: str
    licence_no: LicenceNo
    shop_name: str
    person_in_charge: str
    economic_type: str
    premises_address: str
    scope: str
    supplier: str
    issuer: str
    valid_from: Day
    valid_until: Day
    issued_on: Day
    status_text: str
    purpose: str
    copied_at: Moment
    qr_payload: str
