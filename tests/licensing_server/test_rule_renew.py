"""延续: when a licence may be extended, and what stands in the way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from licensing_server.rules.eligibility import assess
from tests.licensing_server.samples import FINE, TODAY, a_case, advice, expiring_in, suspended


def test_forty_one_days_before_expiry_with_everything_in_order_he_may_renew() -> None:
    assert advice(expiring_in(41), "renew") == FINE


def test_too_early_he_is_told_the_day_to_come_back_and_may_not_insist() -> None:
    case = expiring_in(200)
    assert advice(case, "renew") == (False, False, ["renew.too-early"])
    reason = assess("renew", case).reasons[0]
    assert reason.sentence == "现在还不能延长：离到期还有 200 天。"
    assert reason.instead.not_before == TODAY + timedelta(110)
    assert reason.instead.sentence == "到6月30日再来。"


@pytest.mark.parametrize(("days", "may"), [(91, False), (90, True), (30, True)])
def test_the_window_opens_ninety_days_before_expiry(days: int, may: bool) -> None:
    assert assess("renew", expiring_in(days)).can_apply is may


@pytest.mark.parametrize("days", [29, 1, 0])
def test_fewer_than_thirty_days_before_expiry_he_is_warned_but_may_apply(days: int) -> None:
    assert advice(expiring_in(days), "renew") == (True, False, ["renew.late"])


def test_after_expiry_a_new_application_is_needed_but_he_may_insist() -> None:
    case = expiring_in(-1)
    assert advice(case, "renew") == (False, True, ["licence.expired"])
    assert "窗口" in assess("renew", case).reasons[0].instead.sentence


def test_a_new_shop_name_on_the_business_licence_is_to_be_entered_first() -> None:
    case = expiring_in(41, registry_shop_name="沙湖镇惠芳百货商行")
    assert advice(case, "renew") == (False, True, ["renew.registry-mismatch"])
    reason = assess("renew", case).reasons[0]
    assert "店名" in reason.sentence
    assert reason.instead.transaction == "modify"


def test_a_shop_that_really_moved_needs_a_new_application_not_a_modification() -> None:
    case = expiring_in(41, registry_premises_address="恩平市别处1号", registry_premises_change="moved")
    assert advice(case, "renew") == (False, True, ["renew.new-application-needed"])
    assert assess("renew", case).reasons[0].instead.transaction is None


def test_a_suspended_shop_resumes_first() -> None:
    case = suspended(-10, 20, valid_until=TODAY + timedelta(41))
    assert advice(case, "renew") == (False, True, ["renew.suspended"])
    assert assess("renew", case).reasons[0].instead.transaction == "resume"


@pytest.mark.parametrize("status", ["revoked", "cancelled"])
def test_without_a_business_licence_there_is_nothing_to_renew(status: str) -> None:
    assert advice(expiring_in(41, registry_status=status), "renew") == (False, True, ["renew.registry-revoked"])


def test_a_business_licence_that_cannot_be_found_is_looked_up_by_a_clerk() -> None:
    assert advice(expiring_in(41, registry_status="not_found"), "renew") == (
        True,
        False,
        ["renew.registry-not-found"],
    )


def test_an_open_violation_case_does_not_close_the_door() -> None:
    assert advice(expiring_in(41, open_violation=True), "renew") == (True, False, ["renew.open-violation"])


@pytest.mark.parametrize(("grade", "years"), [("A", 5), ("B", 3), ("C", 1), ("unheard-of", 1)])
def test_the_credit_grade_decides_how_long_the_renewed_licence_runs(grade: str, years: int) -> None:
    terms = assess("renew", a_case(valid_until=date(2026, 4, 22), credit_grade=grade)).terms
    assert terms.renewed_years == years
    assert terms.renewed_from == date(2026, 4, 23)
    assert terms.renewed_until == date(2026 + years, 4, 22)


def test_a_licence_that_ends_on_29_february_renews_to_the_28th() -> None:
    assert assess("renew", a_case(valid_until=date(2028, 2, 29))).terms.renewed_until == date(2033, 2, 28)
