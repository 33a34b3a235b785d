"""延续: the certificate runs on under the same number."""

from __future__ import annotations

from datetime import timedelta

from licensing_server.contract.answers import RenewAnswers
from licensing_server.contract.licences import Terms
from licensing_server.rules.basis import Approval, Finding, Rule, Transaction, promised
from licensing_server.rules.common import delivery_options, expiry_findings, standing_findings
from licensing_server.rules.dates import add_years, say
from licensing_server.rules.facts import Case
from licensing_server.rules.registry import differences

TOO_EARLY = Rule(
    id="renew.too-early",
    sentence="现在还不能延长：离到期还有 {days} 天。",
    source="行政许可法 第五十条；开始日期由本地规定",
    instead="到{day}再来。",
    insist=False,
)
LATE = Rule(
    id="renew.late",
    sentence="离到期只有 {days} 天了，今天就交最稳妥。",
    source="行政许可法 第五十条",
    instead="今天交上来，工作人员会尽快审核。",
    blocks=False,
)
MISMATCH = Rule(
    id="renew.registry-mismatch",
    sentence="营业执照上的{labels}和许可证不一样。",
    source="烟草专卖许可证管理办法 延续、变更",
    instead="先改登记信息，再来延长。",
    transaction="modify",
)
CHANGED_FOR_GOOD = Rule(
    id="renew.new-application-needed",
    sentence="营业执照上的{labels}和许可证不一样，这一处不能改证。",
    source="实施细则 第四十三条",
    instead="请到窗口重新申请。",
)
SUSPENDED = Rule(
    id="renew.suspended",
    sentence="您的店正在停业。",
    source="烟草专卖许可证管理办法 停业、恢复营业",
    instead="先恢复营业，再来延长。",
    transaction="resume",
)
REGISTRY_GONE = Rule(
    id="renew.registry-revoked",
    sentence="您的营业执照已经吊销或者注销了。",
    source="实施细则 第四十三条",
    instead="请带营业执照的材料到窗口问。",
)
REGISTRY_UNKNOWN = Rule(
    id="renew.registry-not-found",
    sentence="没有查到您的营业执照，要由工作人员核对。",
    source="国务院关于在线政务服务的若干规定 第七条",
    instead="照样可以交，工作人员会打电话给您。",
    blocks=False,
)
VIOLATION = Rule(
    id="renew.open-violation",
    sentence="您有一件违法案子还没有结，要由工作人员审核。",
    source="实施细则 第四十二条、第四十三条",
    instead="照样可以交，结果以审核为准。",
    blocks=False,
)


def examine(case: Case, _answers: RenewAnswers | None) -> list[Finding]:
    if standing := standing_findings(case, "renew"):
        return standing
    licence, today, settings = case.licence, case.today, case.settings.renew
    if expired := expiry_findings(case):
        return expired
    found = []
    days = (licence.valid_until - today).days
    if days > settings.window_days:
        opens = licence.valid_until - timedelta(settings.window_days)
        found.append(TOO_EARLY.fires(days=days, day=say(opens, today), not_before=opens))
    elif days < settings.urgent_days:
        found.append(LATE.fires(days=days))
    if licence.is_suspended(today):
        found.append(SUSPENDED.fires())
    found += _registry_findings(case)
    if licence.open_violation:
        found.append(VIOLATION.fires())
    return found


def _registry_findings(case: Case) -> list[Finding]:
    if case.licence.registry.status in ("revoked", "cancelled"):
        return [REGISTRY_GONE.fires()]
    if case.licence.registry.status == "not_found":
        return [REGISTRY_UNKNOWN.fires()]
    different = differences(case.licence)
    found = []
    for rule, can_modify in ((MISMATCH, True), (CHANGED_FOR_GOOD, False)):
        if labels := "、".join(each.label for each in different if each.can_modify is can_modify):
            found.append(rule.fires(labels=labels))
    return found


def terms(case: Case) -> Terms:
    settings, old = case.settings.renew, case.licence.valid_until
    years = min(settings.years_by_grade.get(case.licence.credit_grade, 1), settings.max_years)
    return Terms(
        promised_working_days=promised(case, "renew"),
        delivery=delivery_options(case),
        renewed_from=old + timedelta(1),
        renewed_until=add_years(old, years),
        renewed_years=years,
    )


def grant(case: Case, _answers: RenewAnswers) -> dict[str, object]:
    given = terms(case)
    return {"valid_from": given.renewed_from, "valid_until": given.renewed_until, "issued_on": case.today}


TRANSACTION = Transaction(
    name="renew",
    title="延长有效期",
    official_name="延续",
    brings=("身份证",),
    summary=("证快到期了，接着用。", "号码不变。"),
    rules=(
        TOO_EARLY,
        LATE,
        MISMATCH,
        CHANGED_FOR_GOOD,
        SUSPENDED,
        REGISTRY_GONE,
        REGISTRY_UNKNOWN,
        VIOLATION,
    ),
    examine=examine,
    terms=terms,
    check=lambda _case, _terms, _answers: None,
    grant=grant,
    approval=Approval(
        "renew.all-matches",
        "登记信息都对得上，也在办理的日子里，当场批准。",
        "行政许可法 第三十四条、第五十条",
    ),
    granted_sentence="批准了，许可证延长了。",
    outcome_title="新证交给您",
)
