"""补办: a lost or damaged certificate is made again, same number, same expiry."""

from __future__ import annotations

from kiosk.session import Visit
from kiosk.transactions.common_steps import beginning, contact, ending
from kiosk.transactions.flow import Flow, Step


def answers(visit: Visit) -> dict[str, object]:
    return {
        "cause": visit.answer("cause"),
        "copies": visit.answer("copies"),
        "circumstances": visit.answer("reason"),
    }


FLOW = Flow(
    transaction="reissue",
    icon="page-plus",
    stages=("stage.card", "stage.copies", "stage.review", "stage.sign", "stage.done"),
    steps=(
        *beginning("reissue"),
        Step("copies", "copies", 1),
        Step("cause", "cause", 1),
        Step("reason", "reason", 1),
        *contact("reissue", 1),
        *ending(review=2, sign=3, done=4),
    ),
    answers=answers,
)
