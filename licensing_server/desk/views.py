"""A stored filing as the API shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row

from licensing_server.contract.answers import FilingBody
from licensing_server.contract.filings import Filing, FilingEvent
from licensing_server.desk.wording import next_steps, where_it_stands
from licensing_server.rules.life import OPEN_STATES, STATE_TEXTS
from licensing_server.rules.numbers import query_code
from licensing_server.rules.transactions import TRANSACTIONS
from licensing_server.settings import Settings
from licensing_server.store import filings

BODY: TypeAdapter[FilingBody] = TypeAdapter(FilingBody)


def show(connection: Connection, row: Row[Any], settings: Settings, today: date) -> Filing:
    """``row`` is a filing with its shop's name."""
    body = BODY.validate_json(row.body)
    transaction = TRANSACTIONS[row.transaction_name]
    remedy = settings.review.remedy if row.state == "refused" else None
    return Filing(
        filing_no=row.filing_no,
        query_code=query_code(row.submission_id),
        submission_id=row.submission_id,
        licence_no=row.licence_no,
        shop_name=row.shop_name,
        transaction=row.transaction_name,
        transaction_title=transaction.title,
        state=row.state,
        state_text=STATE_TEXTS[row.state],
        sentence=where_it_stands(row.state, body, transaction, row.promised_on, row.reason, today),
        submitted_at=row.submitted_at,
        promised_on=row.promised_on,
        promised_working_days=row.promised_working_days,
        can_withdraw=row.state in OPEN_STATES,
        reason=row.reason,
        remedy=remedy,
        events=[
            FilingEvent(at=event.at, state=event.state, actor=event.actor, sentence=event.sentence, rule=event.rule)
            for event in filings.events_of(connection, row.filing_no)
        ],
        next_steps=next_steps(row.state, body, transaction, row.submitted_at, row.reason, remedy or ""),
        body=body,
        stars=row.stars,
    )
