"""What layout, fall-back fonts and exact extraction cost: our pages against reportlab drawing the same text and code.

``python -m benchmarks.pdf_pages`` tells the ratio for each kind of document. The name needs all three faces.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from unittest.mock import patch

import segno
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measure import tell
from kiosk.documents import application_form, fonts, licence_copy, outcome_slip, receipt, sheet
from kiosk.documents.style import Type
from tests.documents import samples

RUNS = 25
GOAL = 2.0
MASKED = "4407＊＊＊＊＊＊＊＊＊＊1234"
Line = tuple[float, float, str, Type]


@dataclass(frozen=True)
class Case:
    title: str
    make: Callable[[], bytes]
    code: str  # what its QR code says, if it has one


def cases() -> list[Case]:
    filing, name = samples.filing(), samples.NAMES[1]
    licence, certificate = samples.licence(person=name), samples.certificate(person=name)
    terminal, now = samples.TERMINAL, samples.PRINTED_AT

    def slip() -> bytes:
        return outcome_slip(
            query_code=filing.query_code, transaction_title=filing.transaction_title, shop_name=filing.shop_name,
            saved_at=samples.FILED_AT, terminal=terminal, printed_at=now,
        )  # fmt: skip

    def form() -> bytes:
        return application_form(filing, licence, name, MASKED, pledge=samples.PLEDGE, terminal=terminal)

    return [
        Case("receipt", lambda: receipt(filing, terminal=terminal, printed_at=now), f"LT1:{filing.filing_no}"),
        Case("outcome slip", slip, f"LT1:{filing.query_code}"),
        Case("application form", form, ""),
        Case(
            "licence copy",
            lambda: licence_copy(certificate, terminal=terminal, printed_at=now),
            certificate.qr_payload,
        ),
    ]


def lines_of(make: Callable[[], bytes]) -> list[Line]:
    """The lines of text that a document draws, and where."""
    lines: list[Line] = []
    draw_line = sheet.draw_line

    def record(canvas: Canvas, x: float, y: float, text: str, role: Type) -> None:
        lines.append((*canvas.absolutePosition(x, y), text, role))
        draw_line(canvas, x, y, text, role)

    with patch.object(sheet, "draw_line", record):
        make()
    return lines


def yardstick(lines: list[Line], code: str) -> bytes:
    """The same text at the same places and the same code, one rectangle a module, with nothing around them."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for x, y, text, role in lines:
        for name, piece in fonts.runs(text, bold=role.bold):
            canvas.setFont(name, role.size)
            canvas.drawString(x, y, piece)
            x += canvas.stringWidth(piece)
    if code:
        for row, bits in enumerate(segno.make(code, micro=False, error="m").matrix):
            for column, dark in enumerate(bits):
                if dark:
                    canvas.rect(300 + column, 300 - row, 1, 1, stroke=0, fill=1)
    canvas.save()
    return buffer.getvalue()


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    met = []
    for case in cases():
        lines = lines_of(case.make)
        ours, plain = [], []
        for _ in range(RUNS):  # turn about, so that a slow moment of the machine meets both
            ours.append(milliseconds(case.make))
            plain.append(milliseconds(lambda lines=lines, code=case.code: yardstick(lines, code)))  # type: ignore[misc]
        met.append(tell(f"{case.title} as PDF", ours, plain, "ms", GOAL))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
