"""The dock: back lower left, forward lower right on every page; in the elder's portrait forward above, back below.

Where the content goes over several pages, 下一页 and 上一页 stand in the places of forward and back until the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal

from kiosk import words
from kiosk.screens.theme import Theme
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import Arrow, Button, DangerButton, PrimaryButton, SecondaryButton, SheetButton

DockRole = Literal["back", "forward", "secondary", "danger", "return"]
NEXT_ID, PREVIOUS_ID = "page-next", "page-previous"
_TOP, _BOTTOM = 28, 36


@dataclass(frozen=True)
class DockButton:
    """``return`` is the amber way back, where going back is the advised thing. ``missing``: what is still to be done
    before it may act, ``gap``: the id of the block where that is done. ``arrow``: forward and back show theirs."""

    id: str
    text: str
    role: DockRole
    icon: str = ""
    missing: str = ""
    gap: str = ""
    arrow: bool = True


_LOOKS: dict[DockRole, tuple[type[Button], Arrow | None]] = {
    "forward": (PrimaryButton, "right"),
    "return": (PrimaryButton, "left"),
    "back": (SecondaryButton, "left"),
    "secondary": (SecondaryButton, None),
    "danger": (DangerButton, None),
}


def make_button(theme: Theme, spec: DockButton, *, in_sheet: bool = False) -> Button:
    kind, arrow = _LOOKS[spec.role]
    if in_sheet and spec.role == "forward":
        kind, arrow = SheetButton, None
    shown = arrow if spec.arrow and not spec.icon else None
    button = kind(theme, spec.id, spec.text, icon=spec.icon, arrow=shown)
    button.set_missing(spec.missing)
    return button


class Dock(Block):
    """``in_sheet``: upright in portrait, one row in landscape. ``missed``: a button was touched before it was ready."""

    missed = Signal(str)

    def __init__(self, theme: Theme, rows: Sequence[Sequence[DockButton]], *, in_sheet: bool = False) -> None:
        super().__init__(theme, "dock")
        self._in_sheet = in_sheet
        self._upright = not theme.landscape and (in_sheet or (theme.elder and not theme.lowered))
        self._rows = [list(row) for row in rows if row]
        self._first, self._last = True, True
        self.buttons: dict[str, Button] = {}
        specs = [spec for row in self._rows for spec in row]
        amber_taken = any(spec.role == "return" for spec in specs)
        self._next = DockButton(NEXT_ID, words.text("widget.next_page"), "secondary" if amber_taken else "forward")
        self._previous = DockButton(PREVIOUS_ID, words.text("widget.previous_page"), "back")
        for spec in (*specs, self._next, self._previous):
            button = make_button(theme, spec, in_sheet=in_sheet)
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
            return self._upright_rows(rows)
        return self._one_row(rows) if self.theme.landscape or self.theme.lowered else rows

    def _one_row(self, rows: list[list[DockButton]]) -> list[list[DockButton]]:
        """A wide panel is low, and so is a lowered page: all buttons in one row if their words fit, forward last."""
        order: dict[DockRole, int] = {"back": 0, "return": 0, "secondary": 1, "danger": 1, "forward": 2}
        row = sorted((spec for row in rows for spec in row), key=lambda spec: order[spec.role])
        need = sum(self.buttons[spec.id].width_hint() for spec in row) + self.theme.px(24) * (len(row) - 1)
        return [row] if row and need <= self.width() else rows

    def _upright_rows(self, rows: list[list[DockButton]]) -> list[list[DockButton]]:
        """Forward above, back below, each on a line of its own; what stands between keeps its rows if the words fit."""
        above = [[spec] for row in rows for spec in row if spec.role == "forward"]
        below = [[spec] for row in rows for spec in row if spec.role in ("back", "return")]
        between: list[list[DockButton]] = []
        half = (self.width() or self.theme.width - 2 * self.theme.margin) / 2 - self.theme.px(12)
        for row in rows:
            rest = [spec for spec in row if spec.role in ("secondary", "danger")]
            fits = not self._in_sheet and all(self.buttons[s.id].width_hint() <= half for s in rest)
            between += [rest] if rest and fits else [[spec] for spec in rest]
        return above + between + below

    def _row_height(self, row: Sequence[DockButton], width: int) -> int:
        theme = self.theme
        widths = self._widths(row, width)
        height = max(self.buttons[s.id].height_for(w) for s, w in zip(row, widths, strict=True))
        if theme.elder and not self._upright and any(s.role in ("back", "forward", "return") for s in row):
            return max(height, theme.target("primary"))
        return height

    def _widths(self, row: Sequence[DockButton], width: int) -> list[int]:
        theme = self.theme
        gap = theme.px(24)
        if len(row) == 2 and not self._in_sheet and {s.role for s in row} not in ({"secondary"}, {"danger"}):
            narrow = 340 if row[0].role == "secondary" else 400 if theme.elder else 280
            first = max(theme.px(narrow), self.buttons[row[0].id].width_hint())
            return [first, width - gap - first]
        if len(row) > 2 and row[-1].role == "forward":
            own = [self.buttons[spec.id].width_hint() for spec in row]
            spare = max(0, width - gap * (len(row) - 1) - sum(own)) // (len(row) + 1)
            return [w + spare for w in own[:-1]] + [
                width - gap * (len(row) - 1) - sum(own[:-1]) - spare * (len(row) - 1)
            ]
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

    def highest(self, width: int, *, paged: bool) -> int:
        """Height on the only page, or with ``paged`` on the one of several pages where it is highest."""
        self.resize(width, self.height())  # how the rows fall depends on the width
        heights: list[int] = []
        for first, last in ((True, False), (False, False), (False, True)) if paged else ((True, True),):
            self.show_page(first=first, last=last)
            heights.append(self.height_for(width))
        return max(heights)

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
