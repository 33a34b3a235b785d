"""The pledge, which is never ticked beforehand, and the signature, which nobody can give for him."""

from __future__ import annotations

from backend_client.models import Signature
from kiosk.screens import frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.widgets.pledge import PledgeTick
from kiosk.screens.widgets.signature_pad import SignaturePad
from kiosk.screens.widgets.text import Note


def build(ctx: Context) -> Shown:
    answers = ctx.visit.answers
    ticked, kept = answers.get("pledge") is True, answers.get("sign")
    assert kept is None or isinstance(kept, Signature)
    tick = PledgeTick(
        ctx.theme,
        "tick",
        ctx.ask("pledge"),
        "" if ctx.elder else ctx.ask("pledge_note"),
        full_text_id="pledge",
        full_text=ctx.ask("full_text"),
    )
    tick.set_ticked(ticked)
    pad = SignaturePad(ctx.theme, "pad")

    def drawn() -> None:
        """Kept in whole pixels. The page is built anew only where the forward button changes."""
        strokes = tuple(tuple((round(x), round(y)) for x, y in stroke) for stroke in pad.strokes)
        signature = Signature(width=pad.width(), height=pad.height(), strokes=strokes) if pad.ready else None
        ctx.terminal.draft("sign", signature, quiet=(signature is None) is (answers.get("sign") is None))

    def placed() -> None:
        if kept is not None:
            pad.restore(kept.strokes, kept.width, kept.height)

    missing, gap = ("", "")
    if not ticked:
        missing, gap = ctx.ask("tick_first"), "tick"
    elif kept is None:
        missing, gap = ctx.ask("sign_first"), "pad"
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead"),
        blocks=[tick, pad],
        foot=[] if ctx.elder and ctx.theme.landscape else [Note(ctx.theme, "info", ctx.ask("note"))],
        dock=frame.back_and_forward(ctx, ctx.say(f"{ctx.flow.transaction}.submit"), missing=missing, gap=gap),
    )
    return Shown(spec, {
        "pad": drawn,
        "tick": lambda: ctx.terminal.draft("pledge", tick.ticked),
        "pledge": lambda: ctx.terminal.show_overlay("pledge"),
        "forward": ctx.terminal.forward,
        "back": ctx.terminal.back,
    }, placed=placed)  # fmt: skip
