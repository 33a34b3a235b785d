"""One question with a few answers: reasons, causes, grounds, which copies, how the result comes to him."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from backend_client.models import Delivery, DeliveryOption, Option
from kiosk import masking
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList, Detail
from kiosk.screens.widgets.text import Note

DELIVERY_ICONS = {"post": "envelope", "visit": "house", "collect": "hall"}


def one_of(ctx: Context, options: Sequence[Option], *, foot: Sequence[Block] = ()) -> Shown:
    """One option is chosen; its code is the answer."""
    chosen = ctx.visit.answers.get(ctx.step.name)
    cards = [ChoiceCard(ctx.theme, f"choice.{each.code}", literal(each.text)) for each in options]
    return shown(ctx, cards, {f"choice.{chosen}"}, {f"choice.{each.code}": each.code for each in options}, foot=foot)


def shown(
    ctx: Context,
    cards: Sequence[ChoiceCard],
    chosen: set[str],
    answers: Mapping[str, object],
    *,
    multi: bool = False,
    foot: Sequence[Block] = (),
    lead: str = "",
    forward: str = "",
) -> Shown:
    """Choosing never moves on by itself; until something is chosen the forward button says so."""
    ready = bool(chosen & {card.test_id for card in cards})
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=lead or ctx.ask("lead"),
        blocks=[ChoiceList(ctx.theme, "choices", cards, multi=multi, chosen=chosen)],
        foot=foot,
        dock=frame.back_and_forward(ctx, forward, missing="" if ready else ctx.ask("choose_first"), gap="choices"),
    )
    step = ctx.step.name
    moves: dict[str, Callable[[], None]] = {
        card: partial(ctx.terminal.draft, step, answer) for card, answer in answers.items()
    }
    return Shown(spec, {**moves, "forward": ctx.terminal.forward, "back": ctx.terminal.back})


def reason(ctx: Context) -> Shown:
    return one_of(ctx, ctx.visit.terms(ctx.flow.transaction).reasons)


def cause(ctx: Context) -> Shown:
    return one_of(ctx, ctx.visit.terms("reissue").causes)


def ground(ctx: Context) -> Shown:
    grounds = [option for each in ctx.visit.chosen().registry.differences for option in each.grounds]
    return one_of(ctx, grounds, foot=[Note(ctx.theme, "info", ctx.ask("note"))])


def copies(ctx: Context) -> Shown:
    """Any of the copies; a second touch takes one away again."""
    kept = ctx.visit.answers.get("copies", ())
    assert isinstance(kept, tuple)
    options = ctx.visit.terms("reissue").copies
    cards: list[ChoiceCard] = []
    answers: dict[str, object] = {}
    for each in options:
        cards.append(ChoiceCard(ctx.theme, f"choice.{each.code}", literal(each.text)))
        others = [code for code in kept if code != each.code]
        answers[f"choice.{each.code}"] = tuple(others if each.code in kept else [*kept, each.code])
    return shown(ctx, cards, {f"choice.{code}" for code in kept}, answers, multi=True)


def delivery(ctx: Context) -> Shown:
    options = ctx.visit.terms(ctx.flow.transaction).delivery
    kept = ctx.visit.answers.get("delivery")
    assert kept is None or isinstance(kept, Delivery)
    cards = [_delivery_card(ctx, each, kept) for each in options]
    answers: dict[str, object] = {
        f"choice.{each.method}": kept
        if kept and kept.method == each.method
        else Delivery(method=each.method, address=each.addresses[0])
        for each in options
    }
    return shown(ctx, cards, {f"choice.{kept.method}"} if kept else set(), answers)


def _delivery_card(ctx: Context, option: DeliveryOption, kept: Delivery | None) -> ChoiceCard:
    chosen = kept is not None and kept.method == option.method
    at_counter = option.method == "collect"
    detail = None
    if chosen and kept is not None and not at_counter:
        person = f"{masking.name(ctx.visit.chosen().person_in_charge)}　{masking.phone(str(ctx.visit.answer('phone')))}"
        detail = Detail(ctx.theme, ctx.say("common.delivery.to"), [masking.address(kept.address), person])
    return ChoiceCard(
        ctx.theme,
        f"choice.{option.method}",
        ctx.say(f"common.delivery.{option.method}"),
        literal(option.addresses[0] if at_counter and option.addresses else option.text),
        icon=DELIVERY_ICONS[option.method],
        detail=detail,
    )


def address(ctx: Context) -> Shown:
    """Where it is sent, where the server offers more than one address."""
    kept = ctx.visit.answer("delivery")
    assert isinstance(kept, Delivery)
    option = next(each for each in ctx.visit.terms(ctx.flow.transaction).delivery if each.method == kept.method)
    cards = [ChoiceCard(ctx.theme, f"choice.{at}", literal(each)) for at, each in enumerate(option.addresses)]
    chosen = {f"choice.{at}" for at, each in enumerate(option.addresses) if each == kept.address}
    shown_ = shown(ctx, cards, chosen, {})
    moves = {
        f"choice.{at}": partial(ctx.terminal.draft, "delivery", Delivery(method=kept.method, address=each))
        for at, each in enumerate(option.addresses)
    }
    return Shown(shown_.spec, {**shown_.moves, **moves})
