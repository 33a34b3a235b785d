"""One plain shop, its licence and its filings, as the licensing API would tell them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from backend_client.models import (
    Certificate,
    Delivery,
    Eligibility,
    Filing,
    FilingBody,
    Licence,
    NextStep,
    Option,
    Pledge,
    RegistryDifference,
    RegistryRecord,
    Signature,
    Suspension,
    Terms,
    TransactionName,
    Transactions,
)
from kiosk.documents import TerminalLabel

SHANGHAI = timezone(timedelta(hours=8))
FILED_AT = datetime(2026, 3, 12, 9, 46, tzinfo=SHANGHAI)
PRINTED_AT = datetime(2026, 3, 12, 9, 47, tzinfo=SHANGHAI)
TERMINAL = TerminalLabel(
    number="EP-0032", place="恩平市沙湖镇便民服务中心", authority="恩平市烟草专卖局", hotline="12313"
)
PLEDGE = (
    "以上内容都是我本人核对过的，全部真实、有效。",
    "如果填了假的，我愿意承担法律责任。烟草专卖局可以不批准，已经批准的可以撤销。",
    "我知道许可证只能在登记的地方、由登记的经营者使用，不能转让，也不能出借。",
)
ADDRESS = "广东省恩平市沙湖镇南平路 18 号"

NAMES = (
    "陈惠芳",
    "㛃𬭎䶮𠅤𪚔",
    "阿不都热依木·买买提",
    "Maria Antonietta Vandersteen-Konstantinopolska",
    "Wolfeschlegelsteinhausenbergerdorffvoralternde",
)
QR_PAYLOAD = "eyJhbGciOiJFZERTQSIsImtpZCI6IjIwMjYtMSJ9." + "eyJsaWNlbmNl" * 24 + "." + "Ab3dEf-9" * 10 + "QRST_w"
COPY_MARK = "复印件 COPY"
LONG_SHOP = ("恩平市沙湖镇惠芳便民综合百货商店" * 4)[:50]
LONG_ADDRESS = ("广东省恩平市沙湖镇南平村民委员会东一巷第 18 号之一（老供销社对面，邮政所旁边）" * 4)[:120]

_TERMS = {
    "renew": Terms(promised_working_days=8, renewed_until=date(2031, 4, 21), renewed_years=5),
    "cancel": Terms(promised_working_days=8, reasons=(Option(code="retired", text="年纪大了，不做了"),)),
    "modify": Terms(promised_working_days=8),
    "suspend": Terms(promised_working_days=5, reasons=(Option(code="repair", text="店面装修"),)),
    "resume": Terms(promised_working_days=5, reasons=(Option(code="done", text="装修好了"),)),
    "reissue": Terms(
        promised_working_days=5,
        reasons=(Option(code="flood", text="家里进水泡坏了"),),
        copies=(Option(code="original", text="正本"), Option(code="duplicate", text="副本")),
        causes=(Option(code="damaged", text="坏了，看不清"),),
    ),
}

ANSWERS: dict[TransactionName, dict[str, object]] = {
    "renew": {},
    "cancel": {"reason": "retired", "cease_on": "2026-04-01"},
    "modify": {
        "changes": [
            {"field": "shop_name", "new_value": "沙湖镇惠芳百货店", "ground": None},
            {"field": "premises_address", "new_value": "广东省恩平市沙湖镇平安路 18 号", "ground": "renamed"},
        ]
    },
    "suspend": {"reason": "repair", "start": "2026-04-01", "end": "2026-06-30"},
    "resume": {"reason": "done", "resume_on": "2026-03-20"},
    "reissue": {"cause": "damaged", "copies": ["original", "duplicate"], "circumstances": "flood"},
}

FOUR_CHANGES: dict[str, object] = {
    "changes": [
        {"field": "shop_name", "new_value": LONG_SHOP[::-1], "ground": None},
        {"field": "person_in_charge", "new_value": NAMES[2], "ground": None},
        {"field": "premises_address", "new_value": LONG_ADDRESS[::-1], "ground": "renamed"},
        {"field": "economic_type", "new_value": "个人独资企业", "ground": None},
    ]
}

TITLES: dict[TransactionName, str] = {
    "renew": "延长有效期",
    "cancel": "不再经营",
    "modify": "修改登记信息",
    "suspend": "暂停营业",
    "resume": "恢复营业",
    "reissue": "补办许可证",
}

STEPS = (
    NextStep(title="您已经提交", note="3月12日 9:46"),
    NextStep(title="烟草专卖局审核", note="可能有两位工作人员上门看一次店"),
    NextStep(title="新证寄给您", note=f"{ADDRESS}，领证时交回旧证"),
)


def signature(width: int = 800, height: int = 440) -> Signature:
    """Three strokes and a dot, like 陈 written in haste."""
    return Signature(
        width=width,
        height=height,
        strokes=(
            ((120, 100), (180, 90), (150, 160), (190, 200), (140, 240)),
            ((120, 90), (122, 200), (121, 360)),
            ((260, 120), (420, 110), (330, 140), (280, 220), (460, 215), (360, 180), (362, 330), (330, 310)),
            ((520, 300),),
        ),
    )


def _eligible(terms: Terms) -> Eligibility:
    return Eligibility(can_apply=True, may_insist=True, reasons=(), terms=terms)


def licence(
    *, shop_name: str = "沙湖镇惠芳便利店", person: str = NAMES[0], address: str = ADDRESS, suspended: bool = False
) -> Licence:
    difference = RegistryDifference(
        field="premises_address", label="经营地址", on_licence=address, on_registry="广东省恩平市沙湖镇平安路 18 号",
        can_modify=True, grounds=(Option(code="renamed", text="路名改了，店没有搬"),), sentence="", source="",
    )  # fmt: skip
    return Licence(
        licence_no="440785104321", shop_name=shop_name, person_in_charge=person, economic_type="个体工商户",
        premises_address=address, scope="卷烟零售、雪茄烟零售", supplier="广东烟草江门市有限责任公司",
        issuer="恩平市烟草专卖局", valid_from=date(2021, 4, 22), valid_until=date(2026, 4, 21),
        issued_on=date(2021, 4, 20), status="suspended" if suspended else "valid",
        status_text="停业中" if suspended else "有效", days_left=40, contact_phone="13800005678",
        suspension=Suspension(start=date(2026, 1, 1), end=date(2026, 4, 30), overdue=False) if suspended else None,
        registry=RegistryRecord(
            credit_code="92440785MA0000000X", status="active", shop_name=shop_name, person_in_charge=person,
            premises_address=address, economic_type="个体工商户", differences=(difference,),
        ),
        transactions=Transactions(**{name: _eligible(terms) for name, terms in _TERMS.items()}),
    )  # fmt: skip


def filing(
    transaction: TransactionName = "renew",
    *,
    answers: dict[str, object] | None = None,
    shop_name: str = "沙湖镇惠芳便利店",
    address: str = ADDRESS,
    **changes: object,
) -> Filing:
    """A filing just handed in; ``changes`` are fields of Filing."""
    body = FilingBody(
        licence_no="440785104321", transaction=transaction,
        answers=ANSWERS[transaction] if answers is None else answers, contact_phone="13800005678",
        delivery=Delivery(method="post", address=address), pledge=Pledge(pledge_id="2026-1", accepted=True),
        signature=signature(), signed_at=FILED_AT,
    )  # fmt: skip
    values: dict[str, object] = {
        "filing_no": "YC26031204785", "query_code": "123412341234", "licence_no": "440785104321",
        "submission_id": "7f3d1c5e-2b7a-4a35-9f0e-4f4a1f2c9b10", "shop_name": shop_name, "transaction": transaction,
        "transaction_title": TITLES[transaction], "state": "in_review", "state_text": "审核中",
        "sentence": "烟草专卖局正在看您的申请。", "submitted_at": FILED_AT, "promised_on": date(2026, 3, 24),
        "promised_working_days": 8, "can_withdraw": True, "reason": None, "remedy": None, "events": (),
        "next_steps": STEPS, "body": body, "stars": None,
    }  # fmt: skip
    return Filing(**{**values, **changes})  # type: ignore[arg-type]


def certificate(
    *,
    shop_name: str = "沙湖镇惠芳便利店",
    person: str = NAMES[0],
    address: str = ADDRESS,
    purpose: str = "办理贷款",
    qr_payload: str = QR_PAYLOAD,
) -> Certificate:
    return Certificate(
        identifier="1.2.156.3005.2.11100000000013338W011.11440785006123456X.440785104321.001.U",
        licence_no="440785104321", shop_name=shop_name, person_in_charge=person, economic_type="个体工商户",
        premises_address=address, scope="卷烟零售、雪茄烟零售", supplier="广东烟草江门市有限责任公司",
        issuer="恩平市烟草专卖局", valid_from=date(2021, 4, 22), valid_until=date(2026, 4, 21),
        issued_on=date(2021, 4, 20), status_text="有效", purpose=purpose, copied_at=PRINTED_AT,
        qr_payload=qr_payload,
    )  # fmt: skip
