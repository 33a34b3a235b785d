"""Every name that the law lets a holder bear is printed, and comes out of the file as it went in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.documents import fonts
from kiosk.documents.sheet import Sheet
from kiosk.documents.style import BODY, HEAD, Type
from tests.documents import samples
from tests.documents.paper import Paper

GB18030_2022 = [
    *range(0x4E00, 0x9FF0), *range(0x3400, 0x4DB6), *range(0x20000, 0x2A6D7), *range(0x2A700, 0x2B735),
    *range(0x2B740, 0x2B81E), *range(0x2B820, 0x2CEA2), *range(0x2CEB0, 0x2EBE1),
    0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29,
]  # fmt: skip
PRIVATE_USE = "\ue863"  # what an old card may hold in place of a rare character


def printed(text: str, role: Type = BODY) -> bytes:
    sheet = Sheet("")
    sheet.add(sheet.text(text, role))
    return sheet.pdf()


def test_every_han_character_of_gb18030_has_a_glyph() -> None:
    covered = fonts.face(fonts.REGULAR).face.charToGlyph.keys() | fonts.face(fonts.RARE).face.charToGlyph.keys()

    assert len(GB18030_2022) == 87_887
    assert not [f"U+{each:04X}" for each in GB18030_2022 if each not in covered]


@pytest.mark.parametrize("role", [BODY, HEAD], ids=["regular", "bold"])
@pytest.mark.parametrize("name", samples.NAMES)
def test_a_name_extracts_exactly(name: str, role: Type, tmp_path: Path) -> None:
    assert Paper(printed(name, role), tmp_path).text() == name.replace(" ", "")


def test_hundreds_of_rare_characters_on_one_page_extract_exactly(tmp_path: Path) -> None:
    """More than one subset of 256, more than one block of 100 in each map."""
    text = "".join(map(chr, range(0x20000, 0x20300)))

    assert Paper(printed(text), tmp_path).text() == text


def test_a_map_writes_rare_characters_as_surrogates_in_blocks_of_a_hundred_at_most() -> None:
    made = fonts.to_unicode_map("Face", [0, *range(0x20164, 0x20164 + 250)])

    assert "<01> <D840DD64>" in made
    assert "<00> <0000>" not in made
    assert [int(size) for size in re.findall(r"(\d+) beginbfchar", made)] == [100, 100, 50]


def test_a_rare_character_falls_back_and_the_rest_of_the_name_does_not() -> None:
    assert fonts.runs("陈𪚔芳", bold=True) == [(fonts.BOLD, "陈"), (fonts.RARE, "𪚔"), (fonts.BOLD, "芳")]


@pytest.mark.logs(r"^characters without a glyph: 1$")
def test_a_character_in_no_font_is_a_box_and_the_page_says_so(tmp_path: Path) -> None:
    text = Paper(printed(f"陈{PRIVATE_USE}芳"), tmp_path).text()

    assert text.startswith("陈□芳")
    assert "有1个字这台机器打不出来" in text


@pytest.mark.logs(r"^characters without a glyph: 1$")
def test_the_log_does_not_name_the_character(caplog: pytest.LogCaptureFixture) -> None:
    printed(f"陈{PRIVATE_USE}芳")

    assert "E863" not in caplog.text.upper()
    assert PRIVATE_USE not in caplog.text
