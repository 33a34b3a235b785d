"""歇业/注销: the holder gives up the licence for good. Never decided by the machine."""

from __future__ import annotations

from datetime import timedelta

from licensing_server.contract.answers import CancelAnswers
from licensing_server.contract.licences import Option, Terms
from licensing_server.rules.basis import Finding, Transaction, promised, require_day, require_option
from licensing_server.rules.common import expiry_findings, standing_findings
from licensing_server.rules.facts import Case

REASONS = [
    Option(code="retired", text="年纪大了，不想开了"),
    Option(code="moved-away", text="搬走了，店不在了"),
    Option(code="new-trade", text="改做别的生意"),
    Option(code="poor-trade", text="生意不好"),
    Option(code="other", text="别的原因"),
]
CONSEQUENCES = [
    "许可证作废，正本、副本要交回。",
    "烟草公司不再供货，不能再卖烟。",
    "以后想再卖，要重新申请，可能要排队，也可能批不下来。",
]


def examine(case: Case, _answers: CancelAnswers | None) -> list[Finding]:
    return standing_findings(case, "cancel") or expiry_findings(case)


def terms(case: Case) -> Terms:
    return Terms(
        promised_working_days=promised(case, "cancel"),
        reasons=REASONS,
        consequences=CONSEQUENCES,
        start_from=case.today,
        start_until=case.today + timedelta(case.settings.cancel.cease_within_days),
    )


def check(case: Case, terms: Terms, answers: CancelAnswers) -> None:
    require_option(answers.reason, terms.reasons, "原因")
    require_day(answers.cease_on, terms, "不再卖烟的日子", case.today)


def grant(case: Case, answers: CancelAnswers) -> dict[str, object]:
    """The licence serves until the day he chose, even if the decision comes earlier."""
    return {"standing": "cancelled", "cancelled_on": max(answers.cease_on, case.today)}


TRANSACTION = Transaction(
    name="cancel",
    title="不再经营",
    official_name="歇业、注销",
    brings=("身份证", "许可证正本和副本，批准后交回"),
    summary=("交回许可证，以后不卖烟了。", "批准以前可以撤回。"),
    rules=(),
    examine=examine,
    terms=terms,
    check=check,
    grant=grant,
    granted_sentence="批准了，许可证注销。",
    outcome_title="交回旧证，事情办完",
)
