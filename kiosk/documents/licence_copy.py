"""电子证照打印件: a copy of the electronic licence, marked as such on every page, with a code that proves it."""

from __future__ import annotations

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from backend_client.models import Certificate
from kiosk import words
from kiosk.documents.label import TerminalLabel
from kiosk.documents.parts import columns, qr_code, ruled
from kiosk.documents.sheet import Sheet
from kiosk.documents.style import BODY, CONTENT_WIDTH, LABEL, SMALL, SMALL_RIGHT, STRONG, TITLE_CENTRE, VALUE, Type

_LABEL = 46 * mm
_KIND = Type(14, align="centre")
_QR_SIDE = 44 * mm
_FIELDS = ("shop_name", "person_in_charge", "economic_type", "premises_address", "scope", "supplier")


def licence_copy(certificate: Certificate, *, terminal: TerminalLabel, printed_at: datetime) -> bytes:
    """The copy as a PDF, A4. Raises segno.DataOverflowError for a ``qr_payload`` that no QR code holds."""
    foot = words.text(
        "documents.foot_printed", place=terminal.place, number=terminal.number, printed=words.clock(printed_at)
    )
    sheet = Sheet(words.text("documents.copy.kind"), foot=foot, copy_mark=words.text("documents.copy.mark"))
    sheet.add(
        sheet.text(words.text("documents.copy.title"), TITLE_CENTRE),
        sheet.text(words.text("documents.copy.kind"), _KIND),
    )
    sheet.add(_fields(sheet, certificate), gap=6 * mm)
    sheet.add(KeepTogether([_proof(sheet, certificate), sheet.text(words.text("documents.copy.not_original"), STRONG)]))
    return sheet.pdf()


def _fields(sheet: Sheet, certificate: Certificate) -> Flowable:
    validity = words.text(
        "documents.from_to", start=words.full_day(certificate.valid_from), end=words.full_day(certificate.valid_until)
    )
    rows = [
        ("licence_no", words.fours(certificate.licence_no)),
        *((name, getattr(certificate, name)) for name in _FIELDS),
        ("validity", validity),
        ("issuer", certificate.issuer),
        ("issued_on", words.full_day(certificate.issued_on)),
        ("status", certificate.status_text),
    ]
    cells: list[list[Flowable | list[Flowable]]] = [
        [sheet.text(_label(name), LABEL), sheet.text(value, VALUE)] for name, value in rows
    ]
    return columns(cells, [_LABEL, CONTENT_WIDTH - _LABEL], ruled(), padding=2.3 * mm)


def _proof(sheet: Sheet, certificate: Certificate) -> Flowable:
    """What the copy is for, when it was drawn, and the code to check it with."""
    copied_at = f"{certificate.copied_at.year}年{words.clock(certificate.copied_at)}"
    facts: list[Flowable] = []
    for name, value in (("purpose", certificate.purpose), ("copied_at", copied_at)):
        facts += [sheet.text(_label(name), BODY), sheet.text(value, VALUE), Spacer(0, 2 * mm)]
    facts += [sheet.text(_label("identifier"), BODY), sheet.text(certificate.identifier, SMALL)]
    code = qr_code(certificate.qr_payload, _QR_SIDE)
    proof: list[Flowable] = [code, sheet.text(words.text("documents.copy.qr"), SMALL_RIGHT)]
    return columns([[facts, proof]], [CONTENT_WIDTH - code.width, code.width])


def _label(name: str) -> str:
    return words.text(f"documents.field.{name}")
