"""Numbers that are read aloud and typed: a slip of the finger shows."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensing_server.demo.seed import card_name, people
from licensing_server.desk.certificate import check_character as mod_37_36
from licensing_server.rules.identity_numbers import check_character, comparable_name, is_valid, masked, same_name
from licensing_server.rules.numbers import filing_number, luhn_digit, query_code

DIGITS = st.text("0123456789", min_size=1, max_size=20)


def test_a_filing_number_carries_day_serial_and_check_digit() -> None:
    number = filing_number(date(2026, 3, 12), 478)
    assert number.startswith("YC2603120478")
    assert number[-1] == luhn_digit("2603120478")


def test_the_ten_thousandth_filing_of_a_day_still_gets_a_number() -> None:
    assert len(filing_number(date(2026, 3, 12), 10000)) == len("YC") + 6 + 5 + 1


@given(DIGITS, st.data())
def test_one_wrong_digit_never_keeps_the_luhn_digit(digits: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != digits[place]]))
    assert luhn_digit(digits) != luhn_digit(digits[:place] + other + digits[place + 1 :])


def test_the_luhn_digit_of_the_standards_example() -> None:
    assert luhn_digit("7992739871") == "3"


@given(st.uuids())
def test_a_query_code_has_twelve_digits_and_does_not_mind_the_case_of_the_key(key: uuid.UUID) -> None:
    code = query_code(str(key))
    assert len(code) == 12
    assert code[-1] == luhn_digit(code[:-1])
    assert code == query_code(str(key).upper())


@given(st.text("0123456789", min_size=17, max_size=17), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_never_keeps_the_check_character_of_an_identity_number(
    first17: str, place: int, shift: int
) -> None:
    wrong = str((int(first17[place]) + shift) % 10)
    assert check_character(first17) != check_character(first17[:place] + wrong + first17[place + 1 :])


def test_a_known_identity_number_passes_and_its_neighbour_does_not() -> None:
    assert is_valid("citizen", "11010519491231002X", date(1949, 12, 31))
    assert not is_valid("citizen", "110105194912310021", date(1949, 12, 31))


@pytest.mark.parametrize("key", people())
def test_every_card_of_the_demonstration_has_a_valid_number(key: str) -> None:
    card = people()[key]
    assert is_valid(card["type"], card["id_number"], card["birth_date"])


@pytest.mark.parametrize(
    ("card_type", "number", "birth"),
    [
        ("citizen", "11010519491231002X", date(1949, 12, 30)),  # another birthday
        ("citizen", "11010519491331002X", date(1949, 12, 31)),  # a thirteenth month
        ("citizen", "110105194912310", date(1949, 12, 31)),  # first generation
        ("citizen", "１１010519491231002X", date(1949, 12, 31)),  # full-width digits
        ("hmt", "11010519491231002X", date(1949, 12, 31)),  # not a prefix of Hong Kong, Macao, Taiwan
        ("foreign_2023", "11010519491231002X", date(1949, 12, 31)),  # does not start with 9
        ("foreign_2017", "US1440078051201", date(1978, 5, 12)),
    ],
)
def test_numbers_that_cannot_stand_on_such_a_card(card_type: str, number: str, birth: date) -> None:
    assert not is_valid(card_type, number, birth)


def test_an_area_code_long_abolished_is_still_on_cards() -> None:
    number = "999999194912310" + "02"
    assert is_valid("citizen", number + check_character(number), date(1949, 12, 31))


@pytest.mark.parametrize("separator", "·•．・.‧")
def test_a_name_is_the_same_whatever_separator_a_reader_sends(separator: str) -> None:
    assert comparable_name(f"阿不都热依木{separator}买买提") == comparable_name(card_name(people()["minority"]))


def test_full_and_half_width_and_case_make_no_difference_to_a_name() -> None:
    assert comparable_name("ＳＭＩＴＨ，　John") == comparable_name("smith, JOHN")
    assert comparable_name("陈㛃") != comparable_name("陈洁")


def test_a_masked_number_shows_three_and_four_characters() -> None:
    assert masked("11010519491231002X") == "110***********002X"


def test_the_certificate_identifiers_check_character_agrees_with_a_published_one() -> None:
    assert mod_37_36("11100000000013338W01111430000006122244L20230000403001") == "U"


LONG_NAME = "阿不都热依木江·买买提吐尔逊·欧阳㛃𬭎"


def test_a_name_longer_than_the_card_has_room_for_is_the_same_name() -> None:
    assert same_name(LONG_NAME, LONG_NAME[:15])
    assert same_name(LONG_NAME, LONG_NAME[:14])
    assert not same_name(LONG_NAME, LONG_NAME[:3])
    assert not same_name(LONG_NAME, "阿不都热依木江·买买提吐尔松·")
    assert not same_name("陈芳芳", "陈芳")
