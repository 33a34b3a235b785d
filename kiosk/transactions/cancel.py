"""注销（歇业）: gives the licence back for good. Asked twice, in plain words, before anything is signed."""

from __future__ import annotations

from kiosk.session import Visit
from kiosk.transactions.common_steps import beginning, ending
from kiosk.transactions.flow import Flow, Step


def answers(visit: Visit) -> dict[str, object]:
    return {"reason": visit.answer("reason"), "cease_on": visit.answer("cease_on")}


FLOW = Flow(
    transaction="cancel",
    icon="shop-shutter",
    stages=("stage.card", "stage.reason", "stage.consider", "stage.review_sign", "stage.done"),
    steps=(
        *beginning("cancel"),
        Step("reason", "reason", 1),
        Step("cease_on", "one_day", 1),
        Step("consider", "consider", 2),
        Step("phone", "phone", 3),
        *ending(review=3, sign=3, done=4),
    ),
    answers=answers,
    prefill=lambda visit: {"cease_on": visit.terms("cancel").start_from},
)
