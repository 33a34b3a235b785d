"""The sheets that come over any screen, and the strip below: leave, size and colours, help, the warning, the
full pledge.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import get_args

from kiosk.filing_desk import FilingState
from kiosk.screens.context import Context, Moves
from kiosk.screens.page import DockButton, Sheet, SheetSpec
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList
from kiosk.screens.widgets.countdown import CountdownRing
from kiosk.screens.widgets.rows_card import ReviewRow, RowsCard
from kiosk.screens.widgets.text import Paragraph
from kiosk.settings import Scheme, TextSize
from kiosk.terminal import Terminal


@dataclass(frozen=True)
class Over:
    """A sheet, the moves behind its controls, and what happens once a second."""

    sheet: Sheet
    moves: Moves
    tick: Callable[[], None] | None = None


SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
STOPS: tuple[TextSize, ...] = get_args(TextSize)


def strip_moves(terminal: Terminal) -> Moves:
    """What the strip's items mean on every screen."""

    def leave() -> None:
        if terminal.desk.visit.identity is None:
            terminal.leave()
        else:
            terminal.show_overlay("leave")

    return {
        "strip.exit": leave,
        "strip.elder": partial(terminal.set_text_size, 3),
        "strip.sizes": lambda: terminal.show_overlay("sizes"),
        "strip.lower": terminal.toggle_lowered,
        "strip.help": lambda: terminal.show_overlay("help"),
    }


def build(ctx: Context) -> Over | None:
    """The sheet that lies over the page, if one does."""
    match ctx.terminal.overlay:
        case "leave":
            return _leave(ctx)
        case "sizes":
            return _sizes(ctx)
        case "help":
            return _help(ctx)
        case "no_card":
            return _no_card(ctx)
        case "idle":
            return _idle(ctx)
        case "pledge":
            return _text(ctx, ctx.say("common.sign.full_title"), _pledge(ctx), ctx.say("common.sign.full_close"))
        case "moved":
            return _text(ctx, ctx.say("modify.changes.moved_title"), _moved(ctx), ctx.say("modify.changes.moved_close"))
    return None


def _close(ctx: Context) -> None:
    ctx.terminal.show_overlay(None)


def _leave(ctx: Context) -> Over:
    filing = ctx.terminal.filing
    state = filing.state if filing is not None else None
    lead = (
        {
            FilingState.FILED: "leave.lead_filed",
            FilingState.SENDING: "leave.lead_saved",
            FilingState.UNKNOWN: "leave.lead_saved",
        }.get(state, "leave.lead")
        if state
        else "leave.lead"
    )
    spec = SheetSpec(
        title=ctx.say("leave.title"),
        lead=ctx.say(lead),
        buttons=[
            DockButton("stay", ctx.say("leave.stay"), "forward"),
            DockButton("go", ctx.say("leave.go"), "secondary"),
        ],
    )
    return Over(Sheet(ctx.theme, spec), {"stay": lambda: _close(ctx), "go": ctx.terminal.leave})


def _idle(ctx: Context) -> Over:
    total = round(ctx.terminal.warning_s)
    ring = CountdownRing(ctx.theme, total, total, ctx.say("idle.seconds"))

    def tick() -> None:
        ring.show_time(round(total - (time.monotonic() - ctx.terminal.since)))

    tick()
    spec = SheetSpec(
        title=ctx.say("idle.title"),
        lead=ctx.say("idle.lead"),
        blocks=[
            ring,
            Paragraph(ctx.theme, ctx.say("idle.kept"), align="center"),
        ],
        buttons=[
            DockButton("stay", ctx.say("idle.stay"), "forward"),
            DockButton("go", ctx.say("idle.go"), "secondary"),
        ],
    )
    return Over(Sheet(ctx.theme, spec), {"stay": ctx.terminal.stay, "go": ctx.terminal.leave}, tick)


def _sizes(ctx: Context) -> Over:
    terminal, now = ctx.terminal, ctx.terminal.preferences
    sizes = [ChoiceCard(ctx.theme, f"size.{stop}", ctx.say(f"sizes.stop{stop}")) for stop in STOPS]
    schemes = [ChoiceCard(ctx.theme, f"scheme.{name}", ctx.say(f"sizes.{name}")) for name in SCHEMES]
    spec = SheetSpec(
        title=ctx.say("sizes.title"),
        lead=ctx.say("sizes.lead"),
        blocks=[
            ChoiceList(ctx.theme, "sizes", sizes, chosen={f"size.{now.text_size}"}),
            ChoiceList(ctx.theme, "schemes", schemes, chosen={f"scheme.{now.scheme}"}),
        ],
        buttons=[DockButton("done", ctx.say("sizes.done"), "forward")],
    )
    moves: dict[str, Callable[[], None]] = {
        **{f"size.{stop}": partial(terminal.set_text_size, stop) for stop in STOPS},
        **{f"scheme.{name}": partial(terminal.set_scheme, name) for name in SCHEMES},
        "done": lambda: _close(ctx),
    }
    return Over(Sheet(ctx.theme, spec), moves)


def _contact_rows(ctx: Context) -> list[ReviewRow]:
    service, hall = ctx.visit.service, ctx.terminal.services.settings.terminal.hall
    rows = [ReviewRow(ctx.say("help.hall"), hall)]
    if service is not None:
        window = service.window
        rows += [
            ReviewRow(ctx.say("help.window"), window.name, window.address),
            ReviewRow(ctx.say("help.hours"), window.hours),
            ReviewRow(ctx.say("help.phone"), window.phone),
        ]
    hotline = service.hotline if service else "12313"
    return [*rows, ReviewRow(ctx.say("help.hotline"), hotline, bold=True)]


def _help(ctx: Context) -> Over:
    spec = SheetSpec(
        title=ctx.say("help.title"),
        lead=ctx.say("help.lead"),
        blocks=[RowsCard(ctx.theme, _contact_rows(ctx))],
        buttons=[DockButton("close", ctx.say("help.close"), "forward")],
    )
    return Over(Sheet(ctx.theme, spec), {"close": lambda: _close(ctx)})


def _no_card(ctx: Context) -> Over:
    blocks: list[Block] = [
        Paragraph(ctx.theme, f"**{ctx.say('common.no_card.fetch')}**\n{ctx.say('common.no_card.fetch_note')}"),
        RowsCard(ctx.theme, _contact_rows(ctx)),
    ]
    spec = SheetSpec(
        title=ctx.say("common.no_card.title"),
        lead=ctx.say("common.no_card.lead"),
        blocks=blocks,
        buttons=[DockButton("close", ctx.say("common.no_card.close"), "forward")],
    )
    return Over(Sheet(ctx.theme, spec), {"close": lambda: _close(ctx)})


def _text(ctx: Context, title: str, paragraphs: list[str], close: str) -> Over:
    spec = SheetSpec(
        title=title,
        blocks=[Paragraph(ctx.theme, each, "label") for each in paragraphs],
        buttons=[DockButton("close", close, "forward")],
        align="left",
    )
    return Over(Sheet(ctx.theme, spec), {"close": lambda: _close(ctx)})


def _pledge(ctx: Context) -> list[str]:
    return [literal(each) for each in ctx.visit.service.pledge] if ctx.visit.service else []


def _moved(ctx: Context) -> list[str]:
    differences = ctx.visit.chosen().registry.differences
    return [f"{literal(each.sentence)}\n{literal(each.source)}" for each in differences if not each.can_modify]
