"""The words: every id named exists, every id kept is named, and the sentences are ones a neighbour would say."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest

from kiosk import words
from kiosk.failures import CODES
from tests.unit.catalogue import matching, named_ids, places

CATALOGUE = words.catalogue()
NAMED = list(named_ids())
READ_BY_CITIZENS = {text_id: text for text_id, text in CATALOGUE.items() if not text_id.endswith(".technician")}
ELDER = "_elder"
LONGEST_TITLE = 16
OFFICIALESE = re.compile("请知悉|进行|操作|系统异常|办理失败|相关")


def test_many_texts_are_named() -> None:
    """The reading of the source has not gone blind."""
    assert len({text_id for each in NAMED for text_id in matching(each.pattern)}) > 400


def test_every_id_that_is_named_exists() -> None:
    assert [each for each in NAMED if not matching(each.pattern)] == []


def test_no_id_is_kept_that_nobody_names() -> None:
    used = {text_id for each in NAMED for text_id in matching(each.pattern)}
    assert sorted(set(CATALOGUE) - used) == []


def test_an_elder_twin_stands_beside_its_text() -> None:
    twins = [text_id for text_id in CATALOGUE if text_id.endswith(ELDER)]
    assert twins
    assert [twin for twin in twins if twin.removesuffix(ELDER) not in CATALOGUE] == []


def test_an_elder_twin_asks_for_no_value_that_its_text_does_not_get() -> None:
    """Callers pass what the longer text needs; the shorter may leave out, never add."""
    twins = {text_id: text_id + ELDER for text_id in CATALOGUE if text_id + ELDER in CATALOGUE}
    assert [twin for own, twin in twins.items() if not places(CATALOGUE[twin]) <= places(CATALOGUE[own])] == []


@pytest.mark.parametrize("part", ["title", "safe", "way", "helper", "technician"])
def test_every_failure_is_worded_for_everybody(part: str) -> None:
    assert [code for code in CODES if not CATALOGUE.get(f"failures.{code}.{part}")] == []


def test_no_failure_is_worded_that_cannot_happen() -> None:
    assert {text_id.split(".")[1] for text_id in CATALOGUE if text_id.startswith("failures.")} == set(CODES)


def test_nobody_reads_officialese() -> None:
    assert [text_id for text_id, text in READ_BY_CITIZENS.items() if OFFICIALESE.search(text)] == []


def test_only_the_authority_accepts() -> None:
    """已受理 comes in the server's own sentences, never from here."""
    assert [text_id for text_id, text in CATALOGUE.items() if "已受理" in text] == []


def test_titles_are_short() -> None:
    titles = {text_id: words.plain(text) for text_id, text in READ_BY_CITIZENS.items() if _is_title(text_id)}
    static = {text_id: text for text_id, text in titles.items() if not places(text)}
    assert len(static) > 60
    assert {text_id: text for text_id, text in static.items() if len(text) > LONGEST_TITLE} == {}


def _is_title(text_id: str) -> bool:
    return "title" in re.split(r"[._]", text_id.removesuffix(ELDER))


def test_bold_is_opened_and_closed() -> None:
    assert [text_id for text_id, text in CATALOGUE.items() if text.count("**") % 2] == []


# --- the functions ---------------------------------------------------------------------------------------------------


def test_the_elder_layout_reads_the_shorter_text_where_there_is_one() -> None:
    assert words.text("common.card.title", elder=True) == CATALOGUE["common.card.title_elder"]
    assert words.text("common.card.retry", elder=True) == CATALOGUE["common.card.retry"]


def test_an_unknown_id_and_a_missing_value_are_told() -> None:
    with pytest.raises(KeyError, match=r"no\.such\.text"):
        words.text("no.such.text")
    with pytest.raises(KeyError, match="n"):
        words.text("common.days", elder=True, m=3)


def test_days_are_told_with_their_weekday() -> None:
    assert words.day(date(2026, 3, 24)) == "3月24日 星期二"
    assert words.full_day(date(2026, 12, 31)) == "2026年12月31日"
    assert words.moment(datetime(2026, 3, 12, 9, 5)) == "3月12日 星期四 9:05"


def test_numbers_are_grouped_as_they_are_read_aloud() -> None:
    assert words.fours("123412341234") == "1234 1234 1234"
    assert words.filing_number("YC26031204785") == "YC26 0312 04785"
