"""停业: closed for a time. The calendar is fed with the server's bounds and cannot give an illegal range."""

from __future__ import annotations

from backend_client.models import Licence
from kiosk.session import Visit
from kiosk.transactions.common_steps import beginning, contact, ending
from kiosk.transactions.flow import Flow, Step


def answers(visit: Visit) -> dict[str, object]:
    period = visit.answer("period")
    assert isinstance(period, tuple)
    return {"reason": visit.answer("reason"), "start": period[0], "end": period[1]}


def becomes(licence: Licence) -> str | None:
    """One tile stands for both: a suspended licence is resumed."""
    return "resume" if licence.status == "suspended" else None


FLOW = Flow(
    transaction="suspend",
    icon="shop-pause",
    stages=("stage.card", "stage.period", "stage.reason", "stage.review_sign", "stage.done"),
    steps=(
        *beginning("suspend"),
        Step("period", "period", 1),
        Step("reason", "reason", 2),
        *contact("suspend", 2),
        *ending(review=3, sign=3, done=4),
    ),
    answers=answers,
    becomes=becomes,
)
