"""When something fails: what happens by itself, another way, and at the foot the code for the staff."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk.screens.textflow import TextFlow, literal
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.countdown import CountdownBar


class ByItselfCard(Block):
    """Large icon, what happens by itself, and how long at most: ``bar`` is shown by ``card.bar.show_time``."""

    def __init__(
        self, theme: Theme, icon: str, head: str, text: str, bar: CountdownBar | None = None, *, test_id: str = ""
    ) -> None:
        super().__init__(theme, test_id or "by-itself", f"{head}。{text}")
        self.grow = theme.px(458)
        self.bar = bar
        self._icon, self._head, self._text = icon, head, text
        if bar is not None:
            self.adopt(bar)

    def _left(self) -> int:
        return self.theme.px(294)

    def _room(self, width: int) -> int:
        return width - self._left() - self.theme.px(46)

    def _texts(self, width: int) -> list[TextFlow]:
        room = self._room(width)
        return [self.flow(self._head, "head", room, bold=True), self.flow(self._text, "body", room)]

    def _inside(self, width: int) -> int:
        bar = self.bar.height_for(self._room(width)) + self.theme.px(20) if self.bar else 0
        return sum(t.height for t in self._texts(width)) + bar

    def height_for(self, width: int) -> int:
        return max(self._inside(width), self.theme.px(190)) + 2 * self.theme.px(46)

    def least(self, width: int) -> int:
        return self.height_for(width) - 2 * self.theme.px(24)

    def arrange(self) -> None:
        if self.bar:
            room = self._room(self.width())
            own = self.bar.height_for(room)
            bottom = (self.height() + self._inside(self.width())) // 2
            self.bar.setGeometry(self._left(), bottom - own, room, own)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect())
        shapes.icon(painter, theme, self._icon, QPointF(theme.px(146), self.height() / 2), 190)
        y = (self.height() - self._inside(self.width())) / 2
        for text in self._texts(self.width()):
            text.draw(painter, self._left(), y)
            y += text.height


class OtherWayCard(Block):
    """Another way that does not need to wait; ``number`` is data to write down."""

    def __init__(self, theme: Theme, head: str, text: str, number: str = "", *, test_id: str = "") -> None:
        super().__init__(theme, test_id or "other-way", f"{head}。{text} {literal(number)}".strip())
        self.grow = theme.px(420)
        self._head, self._text, self._number = head, text, number

    def _texts(self, width: int) -> list[TextFlow]:
        room = width - 2 * self.theme.px(46)
        texts = [self.flow(self._head, "head", room, bold=True), self.flow(self._text, "label", room)]
        if self._number:
            texts.append(self.flow(literal(self._number), "home_title", room, bold=True))
        return texts

    def _gap(self) -> int:
        return self.theme.px(14)

    def _inside(self, width: int) -> int:
        texts = self._texts(width)
        return sum(t.height for t in texts) + self._gap() * (len(texts) - 1)

    def height_for(self, width: int) -> int:
        return self._inside(width) + 2 * self.theme.px(46)

    def least(self, width: int) -> int:
        return self.height_for(width) - 2 * self.theme.px(24)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect())
        y = (self.height() - self._inside(self.width())) / 2
        for text in self._texts(self.width()):
            text.draw(painter, theme.px(46), y)
            y += text.height + self._gap()


class StaffLine(Block):
    """``给工作人员看：故障 P02　打印机缺纸``: speakable by telephone, small, under a line, at the page's foot."""

    def __init__(self, theme: Theme, text: str, *, test_id: str = "staff-line") -> None:
        super().__init__(theme, test_id, text)
        self._text = text

    def height_for(self, width: int) -> int:
        return self.theme.px(22) + self.flow(self._text, "caption", width).height

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.hairline(painter, theme, 0, theme.px(2), self.width(), "edge")
        self.flow(self._text, "caption", self.width()).draw(painter, 0, theme.px(22), "ink_soft")
