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

from kiosk.screens.textflow import TextFlow, literal, spoken
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.qr_view import Matrix, paint_qr
from kiosk.screens.widgets.sharing import cut

QR_SIDE, _QUIET, _PAD = 330, 26, 40


@dataclass(frozen=True)
class Fact:
    """A soft label, a large value (data, never marked up), a soft note; each may be empty."""

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

    def _texts(self, room: int) -> list[tuple[int, TextFlow]]:
        """Gap above and text, from the top."""
        gap = self.theme.px(22)
        texts: list[tuple[int, TextFlow]] = []
        for fact in self._facts:
            above = gap if texts else 0
            for part in (
                self.flow(fact.label, "body", room, color_role="ink_soft") if fact.label else None,
                self.flow(literal(fact.value), "tile_wide", room, bold=True) if fact.value else None,
                self.flow(fact.note, "note", room, color_role="ink_soft") if fact.note else None,
            ):
                if part is not None:
                    texts.append((above, part))
                    above = 0
        if self._text:
            texts.append((gap if texts else 0, self.flow(self._text, "body", room)))
        return texts

    def _beside(self, width: int) -> int:
        return width - 2 * self._pad() - self.theme.px(QR_SIDE - 20)

    def _below(self, width: int) -> bool:
        """On a narrow card, where a number would break beside the code, the code goes below the words."""
        room = self._beside(width)
        values = [self.flow(literal(fact.value), "tile_wide", room, bold=True) for fact in self._facts if fact.value]
        return self._matrix is not None and any(value.line_count > 1 for value in values)

    def _words(self, width: int) -> list[tuple[int, TextFlow]]:
        alone = self._matrix is None or self._below(width)
        return self._texts(width - 2 * self._pad() if alone else self._beside(width))

    def _caption_flow(self) -> TextFlow:
        room = self.theme.px(QR_SIDE + 20)
        return self.flow(self._caption, "caption", room, align="center", color_role="ink_soft")

    def split(self, width: int, first: int, rest: int) -> list[slice]:
        """The words and the code, where the code is below them."""
        if not self._below(width):
            return super().split(width, first, rest)
        frame = 2 * self.theme.px(_PAD - 24)
        return cut([sum(gap + t.height for gap, t in self._words(width)), self._code_height()], 0, first, rest, frame)

    def _shows(self, number: int) -> bool:
        return number in range(2)[self.part]

    def _code_height(self) -> int:
        """The code, whose own white border gives the room round it, and its caption."""
        if self._matrix is None:
            return 0
        quiet = self.theme.px(_QUIET)
        return self.theme.px(QR_SIDE) - quiet + (self._caption_flow().height if self._caption else -quiet)

    def height_for(self, width: int) -> int:
        words = sum(gap + text.height for gap, text in self._words(width)) if self._shows(0) else 0
        code = self._code_height() if self._shows(1) else 0
        return (words + code if self._below(width) else max(words, code)) + 2 * self.theme.px(_PAD)

    def least(self, width: int) -> int:
        return self.height_for(width) - 2 * self.theme.px(24)

    def paint(self, painter: QPainter) -> None:
        theme, below = self.theme, self._below(self.width())
        shapes.card(painter, theme, self.rect())
        texts = self._words(self.width()) if self._shows(0) else []
        words = sum(gap + text.height for gap, text in texts)
        y = (self.height() - words - (self._code_height() if below and self._shows(1) else 0)) / 2
        for gap, text in texts:
            y += gap
            text.draw(painter, self._pad(), y)
            y += text.height
        if self._matrix is None or not self._shows(1):
            return
        side, quiet = theme.px(QR_SIDE), theme.px(_QUIET)
        top = round(y) if below else (self.height() - self._code_height()) // 2 - quiet // 2
        left = self._pad() - quiet if below else self.width() - theme.px(16) - side
        paint_qr(painter, QRect(left, top, side, side), self._matrix)
        if self._caption:
            self._caption_flow().draw(painter, left - theme.px(10), top + side - quiet)
