"""The one layout of the slips handed to a citizen.

A village terminal has one tray, of A4. Asking its printer for A5 would stop it with "load A5", so a slip is an A4 page
whose upper half holds everything and which folds to A5. What does not fit goes on below the fold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from backend_client.models import NextStep
from kiosk import words
from kiosk.documents.label import TerminalLabel
from kiosk.documents.parts import columns, flush_right, mark, qr_code, rule
from kiosk.documents.sheet import Sheet
from kiosk.documents.style import (
    BODY,
    CONTENT_WIDTH,
    FIGURE,
    GAP,
    HAIRLINE,
    HEAD,
    INK,
    LEAD,
    SMALL,
    SMALL_RIGHT,
    STRONG,
    TITLE,
    Type,
)

_QR_SIDE = 40 * mm
_RIGHT = 48 * mm  # the column of the code, the price and the hotline
_STEPS_IN_A_ROW = 3


@dataclass(frozen=True)
class Figure:
    """What he looks for on the slip: a small label, the value large, and a note under it."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Slip:
    """The contents of a slip; every text is ready to print."""

    title: str
    headline: str
    lines: Sequence[str]
    figures: Sequence[Figure]
    qr_text: str
    qr_caption: str
    remarks: Sequence[str]
    steps: Sequence[NextStep]
    look: str


def render(slip: Slip, *, terminal: TerminalLabel, printed_at: datetime, reprint: bool) -> bytes:
    """The slip as a PDF of one A4 page, more only for very long contents."""
    sheet = Sheet(slip.title, folded=True)
    sheet.add(_head(sheet, slip, terminal, reprint), gap=4 * mm)
    sheet.add(sheet.text(slip.headline, LEAD), *(sheet.text(line, BODY) for line in slip.lines))
    sheet.add(_figures_beside_qr(sheet, slip), gap=4 * mm)
    if slip.remarks:
        sheet.add(*(sheet.text(remark, STRONG) for remark in slip.remarks))
    if slip.steps:
        sheet.add(sheet.text(words.text("documents.steps"), HEAD), _steps(sheet, slip.steps), gap=2 * mm)
    sheet.add(_foot(sheet, slip, terminal, printed_at), gap=0)
    return sheet.pdf()


def _head(sheet: Sheet, slip: Slip, terminal: TerminalLabel, reprint: bool) -> Flowable:
    tag: list[Flowable] = [Spacer(0, 2 * mm), sheet.text(terminal.authority, SMALL_RIGHT)]
    cells: list[Flowable | list[Flowable]] = [mark(9 * mm), sheet.text(slip.title, TITLE), tag]
    widths = [13 * mm, 40 * mm, CONTENT_WIDTH - 53 * mm]
    if reprint:
        again = sheet.text(words.text("documents.reprint"), Type(14, bold=True, align="centre"))
        stamp = columns([[again]], [18 * mm], ("BOX", (0, 0), (-1, -1), 2 * HAIRLINE, INK), padding=2)
        cells.insert(2, stamp)
        widths[2:] = [18 * mm, CONTENT_WIDTH - 71 * mm]
    return columns([cells], widths, rule(), ("BOTTOMPADDING", (0, 0), (-1, -1), 2 * mm))


def _figures_beside_qr(sheet: Sheet, slip: Slip) -> Flowable:
    left: list[Flowable] = []
    for figure in slip.figures:
        left += [sheet.text(figure.label, BODY), sheet.text(figure.value, FIGURE)]
        left.append(sheet.text(figure.note, SMALL) if figure.note else Spacer(0, 2 * mm))
    right: list[Flowable] = [qr_code(slip.qr_text, _QR_SIDE), sheet.text(slip.qr_caption, SMALL_RIGHT)]
    return columns([[left, right]], [CONTENT_WIDTH - _RIGHT, _RIGHT], flush_right(1))


def _steps(sheet: Sheet, steps: Sequence[NextStep]) -> Flowable:
    cells: list[Flowable | list[Flowable]] = [
        [sheet.text(f"{number} {step.title}", STRONG), sheet.text(step.note, SMALL)]
        for number, step in enumerate(steps, start=1)
    ]
    rows = [cells[start : start + _STEPS_IN_A_ROW] for start in range(0, len(cells), _STEPS_IN_A_ROW)]
    rows[-1] += [[] for _ in range(_STEPS_IN_A_ROW - len(rows[-1]))]
    gap = ("RIGHTPADDING", (0, 0), (-1, -1), GAP)
    return columns(rows, [CONTENT_WIDTH / _STEPS_IN_A_ROW] * _STEPS_IN_A_ROW, gap)


def _foot(sheet: Sheet, slip: Slip, terminal: TerminalLabel, printed_at: datetime) -> Flowable:
    origin = words.text(
        "documents.foot_printed", place=terminal.place, number=terminal.number, printed=words.clock(printed_at)
    )
    hotline = words.text("documents.hotline", hotline=terminal.hotline) if terminal.hotline else ""
    rows: list[list[Flowable | list[Flowable]]] = [
        [sheet.text(slip.look, STRONG), sheet.text(words.text("documents.free"), SMALL_RIGHT)],
        [sheet.text(origin, SMALL), sheet.text(hotline, SMALL_RIGHT)],
    ]
    top_line = ("LINEABOVE", (0, 0), (-1, 0), *rule()[3:])
    return columns(rows, [CONTENT_WIDTH - _RIGHT, _RIGHT], top_line, ("TOPPADDING", (0, 0), (-1, 0), 2 * mm))
