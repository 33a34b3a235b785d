"""The parts of the calendar: its words, the two fields above it, and a day that can be touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk import words
from kiosk.screens.colours import ColourRole
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.control import Control

LOWEST_CELL = 73  # 18 mm


@dataclass(frozen=True)
class CalendarWords:
    start: str
    end: str
    total: str  # with {days}
    hint: str
    hint_end: Callable[[date], str] | None = None  # said while the end is chosen, given the start


class DateField(Control):
    """开始 or 结束 with its day; tinted while the calendar below sets it."""

    def __init__(self, theme: Theme, test_id: str, label: str) -> None:
        super().__init__(theme, test_id, label)
        self._label = label
        self.day: date | None = None
        self.current = False

    def _stacked(self, width: int) -> bool:
        """The day under its label, where both do not fit side by side."""
        return width < self.theme.px(380)

    def height_for(self, width: int) -> int:
        theme = self.theme
        lines = theme.line_height("note") + theme.line_height("head") + theme.px(24)
        return lines if self._stacked(width) else theme.target("button")

    def paint(self, painter: QPainter) -> None:
        theme, tinted = self.theme, self.current or self.pressed
        fill: ColourRole = "tint" if tinted else "surface"
        border: ColourRole = "action" if tinted else "edge"
        line = shapes.SELECTED_LINE if tinted else shapes.CONTROL_LINE
        shapes.card(painter, theme, self.rect(), fill=fill, border=border, line=line)
        if self._stacked(self.width()):
            self._paint_stacked(painter)
            return
        x, middle = float(theme.px(38)), self.height() / 2
        label = self.flow(self._label, "note", self.width(), color_role="ink_soft")
        label.draw(painter, x, middle - label.height / 2 + theme.px(5))
        x += label.natural_width + theme.px(20)
        if self.day is None:
            return
        day = self.flow(words.short_day(self.day), "head", self.width(), bold=True)
        day.draw(painter, x, middle - day.height / 2)
        x += day.natural_width + theme.px(22)
        weekday = self.flow(words.text("widget.weekday", name=words.WEEKDAYS[self.day.weekday()]), "note", self.width())
        if x + weekday.natural_width < self.width() - theme.px(12):
            weekday.draw(painter, x, middle - weekday.height / 2 + theme.px(5))

    def _paint_stacked(self, painter: QPainter) -> None:
        _theme, left, top = self.theme, self.theme.px(30), self.theme.px(12)
        weekday = words.text("widget.weekday", name=words.WEEKDAYS[self.day.weekday()]) if self.day else ""
        label = self.flow(f"{self._label}　{weekday}", "note", self.width(), color_role="ink_soft", max_lines=1)
        label.draw(painter, left, top)
        if self.day is not None:
            day = self.flow(words.short_day(self.day), "head", self.width(), bold=True)
            day.draw(painter, left, top + label.height)


class DayCell(Control):
    """One day that can be touched. Cells are used again from month to month."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "day", words.text("widget.day"))
        self.day = date.min
        self.word = ""  # 开始 or 结束 on the chosen days
        self.in_range = False

    def show_day(self, day: date, word: str, *, in_range: bool) -> None:
        self.day, self.word, self.in_range = day, word, in_range
        self.setObjectName(f"day-{day.isoformat()}")
        self.setAccessibleName(f"{words.short_day(day)} {word}".strip())
        self.update()

    def height_for(self, width: int) -> int:  # noqa: ARG002 - the grid says
        return self.theme.px(LOWEST_CELL)

    def paint(self, painter: QPainter) -> None:
        theme, side = self.theme, self.theme.px(5)
        rect = QRectF(self.rect()).adjusted(side, 1, -side, -1)
        tinted = self.in_range or self.pressed
        line = shapes.SELECTED_LINE if self.pressed else shapes.CONTROL_LINE
        fill: ColourRole = "action" if self.word else "tint" if tinted else "surface"
        shapes.card(painter, theme, rect, fill=fill, border="action", line=line, radius=16)
        number = self.flow(str(self.day.day), "head", self.width(), bold=True, align="center")
        word = self.flow(self.word, "caption", self.width(), bold=True, align="center", max_lines=1)
        overlap = theme.px(14)  # both stand close, as one
        if not self.word or self.height() < number.height + word.height - overlap:
            number.draw(painter, 0, (self.height() - number.height) / 2, "on_action" if self.word else "action")
            return
        top = (self.height() - number.height - word.height + overlap) / 2
        number.draw(painter, 0, top, "on_action")
        word.draw(painter, 0, top + number.height - overlap, "on_action")
