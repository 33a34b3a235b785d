"""What the tour does on each kind of screen, and which visits it walks. Driven by the flow table: the walk does
whatever the screen in front of it asks, so a new transaction is walked as soon as it has a person and its planned
end here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from kiosk.filing_desk import FilingState
from kiosk.identity.id_card_login import Login
from kiosk.inquiry import Asking
from kiosk.print_desk import Printing
from kiosk.screens.tour.driver import Driver, TourError
from kiosk.screens.tour.stage import Stage

HOLD_S = 3.0
Act = Callable[[Driver, Stage, "Walk"], None]


@dataclass(frozen=True)
class Walk:
    """One visit: who comes, what he chooses, how it is planned to end."""

    name: str
    transaction: str
    tile: str
    person: str
    planned: str
    looks: tuple[str, ...] = ()  # query: what is looked at, one after another
    begin: Callable[[Stage], None] = field(default=lambda _stage: None)
    end: Callable[[Stage], None] = field(default=lambda _stage: None)


WALKS = (
    Walk("renew", "renew", "renew", "chen_fang", "filed"),
    Walk("cancel", "cancel", "cancel", "cancel", "filed"),
    Walk("modify", "modify", "modify", "mismatch", "filed"),
    Walk("suspend", "suspend", "suspend", "suspend", "filed"),
    Walk("resume", "resume", "suspend", "suspended", "filed"),
    Walk("reissue", "reissue", "reissue", "reissue", "filed"),
    Walk("query", "query", "query", "query", "looked", looks=("details", "copy", "filings")),
    Walk("not-eligible", "renew", "renew", "too_early", "not_eligible"),
    Walk(
        "card-unreadable", "renew", "renew", "chen_fang", "card_unreadable", begin=Stage.spoil_card, end=Stage.mend_card
    ),
    Walk("answer-lost", "reissue", "reissue", "rare_1", "outcome_unknown", end=Stage.thaw_server),
    Walk("server-away", "renew", "renew", "minority", "server_away", begin=Stage.stop_server, end=Stage.start_server),
)


def walk(driver: Driver, stage: Stage, plan: Walk) -> str:
    """Walks one visit to its end and says how it ended."""
    plan.begin(stage)
    driver.watch.leave_out()
    driver.touch(f"tile.{plan.tile}")
    looks = list(plan.looks)
    for _ in range(60):
        screen = driver.terminal.screen
        match screen:
            case "card":
                outcome = _card(driver, stage, plan)
                if outcome is not None:
                    return outcome
            case "refusal":
                driver.touch("leave")
                driver.expect("home")
                return "not_eligible"
            case "menu":
                if not looks:
                    driver.touch("finish")
                    continue
                driver.touch(f"choice.{looks.pop(0)}")
                driver.touch("forward")
            case "filed":
                outcome = _filed(driver)
                if outcome is not None:
                    return outcome
            case "farewell":
                driver.touch("home")
                driver.expect("home")
                return "looked" if plan.transaction == "query" else "filed"
            case _ if screen in ACTS:
                ACTS[screen](driver, stage, plan)
            case _:
                raise TourError(f"nobody knows what to do on {driver.where}")
    raise TourError(f"the walk does not end: {driver.where}")


def _card(driver: Driver, stage: Stage, plan: Walk) -> str | None:
    terminal = driver.terminal
    driver.wait_for(lambda: terminal.login.state is Login.WAITING)
    for attempt in range(1, 4):
        stage.place_card(plan.person)
        driver.watch.leave_out()
        driver.wait_for(partial(_card_settled, driver, attempt))
        stage.remove_card()
        if terminal.screen != "card" or terminal.login.state is Login.FAILED:
            break
        driver.wait_for(lambda: False, 1.0)
    if terminal.screen != "card":
        return None
    trouble = terminal.login.trouble
    driver.touch("strip.exit")
    driver.expect("home")
    if trouble is None:
        raise TourError("the card was neither read nor refused")
    return "card_unreadable" if trouble.code.startswith("R") else "server_away"


def _card_settled(driver: Driver, attempt: int) -> bool:
    """It was read, or has failed as often as it was laid down."""
    login = driver.terminal.login
    return driver.terminal.screen != "card" or login.state is Login.FAILED or login.failures >= attempt


def _choose(first: str) -> Act:
    def act(driver: Driver, _stage: Stage, _plan: Walk) -> None:
        driver.touch_first(first)
        driver.touch("forward")

    return act


def _forward(driver: Driver, _stage: Stage, _plan: Walk) -> None:
    driver.touch("forward")


def _period(driver: Driver, _stage: Stage, _plan: Walk) -> None:
    """On the calendar, else on the elder layout's pages: the first answer offered, until a whole range stands there."""
    if driver.has("calendar"):
        driver.touch_first("day-")
        driver.touch_first("day-")
    while driver.has("dates"):
        driver.touch_first("year-", "month-", "day-")
        driver.touch("forward")
    driver.touch("forward")


def _consider(driver: Driver, _stage: Stage, _plan: Walk) -> None:
    driver.hold("hold", HOLD_S)


def _sign(driver: Driver, stage: Stage, plan: Walk) -> None:
    driver.touch("tick")
    driver.sign("pad")
    if plan.planned == "outcome_unknown":
        stage.freeze_server()
    driver.touch("forward")


def _filed(driver: Driver) -> str | None:
    terminal = driver.terminal

    def known() -> bool:
        return terminal.filing is not None and terminal.filing.state is not FilingState.SENDING

    driver.wait_for(known)
    driver.wait_for(lambda: terminal.printer.state is not Printing.PRINTING)
    assert terminal.filing is not None
    if terminal.filing.state is FilingState.FILED:
        driver.touch("form")
        driver.wait_for(lambda: terminal.printer.state is not Printing.PRINTING)
        driver.touch("forward")
        return None
    if terminal.filing.state is FilingState.UNKNOWN:
        driver.touch("forward")
        driver.expect("farewell")
        driver.touch("home")
        driver.expect("home")
        return "outcome_unknown"
    raise TourError(f"refused: {terminal.filing.trouble}")


def _copy(driver: Driver, _stage: Stage, _plan: Walk) -> None:
    driver.wait_for(lambda: driver.terminal.inquiry.state is not Asking.ASKING)
    driver.touch("print")
    driver.wait_for(lambda: driver.terminal.printer.state is Printing.PRINTED)
    driver.touch("forward")


def _filings(driver: Driver, _stage: Stage, _plan: Walk) -> None:
    driver.wait_for(lambda: driver.terminal.inquiry.state is not Asking.ASKING)
    driver.touch_first("choice.")
    driver.touch("forward")


ACTS: dict[str, Act] = {
    "intro": _forward,
    "licence": _choose("choice."),
    "caution": _forward,
    "days": _forward,
    "suspension": _forward,
    "phone": _forward,
    "delivery": _choose("choice.post"),
    "address": _forward,
    "reason": _choose("choice."),
    "cause": _choose("choice."),
    "copies": _choose("choice."),
    "ground": _choose("choice."),
    "one_day": _forward,
    "period": _period,
    "compare": _forward,
    "consider": _consider,
    "review": _forward,
    "sign": _sign,
    "rating": _choose("rate.5"),
    "details": _forward,
    "copy": _copy,
    "filings": _filings,
    "progress": _forward,
}
