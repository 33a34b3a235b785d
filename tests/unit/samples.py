"""A licence and a filing as the licensing API tells them, for stories that need no server."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from backend_client.models import Certificate, Filing, FilingBody, Holder, Licence, Notice, Service, Session
from kiosk.devices.id_card.document import IdDocument

NOW = datetime(2026, 3, 12, 9, 41, tzinfo=ZoneInfo("Asia/Shanghai"))
ADDRESS = "恩平市沙湖镇南平路18号"
DELIVERY = [{"method": "post", "text": "邮政快递，审批后 3 天左右到", "addresses": [ADDRESS]}]
REASONS = [{"code": "repair", "text": "店面装修"}, {"code": "ill", "text": "身体不好"}]

CARD = IdDocument(
    type="citizen", name="陈芳", sex="女", birth_date=date(1968, 3, 2), id_number="44078519680302002X",
    valid_from=date(2016, 1, 1), valid_until=None,
)  # fmt: skip

SESSION = Session(
    token="token", filing_ticket="ticket", holder=Holder(name="陈芳", id_number_masked="4407***002X", age=58),
    expires_at=NOW, server_time=NOW,
)  # fmt: skip

SERVICE = msgspec.convert(
    {
        "server_time": NOW, "time_zone": "Asia/Shanghai", "authority": "恩平市烟草专卖局", "hotline": "12313",
        "window": {"name": "3 号窗口", "address": "沙湖镇", "hours": "9:00—17:00", "phone": "0750-0000000"},
        "transactions": [], "pledge_id": "pledge-1", "pledge": ["以上都是真的。"],
    },
    Service,
)  # fmt: skip


def eligibility(*, can_apply: bool = True, may_insist: bool = False, **terms: Any) -> dict[str, object]:
    reason = {
        "code": "x.why-not", "sentence": "现在还不能办", "source": "行政许可法",
        "instead": {"sentence": "到窗口问一问"},
    }  # fmt: skip
    return {
        "can_apply": can_apply,
        "may_insist": may_insist,
        "reasons": [] if can_apply else [reason],
        "terms": {"promised_working_days": 8, **terms},
    }


def licence(number: str = "440785102236", *, status: str = "valid", **transactions: Any) -> Licence:
    """A plain licence; a transaction's eligibility may be given, the others may be applied for."""
    month: dict[str, Any] = {"start_from": "2026-03-12", "start_until": "2026-06-10"}
    plain = {
        "renew": eligibility(delivery=DELIVERY, renewed_from="2026-04-22", renewed_until="2031-04-21", renewed_years=5),
        "cancel": eligibility(reasons=REASONS, consequences=["许可证作废。"], **month),
        "modify": eligibility(delivery=DELIVERY),
        "suspend": eligibility(reasons=REASONS, min_months=1, max_months=12, **month),
        "resume": eligibility(reasons=REASONS, **month),
        "reissue": eligibility(
            reasons=REASONS, delivery=DELIVERY,
            causes=[{"code": "lost", "text": "丢了"}], copies=[{"code": "original", "text": "正本"}],
        ),
    }  # fmt: skip
    difference = {
        "field": "shop_name", "label": "店名", "on_licence": "惠芳便利店", "on_registry": "惠芳百货商行",
        "can_modify": True, "grounds": [], "sentence": "店名不一样", "source": "实施细则",
    }  # fmt: skip
    suspension = {"start": "2026-01-01", "end": "2026-04-30", "overdue": False}
    record = {
        "shop_name": "惠芳便利店",
        "person_in_charge": "陈芳",
        "premises_address": ADDRESS,
        "economic_type": "个体",
    }
    return msgspec.convert(
        {
            "licence_no": number, "scope": "卷烟零售", "supplier": "江门市烟草公司", "issuer": "恩平市烟草专卖局",
            "valid_from": "2021-04-22", "valid_until": "2026-04-22", "issued_on": "2021-04-22", "status": status,
            "status_text": "有效", "days_left": 41, "contact_phone": "13800005678",
            "suspension": suspension if status == "suspended" else None,
            "registry": {**record, "credit_code": "92", "status": "active", "differences": [difference]},
            "transactions": {**plain, **transactions}, **record,
        },
        Licence,
    )  # fmt: skip


CERTIFICATE = msgspec.convert(
    {
        "identifier": "1.2.156.3005.2.440785", "licence_no": "440785102236", "shop_name": "惠芳便利店",
        "person_in_charge": "陈芳", "economic_type": "个体", "premises_address": ADDRESS, "scope": "卷烟零售",
        "supplier": "江门市烟草公司", "issuer": "恩平市烟草专卖局", "valid_from": "2021-04-22",
        "valid_until": "2026-04-22", "issued_on": "2021-04-22", "status_text": "有效", "purpose": "本人留存",
        "copied_at": NOW, "qr_payload": "header.payload.seal",
    },
    Certificate,
)  # fmt: skip

NOTICE = msgspec.convert(
    {
        "notice_id": "no-fee", "title": "办许可证的事，一分钱不收", "category": "law", "published_on": "2019-04-23",
        "source": "行政许可法 第五十八条",
        "paragraphs": ["申请、延长、修改、补办，都不收费。", "有人要钱，请打 12313。"],
    },
    Notice,
)  # fmt: skip


def filing(body: FilingBody | None = None, *, state: str = "in_review") -> Filing:
    return msgspec.convert(
        {
            "filing_no": "YC2603120478", "query_code": "123412341234", "submission_id": "0190",
            "licence_no": "440785102236", "shop_name": "惠芳便利店",
            "transaction": body.transaction if body else BODY["transaction"], "transaction_title": "延长有效期",
            "state": state, "state_text": "审核中", "sentence": "正在审核", "submitted_at": NOW,
            "promised_on": "2026-03-24", "promised_working_days": 8, "can_withdraw": True, "reason": None,
            "remedy": None, "events": [], "next_steps": [],
            "body": msgspec.to_builtins(body) if body else BODY, "stars": None,
        },
        Filing,
    )  # fmt: skip


BODY = {
    "licence_no": "440785102236", "transaction": "suspend", "contact_phone": "13800005678", "delivery": None,
    "answers": {"reason": "repair", "start": "2026-03-16", "end": "2026-04-30"},
    "pledge": {"pledge_id": "pledge-1", "accepted": True}, "signed_at": NOW.isoformat(),
    "signature": {"width": 10, "height": 10, "strokes": [[[1, 1], [2, 2]]]},
}  # fmt: skip
