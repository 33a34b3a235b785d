"""What pages are made of, beside text: the QR code, the citizen's signature, our own mark, grids. All are vectors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import segno
from reportlab.graphics.shapes import Circle, Drawing, Path, PolyLine, Rect
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from backend_client.models import Signature
from kiosk.documents.fonts import REGULAR  # named where reportlab would else name Helvetica, which is not embedded
from kiosk.documents.style import BLUE, HAIRLINE, INK, LINE

QUIET = 4  # modules of white around a QR code, ISO/IEC 18004
SMALLEST_MODULE = 0.45 * mm  # what a cheap scanner still reads from laser print
_PEN = 9  # pixels of the finger's line on the pad


def qr_code(payload: str, side: float) -> Drawing:
    """A QR code, at least ``side`` points high with its quiet zone; larger where its modules would get too small.

    The dark modules end flush right: stand it at the right margin, whose white is the quiet zone on that side.
    Raises segno.DataOverflowError for a payload that no QR code holds.
    """
    code = segno.make(payload, micro=False, error="m")
    modules = len(code.matrix) + 2 * QUIET
    module = max(side / modules, SMALLEST_MODULE)
    path = Path(fillColor=INK, strokeColor=None)
    for row, bits in enumerate(code.matrix):
        upper, lower = (modules - QUIET - row) * module, (modules - QUIET - row - 1) * module
        for dark, run in groupby(range(len(bits)), bits.__getitem__):
            if dark:
                cells = list(run)
                left, right = (QUIET + cells[0]) * module, (QUIET + cells[-1] + 1) * module
                path.moveTo(left, upper)
                path.lineTo(right, upper)
                path.lineTo(right, lower)
                path.lineTo(left, lower)
                path.closePath()
    drawing = _drawing((modules - QUIET) * module, modules * module)
    drawing.add(path)
    return drawing


def signature_ink(signature: Signature, width: float, height: float) -> Drawing:
    """The strokes as they were drawn, scaled into the field (points); the pad's own proportions are kept."""
    scale = min(width / signature.width, height / signature.height)
    drawing = _drawing(width, height)
    for stroke in signature.strokes:
        points = [(x * scale, (signature.height - y) * scale) for x, y in stroke]
        if len(points) == 1:
            drawing.add(Circle(*points[0], _PEN * scale / 2, fillColor=INK, strokeColor=None))
        else:
            flat = [value for point in points for value in point]
            drawing.add(PolyLine(flat, strokeColor=INK, strokeWidth=_PEN * scale, strokeLineCap=1, strokeLineJoin=1))
    return drawing


def mark(side: float) -> Drawing:
    """Our own mark, a rounded square with a tick: no emblem of any body."""
    drawing = _drawing(side, side)
    drawing.add(
        Rect(
            side * 0.05, side * 0.05, side * 0.9, side * 0.9, rx=side * 0.22, ry=side * 0.22,
            fillColor=None, strokeColor=BLUE, strokeWidth=side * 0.075,
        )
    )  # fmt: skip
    tick = [side * 0.28, side * 0.5, side * 0.44, side * 0.34, side * 0.73, side * 0.66]
    drawing.add(PolyLine(tick, strokeColor=BLUE, strokeWidth=side * 0.09, strokeLineCap=1, strokeLineJoin=1))
    return drawing


def _drawing(width: float, height: float) -> Drawing:
    return Drawing(width, height, initialFontName=REGULAR)


def columns(
    rows: Sequence[Sequence[Flowable | list[Flowable]]],
    widths: Sequence[float],
    *extra: tuple[object, ...],
    padding: float = 0,
) -> Table:
    """Cells side by side, flush with the margins, tops aligned."""
    return Table(
        [list(row) for row in rows],
        colWidths=list(widths),
        hAlign="LEFT",
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), padding),
            ("RIGHTPADDING", (0, 0), (-1, -1), padding),
            ("TOPPADDING", (0, 0), (-1, -1), padding),
            ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
            *extra,
        ],
    )


def ruled(start: tuple[int, int] = (0, 0), end: tuple[int, int] = (-1, -1)) -> tuple[object, ...]:
    """The one hairline, around each cell."""
    return ("GRID", start, end, HAIRLINE, LINE)


def boxed(start: tuple[int, int], end: tuple[int, int]) -> tuple[object, ...]:
    """The one hairline, around all those cells together."""
    return ("BOX", start, end, HAIRLINE, LINE)


def flush_right(column: int) -> tuple[object, ...]:
    """What is narrower than that column stands at its right edge."""
    return ("ALIGN", (column, 0), (column, -1), "RIGHT")


def rule() -> tuple[object, ...]:
    """The one hairline, under the first row."""
    return ("LINEBELOW", (0, 0), (-1, 0), HAIRLINE, LINE)
