"""The first page of a transaction: what it is, what it costs, how long it takes, what must be at hand."""

from __future__ import annotations

from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.rows_card import ReviewRow, RowsCard
from kiosk.screens.widgets.text import Note, Statement
from kiosk.screens.widgets.timeline import Step, Timeline


def build(ctx: Context) -> Shown:
    service = ctx.visit.service
    facts = (
        next((each for each in service.transactions if each.transaction == ctx.flow.transaction), None)
        if service
        else None
    )
    rows = [ReviewRow(ctx.ask("fee"), facts.fee if facts else ctx.say("common.free"), bold=True)]
    if facts is not None and facts.promised_working_days:
        rows.append(ReviewRow(ctx.ask("time"), ctx.ask("working_days", n=facts.promised_working_days)))
    brings = facts.brings if facts else [ctx.ask("card_only")]
    rows.append(ReviewRow(ctx.ask("brings"), ctx.say("common.or").join(brings)))
    known = ctx.visit.identity is not None
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead"),
        blocks=[Statement(ctx.theme, ctx.ask("line")), RowsCard(ctx.theme, rows), *_steps(ctx)],
        foot=[Note(ctx.theme, "info", ctx.ask("note"))],
        dock=frame.back_and_forward(ctx, ctx.ask("forward_identified" if known else "forward")),
    )
    return Shown(spec, {"forward": ctx.terminal.forward, "back": ctx.terminal.back})


def _steps(ctx: Context) -> list[Block]:
    """The way ahead, so that nobody has to step into the dark. Landscape shows it in the band, the elder layout
    less of it.
    """
    if ctx.elder or ctx.theme.landscape:
        return []
    stages = ctx.flow.stage_names()
    return [Timeline(ctx.theme, ctx.ask("steps", n=len(stages)), [Step(each) for each in stages])]
