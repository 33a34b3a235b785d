"""What is true now and what will be: the days a licence has left, the suspension that a reopening ends."""

from __future__ import annotations

from kiosk import words
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import Figure
from kiosk.screens.widgets.facts_card import FactsCard
from kiosk.screens.widgets.text import Note


def build(ctx: Context) -> Shown:
    """Renewal: the days left stand as large as they fit."""
    licence, terms = ctx.visit.chosen(), ctx.visit.terms("renew")
    until = words.short_day(licence.valid_until)
    expired = licence.days_left < 0
    title = ctx.ask("title_expired", n=-licence.days_left) if expired else ctx.ask("title", n=licence.days_left)
    figure = (
        Figure(str(licence.days_left), ctx.ask("unit"), ctx.ask("until", day=until))
        if ctx.elder and not expired
        else None
    )
    after = [ctx.ask("years", n=terms.renewed_years)] if terms.renewed_years else []
    if terms.renewed_until and not ctx.elder:
        after.append(ctx.ask("new_until", day=words.full_day(terms.renewed_until)))
    after.append(ctx.ask("same"))
    spec = frame.page(
        ctx,
        title=title,
        lead="" if figure else ctx.ask("lead", day=words.full_day(licence.valid_until)),
        figure=figure,
        blocks=[FactsCard(ctx.theme, ctx.ask("shop"), licence.shop_name, after)],
        foot=[] if ctx.elder else [Note(ctx.theme, "info", ctx.ask("note"))],
        dock=frame.back_and_forward(ctx, back=ctx.ask("back")),
    )
    return Shown(spec, {"forward": ctx.terminal.forward, "back": ctx.terminal.back})


def suspension(ctx: Context) -> Shown:
    licence = ctx.visit.chosen()
    ended = licence.suspension
    assert ended is not None  # the flow comes here with a suspended licence only
    overdue = ended.overdue and not ctx.elder
    spec = frame.page(
        ctx,
        title=ctx.ask("title_overdue" if overdue else "title", end=words.short_day(ended.end)),
        lead=ctx.ask("lead"),
        blocks=[
            FactsCard(
                ctx.theme,
                ctx.ask("shop"),
                licence.shop_name,
                [
                    f"{ctx.ask('from')} **{words.full_day(ended.start)}**",
                    f"{ctx.ask('to')} **{words.full_day(ended.end)}**",
                ],
            )
        ],
        foot=[Note(ctx.theme, "info", ctx.ask("overdue"))] if ended.overdue else [],
        dock=frame.back_and_forward(ctx, back=ctx.ask("back")),
    )
    return Shown(spec, {"forward": ctx.terminal.forward, "back": ctx.terminal.back})
