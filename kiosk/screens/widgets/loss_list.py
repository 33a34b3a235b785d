"""What is lost for good: short lines with a red dash each, before a step that cannot be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk.elder_mode.scale import Role
from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.sharing import cut

_SIDE, _TEXT = 50, 102
_WIDE, _TIGHT = (50, 36), (20, 12)  # room above and below, and between the lines


class LossList(Block):
    """``lines`` may be marked up."""

    def __init__(self, theme: Theme, head: str, lines: Sequence[str], *, test_id: str = "losses") -> None:
        super().__init__(theme, test_id, f"{head}：{' '.join(lines)}")
        self.grow = theme.px(620)
        self._head, self._lines = head, list(lines)

    def _texts(self, width: int) -> list[TextFlow]:
        room = width - self.theme.px(_TEXT + _SIDE)
        role: Role = "label" if self.theme.elder else "head"
        return [self.flow(line, role, room) for line in self._lines]

    def _height(self, width: int, pad: int, gap: int) -> int:
        texts = self._texts(width)[self.part]
        words = sum(t.height + self.theme.px(gap) for t in texts)
        return 2 * self.theme.px(pad) + self.theme.line_height("head") + words

    def height_for(self, width: int) -> int:
        return self._height(width, *_WIDE)

    def least(self, width: int) -> int:
        return self._height(width, *_TIGHT)

    def split(self, width: int, first: int, rest: int) -> list[slice]:
        pad, gap = _TIGHT
        heights = [text.height + self.theme.px(gap) for text in self._texts(width)]
        return cut(heights, 0, first, rest, 2 * self.theme.px(pad) + self.theme.line_height("head"))

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect())
        pad, gap = _WIDE if self.height() >= self.height_for(self.width()) else _TIGHT
        y = theme.px(pad)
        self.flow(self._head, "head", self.width(), bold=True).draw(painter, theme.px(_SIDE), y)
        y += theme.line_height("head")
        for text in self._texts(self.width())[self.part]:
            y += theme.px(gap)
            middle = y + text.line_height / 2 - theme.px(2)
            painter.setPen(theme.pen("danger", 6))
            painter.drawLine(QPointF(theme.px(_SIDE + 6), middle), QPointF(theme.px(_SIDE + 28), middle))
            text.draw(painter, theme.px(_TEXT), y)
            y += text.height
