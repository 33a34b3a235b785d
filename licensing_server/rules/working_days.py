"""Working days (行政许可法 §82): weekends and public holidays do not count, make-up weekends do.

A year without a holiday file counts weekends only; the server says so at its start.
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

HOLIDAYS = Path(__file__).with_name("holidays")
SATURDAY = 5


@cache
def _calendar(year: int) -> tuple[frozenset[date], frozenset[date]] | None:
    """Days off and working weekends of a year, or None where nothing is known about it."""
    file = HOLIDAYS / f"{year}.toml"
    if not file.exists():
        return None
    table = tomllib.loads(file.read_text("utf-8"))
    off = {first + timedelta(n) for first, last in table["days_off"] for n in range((last - first).days + 1)}
    return frozenset(off), frozenset(table["working_weekends"])


def years_unknown(first: date, last: date) -> list[int]:
    """The years between the two days whose holidays nobody has entered yet."""
    return [year for year in range(first.year, last.year + 1) if _calendar(year) is None]


def is_working_day(day: date) -> bool:
    days_off, working_weekends = _calendar(day.year) or (frozenset(), frozenset())
    return day in working_weekends or (day.weekday() < SATURDAY and day not in days_off)


def after(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``; the day of filing itself does not count. count ≥ 1."""
    while count:
        day += timedelta(1)
        count -= is_working_day(day)
    return day
