"""Rows of a review: what will be filed, word by word. Masked values show whole only while the citizen wants it.

    card = RowsCard(theme, [ReviewRow("联系电话", "138＊＊＊＊5678", full="138 0013 5678", change="change-phone"),
                            ReviewRow("费用", "不收费", bold=True),
                            ReviewRow("经营者", "陈＊", same=True)])
    card.reveal(True)       # "看全部" is held

Values come from people and papers: they are never taken as marked up. Too many rows go over several pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk import words
from kiosk.screens.textflow import TextFlow, literal
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import SmallButton
from kiosk.screens.widgets.sharing import cut

_PAD, _SIDE = 13, 42
_KEY, _ROW = 256, 117  # a row is 29 mm high, its key 58 mm wide


@dataclass(frozen=True)
class ReviewRow:
    """``full`` is shown for ``value`` while revealed; ``change`` is the id of its 改 button; ``same``: ✓ 一样."""

    key: str
    value: str
    note: str = ""
    full: str = ""
    change: str = ""
    bold: bool = False
    same: bool = False


class RowsCard(Block):
    def __init__(self, theme: Theme, rows: Sequence[ReviewRow], test_id: str = "rows") -> None:
        super().__init__(
            theme, test_id, literal("；".join(f"{row.key}：{row.value} {row.note}".strip() for row in rows))
        )
        self.rows = list(rows)
        self._revealed = False
        self._buttons: dict[int, SmallButton] = {}
        for number, row in enumerate(self.rows):
            if row.change:
                button = SmallButton(
                    theme,
                    row.change,
                    words.text("widget.change"),
                    name=words.text("widget.change_field", field=row.key),
                )
                self._buttons[number] = button
                self.adopt(button)

    def reveal(self, revealed: bool) -> None:
        self._revealed = revealed
        self.update()

    # ---- measure

    def _above(self, width: int) -> bool:
        """Where large type or a narrow card would break a value, the keys go above their values."""
        if not self.theme.elder and width >= self.theme.px(800):
            return False
        shown = [
            self._texts(row, width, self._left(beside=True), revealed=r) for row in self.rows for r in (False, True)
        ]
        keys = max(self.flow(row.key, "body", width).natural_width for row in self.rows)
        return keys > self.theme.px(_KEY - 16) or any(t.line_count > 1 for texts in shown for t in texts)

    def _left(self, *, beside: bool) -> int:
        return self.theme.px(_SIDE + _KEY if beside else _SIDE)

    def _texts(self, row: ReviewRow, width: int, left: int, *, revealed: bool) -> list[TextFlow]:
        """The value and its note."""
        theme = self.theme
        aside = (190 if theme.elder else 130) if row.change or row.same else 0
        room = width - left - theme.px(_SIDE + aside)
        value = row.full if revealed and row.full else row.value
        texts = [self.flow(literal(value), "label", room, bold=row.bold)]
        if row.note:
            texts.append(self.flow(literal(row.note), "note", room, color_role="ink_soft"))
        return texts

    def _row_height(self, row: ReviewRow, width: int) -> int:
        above = self._above(width)
        left = self._left(beside=not above)
        height = max(sum(t.height for t in self._texts(row, width, left, revealed=r)) for r in (False, True))
        if above:
            height += self.theme.line_height("body")
        return max(self.theme.px(_ROW), height + self.theme.px(16))

    def _shown(self) -> list[tuple[int, ReviewRow]]:
        return list(enumerate(self.rows))[self.part]

    def height_for(self, width: int) -> int:
        return sum(self._row_height(row, width) for _, row in self._shown()) + 2 * self.theme.px(_PAD)

    def split(self, width: int, first: int, rest: int) -> list[slice]:
        heights = [self._row_height(row, width) for row in self.rows]
        return cut(heights, 0, first, rest, 2 * self.theme.px(_PAD))

    def arrange(self) -> None:
        theme, y = self.theme, self.theme.px(_PAD)
        for button in self._buttons.values():
            button.hide()
        for number, row in self._shown():
            height = self._row_height(row, self.width())
            button_here = self._buttons.get(number)
            if button_here is not None:
                width, own = button_here.width_hint(), theme.target("small")
                left = self.width() - theme.px(_SIDE) - width
                button_here.setGeometry(left, y + (height - own) // 2, width, own)
                button_here.show()
            y += height

    # ---- paint

    def paint(self, painter: QPainter) -> None:
        theme, width = self.theme, self.width()
        shapes.card(painter, theme, self.rect())
        y, inside = theme.px(_PAD), width - 2 * theme.px(_SIDE)
        above = self._above(width)
        left = self._left(beside=not above)
        for place, (_, row) in enumerate(self._shown()):
            if place:
                shapes.hairline(painter, theme, theme.px(_SIDE), y, inside)
            height = self._row_height(row, width)
            texts = self._texts(row, width, left, revealed=self._revealed)
            key = self.flow(row.key, "body", inside, color_role="ink_soft")
            words = sum(t.height for t in texts)
            if above:
                top = y + (height - words - key.height) / 2
                key.draw(painter, theme.px(_SIDE), top)
                top += key.height
            else:
                key.draw(painter, theme.px(_SIDE), y + (height - key.height) / 2)
                top = y + (height - words) / 2
            for text in texts:
                text.draw(painter, left, top)
                top += text.height
            if row.same:
                self._paint_same(painter, y + height / 2)
            y += height

    def _paint_same(self, painter: QPainter, middle: float) -> None:
        theme, right = self.theme, self.width() - self.theme.px(_SIDE)
        word = self.flow(words.text("widget.same"), "note", 10**4, bold=True, color_role="ok")
        word.draw(painter, right - word.natural_width, middle - word.height / 2)
        center = QPointF(right - word.natural_width - theme.px(30), middle)
        shapes.icon(painter, theme, "tick", center, 32, "ok")
