"""The tick before signing. It is never set beforehand, and the full text is one touch away."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk import words
from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.buttons import SmallButton
from kiosk.screens.widgets.control import Control

_SIDE, _BOX = 42, 72


class PledgeTick(Control):
    """The whole row is the target; ``full_text_id`` is what its 看全文 button emits."""

    def __init__(self, theme: Theme, test_id: str, text: str, note: str, *, full_text_id: str, full_text: str) -> None:
        super().__init__(theme, test_id, f"{text}{note}")
        self.ticked = False
        self._text, self._note = text, note
        self._button = SmallButton(theme, full_text_id, full_text)
        self.adopt(self._button)

    def activate(self) -> None:
        self.set_ticked(not self.ticked)
        super().activate()

    def set_ticked(self, ticked: bool) -> None:
        """For coming back to the page within one visit."""
        self.ticked = ticked
        self.setAccessibleDescription(words.text("widget.ticked") if ticked else "")
        self.update()

    def _texts(self, width: int) -> list[TextFlow]:
        room = width - self.theme.px(_SIDE + _BOX + 32 + 24 + _SIDE) - self._button.width_hint()
        return [
            self.flow(self._text, "label", room, bold=True),
            self.flow(self._note, "note", room, color_role="ink_soft"),
        ]

    def height_for(self, width: int) -> int:
        return sum(t.height for t in self._texts(width)) + 2 * self.theme.px(40)

    def least(self, width: int) -> int:
        return self.height_for(width) - 2 * self.theme.px(22)

    def arrange(self) -> None:
        width, height = self._button.width_hint(), self.theme.target("small")
        left = self.width() - self.theme.px(_SIDE) - width
        self._button.setGeometry(left, (self.height() - height) // 2, width, height)

    def paint(self, painter: QPainter) -> None:
        theme, middle = self.theme, self.height() / 2
        if self.pressed:
            shapes.card(painter, theme, self.rect(), fill="tint", border="action", line=shapes.SELECTED_LINE)
        else:
            shapes.card(painter, theme, self.rect(), border="line" if self.ticked else "edge")
        center = QPointF(theme.px(_SIDE) + theme.px(_BOX) / 2, middle)
        shapes.choice_mark(painter, theme, center, _BOX, on=self.ticked, square=True)
        texts = self._texts(self.width())
        y = middle - sum(t.height for t in texts) / 2
        for text in texts:
            text.draw(painter, theme.px(_SIDE + _BOX + 32), y)
            y += text.height
