"""The pre-check advises against it: why, by which law, what to do instead; the citizen may still have a clerk decide.

Also the milder form: he may go on, but should know something first.
"""

from __future__ import annotations

from backend_client.models import Reason
from kiosk import words
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.failure_cards import OtherWayCard
from kiosk.screens.widgets.text import Note


def build(ctx: Context) -> Shown:
    eligibility = ctx.visit.eligibility(ctx.flow.transaction)
    first = eligibility.reasons[0]
    other = first.instead.transaction
    rows: list[list[DockButton]] = []
    if eligibility.may_insist:
        rows.append([DockButton("insist", ctx.ask("insist"), "secondary")])
    if other is not None:
        switch = ctx.ask("switch", title=words.plain(ctx.say(f"tile_of.{other}")))
        rows.append([DockButton("leave", ctx.ask("leave"), "back"), DockButton("switch", switch, "forward")])
    else:
        rows.append(
            [DockButton("back", ctx.say("common.back"), "back"), DockButton("leave", ctx.ask("leave"), "forward")]
        )
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=literal(first.sentence),
        blocks=[
            _card(ctx, each, head=ctx.ask("instead") if each is first else literal(each.sentence))
            for each in eligibility.reasons
        ],
        foot=[Note(ctx.theme, "info", ctx.ask("note"))],
        dock=rows,
    )
    return Shown(spec, {
        "back": ctx.terminal.back,
        "leave": ctx.terminal.leave,
        "insist": ctx.terminal.insist,
        "switch": lambda: ctx.terminal.switch(other or ctx.flow.transaction),
    })  # fmt: skip


def _card(ctx: Context, reason: Reason, *, head: str) -> OtherWayCard:
    """What to do instead, and the law it rests on."""
    source = ctx.say("common.refusal.source", source=reason.source)
    return OtherWayCard(ctx.theme, head, f"{literal(reason.instead.sentence)}\n{source}")


def caution(ctx: Context) -> Shown:
    reasons = ctx.visit.eligibility(ctx.flow.transaction).reasons
    spec = frame.page(
        ctx,
        title=ctx.ask("title") if len(reasons) == 1 else ctx.ask("title_many", n=len(reasons)),
        lead=ctx.ask("lead"),
        blocks=[_card(ctx, each, head=literal(each.sentence)) for each in reasons],
        dock=frame.back_and_forward(ctx),
    )
    return Shown(spec, {"forward": ctx.terminal.forward, "back": ctx.terminal.back})
