"""Every state of every screen, in four sizes, on three panels: nothing missing, cut off, out of reach or dead."""

from __future__ import annotations

import pytest

from kiosk.screens import registry
from kiosk.screens.overlays import STOPS
from kiosk.settings import Scheme, TextSize
from tests.screens.booth import PANELS, booth
from tests.screens.looks import faults
from tests.screens.scenes import SCENES
from tests.unit.story import Story

OTHER_LOOKS: tuple[tuple[TextSize, Scheme], ...] = ((1, "contrast"), (3, "dark"))


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("scene", SCENES)
def test_a_screen_keeps_its_promises(scene: str, panel: str) -> None:
    found: list[str] = []
    with booth(SCENES[scene](), panel) as here:
        for stop in STOPS:
            here.terminal.set_text_size(stop)
            here.settle()
            found += [f"size {stop}, page {number + 1}: {fault}" for number in here.pages() for fault in faults(here)]
    assert found == []


@pytest.mark.parametrize("scene", SCENES)
def test_a_screen_keeps_them_lowered_and_in_other_colours(scene: str) -> None:
    found: list[str] = []
    with booth(SCENES[scene]()) as here:
        here.terminal.toggle_lowered()
        for stop, scheme in OTHER_LOOKS:
            here.terminal.set_text_size(stop)
            here.terminal.set_scheme(scheme)
            here.settle()
            found += [f"size {stop}, page {number + 1}: {fault}" for number in here.pages() for fault in faults(here)]
    assert found == []


def test_every_kind_of_screen_is_looked_at() -> None:
    shown = {scene().terminal.screen for scene in SCENES.values()}
    assert shown == set(registry.SCREENS)


def test_a_panel_that_is_turned_round_shows_the_same_page() -> None:
    with booth(Story().chooses("renew")) as here:
        here.window.resize(1920, 1080)
        here.settle()
        assert here.window.theme.landscape
        assert faults(here.sees("intro")) == []
