"""Time that runs out, in calm blue: a bar over words, or a ring round a number. No clock here: the screen tells."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.screens.textflow import TextFlow, spoken
from kiosk.screens.theme import Theme
from kiosk.screens.widgets.block import Block


class CountdownBar(Block):
    """``fraction`` that has passed, 0 to 1; ``text`` below the bar may be marked up (最多再等 **1 分 38 秒**)."""

    def __init__(self, theme: Theme, fraction: float = 0.0, text: str = "", *, test_id: str = "countdown") -> None:
        super().__init__(theme, test_id, text)
        self._fraction, self._text = fraction, text

    def show_time(self, fraction: float, text: str) -> None:
        self._fraction, self._text = max(0.0, min(1.0, fraction)), text
        self.setAccessibleName(spoken(text))
        self.update()

    def _flow(self, width: int) -> TextFlow:
        return self.flow(self._text, "note", width)

    def height_for(self, width: int) -> int:
        return self.theme.px(20 + 10) + self._flow(width).height

    def paint(self, painter: QPainter) -> None:
        theme, thick = self.theme, self.theme.px(20)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, color in ((1.0, theme.color("line")), (self._fraction, theme.color("action"))):
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(0, 0, max(thick, self.width() * share), thick), thick / 2, thick / 2)
        self._flow(self.width()).draw(painter, 0, thick + theme.px(10))


class CountdownRing(Block):
    """``left`` of ``total`` seconds; ``word`` stands under the number (秒后退出)."""

    def __init__(self, theme: Theme, left: int, total: int, word: str, *, test_id: str = "countdown") -> None:
        super().__init__(theme, test_id, f"{left} {word}")
        self._left, self._total, self._word = left, total, word

    def show_time(self, left: int) -> None:
        self._left = max(0, left)
        self.setAccessibleName(f"{self._left} {self._word}")
        self.update()

    def height_for(self, width: int) -> int:  # noqa: ARG002 - a circle of fixed size
        return self.theme.px(380 if self.theme.elder else 316)

    def least(self, width: int) -> int:  # noqa: ARG002
        return self.theme.px(260)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        thick, side = theme.px(27), min(self.height(), self.width())
        half = thick / 2
        box = QRectF((self.width() - side) / 2 + half, half, side - thick, side - thick)
        pen = QPen(theme.color("line" if theme.scheme == "contrast" else "tint"), thick)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if theme.scheme == "contrast":
            pen.setWidthF(theme.px(4))
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen = theme.pen("action", 27)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, -round(360 * 16 * self._left / max(self._total, 1)))
        number = self.flow(str(self._left), "figure", self.width(), bold=True, align="center", px=round(side * 0.4))
        word = self.flow(self._word, "label", self.width(), align="center", color_role="ink_soft")
        top = (side - number.height - word.height) / 2 + theme.px(4)
        number.draw(painter, 0, top)
        word.draw(painter, 0, top + number.height - theme.px(6))
