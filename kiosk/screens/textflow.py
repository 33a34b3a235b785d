"""Short Chinese texts set by sense: good places to break a line first, then anywhere the rules of kinsoku allow.

    flow = TextFlow("您的证还能用 **41 天**，|最多再用 5 年", theme, "body", width=600)
    flow.draw(painter, x, y)          # flow.height, flow.line_count, flow.natural_width are known before

Marks in a text: ``**bold**``, ``|`` a good place to break, a new line is a new line. Words from people and papers
(names, addresses, numbers) go through ``literal`` first, so that no character of theirs is taken for a mark;
``underlined`` marks a part whose places ``mark_rects`` gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kiosk.elder_mode.scale import Role
from kiosk.screens.colours import ColourRole
from kiosk.screens.linebreaks import (
    LINE,
    RAGGED,
    SHORT_LAST,
    Paragraph,
    break_costs,
    characters,
    literal,
    parse,
    spoken,
    underlined,
)
from kiosk.screens.theme import Theme

__all__ = ["Align", "TextFlow", "literal", "spoken", "underlined"]

Align = Literal["left", "center", "right"]
_LONGEST_LINE = {False: 28, True: 18}  # characters, standard and elder


@dataclass(frozen=True)
class Run:
    x: float
    text: str
    bold: bool


@dataclass(frozen=True)
class Line:
    runs: tuple[Run, ...]
    width: float
    marks: tuple[tuple[float, float], ...]  # from x to x


class TextFlow:
    """A text laid out in ``width`` panel pixels. ``px`` overrides the size of the role (a figure made to fit)."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        role: Role = "body",
        *,
        width: float,
        bold: bool = False,
        color_role: ColourRole = "ink",
        max_lines: int | None = None,
        align: Align = "left",
        px: int | None = None,
    ) -> None:
        self.theme = theme
        self.size = px or theme.size(role)
        self.line_height = theme.line_height(role) if px is None else round(px * 1.22)
        self.color_role: ColourRole = color_role
        self.align = align
        self.box = width
        self._width = max(2.0 * self.size, min(width, _LONGEST_LINE[theme.elder] * self.size))
        self.lines: list[Line] = []
        for paragraph in parse(text, bold):
            self.lines += self._set(paragraph)
        if max_lines is not None and len(self.lines) > max_lines:
            self.lines = [*self.lines[: max_lines - 1], self._elided(self.lines[max_lines - 1])]

    @property
    def line_count(self) -> int:
        return len(self.lines)

    @property
    def height(self) -> int:
        return self.line_height * len(self.lines)

    @property
    def natural_width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)

    @property
    def text(self) -> str:
        """What is drawn, line by line."""
        return "\n".join("".join(run.text for run in line.runs) for line in self.lines)

    def draw(
        self,
        painter: QPainter,
        x: float,
        y: float,
        color_role: ColourRole | None = None,
        *,
        strong: ColourRole | None = None,
    ) -> None:
        """Draw with the upper left corner of the first line at x, y; ``strong`` is the colour of bold words."""
        soft = color_role or self.color_role
        for number, line in enumerate(self.lines):
            left = x + self._offset(line)
            baseline = self._baseline(y, number)
            for run in line.runs:
                painter.setPen(self.theme.color(strong if strong and run.bold else soft))
                painter.setFont(self.theme.font_px(self.size, run.bold))
                painter.drawText(QPointF(left + run.x, baseline), run.text)

    def mark_rects(self, x: float, y: float) -> list[QRectF]:
        """Where the underlined parts lie when drawn at x, y: from the upper edge of a character to its lower edge."""
        top = 0.88 * self.size
        return [
            QRectF(x + self._offset(line) + start, self._baseline(y, number) - top, end - start, self.size)
            for number, line in enumerate(self.lines)
            for start, end in line.marks
        ]

    def _offset(self, line: Line) -> float:
        return {"left": 0.0, "center": (self.box - line.width) / 2, "right": self.box - line.width}[self.align]

    def _baseline(self, y: float, number: int) -> float:
        # A Chinese character fills 0.88 em above and 0.12 em below the baseline: centre that box in the line.
        return round(y + self.line_height * (number + 0.5) + 0.38 * self.size)

    # ------------------------------------------------------------------ breaking

    def _set(self, paragraph: Paragraph) -> list[Line]:
        ends = list(accumulate((self._advance(paragraph, i) for i in range(len(paragraph.chars))), initial=0.0))
        if ends[-1] <= self._width:
            return [_line(paragraph, ends, 0, len(paragraph.chars))]
        starts = self._breaks(paragraph, ends, break_costs(paragraph))
        if not starts:  # some word is longer than a line
            starts = self._breaks(paragraph, ends, break_costs(paragraph, inside_words=True))
        return [_line(paragraph, ends, a, b) for a, b in zip(starts, [*starts[1:], len(paragraph.chars)], strict=True)]

    def _advance(self, paragraph: Paragraph, i: int) -> float:
        own = self.theme.advance(self.size, paragraph.bold[i], paragraph.chars[i])
        return own - self.size / 2 if own > 0.9 * self.size and paragraph.squeezed(i) else own

    def _breaks(self, paragraph: Paragraph, ends: list[float], costs: dict[int, float]) -> list[int]:
        """First characters of the lines of the cheapest way to break, or nothing if some word is longer than a line."""
        chars, last = paragraph.chars, len(paragraph.chars)
        best: dict[int, tuple[float, int]] = {
            0: (0.0, 0)
        }  # a line begins here: cost so far, where the line before begins
        for end in [*sorted(i for i in costs if 0 < i < last), last]:
            stop = end - 1 if chars[end - 1] == " " else end
            for start, (cost, _) in list(best.items()):
                width = ends[stop] - ends[start]
                if width > self._width:
                    continue
                if end == last:
                    total = cost + LINE + SHORT_LAST.get(characters(chars[start:]), 0.0)
                else:
                    total = cost + LINE + costs[end] + RAGGED * (1 - width / self._width) ** 2
                if end not in best or total < best[end][0]:
                    best[end] = (total, start)
        starts: list[int] = []
        at = last
        while at in best and at > 0:
            at = best[at][1]
            starts.append(at)
        return starts[::-1]

    def _elided(self, line: Line) -> Line:
        text = "".join(run.text for run in line.runs)
        bold = line.runs[0].bold
        while text and sum(self.theme.advance(self.size, bold, c) for c in text + "…") > self._width:
            text = text[:-1]
        text += "…"
        return Line((Run(0.0, text, bold),), sum(self.theme.advance(self.size, bold, c) for c in text), ())


def _line(paragraph: Paragraph, ends: list[float], start: int, end: int) -> Line:
    while end > start and paragraph.chars[end - 1] == " ":
        end -= 1
    origin = ends[start]
    runs: list[Run] = []
    marks: list[tuple[float, float]] = []
    at = start
    while at < end:
        stop = at + 1
        look = (paragraph.bold[at], paragraph.marked[at])
        while (
            stop < end and look == (paragraph.bold[stop], paragraph.marked[stop]) and not paragraph.squeezed(stop - 1)
        ):
            stop += 1
        runs.append(Run(ends[at] - origin, "".join(paragraph.chars[at:stop]), paragraph.bold[at]))
        if paragraph.marked[at]:
            marks.append((ends[at] - origin, ends[stop] - origin))
        at = stop
    return Line(tuple(runs), ends[end] - origin, tuple(marks))
