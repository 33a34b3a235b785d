"""Rules and terms that every transaction shares."""

from __future__ import annotations

from licensing_server.contract.licences import DeliveryOption
from licensing_server.contract.names import TransactionName
from licensing_server.rules.basis import Finding, Rule
from licensing_server.rules.dates import say
from licensing_server.rules.facts import STATUS_TEXTS, Case

NOT_IN_FORCE = Rule(
    id="licence.not-in-force",
    sentence="这张许可证{status}，只能查询。",
    source="行政许可法 第七十条",
    instead="以后想再卖烟，请到窗口重新申请。",
    insist=False,
)
CEASING = Rule(
    id="licence.ceasing",
    sentence="您已经办好不再经营，许可证用到{day}。",
    source="行政许可法 第七十条",
    instead="以后想再卖烟，请到窗口重新申请。",
    insist=False,
)
OPEN_FILING = Rule(
    id="filing.open",
    sentence="这件事您已经交过申请，编号 {filing_no}，还没有办完。",
    source="一张证一件事，一次只办一份申请",
    instead="先看那一份办到哪一步。想重新交，就先撤回那一份。",
    insist=False,
)
EXPIRED = Rule(
    id="licence.expired",
    sentence="许可证{day}已经到期，现在不能用了。",
    source="烟草专卖法实施条例 第五十七条",
    instead="请到窗口重新申请许可证。",
)
RULES = (NOT_IN_FORCE, CEASING, OPEN_FILING, EXPIRED)


def standing_findings(case: Case, name: TransactionName) -> list[Finding]:
    """What stands in the way of any transaction: a licence no longer in force, or the same filing still open."""
    licence = case.licence
    status = licence.status(case.today)
    if status in ("cancelled", "recovered", "revoked"):
        return [NOT_IN_FORCE.fires(status=STATUS_TEXTS[status])]
    if licence.cancelled_on:
        return [CEASING.fires(day=say(licence.cancelled_on, case.today))]
    if filing_no := case.open_filings.get(name):
        return [OPEN_FILING.fires(filing_no=filing_no)]
    return []


def expiry_findings(case: Case) -> list[Finding]:
    licence = case.licence
    return [EXPIRED.fires(day=say(licence.valid_until, case.today))] if licence.valid_until < case.today else []


def delivery_options(case: Case) -> list[DeliveryOption]:
    """How a certificate reaches the holder; the premises come first, a new registered address follows."""
    addresses = list(dict.fromkeys((case.licence.premises_address, case.licence.registry.premises_address)))
    texts, window = case.settings.delivery, case.settings.service.window
    return [
        DeliveryOption(method="post", text=texts.post, addresses=addresses),
        DeliveryOption(method="visit", text=texts.visit, addresses=addresses),
        DeliveryOption(method="collect", text=texts.collect, addresses=[window.address]),
    ]
