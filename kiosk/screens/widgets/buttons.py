"""Buttons. A button's words say what it does; where something is missing its words say what.

button = PrimaryButton(theme, "next", "下一步：核对", arrow="right")
button.set_missing("请先写完店名")   # dashed, still touchable: emits ``missed`` instead of ``activated``
button.set_busy("正在提交…")         # no amber, not touchable; set_ready(text) brings it back
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter

from kiosk.elder_mode.scale import Role
from kiosk.screens.colours import ColourRole
from kiosk.screens.textflow import TextFlow, spoken
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.control import Control

Arrow = Literal["left", "right"]


@dataclass(frozen=True)
class Look:
    fill: ColourRole
    ink: ColourRole
    border: ColourRole
    pressed: ColourRole
    line: float = shapes.CONTROL_LINE


PRIMARY = Look("amber", "on_amber", "amber_edge", "amber_pressed")
SECONDARY = Look("surface", "action", "action", "tint")
DANGER = Look("surface", "danger", "danger", "danger_tint", 4)


class Button(Control):
    """Base of all buttons: text in the middle, an icon or an arrow left before it or an arrow right behind it."""

    missed = Signal(str)
    look: Look = SECONDARY
    role: Role = "button"
    target: str = "button"
    radius: float = shapes.CARD_RADIUS
    side: int = 32  # least distance of the words from the edge, default-panel pixels

    def __init__(
        self, theme: Theme, test_id: str, text: str, *, icon: str = "", arrow: Arrow | None = None, name: str = ""
    ) -> None:
        super().__init__(theme, test_id, name or text)
        self.text = text
        self._icon = icon or ("arrow-left" if arrow == "left" else "")
        self._behind = "arrow-right" if arrow == "right" else ""
        self._missing = ""
        self._busy = False

    # ---- states

    @property
    def missing(self) -> str:
        return self._missing

    def set_missing(self, text: str) -> None:
        """What is missing before this button may act; an empty text makes it ready."""
        self._missing, self._busy = text, False
        self._show()

    def set_busy(self, text: str) -> None:
        self.text, self._missing, self._busy = text, "", True
        self._show()

    def set_ready(self, text: str) -> None:
        self.text, self._missing, self._busy = text, "", False
        self._show()

    def _show(self) -> None:
        self.setAccessibleName(spoken(self._missing or self.text))
        self.setEnabled(not self._busy)
        self.update()

    def activate(self) -> None:
        if self._missing:
            self.missed.emit(self.test_id)
        else:
            super().activate()

    # ---- sizes

    def _icon_size(self) -> float:
        return self.theme.size(self.role) / self.theme.scale * 1.2

    def _flow(self, width: int) -> TextFlow:
        icon = self.theme.px(self._icon_size() + 16) if self._icon or self._behind else 0
        room = width - 2 * self.theme.px(self.side) - icon
        return self.flow(self._missing or self.text, self.role, room, bold=True, align="center")

    def width_hint(self) -> int:
        """Width on which the words stand in one line."""
        theme = self.theme
        icon = theme.px(self._icon_size() + 16) if self._icon or self._behind else 0
        return round(self.flow(self.text, self.role, 10**6, bold=True).natural_width) + 2 * theme.px(self.side) + icon

    def height_for(self, width: int) -> int:
        return max(self.theme.target(self.target), self._flow(width).height + self.theme.px(24))

    # ---- painting

    def paint(self, painter: QPainter) -> None:
        theme, look = self.theme, self.look
        ink: ColourRole = look.ink
        if self._missing:
            shapes.card(painter, theme, self.rect(), fill=None, border="edge", line=2, radius=self.radius, dashed=True)
            ink = "ink_soft"
        elif self._busy:
            shapes.card(painter, theme, self.rect(), fill="surface", border="line", radius=self.radius)
            ink = "ink"
        else:
            fill, line = (look.pressed, 6.0) if self.pressed else (look.fill, look.line)
            shapes.card(painter, theme, self.rect(), fill=fill, border=look.border, line=line, radius=self.radius)
        self.paint_words(painter, ink)

    def paint_words(self, painter: QPainter, ink: ColourRole) -> None:
        theme = self.theme
        flow = self._flow(self.width())
        plain = bool(self._missing) or self._busy
        size, space = theme.px(self._icon_size()), theme.px(16)
        before = size + space if self._icon and not plain else 0
        behind = size + space if self._behind and not plain else 0
        middle = self.height() / 2
        x = (self.width() - flow.natural_width - before - behind) / 2
        if before:
            shapes.icon(painter, theme, self._icon, QPointF(x + size / 2, middle), self._icon_size(), ink)
        flow.draw(painter, x + before - (flow.box - flow.natural_width) / 2, middle - flow.height / 2, ink)
        if behind:
            end = x + flow.natural_width + space + size / 2
            shapes.icon(painter, theme, self._behind, QPointF(end, middle), self._icon_size(), ink)


class PrimaryButton(Button):
    """Amber: what to touch next. At most one on a screen."""

    look = PRIMARY
    role: Role = "forward"
    target = "primary"


class SheetButton(PrimaryButton):
    """The amber one of a sheet, larger, for it stands alone."""

    role: Role = "head"
    target = "sheet"


class SecondaryButton(Button):
    """White with the border of action."""


class DangerButton(Button):
    """White with the border of danger; never in the place of forward."""

    look = DANGER


class SmallButton(Button):
    """A small outlined button inside a card or a note."""

    role: Role = "note"
    target = "small"
    radius = shapes.SMALL_RADIUS
    side = 28


class SmallPrimaryButton(SmallButton):
    """The amber one of a card, where it is the next thing to touch ("就用这个")."""

    look = PRIMARY


class IconButton(Button):
    """An arrow alone, where its place says all (month before, month after); ``name`` is for the voice."""

    target = "small"
    radius = shapes.SMALL_RADIUS

    def __init__(self, theme: Theme, test_id: str, icon: str, name: str) -> None:
        super().__init__(theme, test_id, "", icon=icon, name=name)

    def paint_words(self, painter: QPainter, ink: ColourRole) -> None:
        middle = QPointF(self.width() / 2, self.height() / 2)
        shapes.icon(painter, self.theme, self._icon, middle, self._icon_size(), ink)


class QuietButton(Button):
    """Underlined words on a line of their own."""

    role: Role = "body"
    target = "small"
    side = 0

    def _icon_size(self) -> float:
        return 64 if self.theme.elder else 50

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        flow = self._flow(self.width())
        size = self._icon_size()
        before = theme.px(size + 16) if self._icon else 0
        top = (self.height() - flow.height) / 2
        if self._icon:
            shapes.icon(painter, theme, self._icon, QPointF(theme.px(size) / 2, self.height() / 2), size)
        left = before - (flow.box - flow.natural_width) / 2
        flow.draw(painter, left, top, "action")
        painter.setPen(theme.pen("action", 4 if self.pressed else 2))
        under = top + flow.height
        painter.drawLine(QPointF(before, under), QPointF(before + flow.natural_width, under))
