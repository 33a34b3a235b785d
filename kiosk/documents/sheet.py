"""One document in the making: text set line by line, pages with their foot, the copy mark behind, PDF bytes at last."""

from __future__ import annotations

import logging
import re
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer
from reportlab.platypus.flowables import CallerMacro

from kiosk import words
from kiosk.documents import fonts
from kiosk.documents.lines import break_lines
from kiosk.documents.style import (
    BLUE,
    GAP,
    HAIRLINE,
    HALF,
    INK,
    LINE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PALE,
    SMALL,
    Type,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_log = logging.getLogger(__name__)
_rendering = Lock()  # reportlab keeps a font's subset state in shared objects
_FOOT_LINE, _FOOT_TEXT = 15 * mm, 9.5 * mm  # above the paper's lower edge
_THICKENING = 0.035  # of the type size
_FRAME_PADDING = 6  # points, which SimpleDocTemplate adds within its margins


class TextBlock(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A paragraph, broken at the width it is given; a long one goes on over the page."""

    def __init__(self, text: str, role: Type) -> None:
        super().__init__()
        self.text, self.role = text, role
        self.lines: list[str] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.lines = break_lines(self.text, width, self._measure)
        self.height = len(self.lines) * self._leading
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[TextBlock]:
        fitting = int(height // self._leading)
        if fitting == 0 or fitting >= len(self.lines):
            return []
        return [TextBlock("".join(part), self.role) for part in (self.lines[:fitting], self.lines[fitting:])]

    def draw(self) -> None:
        size = self.role.size
        baseline = self.height - (self._leading - size) / 2 - 0.88 * size
        colour = BLUE if self.role.blue else INK
        self.canv.setFillColor(colour)
        self.canv.setStrokeColor(colour)
        self.canv.setLineWidth(size * _THICKENING)
        for number, line in enumerate(each.rstrip() for each in self.lines):
            slack = self.width - self._measure(line)
            left = {"left": 0.0, "centre": slack / 2, "right": slack}[self.role.align]
            draw_line(self.canv, left, baseline - number * self._leading, line, self.role)

    @property
    def _leading(self) -> float:
        return self.role.size * self.role.spacing

    def _measure(self, piece: str) -> float:
        return fonts.width(piece, self.role.size, bold=self.role.bold)


def draw_line(canvas: Canvas, x: float, y: float, text: str, role: Type) -> None:
    """Printable text on one baseline, each run in the face that has it."""
    line = canvas.beginText(x, y)
    for name, piece in fonts.runs(text, bold=role.bold):
        line.setFont(name, role.size)
        if role.bold:  # the face of rare characters has no bold: its outlines are thickened
            line.setTextRenderMode(2 if name == fonts.RARE else 0)
        line.textOut(piece)
    canvas.drawText(line)


class Sheet:
    """Collects flowables in ``story`` and renders them once.

    ``title`` names the file's kind (never a person). ``foot`` stands at the bottom of every page; several pages are
    numbered. ``copy_mark`` is drawn large and pale behind the text. ``folded`` marks the middle of the page, if the
    content ends above it.
    """

    def __init__(self, title: str, *, foot: str = "", copy_mark: str = "", folded: bool = False) -> None:
        self.title, self.folded = title, folded
        self.story: list[Flowable] = []
        self._missing: set[str] = set()
        self._foot, self._copy_mark = self._printable(foot), self._printable(copy_mark)

    def text(self, text: str, role: Type) -> TextBlock:
        """A paragraph. A character that no face has is printed as a box and told of at the end of the document."""
        return TextBlock(self._printable(re.sub(r"[\r\n\t]+", " ", text)), role)

    def add(self, *flowables: Flowable, gap: float = GAP) -> None:
        """Puts flowables one under the other, and air under the last, in points."""
        self.story.extend((*flowables, Spacer(0, gap)))

    def pdf(self) -> bytes:
        """The finished file: A4, fonts embedded; the same content gives the same bytes."""
        if self._missing:
            _log.warning("characters without a glyph: %d", len(self._missing))
            self.add(self.text(words.text("documents.missing", count=len(self._missing)), SMALL))
        buffer = BytesIO()
        maker = words.text("documents.maker")
        document = SimpleDocTemplate(
            buffer, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), leftMargin=MARGIN - _FRAME_PADDING,
            rightMargin=MARGIN - _FRAME_PADDING, topMargin=13 * mm, bottomMargin=18 * mm, title=self.title,
            author=maker, creator=maker, producer="reportlab", lang="zh-CN", invariant=1,
            initialFontName=fonts.face(fonts.REGULAR).fontName,
        )  # fmt: skip
        with _rendering:
            document.build(
                [*self.story, CallerMacro(self._finish)], onFirstPage=self._furnish, onLaterPages=self._furnish
            )
        return buffer.getvalue()

    def _printable(self, text: str) -> str:
        shown, missing = fonts.printable(text)
        self._missing.update(missing)
        return shown

    def _furnish(self, canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.saveState()
        if self._copy_mark:
            role = Type(84, bold=True)
            canvas.setFillColor(PALE)
            canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
            canvas.rotate(40)
            wide = fonts.width(self._copy_mark, role.size, bold=True)
            draw_line(canvas, -wide / 2, -role.size / 3, self._copy_mark, role)
        canvas.restoreState()
        if self._foot:
            canvas.saveState()
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(HAIRLINE)
            canvas.line(MARGIN, _FOOT_LINE, PAGE_WIDTH - MARGIN, _FOOT_LINE)
            draw_line(canvas, MARGIN, _FOOT_TEXT, self._foot, SMALL)
            canvas.restoreState()
        canvas.doForm(f"page-{document.page}")  # filled in at the end, when the number of pages is known

    def _finish(self, end: CallerMacro) -> None:
        canvas = end.canv
        pages = canvas.getPageNumber()
        for page in range(1, pages + 1):
            canvas.beginForm(f"page-{page}")
            if pages > 1:
                number = words.text("documents.page", page=page, pages=pages)
                left = PAGE_WIDTH - MARGIN - fonts.width(number, SMALL.size, bold=False)
                draw_line(canvas, left, _FOOT_TEXT, number, SMALL)
            canvas.endForm()
        x, y = canvas.absolutePosition(0, 0)
        if self.folded and pages == 1 and y > HALF:
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(HAIRLINE)
            canvas.setDash(3, 4)
            canvas.line(-x, HALF - y, PAGE_WIDTH - x, HALF - y)
