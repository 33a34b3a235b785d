"""What the rules look at: one licence, what the business registry says, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from licensing_server.contract.names import LicenceStatus, RegistryStatus, TransactionName
from licensing_server.settings import Settings

Standing = Literal["valid", "cancelled", "recovered", "revoked"]
STATUS_TEXTS: dict[LicenceStatus, str] = {
    "valid": "有效",
    "suspended": "停业中",
    "expired": "已过期",
    "cancelled": "已注销",
    "recovered": "已收回",
    "revoked": "已吊销",
}


@dataclass(frozen=True, kw_only=True)
class RegistryFacts:
    """The business licence (营业执照) as the market regulator has it."""

    credit_code: str
    status: RegistryStatus
    shop_name: str
    person_in_charge: str
    premises_address: str
    economic_type: str
    successor_is_family: bool  # a new operator belongs to the family that runs the shop
    premises_change: Literal["renamed", "demolished", "moved"] | None


@dataclass(frozen=True, kw_only=True)
class LicenceFacts:
    """A licence as it is stored. ``standing`` is what the authority decided; the status also depends on the day."""

    licence_no: str
    holder: str
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
    standing: Standing
    cancelled_on: date | None
    suspension_start: date | None
    suspension_end: date | None
    resume_on: date | None
    contact_phone: str
    credit_grade: str
    open_violation: bool
    version: int
    registry: RegistryFacts

    def status(self, today: date) -> LicenceStatus:
        if self.standing != "valid" and (self.cancelled_on is None or self.cancelled_on <= today):
            return self.standing
        if self.valid_until < today:
            return "expired"
        return "suspended" if self.is_suspended(today) else "valid"

    def is_suspended(self, today: date) -> bool:
        return self.has_suspension(today) and self.suspension_start is not None and self.suspension_start <= today

    def has_suspension(self, today: date) -> bool:
        """A suspension that runs or is to begin, and has not been ended by a resumption."""
        return self.suspension_start is not None and (self.resume_on is None or today < self.resume_on)

    def is_overdue(self, today: date) -> bool:
        return self.is_suspended(today) and self.suspension_end is not None and self.suspension_end < today


@dataclass(frozen=True, kw_only=True)
class Case:
    """One licence before the rules on one day."""

    licence: LicenceFacts
    today: date
    settings: Settings
    open_filings: Mapping[TransactionName, str] = field(default_factory=dict)  # transaction → filing number
