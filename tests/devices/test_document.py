"""What a card says, and what is noticed about its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.devices import demo_people
from kiosk.devices.id_card.document import IdDocument, check_character
from tests.devices.cards import CITIZEN, FOREIGN_2017, FOREIGN_2023, ONE_OF_EACH


def test_the_standards_own_example_has_the_check_character_x() -> None:
    assert check_character("11010519491231002") == "X"


@pytest.mark.parametrize("document", [*ONE_OF_EACH, *demo_people.people().values()])
def test_a_sound_number_raises_no_doubt(document: IdDocument) -> None:
    assert document.doubts == ()


@pytest.mark.parametrize(
    ("change", "doubts"),
    [
        ({"id_number": "110105194912310021"}, ("check_character",)),
        ({"id_number": "11010519491231002"}, ("check_character",)),
        ({"id_number": "１1010519491231002X"}, ("check_character",)),
        ({"birth_date": date(1949, 12, 30)}, ("birth_date",)),
        ({"sex": "男"}, ("sex",)),
        ({"sex": "男", "birth_date": date(1950, 1, 1)}, ("birth_date", "sex")),
        ({"sex": "未说明"}, ()),
    ],
)
def test_a_number_that_disagrees_is_reported_and_the_card_still_stands(
    change: dict[str, str | date], doubts: tuple[str, ...]
) -> None:
    assert replace(CITIZEN, **change).doubts == doubts  # type: ignore[arg-type]  # one table for fields of two types


def test_a_foreigner_without_a_chinese_name_is_called_by_the_english_one() -> None:
    assert FOREIGN_2017.display_name == "SMITH, JOHN MICHAEL"
    assert FOREIGN_2023.display_name == "田中惠子"


@pytest.mark.parametrize("document", ONE_OF_EACH)
def test_nothing_personal_shows_in_a_log_or_a_trace(document: IdDocument) -> None:
    assert repr(document) == str(document) == f"IdDocument({document.type})"
