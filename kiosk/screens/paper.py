"""A print that does not come out: what is safe, what happens by itself, and how to do without the paper."""

from __future__ import annotations

import time

from kiosk.print_desk import Printing
from kiosk.screens import failure, frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.countdown import CountdownBar
from kiosk.screens.widgets.failure_cards import ByItselfCard, OtherWayCard


def paper_page(ctx: Context, *, safe: str, number: str = "") -> Shown:
    """``safe`` is the word of common.print that says what is not affected; ``number`` is written down instead
    of the paper.
    """
    printer, trouble = ctx.terminal.printer, ctx.terminal.printer.trouble
    assert trouble is not None
    say = ctx.say
    way = trouble.text("way", elder=ctx.elder)
    waiting = printer.state is Printing.WAITING
    bar = CountdownBar(ctx.theme) if waiting else None
    text = say("common.print.waits") if waiting else trouble.text("safe")
    blocks: list[Block] = [ByItselfCard(ctx.theme, "printer-empty", way, text, bar)]
    if number:
        blocks.append(OtherWayCard(ctx.theme, say("common.print.no_wait"), say("common.print.note_number"), number))
    skip = DockButton("skip", say("common.print.skip" if number else "common.print.skip_plain"), "secondary")
    other = (
        DockButton("call", say("common.print.call"), "secondary", "person")
        if waiting
        else DockButton("retry", say("common.print.again"), "secondary", "redo")
    )
    spec = frame.page(
        ctx,
        title=trouble.text("title", elder=ctx.elder),
        lead=say(f"common.print.{safe}"),
        blocks=blocks,
        foot=[failure.staff_line(ctx, trouble)],
        dock=[[other, skip]],
    )

    def tick() -> None:
        if bar is not None:
            total = ctx.terminal.services.settings.timing.paper_wait
            passed = min(time.monotonic() - printer.begun_at, total)
            minutes, seconds = divmod(round(total - passed), 60)
            bar.show_time(passed / total, say("common.print.left", minutes=minutes, seconds=f"{seconds:02}"))

    tick()
    return Shown(spec, {
        "call": lambda: ctx.terminal.show_overlay("help"),
        "retry": printer.retry,
        "skip": printer.give_up,
    }, tick)  # fmt: skip
