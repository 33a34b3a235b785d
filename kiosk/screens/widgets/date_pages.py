"""A day in the elder layout: which year, which month, which day, one question a page. Only legal answers are offered.

    grid = date_grid(theme, "end", "month", first, last, year=2026)
    grid.chosen     # "month-2026-04" or None; emits activated(option id)

The screens ask 年 → 月 → 日 and may leave out a page whose ``date_options`` are only one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from PySide6.QtGui import QPainter

from kiosk import words
from kiosk.screens.colours import ColourRole
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block, Column, Row
from kiosk.screens.widgets.control import Control

DateStage = Literal["year", "month", "day"]


class Option(Control):
    """One framed answer of a grid."""

    def __init__(self, theme: Theme, test_id: str, text: str) -> None:
        super().__init__(theme, test_id, text)
        self.grow = theme.px(200)
        self._text = text
        self.chosen = False

    def set_chosen(self, chosen: bool) -> None:
        self.chosen = chosen
        self.setAccessibleDescription(words.text("widget.chosen") if chosen else "")
        self.update()

    def height_for(self, width: int) -> int:  # noqa: ARG002 - one line
        return max(self.theme.target("smallest"), self.theme.line_height("head") + self.theme.px(20))

    def paint(self, painter: QPainter) -> None:
        tinted = self.chosen or self.pressed
        fill: ColourRole = "action" if self.chosen else "tint" if self.pressed else "surface"
        line = shapes.SELECTED_LINE if tinted else shapes.CONTROL_LINE
        shapes.card(painter, self.theme, self.rect(), fill=fill, border="action", line=line, radius=16)
        flow = self.flow(self._text, "head", self.width(), bold=True, align="center", max_lines=1)
        flow.draw(painter, 0, (self.height() - flow.height) / 2, "on_action" if self.chosen else "action")


class _Gap(Block):
    def height_for(self, width: int) -> int:  # noqa: ARG002 - nothing to show
        return 0


class OptionGrid(Column):
    """Answers in rows of ``columns``; one may be chosen."""

    def __init__(
        self, theme: Theme, test_id: str, options: Sequence[tuple[str, str]], columns: int, chosen: str | None = None
    ) -> None:
        self.options = [Option(theme, option_id, text) for option_id, text in options]
        gap = theme.mm(3)
        rows: list[Block] = []
        for start in range(0, len(self.options), columns):
            cells: list[Block] = list(self.options[start : start + columns])
            cells += [_Gap(theme) for _ in range(columns - len(cells))]
            rows.append(Row(theme, cells, gap))
        super().__init__(theme, rows, gap)
        self.setObjectName(test_id)
        for option in self.options:
            option.set_chosen(option.test_id == chosen)
            option.activated.connect(self._touched)

    @property
    def chosen(self) -> str | None:
        return next((option.test_id for option in self.options if option.chosen), None)

    def _touched(self, test_id: str) -> None:
        for option in self.options:
            option.set_chosen(option.test_id == test_id)


def date_options(
    stage: DateStage, first: date, last: date, *, year: int | None = None, month: int | None = None
) -> list[tuple[str, str]]:
    """Legal answers as (id, words) between ``first`` and ``last``; ``year`` and ``month`` are the answers so far."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    days = [d for d in days if year in (None, d.year) and month in (None, d.month)]
    if stage == "year":
        pairs = [(f"year-{d.year}", words.text("widget.year", year=d.year)) for d in days]
    elif stage == "month":
        pairs = [(f"month-{d:%Y-%m}", words.text("widget.month_only", month=d.month)) for d in days]
    else:
        pairs = [(f"day-{d.isoformat()}", f"{d.day}") for d in days]
    return list(dict.fromkeys(pairs))


def date_grid(
    theme: Theme,
    test_id: str,
    stage: DateStage,
    first: date,
    last: date,
    *,
    year: int | None = None,
    month: int | None = None,
    chosen: str | None = None,
) -> OptionGrid:
    columns = {"year": 1, "month": 3, "day": 7 if theme.landscape else 5}[stage]
    return OptionGrid(theme, test_id, date_options(stage, first, last, year=year, month=month), columns, chosen)
