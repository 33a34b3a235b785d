"""A tinted card that offers something with one button: the milder way, or the value already on record.

OfferCard(theme, "只是想停一阵子？", "可以暂停营业，最长一年，|许可证还在。",
          SecondaryButton(theme, "suspend", "改办暂停营业", icon="shop-pause"))
OfferCard(theme, literal("沙湖镇惠芳百货商行"), "营业执照上写的是",
          SmallPrimaryButton(theme, "use-this", "就用这个"), note_first=True)
"""

from __future__ import annotations

from PySide6.QtGui import QPainter

from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import Button

_SIDE = 42


class OfferCard(Block):
    """Where the head would break beside the button, or in the elder layout the note, the button goes below."""

    def __init__(
        self, theme: Theme, head: str, note: str, button: Button, *, note_first: bool = False, test_id: str = "offer"
    ) -> None:
        super().__init__(theme, test_id, f"{note} {head}" if note_first else f"{head} {note}")
        self._head, self._note, self._note_first = head, note, note_first
        self.button = button
        self.adopt(button)

    def _inner(self, width: int) -> int:
        return width - 2 * self.theme.px(_SIDE)

    def _below(self, width: int) -> bool:
        head, note = self._flows(self._beside(width))
        return head.line_count > 1 or (self.theme.elder and note.line_count > 1)

    def _beside(self, width: int) -> int:
        return self._inner(width) - self.button.width_hint() - self.theme.px(24)

    def _button_width(self, width: int) -> int:
        return self._inner(width) if self._below(width) else self.button.width_hint()

    def _flows(self, room: int) -> tuple[TextFlow, TextFlow]:
        head = self.flow(self._head, "head", room, bold=True)
        return head, self.flow(self._note, "note", room, color_role="ink_soft")

    def _texts(self, width: int) -> list[TextFlow]:
        head, note = self._flows(self._inner(width) if self._below(width) else self._beside(width))
        return [note, head] if self._note_first else [head, note]

    def _inside(self, width: int) -> int:
        words = sum(t.height for t in self._texts(width))
        button = self.button.height_for(self._button_width(width))
        return words + self.theme.px(24) + button if self._below(width) else max(words, button)

    def height_for(self, width: int) -> int:
        return self._inside(width) + 2 * self.theme.px(32)

    def least(self, width: int) -> int:
        return self._inside(width) + 2 * self.theme.px(14)

    def _air(self) -> int:
        return (self.height() - self._inside(self.width())) // 2

    def arrange(self) -> None:
        width = self._button_width(self.width())
        height = self.button.height_for(width)
        top = self.height() - self._air() - height if self._below(self.width()) else (self.height() - height) // 2
        self.button.setGeometry(self.width() - self.theme.px(_SIDE) - width, top, width, height)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect(), fill="tint", border="action")
        texts = self._texts(self.width())
        y = float(self._air()) if self._below(self.width()) else (self.height() - sum(t.height for t in texts)) / 2
        for text in texts:
            text.draw(painter, theme.px(_SIDE), y)
            y += text.height
