"""Deciding a filing: by rule at once, or by the clerk. A grant changes the licence in the same transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row

from licensing_server.contract.answers import FilingBody
from licensing_server.contract.names import FilingState
from licensing_server.desk.office import Office
from licensing_server.desk.views import BODY
from licensing_server.desk.wording import CLERK, delivering
from licensing_server.rules.facts import Case, LicenceFacts
from licensing_server.rules.life import OPEN_STATES
from licensing_server.rules.transactions import TRANSACTIONS
from licensing_server.store import filings, licences

Decision = Literal["grant", "refuse", "correct", "delivered"]
WAITING: frozenset[FilingState] = frozenset({"in_review", "delivering"})
CANCELLED = "许可证已经注销，这份申请不再办了。"


class UnknownFiling(Exception):
    """No filing has this number."""


def grant(
    connection: Connection, filing_no: str, body: FilingBody, case: Case, *, at: datetime, actor: str, rule: str | None
) -> None:
    """Change the licence and carry the filing to delivery or to its end. Raises IllegalMove."""
    transaction = TRANSACTIONS[body.transaction]
    filings.move(connection, filing_no, "granted", at=at, actor=actor, sentence=transaction.granted_sentence, rule=rule)
    changes = transaction.grant(case, body.answers)
    licences.change(connection, case.licence, changes)
    if body.delivery:
        filings.move(connection, filing_no, "delivering", at=at, actor=CLERK, sentence=delivering(body))
    else:
        filings.move(connection, filing_no, "closed", at=at, actor=actor, sentence="办完了。")
    if changes.get("standing") == "cancelled":
        _close_others(connection, case.licence, at)


def _close_others(connection: Connection, licence: LicenceFacts, at: datetime) -> None:
    for other in filings.open_on_licence(connection, licence.licence_no, OPEN_STATES):
        filings.move(connection, other.filing_no, "closed", at=at, actor=CLERK, sentence=CANCELLED, reason=CANCELLED)


def decide(office: Office, filing_no: str, decision: Decision, reason: str) -> FilingState:
    """The clerk's decision; returns the new state. Raises UnknownFiling, IllegalMove."""

    def change(connection: Connection) -> FilingState:
        row = filings.find(connection, filing_no)
        if row is None:
            raise UnknownFiling(filing_no)
        _carry_out(connection, office, row, decision, reason)
        moved = filings.find(connection, filing_no)
        assert moved is not None
        state: FilingState = moved.state
        return state

    return office.database.write(change)


def _carry_out(connection: Connection, office: Office, row: Row[Any], decision: Decision, reason: str) -> None:
    at, number = office.now(), row.filing_no
    if decision == "grant":
        licence = licences.find(connection, row.holder, row.licence_no)
        assert licence is not None
        case = licences.case_of(connection, licence, at.date(), office.settings)
        grant(connection, number, BODY.validate_json(row.body), case, at=at, actor=CLERK, rule=None)
    elif decision == "refuse":
        sentence = f"没有批准：{reason}"
        filings.move(connection, number, "refused", at=at, actor=CLERK, sentence=sentence, reason=reason)
    elif decision == "correct":
        sentence = f"要您改一处：{reason}"
        filings.move(connection, number, "to_be_corrected", at=at, actor=CLERK, sentence=sentence, reason=reason)
    else:
        filings.move(connection, number, "closed", at=at, actor=CLERK, sentence="新证交到您手里了。")
