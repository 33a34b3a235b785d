"""Working days: weekends and holidays do not count, make-up weekends do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensing_server.rules.working_days import after, is_working_day, years_unknown

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def test_filed_on_a_thursday_eight_working_days_end_on_the_tuesday_after_next() -> None:
    assert after(date(2026, 3, 12), 8) == date(2026, 3, 24)


def test_the_spring_festival_is_skipped_and_its_make_up_saturday_counts() -> None:
    assert after(date(2026, 2, 13), 1) == date(2026, 2, 14)
    assert after(date(2026, 2, 13), 2) == date(2026, 2, 24)
    assert is_working_day(date(2026, 2, 28))


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 5, 5), date(2026, 10, 7), date(2026, 9, 25)])
def test_holidays_are_no_working_days(day: date) -> None:
    assert not is_working_day(day)


def test_a_year_nobody_announced_counts_weekends_only() -> None:
    assert years_unknown(date(2026, 12, 20), date(2031, 1, 2))[-1] == 2031
    assert years_unknown(date(2026, 1, 1), date(2026, 12, 31)) == []
    assert is_working_day(date(2031, 10, 1))
    assert not is_working_day(date(2031, 10, 4))


@given(DAYS, st.integers(1, 60))
def test_the_promised_day_is_a_working_day_with_exactly_as_many_in_between(day: date, count: int) -> None:
    last = after(day, count)
    passed = [day + timedelta(n) for n in range(1, (last - day).days + 1)]
    assert is_working_day(last)
    assert sum(map(is_working_day, passed)) == count


@given(DAYS, st.integers(1, 60))
def test_filing_later_or_needing_longer_never_ends_earlier(day: date, count: int) -> None:
    assert after(day, count) <= after(day + timedelta(1), count)
    assert after(day, count) < after(day, count + 1)
