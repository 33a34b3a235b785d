"""From which day to which day: framed days can be touched, others cannot; what the law allows comes from outside.

    calendar = Calendar(theme, "period", start_from=first, start_until=last, end_range=lambda start: (earliest, latest))
    calendar.start, calendar.end     # dates or None; emits activated("period") after every touch of a day

Touching 开始 or 结束 chooses which of the two the next day sets. For the elder layout see date_pages.
"""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter

from kiosk import words
from kiosk.elder_mode.scale import Role
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import IconButton
from kiosk.screens.widgets.calendar_parts import LOWEST_CELL, CalendarWords, DateField, DayCell

__all__ = ["Calendar", "CalendarWords"]

_WEEKS = Weeks(firstweekday=0)
_SIDE, _HIGHEST = 16, 130
_BETWEEN = 6  # weeks


class Air(NamedTuple):
    """Room inside the card: above the month, above the first week, below the last; the least height of a cell."""

    nav: int
    weeks: int
    below: int
    cell: int


WIDE, TIGHT = Air(28, 195, 30, LOWEST_CELL), Air(12, 152, 14, 70)


class Calendar(Block):
    """``end_range(start)``: the first and the last legal end of a start. Wide pages show the fields at the left."""

    def __init__(
        self,
        theme: Theme,
        test_id: str,
        *,
        start_from: date,
        start_until: date,
        end_range: Callable[[date], tuple[date, date]],
        say: CalendarWords,
        start: date | None = None,
        end: date | None = None,
    ) -> None:
        super().__init__(theme, test_id, words.text("widget.calendar"))
        self.grow = theme.px(1150)
        self.start, self.end = start, end
        self.say = say
        self._starts = (start_from, start_until)
        self._end_range = end_range
        self._start_field = DateField(theme, f"{test_id}-start", self.say.start)
        self._end_field = DateField(theme, f"{test_id}-end", self.say.end)
        self._before = IconButton(theme, f"{test_id}-month-before", "arrow-left", words.text("widget.month_before"))
        self._after = IconButton(theme, f"{test_id}-month-after", "arrow-right", words.text("widget.month_after"))
        self._cells = [DayCell(theme) for _ in range(31)]
        for block in (self._start_field, self._end_field, self._before, self._after, *self._cells):
            self.adopt(block)
            block.activated.disconnect(self.activated)
            block.activated.connect(self._touched)
        self._picking_end = start is not None
        self._month = self._first_month()

    # ---- what may be touched

    def legal_range(self) -> tuple[date, date]:
        """First and last day that can be touched now."""
        if self._picking_end and self.start is not None:
            return self._end_range(self.start)
        return self._starts

    def _first_month(self) -> date:
        chosen = self.end if self._picking_end else self.start
        return (chosen or self.legal_range()[0]).replace(day=1)

    def _pick(self, *, end: bool) -> None:
        self._picking_end = end and self.start is not None
        self._month = self._first_month()
        self.rearrange()

    def _touched(self, test_id: str) -> None:
        if test_id in (self._start_field.test_id, self._end_field.test_id):
            self._pick(end=test_id == self._end_field.test_id)
        elif test_id in (self._before.test_id, self._after.test_id):
            self._month = _month_after(self._month, 1 if test_id == self._after.test_id else -1)
            self.rearrange()
        else:
            self._choose(date.fromisoformat(test_id.removeprefix("day-")))

    def _choose(self, day: date) -> None:
        if self._picking_end:
            self.end = day
            self.rearrange()
        else:
            self.start = day
            first, last = self._end_range(day)
            if self.end is not None and not first <= self.end <= last:
                self.end = None
            self._pick(end=True)
        self.activated.emit(self.test_id)

    # ---- places

    def _wide(self, width: int, height: int) -> bool:
        """The fields beside the month: on a wide page, and on one too low for both below each other."""
        return width >= self.theme.px(1100) or height < self._stacked_height(TIGHT)

    def _total_height(self) -> int:
        return max(self.theme.line_height("head"), self.theme.line_height("note"))

    def height_for(self, width: int) -> int:
        return self._month_height(WIDE) if self._wide(width, 10**6) else self._stacked_height(WIDE)

    def least(self, width: int) -> int:  # noqa: ARG002 - the fields go beside the month
        return self._month_height(TIGHT)

    def _month_height(self, air: Air) -> int:
        return self.theme.px(air.weeks + 6 * air.cell + air.below)

    def _stacked_height(self, air: Air) -> int:
        theme = self.theme
        return theme.target("button") + self._month_height(air) + self._total_height() + 2 * theme.gap

    def _beside(self) -> bool:
        return self._wide(self.width(), self.height())

    def _air(self) -> Air:
        natural = self._month_height(WIDE) if self._beside() else self._stacked_height(WIDE)
        return WIDE if self.height() >= natural else TIGHT

    def _field_width(self) -> int:
        return self.theme.px(326)

    def _card(self) -> QRect:
        theme, width, height = self.theme, self.width(), self.height()
        if self._beside():
            left = self._field_width() + theme.gap
            return QRect(left, 0, width - left, height)
        top = theme.target("button") + theme.gap
        weeks = len(self._weeks())
        tallest = theme.px(WIDE.weeks + weeks * _HIGHEST + WIDE.below)
        return QRect(0, top, width, min(tallest, height - top - theme.gap - self._total_height()))

    def _weeks(self) -> list[list[date]]:
        return _WEEKS.monthdatescalendar(self._month.year, self._month.month)

    def _cell_rect(self, week: int, weekday: int) -> QRectF:
        theme, card, air = self.theme, self._card(), self._air()
        side = theme.px(_SIDE)
        inner = QRectF(card).adjusted(side, theme.px(air.weeks), -side, -theme.px(air.below))
        wide, high = inner.width() / 7, inner.height() / len(self._weeks())
        return QRectF(inner.left() + weekday * wide, inner.top() + week * high, wide, high - theme.px(_BETWEEN))

    def _whole_rect(self, cell: QRectF) -> QRect:
        """In whole pixels, so that neighbours never overlap."""
        corner = QPoint(round(cell.left()), round(cell.top()))
        return QRect(corner, QPoint(round(cell.right()) - 1, round(cell.bottom()) - 1))

    def arrange(self) -> None:
        theme, width = self.theme, self.width()
        if self._beside():
            wide = self._field_width()
            field = self._start_field.height_for(wide)
            self._start_field.setGeometry(0, 0, wide, field)
            self._end_field.setGeometry(0, field + theme.gap, wide, field)
        else:
            field = theme.target("button")
            half = (width - theme.gap) // 2
            self._start_field.setGeometry(0, 0, half, field)
            self._end_field.setGeometry(width - half, 0, half, field)
        self._start_field.day, self._end_field.day = self.start, self.end
        self._start_field.current, self._end_field.current = not self._picking_end, self._picking_end
        self._arrange_month()

    def _arrange_month(self) -> None:
        theme, card = self.theme, self._card()
        first, last = self.legal_range()
        top = card.top() + theme.px(self._air().nav)
        wide, high = theme.px(112), theme.px(92 if self._air() is WIDE else 80)
        self._before.setGeometry(card.left() + theme.px(_SIDE), top, wide, high)
        self._after.setGeometry(card.right() - theme.px(_SIDE) - wide, top, wide, high)
        self._before.setVisible(self._month > min(first, self.start or first).replace(day=1))
        self._after.setVisible(self._month < last.replace(day=1))
        cells = iter(self._cells)
        for week, days in enumerate(self._weeks()):
            for weekday, day in enumerate(days):
                if day.month == self._month.month and first <= day <= last:
                    cell = next(cells)
                    cell.setGeometry(self._whole_rect(self._cell_rect(week, weekday)))
                    cell.show_day(day, self._word(day), in_range=self._in_range(day))
                    cell.show()
        for cell in cells:
            cell.hide()

    def _word(self, day: date) -> str:
        return self.say.end if day == self.end else self.say.start if day == self.start else ""

    def _in_range(self, day: date) -> bool:
        return self.start is not None and self.end is not None and self.start <= day <= self.end

    # ---- painting

    def paint(self, painter: QPainter) -> None:
        theme, card = self.theme, self._card()
        shapes.card(painter, theme, card)
        month = words.text("widget.month", year=self._month.year, month=self._month.month)
        title = self.flow(month, "head", card.width(), bold=True, align="center")
        title.draw(
            painter,
            card.left(),
            card.top() + theme.px(self._air().nav + (46 if self._air() is WIDE else 40)) - title.height / 2,
        )
        first, last = self.legal_range()
        for weekday, name in enumerate(words.WEEKDAYS):
            cell = self._cell_rect(0, weekday)
            flow = self.flow(name, "note", cell.width(), align="center", color_role="ink_soft")
            flow.draw(painter, cell.left(), cell.top() - theme.px(8) - flow.height)
        for week, days in enumerate(self._weeks()):
            for weekday, day in enumerate(days):
                if day.month == self._month.month:
                    self._paint_day(painter, self._cell_rect(week, weekday), day, plain=not first <= day <= last)
        self._paint_total(painter)

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date, *, plain: bool) -> None:
        chosen = plain and day in (self.start, self.end)
        if chosen:
            shapes.card(painter, self.theme, cell, fill="action", border=None, radius=16)
        elif plain and self._in_range(day):
            painter.fillRect(cell, self.theme.color("tint"))
        if plain:
            flow = self.flow(str(day.day), "head", cell.width(), align="center")
            top = cell.center().y() - flow.height / 2
            flow.draw(painter, cell.left(), top, "on_action" if chosen else "ink_soft")

    def _paint_total(self, painter: QPainter) -> None:
        theme, width = self.theme, self.width()
        hint = self.say.hint
        if self._picking_end and self.start is not None and self.say.hint_end is not None:
            hint = self.say.hint_end(self.start)
        if self._beside():
            top = 2 * (self._start_field.height() + theme.gap)
            self._paint_days(painter, top + self._total_height() / 2)
            below = self.flow(hint, "note", self._field_width(), color_role="ink_soft")
            below.draw(painter, 0, top + self._total_height() + theme.px(12))
            return
        middle = self._card().bottom() + theme.gap + self._total_height() / 2
        room = width - self._paint_days(painter, middle) - theme.px(40)
        right = self.flow(hint, "note", room, align="right", color_role="ink_soft", max_lines=1)
        right.draw(painter, width - room, middle - right.height / 2)

    def _paint_days(self, painter: QPainter, middle: float) -> float:
        """``一共停 46 天`` with the number larger, on one baseline; returns the width."""
        if self.start is None or self.end is None:
            return 0.0
        before, _, after = self.say.total.partition("{days}")
        words = self.theme.size("label")
        x = 0.0
        parts: list[tuple[str, Role]] = [(before, "label"), (str((self.end - self.start).days + 1), "tile_wide")]
        for text, role in [*parts, (after, "label")]:
            flow = self.flow(text.strip(), role, self.width(), bold=role != "label")
            flow.draw(painter, x, middle - flow.height / 2 - 0.38 * (flow.size - words))
            x += flow.natural_width + self.theme.px(8)
        return x


def _month_after(month: date, step: int) -> date:
    index = month.year * 12 + month.month - 1 + step
    return date(index // 12, index % 12 + 1, 1)
