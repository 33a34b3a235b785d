"""The filing and its outcome, all in one place: being sent, filed, saved but unanswered, refused; and its paper."""

from __future__ import annotations

from backend_client.models import Filing
from kiosk import masking, words
from kiosk.failures import Trouble
from kiosk.filing_desk import FilingState
from kiosk.print_desk import Printing
from kiosk.screens import failure, frame
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton
from kiosk.screens.paper import paper_page
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.block import Block, Row
from kiosk.screens.widgets.number_qr_card import Fact, NumberQrCard
from kiosk.screens.widgets.qr_view import Matrix
from kiosk.screens.widgets.timeline import Step, Timeline

WIDE = 1700  # default-panel pixels from which number and next steps stand side by side
TIRED_AFTER_S = 5.0  # then he may go on without the answer
DECIDED = ("granted", "delivering", "closed", "refused")


def build(ctx: Context) -> Shown:
    filing, printer = ctx.terminal.filing, ctx.terminal.printer
    assert filing is not None
    if filing.state in (FilingState.FILED, FilingState.UNKNOWN) and printer.state in (
        Printing.WAITING,
        Printing.FAILED,
    ):
        return paper_page(
            ctx, safe="safe_filed" if filing.state is FilingState.FILED else "safe_saved", number=_number(ctx)
        )
    match filing.state:
        case FilingState.SENDING:
            return _sending(ctx)
        case FilingState.FILED:
            return _known(ctx)
        case FilingState.UNKNOWN:
            return _unknown(ctx)
    return _refused(ctx, filing.trouble or Trouble("S02"), not_saved=filing.state is FilingState.NOT_SAVED)


def qr_matrix(text: str) -> Matrix:
    import segno  # loads urllib and http: not before the first frame

    return tuple(segno.make(text, micro=False).matrix)


def _number(ctx: Context) -> str:
    filing = ctx.visit.filing
    if filing is not None:
        return words.filing_number(filing.filing_no)
    return words.fours(ctx.visit.query_code or "")


def _sending(ctx: Context) -> Shown:
    """No button for some seconds, then a way out; the place is the result's own."""
    filing = ctx.terminal.filing
    assert filing is not None
    tired = filing.waited_s() >= TIRED_AFTER_S
    steps = [Step(ctx.ask(f"sending_{at}"), ctx.ask(f"sending_{at}_note"), done=at == 1) for at in (1, 2, 3)]
    spec = frame.page(
        ctx,
        title=ctx.ask("sending_title"),
        lead=ctx.ask("sending_lead"),
        blocks=[Timeline(ctx.theme, ctx.ask("next_sending"), steps)],
        dock=[[DockButton("tired", ctx.ask("tired"), "secondary")]] if tired else [],
    )
    shown_tired = tired

    def tick() -> None:
        if not shown_tired and filing.waited_s() >= TIRED_AFTER_S:
            ctx.terminal.on_change()

    return Shown(spec, {"tired": ctx.terminal.stop_waiting}, tick)


