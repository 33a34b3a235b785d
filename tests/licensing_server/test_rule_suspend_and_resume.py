"""停业 and 恢复营业: a month at least, a year at most, and what happens when the period is over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensing_server.contract.answers import ResumeAnswers, SuspendAnswers
from licensing_server.rules.eligibility import assess
from licensing_server.rules.facts import Case
from licensing_server.rules.transactions import resume, suspend
from tests.licensing_server.samples import FINE, TODAY, a_case, advice, expiring_in, suspended, wrong

LONG: dict[str, Any] = {"valid_until": TODAY + timedelta(900)}


def away(start: date, end: date, reason: str = "family") -> SuspendAnswers:
    return SuspendAnswers(reason=reason, start=start, end=end)


def check_suspension(case: Case, answers: SuspendAnswers) -> None:
    suspend.TRANSACTION.check(case, suspend.terms(case), answers)


def check_resumption(case: Case, day: date) -> None:
    resume.TRANSACTION.check(case, resume.terms(case), ResumeAnswers(reason="early", resume_on=day))


def test_an_open_shop_may_be_suspended() -> None:
    assert advice(a_case(**LONG), "suspend") == FINE


def test_a_month_is_full_when_first_and_last_day_count() -> None:
    case = a_case(**LONG)
    check_suspension(case, away(date(2026, 3, 16), date(2026, 4, 15)))
    with wrong("suspend.length"):
        check_suspension(case, away(date(2026, 3, 16), date(2026, 4, 14)))


def test_a_year_is_the_longest() -> None:
    case = a_case(**LONG)
    check_suspension(case, away(date(2026, 3, 16), date(2027, 3, 16)))
    with wrong("suspend.length"):
        check_suspension(case, away(date(2026, 3, 16), date(2027, 3, 17)))


@pytest.mark.parametrize("start", [TODAY - timedelta(1), TODAY + timedelta(91)])
def test_it_begins_today_or_within_the_days_offered(start: date) -> None:
    with wrong("answer.day-out-of-range"):
        check_suspension(a_case(**LONG), away(start, start + timedelta(60)))


def test_a_reason_that_was_not_offered_is_refused() -> None:
    with wrong("answer.not-offered"):
        check_suspension(a_case(**LONG), away(TODAY, TODAY + timedelta(60), reason="lottery"))


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_there_is_always_an_end_to_choose(start: date) -> None:
    first, last = suspend.last_days(start, a_case())
    assert timedelta(27) <= first - start <= timedelta(30)
    assert timedelta(365) <= last - start <= timedelta(366)


def test_a_shop_already_suspended_is_offered_to_resume() -> None:
    case = suspended(-10, 50)
    assert advice(case, "suspend") == (False, False, ["suspend.already-suspended"])
    assert assess("suspend", case).reasons[0].instead.transaction == "resume"


def test_a_suspension_that_is_only_planned_also_counts() -> None:
    case = suspended(5, 50)
    assert case.licence.status(TODAY) == "valid"
    assert advice(case, "suspend") == (False, False, ["suspend.already-suspended"])
    assert advice(case, "resume") == (False, False, ["resume.not-suspended"])


def test_a_licence_that_ends_during_the_suspension_is_worth_a_warning() -> None:
    case = expiring_in(100)
    assert advice(case, "suspend") == FINE
    short, long = away(TODAY, TODAY + timedelta(60)), away(TODAY, TODAY + timedelta(120))
    assert suspend.examine(case, short) == []
    assert [finding.rule.id for finding in suspend.examine(case, long)] == ["suspend.expires-during"]


def test_within_the_period_he_may_open_again_from_today_to_its_end() -> None:
    case = suspended(-50, 40)
    assert advice(case, "resume") == FINE
    terms = assess("resume", case).terms
    assert (terms.start_from, terms.start_until) == (TODAY, TODAY + timedelta(40))
    check_resumption(case, TODAY + timedelta(40))
    with wrong("answer.day-out-of-range"):
        check_resumption(case, TODAY + timedelta(41))


def test_too_late_he_may_still_apply_and_a_clerk_looks_at_it() -> None:
    case = suspended(-200, -15)
    assert advice(case, "resume") == (True, False, ["resume.overdue"])
    assert "15 天" in assess("resume", case).reasons[0].sentence
    assert assess("resume", case).terms.start_until == TODAY + timedelta(30)


def test_an_open_shop_has_nothing_to_resume() -> None:
    case = a_case(**LONG)
    assert advice(case, "resume") == (False, False, ["resume.not-suspended"])
    assert assess("resume", case).terms.start_from is None


def test_a_suspended_licence_that_ran_out_needs_a_new_application() -> None:
    case = suspended(-100, 20, valid_until=TODAY - timedelta(1))
    assert case.licence.status(TODAY) == "expired"
    assert advice(case, "resume") == (False, True, ["licence.expired"])
