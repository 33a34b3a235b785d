"""The second, deliberate confirmation of a cancellation: what is lost, the milder way, then three seconds of holding,
or two touches at two places for hands that shake.
"""

from __future__ import annotations

from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import QuietButton, SecondaryButton
from kiosk.screens.widgets.hold_button import DoubleTouch, HoldButton
from kiosk.screens.widgets.loss_list import LossList
from kiosk.screens.widgets.offer_card import OfferCard

TWO_TOUCHES = "two_touches"  # how he confirms, kept beside the answers


def build(ctx: Context) -> Shown:
    blocks: list[Block] = [
        LossList(ctx.theme, ctx.ask("after"), [literal(each) for each in ctx.visit.terms("cancel").consequences])
    ]
    if ctx.visit.eligibility("suspend").can_apply:
        button = SecondaryButton(ctx.theme, "milder", ctx.ask("milder_button"), icon="shop-pause")
        blocks.append(OfferCard(ctx.theme, ctx.ask("milder"), ctx.ask("milder_note"), button))
    # The elder layout may need two pages: what he confirms with stands after what he must have read.
    two = bool(ctx.visit.answers.get(TWO_TOUCHES))
    confirm: list[Block]
    if two:
        confirm = [DoubleTouch(ctx.theme, "hold", ctx.ask("two_first"), ctx.ask("two_second"), ctx.ask("two_wait"))]
    else:
        confirm = [HoldButton(ctx.theme, "hold", ctx.ask("hold"))]
    confirm.insert(0, QuietButton(ctx.theme, "way", ctx.ask("hold_way" if two else "two_way")))
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead"),
        blocks=[*blocks, *confirm] if ctx.elder or ctx.theme.landscape else blocks,
        foot=[] if ctx.elder or ctx.theme.landscape else confirm,
        dock=[[DockButton("back", ctx.ask("back"), "return")]],
    )
    return Shown(spec, {
        "back": ctx.terminal.back,
        "hold": ctx.terminal.forward,
        "milder": lambda: ctx.terminal.switch("suspend"),
        "way": lambda: ctx.terminal.draft(TWO_TOUCHES, not two),
    })  # fmt: skip
