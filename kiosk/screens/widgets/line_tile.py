"""One line of a list that opens on a touch: words, a softer line, the round arrow."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.control import Control

_SIDE, _ARROW = 42, 72


class LineTile(Control):
    """``head`` and ``note`` may be marked up."""

    def __init__(self, theme: Theme, test_id: str, head: str, note: str = "") -> None:
        super().__init__(theme, test_id, f"{head} {note}".strip())
        self.grow = theme.px(220)
        self._head, self._note = head, note

    def _texts(self, width: int) -> list[TextFlow]:
        room = width - self.theme.px(2 * _SIDE + _ARROW + 24)
        texts = [self.flow(self._head, "label", room, bold=True)]
        if self._note:
            texts.append(self.flow(self._note, "note", room, color_role="ink_soft"))
        return texts

    def height_for(self, width: int) -> int:
        return max(self.theme.target("primary"), sum(t.height for t in self._texts(width)) + self.theme.px(48))

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        line = shapes.SELECTED_LINE if self.pressed else shapes.HAIRLINE
        fill, border = ("tint", "action") if self.pressed else ("surface", "line")
        shapes.card(painter, theme, self.rect(), fill=fill, border=border, line=line)  # type: ignore[arg-type]
        texts = self._texts(self.width())
        y = (self.height() - sum(t.height for t in texts)) / 2
        for text in texts:
            text.draw(painter, theme.px(_SIDE), y)
            y += text.height
        center = QPointF(self.width() - theme.px(_SIDE + _ARROW / 2), self.height() / 2)
        shapes.arrow_disc(painter, theme, center, _ARROW, amber=True)
