"""延续: the licence goes on under the same number. The server says whether, from when and for how long."""

from __future__ import annotations

from kiosk.transactions.common_steps import beginning, contact, ending
from kiosk.transactions.flow import Flow, Step

FLOW = Flow(
    transaction="renew",
    icon="calendar-plus",
    stages=("stage.card", "stage.delivery", "stage.review", "stage.sign", "stage.done"),
    steps=(
        *beginning("renew"),
        Step("days", "days", 1),
        *contact("renew", 1),
        *ending(review=2, sign=3, done=4),
    ),
    answers=lambda _visit: {},
)
