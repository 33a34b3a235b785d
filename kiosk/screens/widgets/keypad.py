"""Digits for telephone numbers: what is typed stays in sight in groups, and a number on record is one touch away.

keypad = Keypad(theme, "phone", label="手机号", offered="13800135678", offered_text="138＊＊＊＊5678",
                offered_note="上次留的号码")
keypad.value        # "1380013"; emits activated("phone") after every change
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk.elder_mode.scale import Role
from kiosk.screens.colours import ColourRole
from kiosk.screens.textflow import literal
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block, Column, Row
from kiosk.screens.widgets.buttons import PRIMARY, SECONDARY, Button, SmallButton
from kiosk.screens.widgets.offer_card import OfferCard

DELETE, CLEAR, USE_THIS = "删除", "清空", "就用这个"


class Key(Button):
    """A key at least 22 × 25 mm, as on the keyboard."""

    role: Role = "head"
    radius = shapes.SMALL_RADIUS
    side = 4

    def height_for(self, width: int) -> int:  # noqa: ARG002 - one word a key
        return self.theme.mm(25)

    def paint(self, painter: QPainter) -> None:
        word = len(self.text) > 1
        fill: ColourRole = "tint" if self.pressed else "strip" if word else "surface"
        border: ColourRole = "action" if self.pressed else "edge"
        line = shapes.SELECTED_LINE if self.pressed else shapes.HAIRLINE
        shapes.card(painter, self.theme, self.rect(), fill=fill, border=border, line=line, radius=self.radius)
        self.paint_words(painter, "action" if word else "ink")


class Preview(Block):
    """What has been typed so far, with the cursor behind it."""

    def __init__(self, theme: Theme, label: str) -> None:
        super().__init__(theme, "preview", label)
        self._label = label
        self.shown = ""

    def show_text(self, text: str) -> None:
        self.shown = text
        self.update()

    def height_for(self, width: int) -> int:  # noqa: ARG002 - one line
        theme = self.theme
        return theme.line_height("note") + theme.line_height("tile_wide") + theme.px(40)

    def paint(self, painter: QPainter) -> None:
        theme, left = self.theme, self.theme.px(46)
        shapes.card(painter, theme, self.rect(), border="action", line=shapes.SELECTED_LINE)
        label = self.flow(self._label, "note", self.width(), color_role="ink_soft")
        label.draw(painter, left, theme.px(20))
        flow = self.flow(literal(self.shown), "tile_wide", self.width() - 2 * left)
        top = theme.px(20) + label.height
        flow.draw(painter, left, top)
        painter.setPen(theme.pen("action", 5))
        x = left + flow.natural_width + theme.px(8)
        painter.drawLine(QPointF(x, top + theme.px(8)), QPointF(x, top + flow.line_height - theme.px(8)))


class Keypad(Column):
    """``groups``: how the digits stand together (3-4-4 for a mobile number); their sum is the longest value."""

    def __init__(
        self,
        theme: Theme,
        test_id: str,
        *,
        label: str,
        groups: Sequence[int] = (3, 4, 4),
        value: str = "",
        offered: str = "",
        offered_text: str = "",
        offered_note: str = "",
    ) -> None:
        self._groups, self._offered = tuple(groups), offered
        self.preview = Preview(theme, label)
        blocks: list[Block] = [self.preview]
        self._use = SmallButton(theme, f"{test_id}-offered", USE_THIS)
        if offered:
            shown = literal(offered_text or offered)
            blocks.append(OfferCard(theme, shown, offered_note, self._use, note_first=True))
        gap = theme.mm(3)
        keys = [[Key(theme, f"{test_id}-{c}", c) for c in line] for line in ("123", "456", "789")]
        keys.append([Key(theme, f"{test_id}-{i}", text) for i, text in (("clear", CLEAR), ("0", "0"), ("del", DELETE))])
        blocks.append(Column(theme, [Row(theme, line, gap) for line in keys], gap))
        super().__init__(theme, blocks)
        self.setObjectName(test_id)
        self._value = ""
        self._show(value)
        # Keys report to the keypad; the page hears of the keypad alone.
        for block in self.blocks:
            block.activated.disconnect(self.activated)
            block.activated.connect(self._key)

    @property
    def value(self) -> str:
        return self._value

    @property
    def complete(self) -> bool:
        return len(self._value) == sum(self._groups)

    def split(self, width: int, first: int, rest: int) -> list[slice]:  # noqa: ARG002 - keys and preview stay together
        return [slice(None)]

    def _key(self, key_id: str) -> None:
        key = key_id.removeprefix(f"{self.test_id}-")
        changed = {"clear": "", "del": self._value[:-1], "offered": self._offered}.get(key, self._value + key)
        self._show(changed[: sum(self._groups)])
        self.activated.emit(self.test_id)

    def _show(self, value: str) -> None:
        self._value = value
        self._use.look = SECONDARY if value else PRIMARY  # with a value typed, forward is what to touch next
        self._use.update()
        groups, start = [], 0
        for length in self._groups:
            groups.append(value[start : start + length])
            start += length
        self.preview.show_text(" ".join(group for group in groups if group))
