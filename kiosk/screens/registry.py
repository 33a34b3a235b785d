"""Which function builds which kind of screen. The flow table names the kinds; nothing else chooses a screen."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.screens import (
    calendar_days,
    card,
    choices,
    compare,
    consider,
    day_pages,
    days,
    ending,
    failure,
    filed,
    home,
    intro,
    licence,
    notices,
    phone,
    query,
    refusal,
    review,
    sign,
)
from kiosk.screens.context import Context, Shown
from kiosk.terminal import Terminal

SCREENS: dict[str, Callable[[Context], Shown]] = {
    "home": home.build,
    "out_of_service": failure.out_of_service,
    "notices": notices.index,
    "notice": notices.one,
    "intro": intro.build,
    "card": card.build,
    "licence": licence.build,
    "refusal": refusal.build,
    "caution": refusal.caution,
    "days": days.build,
    "suspension": days.suspension,
    "phone": phone.build,
    "delivery": choices.delivery,
    "address": choices.address,
    "reason": choices.reason,
    "cause": choices.cause,
    "ground": choices.ground,
    "copies": choices.copies,
    "one_day": calendar_days.one_day,
    "period": calendar_days.period,
    "compare": compare.build,
    "consider": consider.build,
    "review": review.build,
    "sign": sign.build,
    "filed": filed.build,
    "rating": ending.rating,
    "farewell": ending.farewell,
    "menu": query.menu,
    "details": query.details,
    "copy": query.copy,
    "filings": query.filings,
    "progress": query.progress,
    "withdraw": query.withdraw,
    "slip": query.slip,
}


def build(ctx: Context) -> Shown:
    return SCREENS[ctx.terminal.screen](ctx)


def key(terminal: Terminal) -> str:
    """The screen and, where one screen goes through phases, its phase: what a picture of it is named after."""
    if terminal.navigator is None:
        return terminal.screen
    name = f"{terminal.navigator.flow.transaction}/{terminal.navigator.step.name}"
    match terminal.screen:
        case "card":
            return f"{name}/{terminal.login.state.value}"
        case "filed" if terminal.filing is not None:
            return f"{name}/{terminal.filing.state.value}/{terminal.printer.state.value}"
        case "copy" | "progress":
            return f"{name}/{terminal.inquiry.state.value}/{terminal.printer.state.value}"
        case "filings" | "slip" | "withdraw":
            return f"{name}/{terminal.inquiry.state.value}"
        case "period" | "one_day":
            return f"{name}/{day_pages.phase(terminal.desk.visit.answers)}"
        case "phone" if terminal.desk.visit.answers.get("phone_other"):
            return f"{name}/other"
    return name
