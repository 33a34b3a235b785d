"""The clerk's side of the reference server, from the command line: what waits, and deciding it."""

from __future__ import annotations

from contextlib import closing

from licensing_server.contract.names import FilingState
from licensing_server.desk import decisions
from licensing_server.rules.life import STATE_TEXTS
from licensing_server.rules.transactions import TRANSACTIONS
from licensing_server.serve import open_office
from licensing_server.store import filings


def waiting_lines(url: str | None) -> list[str]:
    """One line a filing, oldest first: number, transaction, shop, state, promised day. Raises CannotServe."""
    office = open_office(url)
    with closing(office.database):
        rows = office.database.read(lambda connection: filings.in_states(connection, decisions.WAITING))
    return [
        "  ".join(
            (
                row.filing_no,
                TRANSACTIONS[row.transaction_name].official_name,
                row.shop_name,
                STATE_TEXTS[row.state],
                f"最晚 {row.promised_on}" if row.promised_on else "",
            )
        ).rstrip()
        for row in rows
    ]


def decide(url: str | None, filing_no: str, decision: decisions.Decision, reason: str) -> FilingState:
    """The filing's new state. Raises CannotServe, UnknownFiling, IllegalMove."""
    office = open_office(url)
    with closing(office.database):
        return decisions.decide(office, filing_no, decision, reason)
