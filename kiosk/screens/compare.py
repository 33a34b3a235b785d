"""What the business registry says beside what the licence says: the citizen takes the new value or leaves the old."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kiosk import masking
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import SmallButton
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList
from kiosk.screens.widgets.compare_card import CompareCard
from kiosk.screens.widgets.rows_card import ReviewRow, RowsCard
from kiosk.screens.widgets.text import Note
from kiosk.transactions.modify import modifiable

FIELDS = ("shop_name", "person_in_charge", "premises_address", "economic_type")


def build(ctx: Context) -> Shown:
    registry, offered = ctx.visit.chosen().registry, modifiable(ctx.visit)
    kept = ctx.visit.answer("changes")
    assert isinstance(kept, tuple)
    blocks: list[Block] = [
        CompareCard(
            ctx.theme,
            each.label,
            ctx.ask("old"),
            each.on_licence,
            ctx.ask("new"),
            each.on_registry,
            test_id=f"compare.{each.field}",
        )
        for each in offered
    ]
    moves: dict[str, Callable[[], None]] = {"forward": ctx.terminal.forward, "back": ctx.terminal.back}
    if len(offered) > 1:
        blocks.append(_which(ctx, kept))
        for each in offered:
            others = tuple(field for field in kept if field != each.field)
            answer = others if each.field in kept else (*kept, each.field)
            moves[f"change.{each.field}"] = partial(ctx.terminal.draft, "changes", answer)
    blocks += [*_same(ctx), *_cannot(ctx)]
    moves["moved"] = lambda: ctx.terminal.show_overlay("moved")
    forward = ctx.ask("forward_one", field=offered[0].label) if len(offered) == 1 else ctx.ask("forward")
    spec = frame.page(
        ctx,
        title=ctx.ask("title", n=len(registry.differences)),
        lead=ctx.ask("lead"),
        blocks=blocks,
        dock=frame.back_and_forward(ctx, forward, missing="" if kept else ctx.ask("choose_first"), gap="changes"),
    )
    return Shown(spec, moves)


def _which(ctx: Context, kept: tuple[str, ...]) -> ChoiceList:
    cards = [
        ChoiceCard(
            ctx.theme, f"change.{each.field}", ctx.ask("take_field", field=each.label), literal(each.on_registry)
        )
        for each in modifiable(ctx.visit)
    ]
    return ChoiceList(ctx.theme, "changes", cards, multi=True, chosen={f"change.{field}" for field in kept})


def _same(ctx: Context) -> list[Block]:
    licence = ctx.visit.chosen()
    if ctx.elder:  # fewer words: only what is not the same
        return []
    different = {each.field for each in licence.registry.differences}
    masked = {"person_in_charge": masking.name, "premises_address": masking.address}
    rows = [
        ReviewRow(ctx.ask(field), masked.get(field, str)(getattr(licence, field)), same=True)
        for field in FIELDS
        if field not in different
    ]
    return [RowsCard(ctx.theme, rows)] if rows else []


def _cannot(ctx: Context) -> list[Block]:
    """A real move is no modification; it is explained."""
    if all(each.can_modify for each in ctx.visit.chosen().registry.differences):
        return []
    return [Note(ctx.theme, "info", ctx.ask("moved"), button=SmallButton(ctx.theme, "moved", ctx.ask("moved_button")))]
