"""The elder's renewal on one card: whose shop, and in two lines what the renewal gives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from kiosk.screens.textflow import TextFlow, literal
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block

_SIDE = 50


class FactsCard(Block):
    """``value`` is data (never marked up), ``lines`` are words and may be."""

    def __init__(
        self, theme: Theme, label: str, value: str, lines: Sequence[str] = (), *, test_id: str = "facts"
    ) -> None:
        super().__init__(theme, test_id, f"{label}：{literal(value)}。{'，'.join(lines)}")
        self.grow = theme.px(610)
        self._label, self._value, self._lines = label, value, list(lines)

    def _texts(self, width: int) -> tuple[list[TextFlow], list[TextFlow]]:
        """Above and below the hairline."""
        room = width - 2 * self.theme.px(_SIDE)
        above = [
            self.flow(self._label, "note", room, color_role="ink_soft"),
            self.flow(literal(self._value), "head", room, bold=True),
        ]
        return above, [self.flow(line, "head", room) for line in self._lines]

    def _heights(self, width: int) -> tuple[int, int]:
        above, below = self._texts(width)
        return sum(t.height for t in above), sum(t.height for t in below)

    def height_for(self, width: int) -> int:
        above, below = self._heights(width)
        return above + below + (self.theme.px(60) if below else 0) + 2 * self.theme.px(44)

    def least(self, width: int) -> int:
        return self.height_for(width) - 2 * self.theme.px(24)

    def paint(self, painter: QPainter) -> None:
        theme, side = self.theme, self.theme.px(_SIDE)
        shapes.card(painter, theme, self.rect())
        above, below = self._texts(self.width())
        upper, lower = self._heights(self.width())
        gap = theme.px(60) if below else 0
        y = (self.height() - upper - gap - lower) / 2
        for text in above:
            text.draw(painter, side, y)
            y += text.height
        if below:
            shapes.hairline(painter, theme, side, y + gap * 0.4, self.width() - 2 * side)
            y += gap
        for text in below:
            text.draw(painter, side, y)
            y += text.height
