"""The tiles of the home page. The whole tile is the target; its round arrow is amber, for each tile is equally next.

``wide`` is the first and widest (renewal), ``card`` stands in pairs, ``last`` is outlined and its arrow is not amber
(不再经营). In the elder layout all of them are one row: icon, plain name, arrow.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk.elder_mode.scale import Role
from kiosk.screens.colours import ColourRole
from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.control import Control

TileKind = Literal["wide", "card", "last"]
_NATURAL = {"wide": 208, "card": 300, "last": 144}
NARROW = 540  # default-panel pixels
_TALLEST = {"wide": 212, "card": 380, "last": 148}


class Tile(Control):
    """``name``: the plain name; ``term``: the official word; ``line``: one line what for."""

    def __init__(
        self, theme: Theme, test_id: str, icon: str, name: str, term: str, line: str, *, kind: TileKind = "card"
    ) -> None:
        super().__init__(theme, test_id, f"{name} {term} {line}")
        self._icon, self._name, self._term, self._line, self._kind = icon, name, term, line, kind
        self._boxed = kind == "card" and not theme.elder
        self.grow = theme.px(240 if theme.elder else _TALLEST[kind])

    def _low(self, width: int) -> bool:
        """Icon beside the words: on a wide, low panel whose tiles leave room for both."""
        return self._boxed and self.theme.landscape and width >= self.theme.px(NARROW)

    def height_for(self, width: int) -> int:
        theme = self.theme
        if theme.elder:
            return max(theme.px(150), theme.size("tile") + theme.px(60))
        if self._low(width):
            return theme.px(92) + theme.line_height("tile") + theme.line_height("caption")
        if self._kind == "card":
            lines = sum(theme.line_height(role) for role in ("tile", "caption", "note"))
            return (
                max(theme.px(_NATURAL["card"]), lines + theme.px(178)) if not theme.landscape else lines + theme.px(140)
            )
        return theme.px(_NATURAL[self._kind])

    def least(self, width: int) -> int:
        theme = self.theme
        if theme.elder:
            return max(theme.target("smallest"), theme.line_height("tile") + theme.px(20))
        return self.height_for(width) - theme.px(40)

    def paint(self, painter: QPainter) -> None:
        theme, last = self.theme, self._kind == "last"
        line = shapes.SELECTED_LINE if self.pressed else shapes.HAIRLINE
        border: ColourRole = "action" if self.pressed else "edge" if last else "line"
        fill: ColourRole = "tint" if self.pressed else "paper" if last else "surface"
        shapes.card(painter, theme, self.rect(), fill=fill, border=border, line=line)
        if theme.elder:
            self._paint_row(painter, theme.px(36), 104)
        elif self._low(self.width()):
            self._paint_low_box(painter)
        elif self._boxed:
            self._paint_box(painter)
        else:
            self._paint_row(painter, theme.px(30), 76 if last else 104)

    def _arrow(self, painter: QPainter, middle: float, right: int) -> None:
        theme, size = self.theme, 88 if self.theme.elder else 72
        center = QPointF(self.width() - theme.px(right) - theme.px(size) / 2, middle)
        shapes.arrow_disc(painter, theme, center, size, amber=self._kind != "last")

    def _title(self, role: Role, room: float) -> TextFlow:
        return self.flow(self._name, role, room, bold=True, max_lines=1)

    def _paint_row(self, painter: QPainter, left: int, icon: int) -> None:
        theme, middle = self.theme, self.height() / 2
        shapes.icon(painter, theme, self._icon, QPointF(left + theme.px(icon) / 2, middle), icon)
        text_left = left + theme.px(icon) + theme.px(26 if self._kind == "last" else 32)
        room = self.width() - text_left - theme.px(150)
        role: Role = "tile_wide" if self._kind == "wide" else "tile"
        name = self._title(role if not theme.elder else "tile", room)
        self._arrow(painter, middle, 40 if theme.elder else 37)
        if theme.elder:
            name.draw(painter, text_left, middle - name.height / 2)
            return
        wide = self._kind == "wide"
        line = self.flow(self._line, "body" if wide else "note", room, color_role="ink_soft", max_lines=1)
        top = middle - (name.height + line.height) / 2
        name.draw(painter, text_left, top)
        term = self.flow(self._term, "body" if wide else "note", room, color_role="ink_soft", max_lines=1)
        term_left = text_left + name.natural_width + theme.px(16)
        term.draw(painter, term_left, top + name.height / 2 - term.height / 2 + theme.px(6))
        line.draw(painter, text_left, top + name.height)

    def _paint_box(self, painter: QPainter) -> None:
        theme, left = self.theme, self.theme.px(38)
        lines = [
            self._title("tile", self.width() - 2 * left),
            self.flow(self._term, "caption", self.width() - 2 * left, color_role="ink_soft", max_lines=1),
            self.flow(self._line, "note", self.width() - 2 * left, color_role="ink_soft", max_lines=1),
        ]
        words = sum(t.height for t in lines) + theme.px(10)
        space = (self.height() - theme.px(96) - words) / 3
        center = space + theme.px(48)
        shapes.icon(painter, theme, self._icon, QPointF(left + theme.px(44), center), 104)
        self._arrow(painter, center, 38)
        y = 2 * space + theme.px(96)
        for number, text in enumerate(lines):
            text.draw(painter, left, y + (theme.px(10) if number == 2 else 0))
            y += text.height

    def _paint_low_box(self, painter: QPainter) -> None:
        theme, left = self.theme, self.theme.px(36)
        text_left = left + theme.px(106)
        room = self.width() - text_left - theme.px(130)
        name = self._title("tile", room)
        term = self.flow(self._term, "caption", room, color_role="ink_soft", max_lines=1)
        line = self.flow(self._line, "note", self.width() - 2 * left, color_role="ink_soft", max_lines=1)
        space = (self.height() - name.height - term.height - line.height) / 3
        top = space
        middle = top + (name.height + term.height) / 2
        shapes.icon(painter, theme, self._icon, QPointF(left + theme.px(40), middle), 80)
        self._arrow(painter, middle, 36)
        name.draw(painter, text_left, top)
        term.draw(painter, text_left, top + name.height)
        line.draw(painter, left, self.height() - space - line.height)
