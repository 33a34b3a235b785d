"""How a visit ends: the rating, which nobody beside him sees, and the farewell, after which nothing of him is left."""

from __future__ import annotations

import time
from functools import partial

from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList
from kiosk.screens.widgets.countdown import CountdownBar
from kiosk.screens.widgets.failure_cards import ByItselfCard
from kiosk.screens.widgets.text import Note

STARS = (5, 4, 3, 2, 1)


def rating(ctx: Context) -> Shown:
    """One touch on a row, one to hand it in; not to rate is as large."""
    kept = ctx.visit.answers.get("rating")
    missing = "" if kept else ctx.ask("choose_first")
    cards = [ChoiceCard(ctx.theme, f"rate.{stars}", ctx.ask(f"s{stars}"), icon=f"face-{stars}") for stars in STARS]
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead"),
        blocks=[ChoiceList(ctx.theme, "rating", cards, chosen={f"rate.{kept}"})],
        dock=[[
            DockButton("skip", ctx.ask("skip"), "secondary"),
            DockButton("forward", ctx.ask("forward"), "forward", missing=missing, gap="rating"),
        ]],
    )  # fmt: skip
    moves = {f"rate.{stars}": partial(ctx.terminal.draft, "rating", stars) for stars in STARS}
    return Shown(spec, {**moves, "skip": ctx.terminal.forward, "forward": ctx.terminal.rate})


def farewell(ctx: Context) -> Shown:
    total, since = ctx.terminal.farewell_s, ctx.terminal.since
    bar = CountdownBar(ctx.theme)

    def tick() -> None:
        passed = min(time.monotonic() - since, total)
        bar.show_time(passed / total, ctx.ask("seconds", n=round(total - passed)))

    tick()
    blocks: list[Block] = [ByItselfCard(ctx.theme, "card", ctx.ask("card"), ctx.ask("card_note"))]
    if ctx.terminal.printer.titles:
        blocks.append(ByItselfCard(ctx.theme, "printer", ctx.ask("paper"), ctx.ask("paper_note")))
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead"),
        blocks=blocks,
        foot=[Note(ctx.theme, "lock", ctx.ask("wiped_soon")), bar],
        band="ok",
        dock=[[DockButton("more", ctx.ask("more"), "secondary"), DockButton("home", ctx.ask("home"), "forward")]],
    )
    return Shown(spec, {"home": ctx.terminal.leave, "more": ctx.terminal.another}, tick)
