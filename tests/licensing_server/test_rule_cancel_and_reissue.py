"""注销 and 补办, and what holds for every transaction."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from licensing_server.contract.answers import CancelAnswers, ReissueAnswers
from licensing_server.contract.names import TransactionName
from licensing_server.rules.basis import AnswerError
from licensing_server.rules.eligibility import assess, show
from licensing_server.rules.transactions import TRANSACTIONS, cancel, reissue
from tests.licensing_server.samples import ALL, FINE, TODAY, a_case, advice, expiring_in, suspended


def test_a_licence_in_force_may_be_given_up_and_the_losses_are_named() -> None:
    assert advice(a_case(), "cancel") == FINE
    assert advice(suspended(-10, 50), "cancel") == FINE
    terms = assess("cancel", a_case()).terms
    assert len(terms.consequences) == 3
    assert (terms.start_from, terms.start_until) == (TODAY, TODAY + timedelta(90))


def test_the_machine_never_cancels() -> None:
    assert TRANSACTIONS["cancel"].approval is None


def test_the_licence_serves_until_the_day_he_chose() -> None:
    case = a_case()
    later = TODAY + timedelta(20)
    assert cancel.grant(case, CancelAnswers(reason="retired", cease_on=later))["cancelled_on"] == later
    after_grant = a_case(standing="cancelled", cancelled_on=later)
    assert after_grant.licence.status(TODAY) == "valid"
    assert after_grant.licence.status(later) == "cancelled"
    assert advice(after_grant, "renew") == (False, False, ["licence.ceasing"])


def test_a_day_already_past_when_the_clerk_decides_becomes_the_day_of_the_decision() -> None:
    past = CancelAnswers(reason="retired", cease_on=TODAY - timedelta(3))
    assert cancel.grant(a_case(), past)["cancelled_on"] == TODAY


def test_a_lost_certificate_is_replaced_within_its_validity_suspended_or_not() -> None:
    assert advice(a_case(), "reissue") == FINE
    assert advice(suspended(-10, 50), "reissue") == FINE
    assert advice(expiring_in(-1), "reissue") == (False, True, ["licence.expired"])


@pytest.mark.parametrize(
    ("cause", "copies", "circumstances"),
    [
        ("bored", ["original"], "worn"),
        ("lost", ["gold"], "worn"),
        ("lost", ["original"], "dragons"),
        ("lost", ["original", "original"], "worn"),
    ],
)
def test_reissue_answers_are_of_what_was_offered(cause: str, copies: list[str], circumstances: str) -> None:
    case = a_case()
    with pytest.raises(AnswerError):
        reissue.check(
            case, reissue.terms(case), ReissueAnswers(cause=cause, copies=copies, circumstances=circumstances)
        )


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("standing", ["cancelled", "recovered", "revoked"])
def test_a_licence_no_longer_in_force_can_only_be_looked_at(name: TransactionName, standing: str) -> None:
    assert advice(a_case(standing=standing), name) == (False, False, ["licence.not-in-force"])


@pytest.mark.parametrize("name", ALL)
def test_the_same_thing_is_not_filed_twice(name: TransactionName) -> None:
    case = a_case(open_filings={name: "YC26031200016"})
    assert advice(case, name) == (False, False, ["filing.open"])
    assert "YC26031200016" in assess(name, case).reasons[0].sentence


@pytest.mark.parametrize("name", ALL)
def test_an_open_filing_of_another_kind_is_no_obstacle(name: TransactionName) -> None:
    other: TransactionName = "cancel" if name != "cancel" else "reissue"
    assert advice(a_case(open_filings={other: "YC26031200016"}), name) == advice(a_case(), name)


@pytest.mark.parametrize("name", ALL)
def test_every_rule_has_an_id_of_its_transaction_a_source_and_a_way_on(name: TransactionName) -> None:
    for rule in TRANSACTIONS[name].rules:
        assert rule.id.startswith(f"{name}.")
        assert rule.source
        assert rule.instead.endswith("。")
        assert rule.sentence.endswith(("。", "}"))


def test_a_licence_shows_status_days_left_and_suspension() -> None:
    shown = show(suspended(-200, -15))
    assert (shown.status, shown.status_text) == ("suspended", "停业中")
    assert shown.suspension is not None
    assert shown.suspension.overdue
    assert show(expiring_in(-12)).days_left == -12
    resumed = show(suspended(-50, 40, resume_on=date(2026, 3, 12)))
    assert (resumed.status, resumed.suspension) == ("valid", None)
