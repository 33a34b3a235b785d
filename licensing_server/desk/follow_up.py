"""What a holder does with a filing after it was filed: look, withdraw, rate, settle an outcome slip."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row

from licensing_server.contract.filings import Filing, FilingList, SubmissionOutcome
from licensing_server.desk.office import Office
from licensing_server.desk.views import show
from licensing_server.desk.wording import CITIZEN
from licensing_server.problems import ProblemError, not_found
from licensing_server.rules.life import IllegalMove
from licensing_server.store import filings


def _own(connection: Connection, holder: str, filing_no: str) -> Row[Any]:
    row = filings.find(connection, filing_no, holder=holder)
    if row is None:
        raise not_found("份申请")
    return row


def list_filings(office: Office, holder: str) -> FilingList:
    def query(connection: Connection) -> FilingList:
        rows = filings.of_holder(connection, holder)
        return FilingList(filings=[show(connection, row, office.settings, office.today()) for row in rows])

    return office.database.read(query)


def get_filing(office: Office, holder: str, filing_no: str) -> Filing:
    return office.database.read(
        lambda connection: show(connection, _own(connection, holder, filing_no), office.settings, office.today())
    )


def withdraw(office: Office, holder: str, filing_no: str) -> Filing:
    """Until it is decided. Raises ProblemError 404 or 409."""

    def change(connection: Connection) -> Filing:
        _own(connection, holder, filing_no)
        try:
            filings.move(connection, filing_no, "withdrawn", at=office.now(), actor=CITIZEN, sentence="您撤回了申请。")
        except IllegalMove as illegal:
            sentence = "这份申请已经撤回了。" if illegal.state == "withdrawn" else "这份申请已经有结果，不能撤回了。"
            raise ProblemError(409, "filing.not-withdrawable", sentence) from illegal
        return show(connection, _own(connection, holder, filing_no), office.settings, office.today())

    return office.database.write(change)


def rate(office: Office, holder: str, filing_no: str, stars: int) -> Filing:
    """Once a filing. Raises ProblemError 404 or 409."""

    def change(connection: Connection) -> Filing:
        if _own(connection, holder, filing_no).stars is not None:
            raise ProblemError(409, "filing.already-rated", "这件事您已经评过了。")
        filings.change(connection, filing_no, stars=stars)
        return show(connection, _own(connection, holder, filing_no), office.settings, office.today())

    return office.database.write(change)


def outcome(office: Office, holder: str, query_code: str) -> SubmissionOutcome:
    """What became of an outcome slip: filed, refused, or never received."""
    found = office.database.read(lambda connection: filings.submission_by_code(connection, holder, query_code))
    if found is None:
        sentence = "还没有收到这份申请。如果刚交，过一会儿再看。"
        return SubmissionOutcome(query_code=query_code, outcome="not_received", sentence=sentence, filing_no=None)
    if found.filing_no is None:
        sentence = "收到了，但是没有办成。可以到终端上再看看为什么。"
        return SubmissionOutcome(query_code=query_code, outcome="refused", sentence=sentence, filing_no=None)
    sentence = f"申请收到了，编号 {found.filing_no}，不用再交。"
    return SubmissionOutcome(query_code=query_code, outcome="filed", sentence=sentence, filing_no=found.filing_no)
