"""The receipt on the screen: the filing's number to write down, its dates, and the QR code that leads back to it.

NumberQrCard(theme, [Fact("办件编号（查进度用）", "YC26 0312 0478"),
                         Fact("最晚哪天有结果", "3月24日 星期二", "8 个工作日")],
             matrix=code.matrix, caption="在终端上扫，查结果")
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from kiosk.screens.textflow import TextFlow, spoken
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.qr_view import Matrix, paint_qr


@dataclass(frozen=True)
class Fact:
    """A soft label, a large value, a soft note; each may be empty."""

    label: str = ""
    value: str = ""
    note: str = ""


class NumberQrCard(Block):
    """``text``: a marked-up sentence under the facts. Without ``matrix`` the words have the whole width."""

    def __init__(
        self,
        theme: Theme,
        facts: Sequence[Fact],
        *,
        matrix: Matrix | None = None,
        caption: str = "",
        text: str = "",
        test_id: str = "receipt-number",
    ) -> None:
        words = "，".join(part for fact in facts for part in (fact.label, fact.value, fact.note) if part)
        super().__init__(theme, test_id, f"{words} {spoken(text)}")
        self.grow = theme.px(404)
        self._facts, self._matrix, self._caption, self._text = list(facts), matrix, caption, text

    def _pad(self) -> int:
        return self.theme.px(46)

    def _qr_side(self) -> int:
        return self.theme.px(330) if self._matrix is not None else 0

    def _texts(self, width: int) -> list[tuple[int, TextFlow]]:
        """Gap above and text, from the top."""
        qr = self._qr_side() - self.theme.px(20) if self._matrix is not None else 0
        room = width - 2 * self._pad() - qr
        gap = self.theme.px(22)
        texts: list[tuple[int, TextFlow]] = []
        for fact in self._facts:
            above = gap if texts else 0
            for part in (
                self.flow(fact.label, "body", room, color_role="ink_soft") if fact.label else None,
                self.flow(fact.value, "tile_wide", room, bold=True) if fact.value else None,
                self.flow(fact.note, "note", room, color_role="ink_soft") if fact.note else None,
            ):
                if part is not None:
                    texts.append((above, part))
                    above = 0
        if self._text:
            texts.append((gap if texts else 0, self.flow(self._text, "body", room)))
        return texts

    def _qr_height(self) -> int:
        return self._qr_side() + (self.theme.line_height("caption") - self.theme.px(24) if self._caption else 0)

    def height_for(self, width: int) -> int:
        words = sum(gap + text.height for gap, text in self._texts(width))
        return max(words, self._qr_height()) + 2 * self.theme.px(40)

    def least(self, width: int) -> int:
        return self.height_for(width) - 2 * self.theme.px(24)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect())
        texts = self._texts(self.width())
        y = (self.height() - sum(gap + text.height for gap, text in texts)) / 2
        for gap, text in texts:
            y += gap
            text.draw(painter, self._pad(), y)
            y += text.height
        if self._matrix is None:
            return
        side = self._qr_side()
        left = self.width() - theme.px(16) - side
        caption_height = self._qr_height() - side
        top = (self.height() - side - max(0, caption_height - theme.px(24))) // 2
        paint_qr(painter, QRect(left, top, side, side), self._matrix)
        if self._caption:
            room = side + theme.px(30)
            caption = self.flow(self._caption, "caption", room, align="center", color_role="ink_soft", max_lines=1)
            caption.draw(painter, left - theme.px(30), top + side - theme.px(24))
