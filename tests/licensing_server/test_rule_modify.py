"""变更: what differs from the business licence decides what may be changed."""

from __future__ import annotations

from typing import Any

import pytest

from licensing_server.contract.answers import Change, ModifyAnswers
from licensing_server.rules.eligibility import show
from licensing_server.rules.facts import Case
from licensing_server.rules.transactions.modify import TRANSACTION
from tests.licensing_server.samples import FINE, a_case, advice, wrong

NEW_NAME: dict[str, Any] = {"registry_shop_name": "沙湖镇惠芳百货商行"}
NEW_STREET: dict[str, Any] = {
    "registry_premises_address": "恩平市沙湖镇和平大道18号",
    "registry_premises_change": "renamed",
}
MOVED: dict[str, Any] = {"registry_premises_address": "恩平市别处1号", "registry_premises_change": "moved"}
NEW_PERSON: dict[str, Any] = {"registry_person_in_charge": "陈小芳"}


def answers(**change: Any) -> ModifyAnswers:
    return ModifyAnswers(changes=[Change(**change)])


def check(case: Case, given: ModifyAnswers) -> None:
    TRANSACTION.check(case, TRANSACTION.terms(case), given)


def test_with_no_difference_the_business_licence_comes_first() -> None:
    case = a_case()
    assert advice(case, "modify") == (False, False, ["modify.no-difference"])
    assert "营业执照" in show(case).transactions.modify.reasons[0].instead.sentence


def test_a_new_shop_name_may_be_entered() -> None:
    case = a_case(**NEW_NAME)
    assert advice(case, "modify") == FINE
    check(case, answers(field="shop_name", new_value="沙湖镇惠芳百货商行"))


def test_the_new_value_must_be_the_registrys() -> None:
    with wrong("modify.not-registry-value"):
        check(a_case(**NEW_NAME), answers(field="shop_name", new_value="别的名字"))


def test_what_does_not_differ_cannot_be_changed() -> None:
    with wrong("modify.same"):
        check(a_case(**NEW_NAME), answers(field="economic_type", new_value="有限责任公司"))


def test_the_same_field_twice_is_a_slip() -> None:
    change = Change(field="shop_name", new_value="沙湖镇惠芳百货商行")
    with wrong("modify.twice"):
        check(a_case(**NEW_NAME), ModifyAnswers(changes=[change, change]))


@pytest.mark.parametrize(
    ("circumstances", "may"),
    [
        ({"registry_successor_is_family": True}, True),
        ({"registry_successor_is_family": False}, False),
        ({"registry_economic_type": "有限责任公司", "economic_type": "有限责任公司"}, True),
    ],
)
def test_a_new_person_in_charge_within_the_family_or_of_a_company(circumstances: dict[str, Any], may: bool) -> None:
    (difference,) = show(a_case(**NEW_PERSON, **circumstances)).registry.differences
    assert (difference.field, difference.can_modify) == ("person_in_charge", may)


def test_a_street_that_was_renamed_asks_for_its_ground() -> None:
    case = a_case(**NEW_STREET)
    (difference,) = show(case).registry.differences
    assert [ground.code for ground in difference.grounds] == ["renamed", "demolished"]
    check(case, answers(field="premises_address", new_value="恩平市沙湖镇和平大道18号", ground="renamed"))
    with wrong("answer.not-offered"):
        check(case, answers(field="premises_address", new_value="恩平市沙湖镇和平大道18号"))


def test_a_real_move_needs_a_new_application() -> None:
    case = a_case(**MOVED)
    assert advice(case, "modify") == (False, True, ["modify.new-application-needed"])
    (difference,) = show(case).registry.differences
    assert difference.sentence == "店搬到了别的地方，要重新申请。"


def test_who_moved_and_renamed_may_enter_the_name_and_is_told_about_the_rest() -> None:
    case = a_case(**MOVED, **NEW_NAME)
    assert advice(case, "modify") == (True, False, ["modify.part-needs-new-application"])
    only_the_name = answers(field="shop_name", new_value="沙湖镇惠芳百货商行")
    assert TRANSACTION.examine(case, only_the_name) == []
    with wrong("modify.needs-new-application"):
        check(case, answers(field="premises_address", new_value="恩平市别处1号"))


def test_only_the_shop_name_may_be_decided_by_the_machine() -> None:
    case = a_case(**NEW_NAME, registry_economic_type="有限责任公司")
    assert TRANSACTION.may_decide(case, answers(field="shop_name", new_value="沙湖镇惠芳百货商行"))
    assert not TRANSACTION.may_decide(case, answers(field="economic_type", new_value="有限责任公司"))


def test_a_registry_that_does_not_know_the_shop_sends_him_to_the_window() -> None:
    case = a_case(registry_status="not_found", **NEW_NAME)
    assert advice(case, "modify") == (False, False, ["modify.registry-not-found"])
    assert show(case).registry.differences == []
