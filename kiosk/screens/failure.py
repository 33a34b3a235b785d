"""A failure as the citizen meets it: what happened, what it means for him, how he goes on; a code for staff at
the foot.
"""

from __future__ import annotations

from kiosk import words
from kiosk.failures import Trouble
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton, PageSpec
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.failure_cards import OtherWayCard, StaffLine


def trouble_page(ctx: Context, trouble: Trouble, *, retry: str = "") -> Shown:
    """The whole page of a failure. No dead end: another try where one helps, the way back and the window always."""
    buttons = [DockButton("back", ctx.say("common.back"), "back")]
    if retry:
        buttons.append(DockButton("retry", retry, "forward", "redo"))
    spec = frame.page(
        ctx,
        title=trouble.text("title", elder=ctx.elder),
        lead=trouble.text("safe", elder=ctx.elder),
        blocks=cards(ctx, trouble),
        foot=[staff_line(ctx, trouble)],
        dock=[buttons],
    )
    return Shown(spec, {"back": ctx.terminal.back, "retry": ctx.terminal.retry})


def out_of_service(ctx: Context) -> Shown:
    """Nothing can be filed here until staff have looked; what he wants can still be done elsewhere."""
    trouble = ctx.terminal.out_of_service
    assert trouble is not None
    spec = PageSpec(
        service=ctx.say("home.brand"),
        title=ctx.say("out_of_service.title"),
        lead=ctx.say("out_of_service.lead"),
        clock=frame.clock(ctx),
        blocks=[OtherWayCard(ctx.theme, ctx.say("failure.way"), ctx.say("out_of_service.way")), helped_card(ctx)],
        foot=[staff_line(ctx, trouble)],
        strip=frame.strip(ctx),
    )
    return Shown(spec)


def cards(ctx: Context, trouble: Trouble) -> list[Block]:
    """First what he can do, with the server's own sentence where it gave one; then who helps."""
    way = trouble.text("way", elder=ctx.elder)
    first = (
        OtherWayCard(ctx.theme, literal(trouble.sentence), way)
        if trouble.sentence
        else OtherWayCard(ctx.theme, ctx.say("failure.way"), way)
    )
    return [first, helped_card(ctx)]


def helped_card(ctx: Context) -> OtherWayCard:
    """Who helps: the window and the hotline."""
    service = ctx.visit.service
    window = f"{literal(service.window.name)}　{literal(service.window.address)}\n" if service else ""
    line = ctx.say("help.hotline_line", hotline=service.hotline if service else "12313")
    return OtherWayCard(ctx.theme, ctx.say("failure.helped"), window + line)


def staff_line(ctx: Context, trouble: Trouble) -> StaffLine:
    time = words.time_of_day(ctx.terminal.services.now())
    return StaffLine(ctx.theme, ctx.say("common.print.foot", code=trouble.code, what=trouble.text("title"), time=time))
