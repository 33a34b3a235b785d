"""The card is to be laid on the reader; what the reader does is followed on one line."""

from __future__ import annotations

from kiosk.identity.id_card_login import Login
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.failure import trouble_page
from kiosk.screens.page import DockButton
from kiosk.screens.widgets.card_drawing import CardDrawing
from kiosk.screens.widgets.status_line import DeviceState, StatusLine
from kiosk.screens.widgets.text import Note

PHASES: dict[Login, DeviceState] = {
    Login.WAITING: "waiting",
    Login.AGAIN: "waiting",
    Login.READING: "reading",
    Login.OPENING: "read",
}


def build(ctx: Context) -> Shown:
    login = ctx.terminal.login
    if login.state is Login.FAILED and login.trouble is not None:
        refused = login.trouble.code == "S01"  # this card will not do
        return trouble_page(ctx, login.trouble, retry=ctx.ask("next_person" if refused else "retry"))
    side = ctx.terminal.services.settings.screen.reader_side
    phase = PHASES[login.state]
    drawing = CardDrawing(ctx.theme, place=side)
    drawing.show_state(phase)
    buttons = [
        DockButton("back", ctx.say("common.back"), "back"),
        DockButton("no_card", ctx.ask("no_card"), "secondary"),
    ]
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask(f"lead_{side}"),
        blocks=[
            drawing,
            StatusLine(ctx.theme, ctx.ask(login.state.value), phase),
        ],
        foot=[Note(ctx.theme, "lock", ctx.ask("why"))],
        dock=[] if login.state is Login.OPENING else [buttons],
    )
    return Shown(spec, {"back": ctx.terminal.back, "no_card": lambda: ctx.terminal.show_overlay("no_card")})
