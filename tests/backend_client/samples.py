"""A filing as it is sent and as it is answered."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from backend_client.models import CardRead, Filing, FilingBody, Pledge, Signature
from backend_client.query_code import query_code

SUBMISSION = "0195a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
CARD = CardRead(type="citizen", name="陈惠芳", id_number="440785197203150020", birth_date=date(1972, 3, 15))
SESSION = {
    "token": "the-token",
    "filing_ticket": "the-ticket",
    "holder": {"name": "陈惠芳", "id_number_masked": "4407****0020", "age": 54},
    "expires_at": "2026-03-12T10:00:00+08:00",
    "server_time": "2026-03-12T09:30:00+08:00",
}


def body(contact_phone: str = "13800005678") -> FilingBody:
    return FilingBody(
        licence_no="440785104321",
        transaction="renew",
        answers={},
        contact_phone=contact_phone,
        delivery=None,
        pledge=Pledge(pledge_id="2026-1", accepted=True),
        signature=Signature(width=800, height=440, strokes=(((120, 100), (680, 90)),)),
        signed_at=datetime(2026, 3, 12, 1, 46, tzinfo=UTC),
    )


def filing(
    submission_id: str = SUBMISSION, *, of: FilingBody | None = None, filing_no: str = "YC26031200018"
) -> Filing:
    return Filing(
        filing_no=filing_no,
        query_code=query_code(submission_id),
        submission_id=submission_id,
        licence_no="440785104321",
        shop_name="沙湖镇惠芳便利店",
        transaction="renew",
        transaction_title="延长有效期",
        state="in_review",
        state_text="审核中",
        sentence="烟草专卖局正在看您的申请。",
        submitted_at=datetime(2026, 3, 12, 1, 46, tzinfo=UTC),
        promised_on=date(2026, 3, 24),
        promised_working_days=8,
        can_withdraw=True,
        reason=None,
        remedy=None,
        events=(),
        next_steps=(),
        body=of or body(),
        stars=None,
    )


def as_json(value: object) -> Any:
    return msgspec.to_builtins(value)
