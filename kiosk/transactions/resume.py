"""恢复营业: ends a suspension, on time, early or late. Shows the suspension that it ends."""

from __future__ import annotations

from backend_client.models import Licence
from kiosk.session import Visit
from kiosk.transactions.common_steps import beginning, contact, ending
from kiosk.transactions.flow import Flow, Step


def answers(visit: Visit) -> dict[str, object]:
    return {"reason": visit.answer("reason"), "resume_on": visit.answer("resume_on")}


def becomes(licence: Licence) -> str | None:
    return None if licence.status == "suspended" else "suspend"


FLOW = Flow(
    transaction="resume",
    icon="shop-play",
    stages=("stage.card", "stage.reopening", "stage.review", "stage.sign", "stage.done"),
    steps=(
        *beginning("resume"),
        Step("suspension", "suspension", 1),
        Step("resume_on", "one_day", 1),
        Step("reason", "reason", 1),
        *contact("resume", 1),
        *ending(review=2, sign=3, done=4),
    ),
    answers=answers,
    prefill=lambda visit: {"resume_on": visit.terms("resume").start_from},
    becomes=becomes,
)
