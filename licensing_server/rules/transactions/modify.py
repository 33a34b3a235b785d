"""变更: the licence is brought into line with the business licence, field by field."""

from __future__ import annotations

from licensing_server.contract.answers import Change, ModifyAnswers
from licensing_server.contract.licences import RegistryDifference, Terms
from licensing_server.rules.basis import AnswerError, Approval, Finding, Rule, Transaction, promised, require_option
from licensing_server.rules.common import delivery_options, expiry_findings, standing_findings
from licensing_server.rules.facts import Case
from licensing_server.rules.registry import differences

NO_DIFFERENCE = Rule(
    id="modify.no-difference",
    sentence="许可证和营业执照一样，没有要改的。",
    source="烟草专卖许可证管理办法 变更",
    instead="想改店名、经营者或地址，先去改营业执照，再来改许可证。",
    insist=False,
)
REGISTRY_UNKNOWN = Rule(
    id="modify.registry-not-found",
    sentence="没有查到您的营业执照，不知道要改成什么。",
    source="国务院关于在线政务服务的若干规定 第七条",
    instead="请带营业执照到窗口改。",
    insist=False,
)
NEW_APPLICATION = Rule(
    id="modify.new-application-needed",
    sentence="{sentence}",
    source="烟草专卖许可证管理办法 变更；国烟法〔2024〕55号",
    instead="请到窗口重新申请。",
)
PARTLY = Rule(
    id="modify.part-needs-new-application",
    sentence="{label}不能在这里改。{sentence}",
    source="烟草专卖许可证管理办法 变更；国烟法〔2024〕55号",
    instead="别的可以先改，这一处请到窗口问。",
    blocks=False,
)


def examine(case: Case, answers: ModifyAnswers | None) -> list[Finding]:
    if firm := standing_findings(case, "modify") or expiry_findings(case):
        return firm
    if case.licence.registry.status == "not_found":
        return [REGISTRY_UNKNOWN.fires()]
    different = differences(case.licence)
    if not different:
        return [NO_DIFFERENCE.fires()]
    lasting = [each for each in different if not each.can_modify]
    if len(lasting) == len(different):
        return [NEW_APPLICATION.fires(sentence=each.sentence) for each in lasting]
    return [] if answers else [PARTLY.fires(label=each.label, sentence=each.sentence) for each in lasting]


def terms(case: Case) -> Terms:
    return Terms(promised_working_days=promised(case, "modify"), delivery=delivery_options(case))


def check(case: Case, _terms: Terms, answers: ModifyAnswers) -> None:
    different = {each.field: each for each in differences(case.licence)}
    if len({change.field for change in answers.changes}) < len(answers.changes):
        raise AnswerError("modify.twice", "同一处改了两次，请只留一次。")
    for change in answers.changes:
        _check_change(change, different.get(change.field))
    if any(each.can_modify for each in different.values()):
        for change in answers.changes:
            _require_modifiable(different[change.field])


def _check_change(change: Change, difference: RegistryDifference | None) -> None:
    if difference is None:
        raise AnswerError("modify.same", "您要改的有一处，许可证和营业执照本来就一样，不用改。")
    if change.new_value != difference.on_registry:
        raise AnswerError("modify.not-registry-value", f"新的{difference.label}要和营业执照上的一样。")
    if difference.grounds:
        require_option(change.ground or "", difference.grounds, "改地址的原因")


def _require_modifiable(difference: RegistryDifference) -> None:
    """Where nothing can be modified he insists and a clerk decides; where something can, the rest stays out."""
    if not difference.can_modify:
        raise AnswerError("modify.needs-new-application", f"{difference.label}不能在这里改。{difference.sentence}")


def may_decide(_case: Case, answers: ModifyAnswers) -> bool:
    """Only the shop name, and it equals the registry's (checked): nothing is left to judge."""
    return all(change.field == "shop_name" for change in answers.changes)


def grant(case: Case, answers: ModifyAnswers) -> dict[str, object]:
    return {change.field: change.new_value for change in answers.changes} | {"issued_on": case.today}


TRANSACTION = Transaction(
    name="modify",
    title="修改登记信息",
    official_name="变更",
    brings=("身份证",),
    summary=("店名、经营者、地址有变，改成和营业执照一样。", "店搬到了别的地方，要重新申请。"),
    rules=(NO_DIFFERENCE, REGISTRY_UNKNOWN, NEW_APPLICATION, PARTLY),
    examine=examine,
    terms=terms,
    check=check,
    grant=grant,
    approval=Approval(
        "modify.shop-name-matches", "新店名和营业执照一样，当场批准。", "行政许可法 第三十四条、第四十九条"
    ),
    may_decide=may_decide,
    granted_sentence="批准了，登记信息改好了。",
    outcome_title="新证交给您",
)
