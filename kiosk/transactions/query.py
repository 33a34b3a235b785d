"""查询打印: looks things up, prints a copy of the electronic licence, withdraws what may be withdrawn. Files
nothing.
"""

from __future__ import annotations

from kiosk.session import Visit
from kiosk.transactions.common_steps import several_licences, unidentified
from kiosk.transactions.flow import Condition, Flow, Step


def looks_at_one_licence(visit: Visit) -> bool:
    return several_licences(visit) and visit.answers.get("menu") in ("details", "copy")


def wants(choice: str) -> Condition:
    return lambda visit: visit.answers.get("menu") == choice


FLOW = Flow(
    transaction="query",
    icon="page-glass",
    stages=("stage.card", "stage.look", "stage.done"),
    steps=(
        Step("intro", "intro", 0),
        Step("card", "card", 0, when=unidentified),
        Step("menu", "menu", 1),
        Step("licence", "licence", 1, when=looks_at_one_licence),
        Step("details", "details", 1, when=wants("details"), then="menu"),
        Step("copy", "copy", 1, when=wants("copy"), then="menu"),
        Step("filings", "filings", 1, when=wants("filings")),
        Step("progress", "progress", 1, when=wants("filings"), then="menu"),
        Step("withdraw", "withdraw", 1, when=wants("filings"), then="progress"),
        Step("slip", "slip", 1, when=wants("slip"), then="menu"),
        Step("farewell", "farewell", 2, final=True),
    ),
    answers=lambda _visit: {},
)
