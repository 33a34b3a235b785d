"""The tables of the first release."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "certificate_keys",
        sa.Column("kid", sa.String(43), primary_key=True),
        sa.Column("private_key", sa.LargeBinary(32), nullable=False),
    )
    op.create_table(
        "holders",
        sa.Column("id_number", sa.String(18), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("holder", sa.String(18), nullable=False),
        sa.Column("opened_at", sa.String(32), nullable=False),
        sa.Column("used_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "submissions",
        sa.Column("submission_id", sa.String(36), primary_key=True),
        sa.Column("holder", sa.String(18), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("query_code", sa.String(12), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("filing_no", sa.String(15), nullable=True),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_index("ix_submissions_query_code", "submissions", ["query_code"])
    op.create_table(
        "tickets",
        sa.Column("ticket_hash", sa.String(64), primary_key=True),
        sa.Column("holder", sa.String(18), nullable=False),
        sa.Column("expires_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "licences",
        sa.Column("licence_no", sa.String(12), primary_key=True),
        sa.Column("holder", sa.String(18), sa.ForeignKey("holders.id_number"), nullable=False),
        sa.Column("shop_name", sa.String(200), nullable=False),
        sa.Column("person_in_charge", sa.String(100), nullable=False),
        sa.Column("economic_type", sa.String(50), nullable=False),
        sa.Column("premises_address", sa.String(200), nullable=False),
        sa.Column("scope", sa.String(100), nullable=False),
        sa.Column("supplier", sa.String(100), nullable=False),
        sa.Column("issuer", sa.String(100), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("standing", sa.String(10), nullable=False),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("suspension_start", sa.Date(), nullable=True),
        sa.Column("suspension_end", sa.Date(), nullable=True),
        sa.Column("resume_on", sa.Date(), nullable=True),
        sa.Column("contact_phone", sa.String(20), nullable=False),
        sa.Column("credit_grade", sa.String(4), nullable=False),
        sa.Column("open_violation", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("registry_credit_code", sa.String(18), nullable=False),
        sa.Column("registry_status", sa.String(10), nullable=False),
        sa.Column("registry_shop_name", sa.String(200), nullable=False),
        sa.Column("registry_person_in_charge", sa.String(100), nullable=False),
        sa.Column("registry_premises_address", sa.String(200), nullable=False),
        sa.Column("registry_economic_type", sa.String(50), nullable=False),
        sa.Column("registry_successor_is_family", sa.Boolean(), nullable=False),
        sa.Column("registry_premises_change", sa.String(10), nullable=True),
    )
    op.create_index("ix_licences_holder", "licences", ["holder"])
    op.create_table(
        "filings",
        sa.Column("filing_no", sa.String(15), primary_key=True),
        sa.Column("holder", sa.String(18), nullable=False),
        sa.Column("licence_no", sa.String(12), sa.ForeignKey("licences.licence_no"), nullable=False),
        sa.Column("submission_id", sa.String(36), nullable=False),
        sa.Column("transaction_name", sa.String(10), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("submitted_at", sa.String(32), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("promised_working_days", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("stars", sa.Integer(), nullable=True),
    )
    op.create_index("ix_filings_holder", "filings", ["holder"])
    op.create_index("ix_filings_licence_no", "filings", ["licence_no"])
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("filing_no", sa.String(15), sa.ForeignKey("filings.filing_no"), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("actor", sa.String(50), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(60), nullable=True),
    )
    op.create_index("ix_events_filing_no", "events", ["filing_no"])
