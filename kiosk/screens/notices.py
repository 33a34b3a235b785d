"""Law and policy, to be read before anybody identifies himself."""

from __future__ import annotations

from functools import partial

from kiosk import words
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton, PageSpec
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.failure_cards import OtherWayCard
from kiosk.screens.widgets.line_tile import LineTile
from kiosk.screens.widgets.text import Paragraph


def _page(ctx: Context, title: str, lead: str, blocks: list[Block], back: str, *, retry: bool = False) -> PageSpec:
    dock = [DockButton("back", back, "back")]
    if retry:
        dock.append(DockButton("retry", ctx.say("common.card.retry"), "forward", "redo"))
    return PageSpec(
        service=ctx.say("header.notices"),
        title=title,
        lead=lead,
        clock=frame.clock(ctx),
        blocks=blocks,
        dock=[dock],
        strip=frame.strip(ctx),
    )


def index(ctx: Context) -> Shown:
    notices, trouble = ctx.terminal.board.notices, ctx.terminal.board.trouble
    blocks: list[Block]
    if trouble is not None:
        blocks = [OtherWayCard(ctx.theme, trouble.text("title"), trouble.text("way"))]
    elif not notices:
        blocks = [Paragraph(ctx.theme, ctx.say("notices.loading"))]
    else:
        blocks = [
            LineTile(
                ctx.theme,
                f"notice.{each.notice_id}",
                literal(each.title),
                f"{ctx.say(f'notices.{each.category}')}　{literal(each.source)}",
            )
            for each in notices
        ]
    spec = _page(
        ctx,
        ctx.say("notices.title"),
        ctx.say("notices.lead"),
        blocks,
        ctx.say("common.back"),
        retry=trouble is not None,
    )
    moves = {f"notice.{each.notice_id}": partial(ctx.terminal.board.read, each.notice_id) for each in notices}
    return Shown(spec, {**moves, "back": ctx.terminal.back, "retry": ctx.terminal.open_notices})


def one(ctx: Context) -> Shown:
    notice = ctx.terminal.board.notice
    assert notice is not None
    published = ctx.say("notices.published", day=words.full_day(notice.published_on), source=notice.source)
    blocks: list[Block] = [Paragraph(ctx.theme, literal(each), "label") for each in notice.paragraphs]
    return Shown(
        _page(ctx, literal(notice.title), published, blocks, ctx.say("notices.back_list")), {"back": ctx.terminal.back}
    )
