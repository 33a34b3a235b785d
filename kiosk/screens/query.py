"""What can be looked up: the licence, its printed copy, filings and their progress, what became of a slip."""

from __future__ import annotations

from functools import partial

from backend_client.models import Filing
from backend_client.query_code import is_query_code
from kiosk import masking, words
from kiosk.inquiry import Asking
from kiosk.print_desk import Printing
from kiosk.screens import failure, frame
from kiosk.screens.choices import shown
from kiosk.screens.context import Context, Shown
from kiosk.screens.page import DockButton
from kiosk.screens.paper import paper_page
from kiosk.screens.textflow import literal
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList
from kiosk.screens.widgets.failure_cards import OtherWayCard
from kiosk.screens.widgets.keypad import Keypad
from kiosk.screens.widgets.number_qr_card import Fact, NumberQrCard
from kiosk.screens.widgets.rows_card import ReviewRow, RowsCard
from kiosk.screens.widgets.text import Note, Statement
from kiosk.screens.widgets.timeline import Step, Timeline

LOOKS = {"details": "page", "copy": "printer", "filings": "clock", "slip": "note"}
SLIP_DIGITS = 12
TYPED = "slip_typed"


def menu(ctx: Context) -> Shown:
    kept = ctx.visit.answers.get("menu")
    cards = [
        ChoiceCard(ctx.theme, f"choice.{look}", ctx.ask(look), ctx.ask(f"{look}_note"), icon=icon)
        for look, icon in LOOKS.items()
    ]
    page = shown(ctx, cards, {f"choice.{kept}"}, {f"choice.{look}": look for look in LOOKS})
    finish = DockButton("finish", ctx.ask("finish"), "secondary")
    return Shown(frame.with_button(ctx, page.spec, finish), {**page.moves, "finish": ctx.terminal.finish})


def details(ctx: Context) -> Shown:
    licence = ctx.visit.chosen()
    differences = len(licence.registry.differences)
    registry = ctx.ask("registry_different", n=differences) if differences else ctx.ask("registry_same")
    validity = ctx.ask(
        "validity_value", start=words.full_day(licence.valid_from), end=words.full_day(licence.valid_until)
    )
    rows = [
        ReviewRow(ctx.ask("validity"), validity),
        ReviewRow(ctx.ask("licence_no"), words.fours(licence.licence_no)),
        ReviewRow(ctx.ask("shop"), licence.shop_name),
        ReviewRow(ctx.ask("holder"), masking.name(licence.person_in_charge)),
        ReviewRow(ctx.ask("address"), masking.address(licence.premises_address)),
        ReviewRow(ctx.ask("scope"), licence.scope, note=licence.economic_type),
        ReviewRow(ctx.ask("supplier"), licence.supplier),
        ReviewRow(ctx.ask("issuer"), licence.issuer),
        ReviewRow(ctx.ask("registry"), registry),
    ]
    if licence.suspension is not None:
        start, end = licence.suspension.start, licence.suspension.end
        rows.insert(
            1,
            ReviewRow(
                ctx.ask("suspension"), ctx.ask("validity_value", start=words.full_day(start), end=words.full_day(end))
            ),
        )
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead", status=licence.status_text, day=words.full_day(licence.valid_until)),
        blocks=[RowsCard(ctx.theme, rows)],
        dock=frame.back_and_forward(ctx, ctx.ask("forward")),
    )
    return Shown(spec, {"forward": ctx.terminal.forward, "back": ctx.terminal.back})


