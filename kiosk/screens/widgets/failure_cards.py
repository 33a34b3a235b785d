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
    """Large icon, what happens by itself, and how long at most (``card.bar.show_time``); no icon on a low page."""

    def __init__(
        self, theme: Theme, icon: str, head: str, text: str, bar: CountdownBar | None = None, *, test_id: str = ""
    ) -> None:
        super().__init__(theme, test_id or "by-itself", f"{head}。{text}")
        self.grow = theme.px(458)
        self.bar = bar
        self._icon, self._head, self._text = icon, head, text
        if bar is not None:
            self.adopt(bar)

    def _left(self, *, icon: bool) -> int:
        return self.theme.px(294 if icon else 46)

    def _room(self, width: int, *, icon: bool) -> int:
        return width - self._left(icon=icon) - self.theme.px(46)

    def _texts(self, width: int, *, icon: bool) -> list[TextFlow]:
        room = self._room(width, icon=icon)
        return [self.flow(self._head, "head", room, bold=True), self.flow(self._text, "body", room)]

    def _inside(self, width: int, *, icon: bool) -> int:
        bar = self.bar.height_for(self._room(width, icon=icon)) + self.theme.px(20) if self.bar else 0
        return sum(t.height for t in self._texts(width, icon=icon)) + bar

    def _with_icon(self) -> bool:
        return self.height() >= self._inside(self.width(), icon=True) + 2 * self.theme.px(20)

    def height_for(self, width: int) -> int:
        return max(self._inside(width, icon=True), self.theme.px(190)) + 2 * self.theme.px(46)

    def least(self, width: int) -> int:
        return min(self._inside(width, icon=icon) for icon in (True, False)) + 2 * self.theme.px(20)

    def arrange(self) -> None:
        if self.bar:
            icon = self._with_icon()
            room = self._room(self.width(), icon=icon)
            own = self.bar.height_for(room)
            bottom = (self.height() + self._inside(self.width(), icon=icon)) // 2
            self.bar.setGeometry(self._left(icon=icon), bottom - own, room, own)

    def paint(self, painter: QPainter) -> None:
        theme, icon = self.theme, self._with_icon()
        shapes.card(painter, theme, self.rect())
        if icon:
            shapes.icon(painter, theme, self._icon, QPointF(theme.px(146), self.height() / 2), 190)
        y = (self.height() - self._inside(self.width(), icon=icon)) / 2
        for text in self._texts(self.width(), icon=icon):
            text.draw(painter, self._left(icon=icon), y)
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

    def _inside(self, width: int, gap: int) -> int:
        texts = self._texts(width)
        return sum(t.height for t in texts) + self.theme.px(gap) * (len(texts) - 1)

    def height_for(self, width: int) -> int:
        return self._inside(width, 14) + 2 * self.theme.px(46)

    def least(self, width: int) -> int:
        return self._inside(width, 2) + 2 * self.theme.px(12)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect())
        gap = 14 if self.height() >= self.height_for(self.width()) else 2
        y = (self.height() - self._inside(self.width(), gap)) / 2
        for text in self._texts(self.width()):
            text.draw(painter, theme.px(46), y)
            y += text.height + theme.px(gap)


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
