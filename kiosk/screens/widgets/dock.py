"""The dock: back lower left, forward lower right on every page; in the elder's portrait forward above, back below.

Where the content goes over several pages, 下一页 and 上一页 stand in the places of forward and back until the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal

from kiosk.screens.theme import Theme
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import Button, DangerButton, PrimaryButton, SecondaryButton

DockRole = Literal["back", "forward", "secondary", "danger", "return"]
NEXT_ID, PREVIOUS_ID = "page-next", "page-previous"
_TOP, _BOTTOM = 28, 36


@dataclass(frozen=True)
class DockButton:
    """``return`` is the amber way back, where going back is the advised thing. ``missing``: what is still to be done
    before it may act, ``gap``: the id of the block where that is done."""

    id: str
    text: str
    role: DockRole
    icon: str = ""
    missing: str = ""
    gap: str = ""


NEXT = DockButton(NEXT_ID, "下一页", "forward")
PREVIOUS = DockButton(PREVIOUS_ID, "上一页", "back")


def make_button(theme: Theme, spec: DockButton) -> Button:
    button: Button
    if spec.role == "forward":
        button = PrimaryButton(theme, spec.id, spec.text, icon=spec.icon, arrow=None if spec.icon else "right")
    elif spec.role == "return":
        button = PrimaryButton(theme, spec.id, spec.text, icon=spec.icon, arrow="left")
    elif spec.role == "danger":
        button = DangerButton(theme, spec.id, spec.text, icon=spec.icon)
    elif spec.role == "back":
        button = SecondaryButton(theme, spec.id, spec.text, icon=spec.icon, arrow="left")
    else:
        button = SecondaryButton(theme, spec.id, spec.text, icon=spec.icon)
    button.set_missing(spec.missing)
    return button


class Dock(Block):
    """``upright``: every button on a line of its own (sheets). ``missed``: a button was touched before it was ready."""

    missed = Signal(str)

    def __init__(
        self, theme: Theme, rows: Sequence[Sequence[DockButton]], *, upright: bool = False, paged: bool = False
    ) -> None:
        super().__init__(theme, "dock")
        self._upright = upright or (theme.elder and not theme.landscape)
        self._sheet = upright
        self._rows = [list(row) for row in rows if row]
        self._first, self._last = True, True
        self.buttons: dict[str, Button] = {}
        specs = [spec for row in self._rows for spec in row]
        if paged:
            amber_taken = any(spec.role == "return" for spec in specs)
            next_page = DockButton(NEXT_ID, NEXT.text, "secondary") if amber_taken else NEXT
            self._next, self._previous = next_page, PREVIOUS
            specs += [next_page, PREVIOUS]
        for spec in specs:
            button = make_button(theme, spec)
            button.missed.connect(self.missed)
            self.buttons[spec.id] = button
            self.adopt(button)

    def show_page(self, *, first: bool, last: bool) -> None:
        """Offer the buttons of the first, a middle or the last page."""
        self._first, self._last = first, last
        self.rearrange()

    def _shown_rows(self) -> list[list[DockButton]]:
        rows = [list(row) for row in self._rows]
        if not self._last:
            rows = _put(rows, self._next, "forward", at_end=True)
        if not self._first:
            rows = _put(rows, self._previous, "back", at_end=False)
        if self._upright:
            order = {"forward": 0, "secondary": 1, "danger": 1, "back": 2, "return": 2}
            rows = [[spec] for spec in sorted((s for row in rows for s in row), key=lambda s: order[s.role])]
        return rows

    def _row_height(self, row: Sequence[DockButton], width: int) -> int:
        theme = self.theme
        widths = self._widths(row, width)
        height = max(self.buttons[s.id].height_for(w) for s, w in zip(row, widths, strict=True))
        if theme.elder and not self._upright and any(s.role in ("back", "forward", "return") for s in row):
            return max(height, theme.target("primary"))
        if self._sheet and row[0].role == "forward":
            return max(height, theme.px(146))
        return height

    def _widths(self, row: Sequence[DockButton], width: int) -> list[int]:
        theme = self.theme
        gap = theme.px(24)
        if len(row) == 2 and {s.role for s in row} not in ({"secondary"}, {"danger"}):
            narrow = 340 if row[0].role == "secondary" else 400 if theme.elder else 280
            first = max(theme.px(narrow), self.buttons[row[0].id].width_hint())
            return [first, width - gap - first]
        space = width - gap * (len(row) - 1)
        edges = [round(space * i / len(row)) for i in range(len(row) + 1)]
        return [edges[i + 1] - edges[i] for i in range(len(row))]

    def height_for(self, width: int) -> int:
        theme = self.theme
        rows = self._shown_rows()
        if not rows:
            return theme.px(_BOTTOM)
        heights = [self._row_height(row, width) for row in rows]
        return theme.px(_TOP) + sum(heights) + theme.target("action_gap") * (len(rows) - 1) + theme.px(_BOTTOM)

    def arrange(self) -> None:
        theme = self.theme
        rows = self._shown_rows()
        shown = {spec.id for row in rows for spec in row}
        for test_id, button in self.buttons.items():
            button.setVisible(test_id in shown)
        y = theme.px(_TOP)
        for row in rows:
            height, x = self._row_height(row, self.width()), 0
            for spec, width in zip(row, self._widths(row, self.width()), strict=True):
                self.buttons[spec.id].setGeometry(x, y, width, height)
                x += width + theme.px(24)
            y += height + theme.target("action_gap")


def _put(rows: list[list[DockButton]], button: DockButton, role: DockRole, *, at_end: bool) -> list[list[DockButton]]:
    """``button`` in the place of the one with ``role``, or at the side of the last row where there is none."""
    if any(spec.role == role for row in rows for spec in row):
        return [[button if spec.role == role else spec for spec in row] for row in rows]
    if not rows or len(rows[-1]) > 1:
        return [*rows, [button]]
    return [*rows[:-1], [*rows[-1], button] if at_end else [button, *rows[-1]]]
