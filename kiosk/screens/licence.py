"""Which of his licences; one that is refused stays in the list with the reason. Also the page for somebody who
has none.
"""

from __future__ import annotations

from functools import partial

from backend_client.models import Licence
from kiosk import words
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList
from kiosk.screens.widgets.failure_cards import OtherWayCard


def build(ctx: Context) -> Shown:
    licences = ctx.visit.licences
    if not licences:
        return _none(ctx)
    chosen = ctx.visit.licence_no
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead", n=len(licences)),
        blocks=[ChoiceList(ctx.theme, "choices", [_card(ctx, each) for each in licences], chosen={f"choice.{chosen}"})],
        dock=frame.back_and_forward(ctx, missing="" if ctx.visit.licence else ctx.ask("choose_first"), gap="choices"),
    )
    moves = {f"choice.{each.licence_no}": partial(ctx.terminal.choose_licence, each.licence_no) for each in licences}
    return Shown(spec, {**moves, "forward": ctx.terminal.forward, "back": ctx.terminal.back})


def _card(ctx: Context, licence: Licence) -> ChoiceCard:
    days = abs(licence.days_left)
    left = ctx.ask("left" if licence.days_left >= 0 else "expired", n=days)
    lines = [ctx.ask("number", number=words.fours(licence.licence_no)), f"{literal(licence.status_text)}　{left}"]
    transaction = ctx.flow.transaction
    if transaction != "query" and not ctx.flow.becomes(licence):
        eligibility = getattr(licence.transactions, transaction)
        if not eligibility.can_apply and eligibility.reasons:
            lines.append(literal(eligibility.reasons[0].sentence))
    return ChoiceCard(ctx.theme, f"choice.{licence.licence_no}", literal(licence.shop_name), "\n".join(lines))


def _none(ctx: Context) -> Shown:
    window = ctx.visit.service.window if ctx.visit.service else None
    lines = [ctx.ask("none_way_note")]
    if window is not None:
        lines += [f"{literal(window.name)}　{literal(window.address)}", literal(window.hours)]
    spec = frame.page(
        ctx,
        title=ctx.ask("none_title"),
        lead=ctx.ask("none_lead"),
        blocks=[OtherWayCard(ctx.theme, ctx.ask("none_way"), "\n".join(lines))],
        dock=[[DockButton("leave", ctx.say("common.refusal.leave"), "forward")]],
    )
    return Shown(spec, {"leave": ctx.terminal.leave})
