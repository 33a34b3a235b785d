"""What every screen of a visit has alike: the service's name, the progress, the clock, back and forward, the strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk import words
from kiosk.screens.context import Context
from kiosk.screens.page import DockButton, Figure, PageSpec, StripItem
from kiosk.screens.widgets.band import BandKind
from kiosk.screens.widgets.block import Block

Rows = Sequence[Sequence[DockButton]]


def page(
    ctx: Context,
    *,
    title: str,
    lead: str = "",
    blocks: Sequence[Block] = (),
    foot: Sequence[Block] = (),
    dock: Rows = (),
    band: BandKind = "normal",
    figure: Figure | None = None,
) -> PageSpec:
    """A page of the visit at hand."""
    return PageSpec(
        service=ctx.say(f"header.{ctx.flow.transaction}"),
        title=title,
        lead=lead,
        clock=clock(ctx),
        stages=ctx.flow.stage_names(),
        stage=ctx.step.stage,
        band=band,
        figure=figure,
        blocks=blocks,
        foot=foot,
        dock=dock,
        strip=strip(ctx),
    )


def clock(ctx: Context) -> str:
    return words.moment(ctx.terminal.services.now())


def back_and_forward(
    ctx: Context, forward: str = "", *, missing: str = "", gap: str = "", back: str = "", icon: str = ""
) -> Rows:
    """The two buttons of law 3. ``missing`` is what must be done first, in the forward button's own place."""
    return [[
        DockButton("back", back or ctx.say("common.back"), "back"),
        DockButton("forward", forward or ctx.ask_or("forward", "common.forward"), "forward", icon, missing, gap),
    ]]  # fmt: skip


def with_button(ctx: Context, spec: PageSpec, button: DockButton) -> PageSpec:
    """The same page with one more button: above the others, or between them where the panel is wide and low."""
    if ctx.theme.landscape and not ctx.elder and len(spec.dock) == 1:
        first, *others = spec.dock[0]
        return replace(spec, dock=[[first, button, *others]])
    return replace(spec, dock=[[button], *spec.dock])


def only_back(ctx: Context, text: str = "") -> Rows:
    return [[DockButton("back", text or ctx.say("common.back"), "back")]]


def strip(ctx: Context) -> list[StripItem]:
    """Home has the elder layout where a visit has its way out."""
    preferences = ctx.terminal.preferences
    lowered = preferences.lowered
    at_home = ctx.terminal.at_home
    sizes = StripItem("strip.sizes", "letters", ctx.say("strip.sizes"))
    elder = StripItem("strip.elder", "letters", ctx.say("strip.elder"))
    leave = StripItem("strip.exit", "exit", ctx.say("strip.exit"))
    first = [sizes if preferences.elder else elder] if at_home else [leave, sizes]
    return [
        *first,
        StripItem("strip.lower", "lower", ctx.say("strip.raise" if lowered else "strip.lower"), on=lowered),
        StripItem("strip.help", "person", ctx.say("strip.help")),
    ]
