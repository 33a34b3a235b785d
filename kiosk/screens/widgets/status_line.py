"""One line under a device's drawing that follows it: 正在等您放卡… → 正在读，请别拿走 → 读好了，请拿好身份证."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk.screens.textflow import TextFlow, spoken
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block

DeviceState = Literal["waiting", "reading", "read", "failed"]


class StatusLine(Block):
    """An amber dot while it is the citizen's turn, a blue one while the machine works, a tick, or a mark to look at."""

    def __init__(self, theme: Theme, text: str, state: DeviceState = "waiting", *, test_id: str = "status") -> None:
        super().__init__(theme, test_id, text)
        self.state: DeviceState = state
        self._text = text

    def show_state(self, state: DeviceState, text: str) -> None:
        self.state, self._text = state, text
        self.setAccessibleName(spoken(text))
        self.reshape()

    def _flow(self, width: int) -> TextFlow:
        return self.flow(self._text, "label", width - 2 * self.theme.px(56), bold=True, align="center")

    def height_for(self, width: int) -> int:
        return self._flow(width).height + self.theme.px(24)

    def paint(self, painter: QPainter) -> None:
        theme, flow = self.theme, self._flow(self.width())
        inset = theme.px(56)
        top = (self.height() - flow.height) / 2
        flow.draw(painter, inset, top)
        x = self.width() / 2 - flow.natural_width / 2 - theme.px(38)
        center = QPointF(x, top + flow.line_height / 2)
        if self.state == "waiting":
            shapes.disc(painter, theme, center, theme.px(28), fill="amber", border="amber_edge")
        elif self.state == "reading":
            shapes.disc(painter, theme, center, theme.px(28), fill="action", border=None)
        elif self.state == "read":
            shapes.icon(painter, theme, "tick", center, 44, "ok")
        else:
            shapes.icon(painter, theme, "info", center, 44, "danger")
