"""A line ends where a reader of Chinese expects it to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents.lines import break_lines

CLOSING = "，。、；：？！）》”"
TEXT = st.text(alphabet="恩平市沙湖镇惠芳便利店 abcXYZ0123456789，。、；：？！（）《》“”·", max_size=120)


def squares(text: str) -> float:
    """Han characters are one wide, others half."""
    return sum(1.0 if ord(each) > 0x2000 else 0.5 for each in text)


@given(TEXT, st.integers(min_value=6, max_value=30))
def test_nothing_is_lost_and_nothing_sticks_out(text: str, limit: int) -> None:
    lines = break_lines(text, limit, squares)

    assert "".join(lines) == text
    assert all(squares(line.rstrip()) <= limit for line in lines)


@given(
    st.lists(st.sampled_from(["恩", "平", "市，", "店。", "好！"]), max_size=60), st.integers(min_value=4, max_value=30)
)
def test_no_line_begins_with_a_closing_mark(pieces: list[str], limit: int) -> None:
    lines = break_lines("".join(pieces), limit, squares)

    assert not [line for line in lines if line[:1] in CLOSING and line]


def test_a_short_text_is_one_line() -> None:
    assert break_lines("不收费", 10, squares) == ["不收费"]


def test_a_comma_never_begins_a_line() -> None:
    assert break_lines("一二三四五，六七", 5, squares) == ["一二三四", "五，六七"]


def test_an_opening_bracket_never_ends_a_line() -> None:
    assert break_lines("一二三四（五六）七", 5, squares) == ["一二三四", "（五六）七"]


def test_a_number_stays_with_its_unit() -> None:
    assert break_lines("最晚等到2026年12月31日", 8, squares) == ["最晚等到2026年", "12月31日"]
    assert break_lines("沙湖镇南平路 18 号", 8, squares) == ["沙湖镇南平路 ", "18 号"]


def test_a_latin_name_breaks_between_words() -> None:
    assert break_lines("Maria Antonietta Vandersteen", 9, squares) == ["Maria Antonietta ", "Vandersteen"]


def test_a_word_wider_than_the_line_is_broken_all_the_same() -> None:
    assert break_lines("Wolfeschlegelstein", 5, squares) == ["Wolfeschle", "gelstein"]


def test_no_character_is_left_alone_on_the_last_line() -> None:
    assert break_lines("一二三四五六", 5, squares) == ["一二三四", "五六"]
    assert break_lines("一二三四五六。", 5, squares) == ["一二三四", "五六。"]
