"""恢复营业: a suspended shop opens again, at the end of the period, earlier, or too late."""

from __future__ import annotations

from datetime import timedelta

from licensing_server.contract.answers import ResumeAnswers
from licensing_server.contract.licences import Option, Terms
from licensing_server.rules.basis import Approval, Finding, Rule, Transaction, promised, require_day, require_option
from licensing_server.rules.common import expiry_findings, standing_findings
from licensing_server.rules.dates import say
from licensing_server.rules.facts import Case

REASONS = [
    Option(code="period-over", text="停业的日子到了"),
    Option(code="early", text="事情办完了，提前开门"),
    Option(code="other", text="别的原因"),
]
NOT_SUSPENDED = Rule(
    id="resume.not-suspended",
    sentence="您的店没有停业，不用恢复。",
    source="烟草专卖许可证管理办法 恢复营业",
    instead="照常营业就行。",
    insist=False,
)
OVERDUE = Rule(
    id="resume.overdue",
    sentence="停业的日子{day}就满了，已经过了 {days} 天，要由工作人员审核。",
    source="实施细则 第二十三条",
    instead="今天就交上来，批准以前先不要卖烟。",
    blocks=False,
)


def examine(case: Case, _answers: ResumeAnswers | None) -> list[Finding]:
    if firm := standing_findings(case, "resume"):
        return firm
    licence, today = case.licence, case.today
    if not licence.is_suspended(today):
        return [NOT_SUSPENDED.fires()]
    if expired := expiry_findings(case):
        return expired
    if licence.is_overdue(today) and licence.suspension_end:
        return [OVERDUE.fires(day=say(licence.suspension_end, today), days=(today - licence.suspension_end).days)]
    return []


def terms(case: Case) -> Terms:
    licence, today = case.licence, case.today
    offered = Terms(promised_working_days=promised(case, "resume"), reasons=REASONS)
    if not licence.is_suspended(today) or licence.suspension_end is None:
        return offered
    latest = licence.suspension_end
    if latest < today:
        latest = today + timedelta(case.settings.resume.overdue_within_days)
    return offered.model_copy(update={"start_from": today, "start_until": latest})


def check(case: Case, terms: Terms, answers: ResumeAnswers) -> None:
    require_option(answers.reason, terms.reasons, "原因")
    require_day(answers.resume_on, terms, "重新开门的日子", case.today)


def grant(_case: Case, answers: ResumeAnswers) -> dict[str, object]:
    return {"resume_on": answers.resume_on}


TRANSACTION = Transaction(
    name="resume",
    title="恢复营业",
    official_name="恢复营业",
    brings=("身份证",),
    summary=("停业的店重新开门。", "提前开门也可以。"),
    rules=(NOT_SUSPENDED, OVERDUE),
    examine=examine,
    terms=terms,
    check=check,
    grant=grant,
    approval=Approval("resume.in-period", "还在停业的日子里，当场批准。", "烟草专卖许可证管理办法 恢复营业"),
    granted_sentence="批准了，可以重新开门。",
    outcome_title="到日子就可以开门",
)