def _known(ctx: Context) -> Shown:
    filing, printing = ctx.visit.filing, ctx.terminal.printer.state
    assert filing is not None
    lead = {
        Printing.PRINTED: "lead",
        Printing.PRINTING: "lead_printing",
        Printing.IDLE: "lead_printing",
    }.get(printing, "lead_no_paper")
    facts = [Fact(ctx.ask("number"), words.filing_number(filing.filing_no))]
    decided = filing.state in DECIDED
    if decided:
        facts.append(Fact(ctx.ask("decided"), filing.state_text))
    elif filing.promised_on is not None:
        days = ctx.ask("working_days", n=filing.promised_working_days) if filing.promised_working_days else ""
        facts.append(Fact(ctx.ask("promised"), words.day(filing.promised_on), days))
    low = ctx.theme.landscape and not ctx.elder  # the panel is wide: everything on one page
    wide = low and ctx.theme.width >= ctx.theme.px(WIDE)
    steps = [Step(each.title, _masked(filing, each.note), done=at == 0) for at, each in enumerate(filing.next_steps)]
    if low and not wide:
        del steps[:1]  # that he has handed it in is the title
    matrix = None if ctx.elder else qr_matrix(f"LT1:{filing.filing_no}")
    blocks: list[Block] = [
        NumberQrCard(ctx.theme, facts, matrix=matrix, caption=ctx.ask("scan") if matrix else ""),
        Timeline(ctx.theme, ctx.ask("next"), steps),
    ]
    busy = printing in (Printing.PRINTING, Printing.WAITING)
    title = (
        ctx.say(f"{filing.transaction}.granted")
        if decided and filing.state != "refused"
        else ctx.say(f"{filing.transaction}.done")
    )
    prints = [
        DockButton("again", ctx.ask("again"), "secondary", "printer"),
        DockButton("form", ctx.ask("form"), "secondary", "printer"),
    ]
    rate = DockButton("forward", ctx.ask("rate_short" if low and not busy else "rate"), "forward")
    spec = frame.page(
        ctx,
        title=title,
        lead=ctx.ask(lead),
        band="ok",
        blocks=[Row(ctx.theme, blocks, shares=(3, 2))] if wide else blocks,
        dock=[[rate]] if busy else [[*prints, rate]] if low else [prints, [rate]],
    )
    return Shown(spec, {
        "again": ctx.terminal.paperwork.receipt,
        "form": ctx.terminal.paperwork.application_form,
        "forward": ctx.terminal.forward,
    })  # fmt: skip


def _masked(filing: Filing, note: str) -> str:
    """The server names the address that it is sent to; a bystander need not read it."""
    delivery = filing.body.delivery
    if delivery is None or delivery.method == "collect":
        return note
    return note.replace(delivery.address, masking.address(delivery.address))


def _unknown(ctx: Context) -> Shown:
    """Saved and on its way: never red, never called an error."""
    code = ctx.visit.query_code or ""
    matrix = None if ctx.elder else qr_matrix(f"LT1:{code}")
    printed = ctx.terminal.printer.state is Printing.PRINTED
    steps = [Step(ctx.ask(f"unknown_{at}"), ctx.ask(f"unknown_{at}_note"), done=at == 1) for at in (1, 2, 3)]
    spec = frame.page(
        ctx,
        title=ctx.ask("unknown_title"),
        lead=ctx.ask("unknown_lead"),
        blocks=[
            NumberQrCard(
                ctx.theme,
                [Fact(ctx.ask("slip_number"), words.fours(code))],
                matrix=matrix,
                caption=ctx.ask("slip_printed") if matrix and printed else "",
                text=ctx.ask("slip_how"),
            ),
            Timeline(ctx.theme, ctx.ask("next"), steps),
        ],
        dock=[
            [DockButton("more", ctx.ask("wait_more"), "secondary"), DockButton("forward", ctx.ask("finish"), "forward")]
        ],
    )
    return Shown(spec, {"more": ctx.terminal.wait_more, "forward": ctx.terminal.forward})


def _refused(ctx: Context, trouble: Trouble, *, not_saved: bool) -> Shown:
    reasons = trouble.reasons
    lead = literal(reasons[0].sentence) if reasons else ctx.ask("refused_safe")
    spec = frame.page(
        ctx,
        title=ctx.ask("not_saved_title" if not_saved else "refused_title"),
        lead=lead if not not_saved else trouble.text("safe"),
        blocks=failure.cards(ctx, trouble),
        foot=[failure.staff_line(ctx, trouble)],
        dock=[[
            DockButton("mend", ctx.ask("back_to_review"), "back"),
            DockButton("leave", ctx.ask("leave"), "forward"),
        ]],
    )  # fmt: skip
    return Shown(spec, {"mend": ctx.terminal.mend, "leave": ctx.terminal.leave})
