"""What a filing's state means, said to the citizen: where it stands and what comes next."""

from __future__ import annotations

from datetime import date, datetime

from licensing_server.contract.answers import FilingBase, ReissueFiling
from licensing_server.contract.filings import NextStep
from licensing_server.contract.names import FilingState, TransactionName
from licensing_server.rules.basis import Transaction
from licensing_server.rules.dates import say

CITIZEN, MACHINE, CLERK = "您", "智能审批", "许可窗口"
DELIVERING = {
    "post": "新证正在寄给您。",
    "visit": "帮办员会把新证送到店里。",
    "collect": "新证做好了放在窗口，等您来拿。",
}
DELIVERY_TITLES = {"post": "新证寄给您", "visit": "新证送到店里", "collect": "到窗口拿新证"}
VISITED: frozenset[TransactionName] = frozenset({"renew", "modify", "resume"})  # where the premises may be looked at


def say_time(moment: datetime) -> str:
    return f"{moment.month}月{moment.day}日 {moment.hour}:{moment.minute:02d}"


def delivering(body: FilingBase) -> str:
    return DELIVERING[body.delivery.method] if body.delivery else ""


def where_it_stands(
    state: FilingState,
    body: FilingBase,
    transaction: Transaction,
    promised_on: date | None,
    reason: str | None,
    today: date,
) -> str:
    by = f"，最晚{say(promised_on, today)}给您结果" if promised_on else ""
    return {
        "submitted": "申请交上去了，烟草专卖局还没有受理。",
        "accepted": f"烟草专卖局受理了{by}。",
        "in_review": f"烟草专卖局正在审核{by}。",
        "to_be_corrected": f"有一处要您改：{reason}",
        "granted": transaction.granted_sentence,
        "refused": f"没有批准：{reason}",
        "delivering": f"批准了，{delivering(body)}",
        "closed": reason or "这件事办完了。",
        "withdrawn": "您撤回了，这份申请不办了。",
    }[state]


def next_steps(
    state: FilingState,
    body: FilingBase,
    transaction: Transaction,
    submitted_at: datetime,
    reason: str | None,
    remedy: str,
) -> list[NextStep]:
    """The whole way in order, from what he did to what he will hold."""
    filed = NextStep(title="您已经提交", note=say_time(submitted_at))
    if state == "withdrawn":
        return [filed, NextStep(title="您撤回了", note="想办的时候可以再交。")]
    if state == "refused":
        return [filed, NextStep(title="没有批准", note=reason or ""), NextStep(title="不同意怎么办", note=remedy)]
    if state == "closed" and reason:
        return [filed, NextStep(title="不再办了", note=reason)]
    visit = "可能有两位工作人员上门看一次店" if transaction.name in VISITED else "有事会打电话给您"
    review = NextStep(title="烟草专卖局审核", note=visit)
    if state == "to_be_corrected":
        return [filed, NextStep(title="您改一处再交", note=reason or ""), review]
    if state in ("granted", "delivering", "closed"):
        review = NextStep(title="烟草专卖局批准了", note=transaction.granted_sentence)
    return [filed, review, _outcome(body, transaction)]


def _outcome(body: FilingBase, transaction: Transaction) -> NextStep:
    if body.delivery is None:
        return NextStep(title=transaction.outcome_title, note="批准后电子通知随时可以查。")
    lost = isinstance(body, ReissueFiling) and body.answers.cause == "lost"
    old = "" if lost else "，领证时交回旧证"
    return NextStep(title=DELIVERY_TITLES[body.delivery.method], note=f"{body.delivery.address}{old}")
