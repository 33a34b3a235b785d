"""What a bystander sees: enough for the citizen to know his own, never the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import masking

TEXT = st.text(min_size=1, max_size=30)
NAMES = st.text(min_size=2, max_size=30).filter(lambda name: masking.STAR not in name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("陈芳", "陈＊"),
        ("梁志强", "梁＊＊"),
        ("欧阳㛃𬭎·䶮", "欧＊＊"),
        ("阿卜杜热西提·吾布力", "阿＊＊"),
        ("SMITH JOHN", "S＊＊"),
        ("王", "王＊"),
    ],
)
def test_a_name_keeps_its_first_character(name: str, shown: str) -> None:
    assert masking.name(name) == shown


@given(NAMES)
def test_nobody_learns_how_long_a_name_is(name: str) -> None:
    assert masking.name(name)[1:] in (masking.STAR, masking.STAR * 2)


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13800005678", "138＊＊＊＊5678"), ("0750-7123456", "075＊＊＊＊3456"), ("7123456", "＊＊＊56"), ("", "＊＊＊")],
)
def test_a_phone_keeps_both_ends(phone: str, shown: str) -> None:
    assert masking.phone(phone) == shown


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_four_digits_of_a_phone_are_never_shown(phone: str) -> None:
    assert masking.phone(phone).count(masking.STAR) == 4
    assert len(masking.phone(phone)) == len(phone)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("恩平市沙湖镇南平路18号", "恩平市沙湖镇＊＊路18号"),
        ("恩平市恩城街道新平中路56号", "恩平市恩城街道＊＊中路56号"),
        ("沙湖镇", "沙湖镇＊＊"),
        ("南平新路18号", "南平＊＊18号"),
    ],
)
def test_an_address_keeps_its_town(address: str, shown: str) -> None:
    assert masking.address(address) == shown


@given(TEXT)
def test_something_of_every_value_is_hidden(value: str) -> None:
    assert masking.STAR in masking.name(value)
    assert masking.STAR in masking.phone(value)
    assert masking.STAR in masking.address(value)


def test_an_identity_number_is_known_by_its_end() -> None:
    assert masking.id_tail("44078519680302002X") == "002X"
