"""The tables. A change here needs a migration beside it; a test compares the two."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A time with its offset, as ISO text: SQLite has no such type, and Shanghai's offset is always the same."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value.isoformat() if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return datetime.fromisoformat(value) if value else None


metadata = MetaData()

holders = Table(
    "holders",
    metadata,
    Column("id_number", String(18), primary_key=True),
    Column("name", String(100), nullable=False),
)

licences = Table(
    "licences",
    metadata,
    Column("licence_no", String(12), primary_key=True),
    Column("holder", ForeignKey("holders.id_number"), nullable=False, index=True),
    Column("shop_name", String(200), nullable=False),
    Column("person_in_charge", String(100), nullable=False),
    Column("economic_type", String(50), nullable=False),
    Column("premises_address", String(200), nullable=False),
    Column("scope", String(100), nullable=False),
    Column("supplier", String(100), nullable=False),
    Column("issuer", String(100), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("standing", String(10), nullable=False),
    Column("cancelled_on", Date),
    Column("suspension_start", Date),
    Column("suspension_end", Date),
    Column("resume_on", Date),
    Column("contact_phone", String(20), nullable=False),
    Column("credit_grade", String(4), nullable=False),
    Column("open_violation", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("registry_credit_code", String(18), nullable=False),
    Column("registry_status", String(10), nullable=False),
    Column("registry_shop_name", String(200), nullable=False),
    Column("registry_person_in_charge", String(100), nullable=False),
    Column("registry_premises_address", String(200), nullable=False),
    Column("registry_economic_type", String(50), nullable=False),
    Column("registry_successor_is_family", Boolean, nullable=False),
    Column("registry_premises_change", String(10)),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("holder", String(18), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("used_at", Moment, nullable=False),
)

tickets = Table(
    "tickets",
    metadata,
    Column("ticket_hash", String(64), primary_key=True),
    Column("holder", String(18), nullable=False),
    Column("expires_at", Moment, nullable=False),
)

filings = Table(
    "filings",
    metadata,
    Column("filing_no", String(15), primary_key=True),
    Column("holder", String(18), nullable=False, index=True),
    Column("licence_no", ForeignKey("licences.licence_no"), nullable=False, index=True),
    Column("submission_id", String(36), nullable=False),
    Column("transaction_name", String(10), nullable=False),
    Column("state", String(20), nullable=False),
    Column("body", Text, nullable=False),
    Column("submitted_at", Moment, nullable=False),
    Column("promised_on", Date),
    Column("promised_working_days", Integer),
    Column("reason", Text),
    Column("stars", Integer),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("filing_no", ForeignKey("filings.filing_no"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("state", String(20), nullable=False),
    Column("actor", String(50), nullable=False),
    Column("sentence", Text, nullable=False),
    Column("rule", String(60)),
)

submissions = Table(
    "submissions",
    metadata,
    Column("submission_id", String(36), primary_key=True),
    Column("holder", String(18), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("query_code", String(12), nullable=False, index=True),
    Column("status", Integer, nullable=False),
    Column("answer", Text, nullable=False),
    Column("filing_no", String(15)),
    Column("at", Moment, nullable=False),
)

certificate_keys = Table(
    "certificate_keys",
    metadata,
    Column("kid", String(43), primary_key=True),
    Column("private_key", LargeBinary(32), nullable=False),
)
