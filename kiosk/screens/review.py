"""Everything that will be filed, in plain words, before it is signed. What may be changed has its "改" button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from backend_client.models import Delivery, Option
from kiosk import masking, words
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.peek import PeekButton
from kiosk.screens.widgets.rows_card import ReviewRow, RowsCard
from kiosk.screens.widgets.text import Note, Statement
from kiosk.transactions.modify import chosen_changes


def build(ctx: Context) -> Shown:
    fixed = RowsCard(ctx.theme, _who(ctx), "rows.fixed")
    asked = RowsCard(ctx.theme, [*_asked(ctx), *_common(ctx)], "rows.asked")

    def peek(shown: bool) -> None:
        fixed.reveal(shown)
        asked.reveal(shown)

    show_all = PeekButton(ctx.theme, "peek", ctx.ask("show_all"))
    show_all.peeked.connect(peek)
    blocks: list[Block] = [Statement(ctx.theme, _statement(ctx)), fixed, asked]
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead"),
        blocks=blocks,
        foot=[Note(ctx.theme, "lock", ctx.ask("masked"), button=show_all)],
        dock=frame.back_and_forward(ctx, ctx.ask("forward")),
    )
    edits: dict[str, Callable[[], None]] = {
        f"edit.{step.name}": partial(ctx.terminal.edit, step.name) for step in ctx.flow.steps
    }
    return Shown(spec, {**edits, "forward": ctx.terminal.forward, "back": ctx.terminal.back})


def _who(ctx: Context) -> list[ReviewRow]:
    licence, document = ctx.visit.chosen(), ctx.visit.document
    tail = masking.id_tail(document.id_number) if document else ""
    name = licence.person_in_charge
    return [
        ReviewRow(ctx.ask("licence"), licence.shop_name, note=words.fours(licence.licence_no)),
        ReviewRow(
            ctx.ask("holder"),
            words.plain(ctx.ask("holder_value", name=masking.name(name), tail=tail)),
            full=words.plain(ctx.ask("holder_value", name=name, tail=tail)),
        ),
    ]


def _common(ctx: Context) -> list[ReviewRow]:
    answers = ctx.visit.answers
    phone, delivery = str(answers["phone"]), answers.get("delivery")
    rows = [ReviewRow(ctx.ask("phone"), masking.phone(phone), full=phone, change="edit.phone")]
    if isinstance(delivery, Delivery):
        collected = delivery.method == "collect"
        rows.append(
            ReviewRow(
                ctx.ask("delivery"),
                ctx.say(f"common.delivery.{delivery.method}"),
                note=delivery.address if collected else masking.address(delivery.address),
                change="edit.delivery",
            )
        )
    service = ctx.visit.service
    facts = (
        next((each for each in service.transactions if each.transaction == ctx.flow.transaction), None)
        if service
        else None
    )
    rows.append(ReviewRow(ctx.ask("fee"), facts.fee if facts else ctx.say("common.free"), bold=True))
    return rows


def _statement(ctx: Context) -> str:
    visit, terms, answers = ctx.visit, ctx.visit.terms(ctx.flow.transaction), ctx.visit.answers
    match ctx.flow.transaction:
        case "renew":
            start = terms.renewed_from or visit.chosen().valid_until
            return ctx.ask("statement", from_day=words.short_day(start), years=terms.renewed_years or "")
        case "cancel":
            return ctx.ask("statement", day=words.full_day(_day(answers["cease_on"])))
        case "modify":
            return ctx.ask("statement", n=len(chosen_changes(visit)))
        case "suspend":
            start, end = _period(ctx)
            days = (end - start).days + 1
            return ctx.ask("statement", start=words.short_day(start), end=words.full_day(end), n=days)
        case "resume":
            return ctx.ask("statement", day=words.day(_day(answers["resume_on"])))
        case _:
            return ctx.ask("statement", copies=_texts(terms.copies, answers["copies"]))


def _asked(ctx: Context) -> list[ReviewRow]:
    """What this transaction asked, with the way back to each question."""
    terms, answers = ctx.visit.terms(ctx.flow.transaction), ctx.visit.answers

    def reason() -> ReviewRow:
        return ReviewRow(ctx.ask("reason"), _texts(terms.reasons, answers["reason"]), change="edit.reason")

    match ctx.flow.transaction:
        case "cancel":
            return [ReviewRow(ctx.ask("day"), words.day(_day(answers["cease_on"])), change="edit.cease_on"), reason()]
        case "modify":
            return _changes(ctx)
        case "suspend":
            start, end = _period(ctx)
            value = words.plain(ctx.ask("period_value", start=words.full_day(start), end=words.full_day(end)))
            meanwhile = ReviewRow(ctx.ask("meanwhile"), words.plain(ctx.ask("meanwhile_value")))
            return [ReviewRow(ctx.ask("period"), value, change="edit.period"), reason(), meanwhile]
        case "resume":
            return [ReviewRow(ctx.ask("day"), words.day(_day(answers["resume_on"])), change="edit.resume_on"), reason()]
        case "reissue":
            return [
                ReviewRow(ctx.ask("copies"), _texts(terms.copies, answers["copies"]), change="edit.copies"),
                ReviewRow(ctx.ask("cause"), _texts(terms.causes, answers["cause"]), change="edit.cause"),
                reason(),
            ]
    return []


def _changes(ctx: Context) -> list[ReviewRow]:
    rows = [
        ReviewRow(
            each.label,
            words.plain(ctx.ask("to", value=literal(each.on_registry))),
            note=each.on_licence,
            change="edit.changes",
        )
        for each in chosen_changes(ctx.visit)
    ]
    if "ground" in ctx.visit.answers:
        grounds = [option for each in chosen_changes(ctx.visit) for option in each.grounds]
        rows.append(ReviewRow(ctx.ask("ground"), _texts(grounds, ctx.visit.answers["ground"]), change="edit.ground"))
    return rows


def _texts(options: Sequence[Option], chosen: object) -> str:
    codes = chosen if isinstance(chosen, tuple) else (chosen,)
    return words.text("common.or").join(each.text for each in options if each.code in codes)


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value


def _period(ctx: Context) -> tuple[date, date]:
    period = ctx.visit.answer("period")
    assert isinstance(period, tuple)
    return _day(period[0]), _day(period[1])
