"""申请表: what was filed, on an official-looking form with the pledge and the citizen's own signature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from backend_client.models import Filing, Licence
from kiosk import masking, words
from kiosk.documents.answers import Row, answer_rows, delivery_text
from kiosk.documents.label import TerminalLabel, filing_number
from kiosk.documents.parts import boxed, columns, ruled, signature_ink
from kiosk.documents.sheet import Sheet
from kiosk.documents.style import BODY, CONTENT_WIDTH, SMALL, SMALL_RIGHT, STRONG, TITLE_CENTRE

_LABEL = 42 * mm
_SIGNATURE = (66 * mm, 36 * mm)  # the pad's proportions
_PADDING = 1.1 * mm
_LICENCE_FIELDS = (
    "licence_no", "shop_name", "person_in_charge", "economic_type", "premises_address", "scope", "issuer",
)  # fmt: skip


def application_form(
    filing: Filing,
    licence: Licence,
    holder_name: str,
    id_number_masked: str,
    *,
    pledge: Sequence[str],
    terminal: TerminalLabel,
) -> bytes:
    """The form as a PDF, A4. ``pledge`` are the paragraphs that the citizen accepted: ``Service.pledge``."""
    official = words.text(f"documents.official.{filing.transaction}")
    title = words.text("documents.form.title", official=official)
    sheet = Sheet(title, foot=words.text("documents.foot", place=terminal.place, number=terminal.number))
    sheet.add(sheet.text(title, TITLE_CENTRE), gap=2 * mm)
    sheet.add(_numbers(sheet, filing), gap=1 * mm)
    holder = [
        _field("holder_name", holder_name),
        _field("id_number", id_number_masked),
        _field("contact_phone", masking.phone(filing.body.contact_phone)),
    ]
    sheet.add(_section(sheet, "holder", holder), gap=0)
    sheet.add(_section(sheet, "licence", _licence(licence)), gap=0)
    sheet.add(_section(sheet, "request", answer_rows(filing, licence)), gap=0)
    sheet.add(_section(sheet, "delivery", [_field("delivery", delivery_text(filing))]), gap=0)
    sheet.add(_signed_pledge(sheet, filing, pledge), gap=0)
    return sheet.pdf()


def _numbers(sheet: Sheet, filing: Filing) -> Flowable:
    time = f"{filing.submitted_at.year}年{words.clock(filing.submitted_at)}"
    number = words.text("documents.form.filing_no", number=filing_number(filing.filing_no))
    submitted = words.text("documents.form.submitted", time=time)
    half = CONTENT_WIDTH / 2
    return columns([[sheet.text(number, SMALL), sheet.text(submitted, SMALL_RIGHT)]], [half, half])


def _licence(licence: Licence) -> list[Row]:
    until = words.text(
        "documents.from_to", start=words.full_day(licence.valid_from), end=words.full_day(licence.valid_until)
    )
    return [*(_field(name, getattr(licence, name)) for name in _LICENCE_FIELDS), _field("validity", until)]


def _section(sheet: Sheet, name: str, rows: Iterable[Row]) -> Flowable:
    """A heading over the whole width, then label and sentences; a heading never stays behind alone on a page."""
    cells: list[list[Flowable | list[Flowable]]] = [[sheet.text(words.text(f"documents.form.{name}"), STRONG), []]]
    cells += [
        [sheet.text(label, BODY), [sheet.text(sentence, BODY) for sentence in sentences]] for label, sentences in rows
    ]
    together = (("SPAN", (0, 0), (-1, 0)), ("NOSPLIT", (0, 0), (-1, 1)))
    return columns(cells, [_LABEL, CONTENT_WIDTH - _LABEL], ruled(), *together, padding=_PADDING)


def _signed_pledge(sheet: Sheet, filing: Filing, pledge: Sequence[str]) -> Flowable:
    """The pledge and, on the page of its last words, the signature under it."""
    body = filing.body
    ink = signature_ink(body.signature, *_SIGNATURE)
    signed = [
        sheet.text(words.text("documents.form.signed"), BODY),
        sheet.text(words.full_day(body.signed_at.date()), STRONG),
        Spacer(0, 2 * mm),
        sheet.text(words.text("documents.form.origin"), SMALL),
    ]
    pledged = [sheet.text(words.text("documents.form.pledge"), STRONG), *(sheet.text(each, BODY) for each in pledge)]
    rows: list[list[Flowable | list[Flowable]]] = [[each, [], []] for each in pledged]
    rows.append([sheet.text(words.text("documents.form.signature"), BODY), [ink], signed])
    ink_width = _SIGNATURE[0] + 2 * _PADDING
    return columns(
        rows,
        [_LABEL, ink_width, CONTENT_WIDTH - _LABEL - ink_width],
        *(("SPAN", (0, row), (-1, row)) for row in range(len(pledged))),
        boxed((0, 0), (-1, -2)),
        ("TOPPADDING", (0, 1), (-1, -2), 0),
        ruled((0, -1), (-1, -1)),
        ("NOSPLIT", (0, -2), (-1, -1)),
        padding=_PADDING,
    )


def _field(name: str, value: str) -> Row:
    return words.text(f"documents.field.{name}"), (value,)
