"""The telephone: the one on record with one touch, or another typed on large digits."""

from __future__ import annotations

import re

from kiosk import masking
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList
from kiosk.screens.widgets.keypad import Keypad, Offer

MOBILE = re.compile(r"1[3-9]\d{9}")
OTHER = "phone_other"  # he types another one
TYPED = "phone_typed"


def build(ctx: Context) -> Shown:
    return _typed(ctx) if ctx.visit.answers.get(OTHER) else _offered(ctx)


def _offered(ctx: Context) -> Shown:
    registered, phone = ctx.visit.chosen().contact_phone, str(ctx.visit.answers.get("phone", ""))
    cards = [ChoiceCard(ctx.theme, "choice.registered", ctx.ask("registered"), masking.phone(registered), icon="phone")]
    if phone != registered:
        cards.append(ChoiceCard(ctx.theme, "choice.typed", ctx.ask("typed"), masking.phone(phone), icon="phone"))
    cards.append(ChoiceCard(ctx.theme, "choice.other", ctx.ask("other"), ctx.ask("other_note"), icon="hand"))
    chosen = "choice.registered" if phone == registered else "choice.typed"
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead"),
        blocks=[ChoiceList(ctx.theme, "choices", cards, chosen={chosen})],
        dock=frame.back_and_forward(ctx),
    )
    return Shown(spec, {
        "choice.registered": lambda: ctx.terminal.draft("phone", registered),
        "choice.typed": lambda: ctx.terminal.draft("phone", phone),
        "choice.other": lambda: ctx.terminal.draft(OTHER, True),
        "forward": ctx.terminal.forward,
        "back": ctx.terminal.back,
    })  # fmt: skip


def _typed(ctx: Context) -> Shown:
    """Back leads to the choice, not out of the step."""
    typed = str(ctx.visit.answers.get(TYPED, ""))
    missing = "" if MOBILE.fullmatch(typed) else ctx.ask("wrong" if len(typed) == 11 else "short")

    def take() -> None:
        ctx.terminal.draft("phone", typed, quiet=True)
        ctx.terminal.draft(OTHER, False, quiet=True)
        ctx.terminal.forward()

    registered = ctx.visit.chosen().contact_phone
    on_record = Offer(registered, masking.phone(registered), ctx.ask("on_record"), ctx.ask("use_registered"))
    keypad = Keypad(ctx.theme, "keypad", label=ctx.ask("digits"), value=typed, offered=on_record)
    spec = frame.page(
        ctx,
        title=ctx.ask("typed_title"),
        lead=ctx.ask("typed_lead"),
        blocks=[keypad],
        dock=[[
            DockButton("back", ctx.say("common.back"), "back"),
            DockButton("forward", ctx.say("common.forward"), "forward", missing=missing, gap="keypad"),
        ]],
    )  # fmt: skip
    return Shown(spec, {
        "keypad": lambda: ctx.terminal.draft(TYPED, keypad.value),
        "forward": take,
        "back": lambda: ctx.terminal.draft(OTHER, False),
    })  # fmt: skip
