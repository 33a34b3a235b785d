"""Taking a filing in, exactly once: the same key and body always get the same answer.

The record of the submission is written in the transaction that creates the filing. Only outcomes of executed
requests are kept (201, and business refusals 409); a body that fails validation leaves no trace and may be mended
under the same key.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from licensing_server.contract.answers import FilingBody
from licensing_server.contract.licences import Reason
from licensing_server.desk import decisions
from licensing_server.desk.answers import check_delivery, check_pledge, check_signature
from licensing_server.desk.office import Office
from licensing_server.desk.views import BODY, show
from licensing_server.desk.wording import CITIZEN, CLERK, MACHINE
from licensing_server.problems import ProblemError, not_found, problem
from licensing_server.rules import working_days
from licensing_server.rules.basis import AnswerError, Approval, Finding, weigh
from licensing_server.rules.dates import say
from licensing_server.rules.facts import Case
from licensing_server.rules.numbers import query_code
from licensing_server.rules.transactions import TRANSACTIONS
from licensing_server.store import filings, licences

CREATED, CONFLICT = 201, 409


@dataclass(frozen=True)
class Answer:
    """What was answered, word for word: a replay gets the same."""

    status: int
    content: str
    filing_no: str | None
    replayed: bool = False


class Refused(Exception):
    """A business refusal: an outcome that is kept under its key."""

    def __init__(self, code: str, detail: str, reasons: list[Reason] | None = None) -> None:
        super().__init__(code)
        self.problem = problem(CONFLICT, code, detail, reasons or [])


@dataclass(frozen=True)
class Submission:
    """One request to file: who, under which key, the bytes as they came, and what they say."""

    holder: str
    submission_id: str
    raw: bytes
    body: FilingBody

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.raw).hexdigest()


def submit(office: Office, submission: Submission) -> Answer:
    """File, or repeat the answer already given. Raises ProblemError for what is not an outcome (404, 422)."""
    return office.database.write(lambda connection: _submit(connection, office, submission))


def _submit(connection: Connection, office: Office, submission: Submission) -> Answer:
    known = filings.submission(connection, submission.submission_id)
    if known is not None:
        if (known.holder, known.fingerprint) != (submission.holder, submission.fingerprint):
            raise ProblemError(422, "idempotency-key-reused", "这个提交号已经用过了，请从头再办一次。")
        return Answer(known.status, known.answer, known.filing_no, replayed=True)
    now = office.now()
    try:
        with connection.begin_nested():
            filing_no = _take_in(connection, office, submission, now)
        row = filings.find(connection, filing_no)
        assert row is not None
        filing = show(connection, row, office.settings, now.date())
        answer = Answer(CREATED, filing.model_dump_json(), filing_no)
    except Refused as refusal:
        answer = Answer(CONFLICT, refusal.problem.model_dump_json(), None)
    except AnswerError as wrong:
        raise ProblemError(422, wrong.code, wrong.sentence) from wrong
    filings.add_submission(
        connection,
        submission_id=submission.submission_id,
        holder=submission.holder,
        fingerprint=submission.fingerprint,
        query_code=query_code(submission.submission_id),
        status=answer.status,
        answer=answer.content,
        filing_no=answer.filing_no,
        at=now,
    )
    return answer


def _take_in(connection: Connection, office: Office, submission: Submission, now: datetime) -> str:
    """Examine, check, store, and decide where a rule may. Returns the filing number. Raises Refused, AnswerError."""
    body, settings = submission.body, office.settings
    licence = licences.find(connection, submission.holder, body.licence_no)
    if licence is None:
        raise not_found("张许可证")
    check_pledge(body.pledge, settings)
    check_signature(body.signature, settings)
    if body.corrects:
        _require_correctable(connection, submission.holder, body)
    case = licences.case_of(connection, licence, now.date(), settings, correcting=body.corrects)
    transaction = TRANSACTIONS[body.transaction]
    findings = transaction.examine(case, body.answers)
    terms = transaction.terms(case)
    advice = weigh(findings, terms)
    if not advice.can_apply and not (advice.may_insist and body.insist):
        first = advice.reasons[0]
        raise Refused("not-eligible", first.sentence + first.instead.sentence, advice.reasons)
    check_delivery(body.delivery, terms)
    transaction.check(case, terms, body.answers)
    if body.corrects:
        return _correct(connection, submission, case, now)
    approval = _approval(case, body, findings)
    return _open(connection, submission, case, now, approval)


def _require_correctable(connection: Connection, holder: str, body: FilingBody) -> None:
    old = filings.find(connection, body.corrects or "", holder=holder)
    if old is None:
        raise not_found("份申请")
    if (old.licence_no, old.transaction_name) != (body.licence_no, body.transaction):
        raise AnswerError("correction.other-matter", "要改的那份申请，不是这张证的这件事。")
    if old.state != "to_be_corrected":
        raise Refused("correction.not-open", "那份申请现在不用改。")


def _approval(case: Case, body: FilingBody, findings: list[Finding]) -> Approval | None:
    """The rule that may decide at once: nothing was found, nothing is insisted on, and it is switched on."""
    transaction = TRANSACTIONS[body.transaction]
    if findings or body.insist or not case.settings.review.decide_at_once.get(body.transaction, False):
        return None
    return transaction.approval if transaction.may_decide(case, body.answers) else None


def _open(connection: Connection, submission: Submission, case: Case, now: datetime, approval: Approval | None) -> str:
    body, holder = submission.body, submission.holder
    number = filings.next_number(connection, now.date())
    transaction = TRANSACTIONS[body.transaction]
    filings.add(
        connection,
        filing_no=number,
        holder=holder,
        licence_no=body.licence_no,
        submission_id=submission.submission_id,
        transaction_name=body.transaction,
        state="submitted",
        body=BODY.dump_json(body).decode(),
        submitted_at=now,
    )
    filed = f"您交了{transaction.title}的申请。"
    filings.record(connection, number, "submitted", at=now, actor=CITIZEN, sentence=filed)
    accepted = "烟草专卖局受理了您的申请。"
    if approval:
        filings.move(connection, number, "accepted", at=now, actor=MACHINE, sentence=accepted, rule=approval.id)
        decisions.grant(connection, number, body, case, at=now, actor=MACHINE, rule=approval.id)
    else:
        filings.move(connection, number, "accepted", at=now, actor=CLERK, sentence=accepted)
        _review(connection, number, case, body, now, actor=CLERK, opening="工作人员开始审核")
    return number


def _review(
    connection: Connection, number: str, case: Case, body: FilingBody, now: datetime, *, actor: str, opening: str
) -> None:
    days = case.settings.review.promised_working_days[body.transaction]
    promised_on = working_days.after(now.date(), days)
    sentence = f"{opening}，最晚{say(promised_on, now.date())}给您结果。"
    filings.move(
        connection, number, "in_review", at=now, actor=actor, sentence=sentence,
        promised_on=promised_on, promised_working_days=days, reason=None,
    )  # fmt: skip


def _correct(connection: Connection, submission: Submission, case: Case, now: datetime) -> str:
    """The corrected body takes the old one's place; the number stays and the review starts anew."""
    body = submission.body
    assert body.corrects is not None
    filings.change(
        connection,
        body.corrects,
        submission_id=submission.submission_id,
        body=BODY.dump_json(body).decode(),
    )
    _review(connection, body.corrects, case, body, now, actor=CITIZEN, opening="您改好又交上来了")
    return body.corrects
