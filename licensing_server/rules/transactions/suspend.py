"""停业: the shop closes for a month or more, a year at most, and keeps its licence."""

from __future__ import annotations

from datetime import date, timedelta

from licensing_server.contract.answers import SuspendAnswers
from licensing_server.contract.licences import Option, Terms
from licensing_server.rules.basis import (
    AnswerError,
    Approval,
    Finding,
    Rule,
    Transaction,
    promised,
    require_day,
    require_option,
)
from licensing_server.rules.common import expiry_findings, standing_findings
from licensing_server.rules.dates import add_months, say
from licensing_server.rules.facts import Case

REASONS = [
    Option(code="illness", text="生病，要休养"),
    Option(code="family", text="家里有事"),
    Option(code="away", text="要出远门"),
    Option(code="renovation", text="店面装修"),
    Option(code="poor-trade", text="生意不好，先停一停"),
    Option(code="other", text="别的原因"),
]
ALREADY = Rule(
    id="suspend.already-suspended",
    sentence="您已经办了停业，从{start}到{end}。",
    source="烟草专卖许可证管理办法 停业",
    instead="想提前开门，就办恢复营业。",
    transaction="resume",
    insist=False,
)
EXPIRES_DURING = Rule(
    id="suspend.expires-during",
    sentence="停业还没完，许可证{day}就到期了。",
    source="行政许可法 第五十条；实施细则 第二十三条",
    instead="停业的时候，也要记得在到期前来延长。",
    blocks=False,
)


def last_days(start: date, case: Case) -> tuple[date, date]:
    """First and last day on which a suspension from ``start`` may end, both included.

    A month from 16 March is full on 15 April when both days count, on 16 April by 民法典 §201–202: each bound takes the
    reading that favours the holder.
    """
    bounds = case.settings.suspend
    return add_months(start, bounds.min_months) - timedelta(1), add_months(start, bounds.max_months)


def examine(case: Case, answers: SuspendAnswers | None) -> list[Finding]:
    if firm := standing_findings(case, "suspend") or expiry_findings(case):
        return firm
    licence, today = case.licence, case.today
    if licence.has_suspension(today) and licence.suspension_start and licence.suspension_end:
        return [ALREADY.fires(start=say(licence.suspension_start, today), end=say(licence.suspension_end, today))]
    reopening = answers.end if answers else last_days(today, case)[0]
    return [EXPIRES_DURING.fires(day=say(licence.valid_until, today))] if licence.valid_until < reopening else []


def terms(case: Case) -> Terms:
    bounds = case.settings.suspend
    return Terms(
        promised_working_days=promised(case, "suspend"),
        reasons=REASONS,
        start_from=case.today,
        start_until=case.today + timedelta(bounds.start_within_days),
        min_months=bounds.min_months,
        max_months=bounds.max_months,
    )


def check(case: Case, terms: Terms, answers: SuspendAnswers) -> None:
    require_option(answers.reason, terms.reasons, "原因")
    require_day(answers.start, terms, "停业开始的日子", case.today)
    first, last = last_days(answers.start, case)
    if not first <= answers.end <= last:
        span = f"从{say(answers.start, case.today)}停起，可以停到{say(first, case.today)}至{say(last, case.today)}"
        raise AnswerError("suspend.length", f"停业最短一个月，最长一年。{span}。")


def grant(_case: Case, answers: SuspendAnswers) -> dict[str, object]:
    return {"suspension_start": answers.start, "suspension_end": answers.end, "resume_on": None}


TRANSACTION = Transaction(
    name="suspend",
    title="暂停营业",
    official_name="停业",
    brings=("身份证",),
    summary=("停一个月以上要申请，最长一年。", "许可证还在，到时候再恢复。"),
    rules=(ALREADY, EXPIRES_DURING),
    examine=examine,
    terms=terms,
    check=check,
    grant=grant,
    approval=Approval("suspend.within-bounds", "停业时间在一个月到一年之间，当场批准。", "实施细则 第二十三条"),
    granted_sentence="批准了，可以停业。",
    outcome_title="到日子就可以关门",
)
