"""Home: what can be done here, before anything is asked."""

from __future__ import annotations

from functools import partial

from kiosk import words
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import Link, PageSpec
from kiosk.screens.widgets.block import Block, Row
from kiosk.screens.widgets.tile import Tile
from kiosk.transactions import FLOWS, TILES

FIRST, LAST = TILES[0], TILES[-1]  # the widest, and the outlined one


def build(ctx: Context) -> Shown:
    now = words.time_of_day(ctx.terminal.services.now())
    hall = ctx.terminal.services.settings.terminal.hall
    spec = PageSpec(
        service=ctx.say("home.brand"),
        title=ctx.say("home.title"),
        lead=ctx.say("home.lead"),
        clock=now if ctx.elder else f"{hall}　{now}",
        blocks=_tiles(ctx),
        strip=frame.strip(ctx),
        home=True,
        reassurances=[] if ctx.elder else [ctx.say(f"home.{each}") for each in ("free", "no_phone", "back")],
        links=[Link("notices", "page", ctx.say("home.notices"), ctx.say("home.notices"))],
    )
    moves = {f"tile.{name}": partial(ctx.terminal.choose, name) for name in TILES}
    return Shown(spec, {**moves, "notices": ctx.terminal.open_notices})


def _tiles(ctx: Context) -> list[Block]:
    tiles = {name: _tile(ctx, name) for name in TILES}
    if ctx.elder:
        return list(tiles.values())
    middle = [tiles[name] for name in TILES[1:-1]]
    return [tiles[FIRST], *(Row(ctx.theme, middle[at : at + 2]) for at in range(0, len(middle), 2)), tiles[LAST]]


def _tile(ctx: Context, name: str) -> Tile:
    return Tile(
        ctx.theme,
        f"tile.{name}",
        FLOWS[name].icon,
        ctx.say(f"tile.{name}.name"),
        ctx.say(f"tile.{name}.official"),
        ctx.say(f"tile.{name}.line"),
        kind="wide" if name == FIRST else "last" if name == LAST else "card",
    )
