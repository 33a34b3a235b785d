"""The helper strip at the very bottom of every page, and above it the blue line while a helper is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.control import Control


@dataclass(frozen=True)
class StripItem:
    """``on``: it is at work now (speech is running)."""

    id: str
    icon: str
    text: str
    on: bool = False


class StripButton(Control):
    def __init__(self, theme: Theme, item: StripItem) -> None:
        super().__init__(theme, item.id, item.text)
        self.item = item

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        if self.item.on or self.pressed:
            inset = theme.px(8)
            rect = self.rect().adjusted(inset, inset, -inset, -inset)
            line = shapes.SELECTED_LINE if self.pressed else shapes.CONTROL_LINE
            shapes.card(painter, theme, rect, fill="tint", border="action", line=line, radius=shapes.SMALL_RADIUS)
        text = self.flow(self.item.text, "caption", self.width(), align="center", max_lines=1)
        size = 60 if theme.elder else 50
        icon = theme.px(size)
        space = max(0, self.height() - icon - text.height) / 2
        shapes.icon(painter, theme, self.item.icon, QPointF(self.width() / 2, space + icon / 2 - theme.px(3)), size)
        text.draw(painter, 0, space + icon + theme.px(3), "ink")


class Strip(Block):
    """Its items side by side over the whole width of the panel."""

    def __init__(self, theme: Theme, items: Sequence[StripItem]) -> None:
        super().__init__(theme, "strip")
        self.buttons = [StripButton(theme, item) for item in items]
        for button in self.buttons:
            self.adopt(button)

    def height_for(self, width: int) -> int:  # noqa: ARG002 - one line of words in any width
        theme = self.theme
        if theme.landscape:
            return theme.px({3: 168, 4: 178}.get(theme.stop, 128))
        return theme.px({3: 190, 4: 206}.get(theme.stop, 152))

    def arrange(self) -> None:
        side = self.theme.px(12 if self.theme.elder else 36)
        space = (self.width() - 2 * side) / max(len(self.buttons), 1)
        for number, button in enumerate(self.buttons):
            left, right = round(side + number * space), round(side + (number + 1) * space)
            button.setGeometry(left, 0, right - left, self.height())

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self.theme.color("strip"))
        if self.theme.scheme == "contrast":
            painter.fillRect(QRectF(0, 0, self.width(), self.theme.px(4)), self.theme.color("ink"))