def copy(ctx: Context) -> Shown:
    """The copy is fetched, shown and printed; success is said when the paper is there."""
    inquiry, printing = ctx.terminal.inquiry, ctx.terminal.printer.state
    if inquiry.state is Asking.FAILED and inquiry.trouble is not None:
        return failure.trouble_page(ctx, inquiry.trouble, retry=ctx.say("common.card.retry"))
    if printing in (Printing.WAITING, Printing.FAILED):
        return paper_page(ctx, safe="safe_copy")
    certificate = ctx.visit.certificate
    if certificate is None:
        spec = frame.page(ctx, title=ctx.ask("preparing"), blocks=[], dock=frame.only_back(ctx))
        return Shown(spec, {"back": ctx.terminal.back})
    rows = [
        ReviewRow(ctx.ask("licence_no"), words.fours(certificate.licence_no)),
        ReviewRow(ctx.ask("shop"), certificate.shop_name),
        ReviewRow(ctx.ask("holder"), masking.name(certificate.person_in_charge)),
        ReviewRow(ctx.ask("until"), words.full_day(certificate.valid_until)),
        ReviewRow(ctx.ask("purpose_row"), certificate.purpose),
    ]
    printed = printing is Printing.PRINTED
    if printed:
        buttons = [
            DockButton("print", ctx.ask("again"), "secondary", "printer"),
            DockButton("forward", ctx.ask("forward"), "forward"),
        ]
    elif printing is Printing.PRINTING:
        buttons = [DockButton("back", ctx.say("common.back"), "back")]
    else:
        buttons = [
            DockButton("back", ctx.say("common.back"), "back"),
            DockButton("print", ctx.ask("print"), "forward", "printer"),
        ]
    title = {Printing.PRINTED: ctx.ask("printed_title"), Printing.PRINTING: ctx.say("common.print.printing")}
    spec = frame.page(
        ctx,
        title=title.get(printing, ctx.ask("title")),
        lead=ctx.ask("lead"),
        blocks=[RowsCard(ctx.theme, rows)],
        foot=[Note(ctx.theme, "info", ctx.ask("qr"))],
        dock=[buttons],
    )
    moves = {"print": ctx.terminal.paperwork.licence_copy, "forward": ctx.terminal.forward, "back": ctx.terminal.back}
    return Shown(spec, moves)


def filings(ctx: Context) -> Shown:
    inquiry, held = ctx.terminal.inquiry, ctx.visit.filings
    if inquiry.state is Asking.FAILED and inquiry.trouble is not None:
        return failure.trouble_page(ctx, inquiry.trouble, retry=ctx.say("common.card.retry"))
    if not held:
        loading = inquiry.state is Asking.ASKING
        spec = frame.page(
            ctx,
            title=ctx.ask("loading" if loading else "none_title"),
            lead="" if loading else ctx.ask("none_lead"),
            dock=frame.only_back(ctx),
        )
        return Shown(spec, {"back": ctx.terminal.back})
    chosen = ctx.visit.filing
    cards = [_filing_card(ctx, each) for each in held]
    marked = {f"choice.{chosen.filing_no}"} if chosen else set()
    spec = frame.page(
        ctx,
        title=ctx.ask("title"),
        lead=ctx.ask("lead"),
        blocks=[ChoiceList(ctx.theme, "choices", cards, chosen=marked)],
        dock=frame.back_and_forward(
            ctx, ctx.ask("forward"), missing="" if chosen else ctx.ask("choose_first"), gap="choices"
        ),
    )
    moves = {f"choice.{each.filing_no}": partial(ctx.terminal.pick_filing, each) for each in held}
    return Shown(spec, {**moves, "forward": ctx.terminal.forward, "back": ctx.terminal.back})


def _filing_card(ctx: Context, filing: Filing) -> ChoiceCard:
    submitted = ctx.ask("submitted", day=words.full_day(filing.submitted_at.date()))
    note = f"**{literal(filing.state_text)}**　{submitted}\n{literal(filing.shop_name)}"
    return ChoiceCard(ctx.theme, f"choice.{filing.filing_no}", literal(filing.transaction_title), note)


