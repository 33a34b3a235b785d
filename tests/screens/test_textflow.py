"""Lines break by sense, keep numbers with their units, and never leave a character alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from kiosk.screens.textflow import TextFlow, literal, spoken, underlined
from kiosk.screens.theme import Theme, load_fonts

EM = 32  # body text of stop 1


@pytest.fixture(scope="module", autouse=True)
def fonts(qapp: QApplication) -> None:  # noqa: ARG001
    load_fonts()


def lines(text: str, ems: float, max_lines: int | None = None) -> list[str]:
    return TextFlow(text, Theme(1080, 1920), "body", width=ems * EM, max_lines=max_lines).text.split("\n")


def test_a_text_that_fits_stays_on_one_line_whatever_its_marks() -> None:
    assert lines("新证办好后，|怎么交给您？", 14) == ["新证办好后，怎么交给您？"]


def test_a_marked_place_is_where_it_breaks() -> None:
    assert lines("营业执照上有 1 处|和许可证不一样", 12) == ["营业执照上有 1 处", "和许可证不一样"]


def test_a_new_line_is_a_new_line() -> None:
    assert lines("要您本人签。\n办结以前还能撤回。", 20) == ["要您本人签。", "办结以前还能撤回。"]


def test_a_pause_is_a_better_place_than_the_middle_of_a_word() -> None:
    assert lines("加好纸就打出来，您不用再点", 10.5) == ["加好纸就打出来，", "您不用再点"]


def test_no_line_begins_with_a_closing_sign() -> None:
    assert lines("请您现在放上身份证。", 9.2)[1][0] not in "，。"


def test_no_character_stands_alone_on_the_last_line() -> None:
    assert len(lines("请取走回执单拿好身份证", 10.2)[-1]) >= 2


def test_numbers_stay_with_their_units() -> None:
    shown = lines("从 4月22日 接着算，最长 5 年，要等 8 个工作日，号码是 4407 8510 2236。", 9)
    joined = "\n".join(shown)
    assert all(part in joined for part in ("4月22日", "5 年", "8 个工作日", "4407 8510 2236"))


def test_a_masked_number_stays_whole() -> None:
    assert any("138****5678" in line for line in lines(literal("请打电话给他 138****5678 就行了"), 9))


def test_a_long_number_is_broken_between_its_groups() -> None:
    assert lines("4407 8510 2236", 5) == ["4407 8510", "2236"]


def test_a_word_longer_than_the_line_is_broken_rather_than_lost() -> None:
    assert "".join(lines("A" * 60, 5)) == "A" * 60


def test_bold_runs_keep_their_places() -> None:
    flow = TextFlow("要**重新申请**，可能", Theme(1080, 1920), "body", width=1000)
    assert [(run.text, run.bold) for run in flow.lines[0].runs] == [
        ("要", False),
        ("重新申请", True),
        ("，可能", False),
    ]


def test_values_are_never_taken_for_marks() -> None:
    value = "陈**|_张*"
    assert lines(literal(value), 20) == [value]
    assert spoken(f"**{literal(value)}**") == value


def test_an_underlined_part_knows_its_place() -> None:
    flow = TextFlow(f"沙湖镇{underlined('便利店')}", Theme(1080, 1920), "body", width=1000)
    (mark,) = flow.mark_rects(10, 0)
    assert (round(mark.left()), round(mark.width())) == (10 + 3 * EM, 3 * EM)


def test_too_much_text_ends_in_dots() -> None:
    assert lines("一二三四五六七八九十一二三四五六七八九十", 5, max_lines=2)[-1].endswith("…")


def test_no_line_is_longer_than_the_eye_can_follow() -> None:
    text = "一" * 100
    assert max(len(line) for line in TextFlow(text, Theme(1080, 1920), "body", width=10**5).text.split("\n")) == 28
    elder = Theme(1080, 1920, stop=3)
    assert max(len(line) for line in TextFlow(text, elder, "body", width=10**5).text.split("\n")) == 18


@given(st.text(alphabet="证照店，。！？（）“”0123 月日天A|", max_size=60), st.integers(2, 30))
def test_nothing_is_lost_and_nothing_is_wider_than_its_box(text: str, ems: int) -> None:
    flow = TextFlow(text, Theme(1080, 1920), "body", width=ems * EM)
    assert flow.text.replace("\n", "").replace(" ", "") == text.replace("|", "").replace(" ", "")
    assert flow.natural_width <= ems * EM + 0.01


@given(st.text(alphabet="证照店，。 月日天A|", max_size=60), st.integers(6, 30))
def test_no_way_to_break_leaves_a_pause_at_the_beginning(text: str, ems: int) -> None:
    """Unless signs of pause are all there is to fill a line with."""
    flow = TextFlow(re.sub("[，。 |]{2,}", "，", text), Theme(1080, 1920), "body", width=ems * EM)
    words_longer_than_a_line = re.search("A{6}", text)
    assert words_longer_than_a_line or all(line[:1] not in {"，", "。"} for line in flow.text.split("\n")[1:])


@pytest.mark.parametrize("bold", [False, True])
def test_rare_characters_have_a_shape(bold: bool) -> None:
    """Characters of names and places, some outside of the Basic Multilingual Plane, never show as an empty box."""
    layout = QTextLayout("陈芳𬭎㛃䶮𠅤𡏟𪚔，。“”＊…·0123ABC✓", Theme(1080, 1920).font("body", bold))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    layout.setPosition(QPointF(0, 0))
    glyphs = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
    assert len(glyphs) >= 20
    assert 0 not in glyphs
