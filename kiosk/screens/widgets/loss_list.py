"""What is lost for good: short lines with a red dash each, before a step that cannot be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block

_SIDE, _TEXT = 50, 102


class LossList(Block):
    """``lines`` may be marked up."""

    def __init__(self, theme: Theme, head: str, lines: Sequence[str], *, test_id: str = "losses") -> None:
        super().__init__(theme, test_id, f"{head}：{' '.join(lines)}")
        self.grow = theme.px(620)
        self._head, self._lines = head, list(lines)

    def _texts(self, width: int) -> list[TextFlow]:
        room = width - self.theme.px(_TEXT + _SIDE)
        return [self.flow(line, "head", room) for line in self._lines]

    def _gap(self) -> int:
        return self.theme.px(36)

    def height_for(self, width: int) -> int:
        texts = self._texts(width)
        words = sum(t.height for t in texts) + self._gap() * len(texts)
        return 2 * self.theme.px(50) + self.theme.line_height("head") + words

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect())
        y = theme.px(50)
        self.flow(self._head, "head", self.width(), bold=True).draw(painter, theme.px(_SIDE), y)
        y += theme.line_height("head")
        for text in self._texts(self.width()):
            y += self._gap()
            middle = y + text.line_height / 2 - theme.px(2)
            painter.setPen(theme.pen("danger", 6))
            painter.drawLine(QPointF(theme.px(_SIDE + 6), middle), QPointF(theme.px(_SIDE + 28), middle))
            text.draw(painter, theme.px(_TEXT), y)
            y += text.height