def progress(ctx: Context) -> Shown:
    filing, printing = ctx.visit.filing, ctx.terminal.printer.state
    assert filing is not None
    if printing in (Printing.WAITING, Printing.FAILED):
        return paper_page(ctx, safe="safe_copy", number=words.filing_number(filing.filing_no))
    facts = [Fact(ctx.ask("number"), words.filing_number(filing.filing_no))]
    if filing.promised_on is not None and filing.state in ("submitted", "accepted", "in_review"):
        facts.append(Fact(note=words.plain(ctx.ask("promised", day=words.day(filing.promised_on)))))
    blocks: list[Block] = [NumberQrCard(ctx.theme, facts)]
    if filing.reason:
        remedy = f"\n{literal(filing.remedy)}" if filing.remedy else ""
        blocks.append(OtherWayCard(ctx.theme, ctx.ask("reason"), literal(filing.reason) + remedy))
    steps = [Step(each.sentence, f"{words.clock(each.at)}　{each.actor}", done=True) for each in filing.events]
    blocks.append(Timeline(ctx.theme, ctx.ask("history"), steps))
    second = []
    if filing.can_withdraw:
        second.append(DockButton("withdraw", ctx.ask("withdraw"), "secondary"))
    if printing is not Printing.PRINTING:
        second.append(DockButton("print", ctx.ask("print"), "secondary", "printer"))
    correct = filing.state == "to_be_corrected"
    forward = (
        DockButton("correct", ctx.ask("correct"), "forward")
        if correct
        else DockButton("forward", ctx.ask("forward"), "forward")
    )
    spec = frame.page(
        ctx,
        title=ctx.ask("title", title=filing.transaction_title, state=filing.state_text),
        lead=literal(filing.sentence),
        blocks=blocks,
        dock=[second, [DockButton("back", ctx.say("common.back"), "back"), forward]],
    )
    return Shown(spec, {
        "withdraw": ctx.terminal.ask_to_withdraw,
        "print": ctx.terminal.paperwork.receipt,
        "correct": lambda: ctx.terminal.correct(filing),
        "forward": ctx.terminal.forward,
        "back": ctx.terminal.back,
    })  # fmt: skip


def withdraw(ctx: Context) -> Shown:
    filing, inquiry = ctx.visit.filing, ctx.terminal.inquiry
    assert filing is not None
    if inquiry.state is Asking.FAILED and inquiry.trouble is not None:
        return failure.trouble_page(ctx, inquiry.trouble, retry=ctx.say("common.card.retry"))
    asking = inquiry.state is Asking.ASKING
    rows = [
        ReviewRow(ctx.say("query.progress.number"), words.filing_number(filing.filing_no)),
        ReviewRow(ctx.say("query.details.shop"), filing.shop_name),
    ]
    spec = frame.page(
        ctx,
        title=ctx.ask("working" if asking else "title"),
        lead=ctx.ask("lead"),
        blocks=[RowsCard(ctx.theme, rows)],
        dock=[]
        if asking
        else [[DockButton("yes", ctx.ask("yes"), "danger")], [DockButton("back", ctx.ask("no"), "return")]],
    )
    return Shown(spec, {"yes": ctx.terminal.withdraw, "back": ctx.terminal.back})


def slip(ctx: Context) -> Shown:
    """The twelve digits of a slip, and what became of it."""
    inquiry = ctx.terminal.inquiry
    typed = str(ctx.visit.answers.get(TYPED, ""))
    if inquiry.state is Asking.FAILED and inquiry.trouble is not None:
        return failure.trouble_page(ctx, inquiry.trouble, retry=ctx.say("common.card.retry"))
    if ctx.visit.slip_sentence is not None:
        spec = frame.page(
            ctx,
            title=ctx.ask("result"),
            lead=words.fours(typed),
            blocks=[Statement(ctx.theme, literal(ctx.visit.slip_sentence))],
            dock=[
                [
                    DockButton("other", ctx.ask("other"), "secondary"),
                    DockButton("forward", ctx.ask("forward"), "forward"),
                ]
            ],
        )
        return Shown(spec, {"other": ctx.terminal.another_slip, "forward": ctx.terminal.forward})
    asking = inquiry.state is Asking.ASKING
    missing = "" if is_query_code(typed) else ctx.ask("wrong" if len(typed) == SLIP_DIGITS else "short")
    keypad = Keypad(ctx.theme, "keypad", label=ctx.ask("digits"), groups=(4, 4, 4), value=typed)
    spec = frame.page(
        ctx,
        title=ctx.ask("working" if asking else "title"),
        lead=ctx.ask("lead"),
        blocks=[keypad],
        dock=[] if asking else frame.back_and_forward(ctx, ctx.ask("look"), missing=missing, gap="keypad"),
    )
    return Shown(spec, {
        "keypad": lambda: ctx.terminal.draft(TYPED, keypad.value),
        "forward": lambda: ctx.terminal.inquiry.look_up_slip(typed),
        "back": ctx.terminal.back,
    })  # fmt: skip
