"""Digits for telephone numbers: what is typed stays in sight in groups, and a number on record is one touch away.

keypad = Keypad(theme, "phone", label="手机号",
                offered=Offer("13800135678", "138＊＊＊＊5678", "上次留的号码", "就用这个"))
keypad.value        # "1380013"; emits activated("phone") after every change
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk import words
from kiosk.elder_mode.scale import Role
from kiosk.screens.colours import ColourRole
from kiosk.screens.textflow import literal
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block, Column, Row
from kiosk.screens.widgets.buttons import PRIMARY, SECONDARY, Button, SmallButton
from kiosk.screens.widgets.offer_card import OfferCard


class Key(Button):
    """A key at least 22 mm high and wider than that, as on the keyboard."""

    radius = shapes.SMALL_RADIUS
    side = 4

    def __init__(self, theme: Theme, test_id: str, text: str) -> None:
        super().__init__(theme, test_id, text)
        self.grow = theme.mm(30)
        self.role: Role = "label" if len(text) > 1 else "tile_wide"

    def height_for(self, width: int) -> int:  # noqa: ARG002 - one word a key
        return self.theme.mm(22)

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
        return self.theme.line_height("tile_wide") + self.theme.px(50)

    def paint(self, painter: QPainter) -> None:
        theme, middle = self.theme, self.height() / 2
        shapes.card(painter, theme, self.rect(), border="action", line=shapes.SELECTED_LINE)
        x = float(theme.px(40))
        if self.width() >= theme.px(700):  # in a narrow field the page's question says it
            label = self.flow(self._label, "note", self.width(), color_role="ink_soft")
            label.draw(painter, x, middle - label.height / 2 + theme.px(6))
            x += label.natural_width + theme.px(28)
        room = self.width() - x - theme.px(30)
        flow = self.flow(literal(self.shown), "tile_wide", 10**5)
        if flow.natural_width > room:  # a long number in a narrow field
            flow = self.flow(literal(self.shown), "tile_wide", 10**5, px=int(flow.size * room / flow.natural_width))
        flow.draw(painter, x, middle - flow.height / 2)
        painter.setPen(theme.pen("action", 5))
        x += flow.natural_width + theme.px(8)
        half = flow.size * 0.6
        painter.drawLine(QPointF(x, middle - half), QPointF(x, middle + half))


@dataclass(frozen=True)
class Offer:
    """A value on record, how it is shown, where it comes from, and the words of its button."""

    value: str
    shown: str
    note: str
    button: str


class Keypad(Block):
    """``groups``: how the digits stand together (3-4-4 for a mobile number); their sum is the longest value.

    Where the page is low the keys stand beside what is typed.
    """

    def __init__(
        self,
        theme: Theme,
        test_id: str,
        *,
        label: str,
        groups: Sequence[int] = (3, 4, 4),
        value: str = "",
        offered: Offer | None = None,
    ) -> None:
        super().__init__(theme, test_id, label)
        self.grow = theme.px(1000)
        self._groups, self._offered = tuple(groups), offered
        self.preview = Preview(theme, label)
        self._use: SmallButton | None = None
        left: list[Block] = [self.preview]
        if offered is not None:
            self._use = SmallButton(theme, f"{test_id}-offered", offered.button)
            left.append(OfferCard(theme, literal(offered.shown), offered.note, self._use, note_first=True))
        self._left = Column(theme, left)
        gap = theme.mm(3)
        keys = [[Key(theme, f"{test_id}-{c}", c) for c in line] for line in ("123", "456", "789")]
        keys.append(
            [
                Key(theme, f"{test_id}-{i}", text)
                for i, text in (("clear", words.text("widget.clear")), ("0", "0"), ("del", words.text("widget.delete")))
            ]
        )
        self._keys = Column(theme, [Row(theme, line, gap) for line in keys], gap)
        for block in (self._left, self._keys):
            self.adopt(block)
            block.activated.disconnect(self.activated)  # the page hears of the keypad, not of its keys
            block.activated.connect(self._key)
        self._value = ""
        self._show(value)

    def height_for(self, width: int) -> int:
        return self._left.height_for(width) + self.theme.gap + self._keys.height_for(width)

    def least(self, width: int) -> int:
        half = (width - self.theme.gap) // 2
        return max(self._left.least(half), self._keys.height_for(half))

    def arrange(self) -> None:
        width, height, gap = self.width(), self.height(), self.theme.gap
        if height >= self.height_for(width):
            top = self._left.height_for(width)
            self._left.setGeometry(0, 0, width, top)
            self._keys.setGeometry(0, top + gap, width, height - top - gap)
        else:
            half = (width - gap) // 2
            self._left.setGeometry(0, 0, half, min(height, self._left.height_for(half)))
            self._keys.setGeometry(width - half, 0, half, height)

    @property
    def value(self) -> str:
        return self._value

    def _key(self, key_id: str) -> None:
        key = key_id.removeprefix(f"{self.test_id}-")
        changed = {"clear": "", "del": self._value[:-1], "offered": self._offered.value if self._offered else ""}.get(
            key, self._value + key
        )
        self._show(changed[: sum(self._groups)])
        self.activated.emit(self.test_id)

    def _show(self, value: str) -> None:
        self._value = value
        if self._use is not None:
            self._use.look = SECONDARY if value else PRIMARY  # with a value typed, forward is what to touch next
            self._use.update()
        groups, start = [], 0
        for length in self._groups:
            groups.append(value[start : start + length])
            start += length
        self.preview.show_text(" ".join(group for group in groups if group))
