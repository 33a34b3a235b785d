"""Sizes of type and targets: one axis of four stops, from standard to largest, on any panel.

Every number is a pixel of the default panel (21.5 inch, 1080×1920, 0.248 mm a pixel). Stops 3 and 4 use the elder
layout: one column, fewer words, larger targets. No Qt here, so that paper, voice and tests may ask as well.
"""

from __future__ import annotations

from typing import Literal, get_args

Role = Literal[
    "caption", "note", "body", "label", "head", "title", "figure",
    "home_title", "tile", "tile_wide", "button", "forward",
]  # fmt: skip
ROLES: tuple[Role, ...] = get_args(Role)

STOPS = (1, 2, 3, 4)
STOP_NAMES = {1: "标准", 2: "大", 3: "特大", 4: "最大"}
FIRST_ELDER_STOP = 3

DEFAULT_PITCH_MM = 0.248
PORTRAIT = (1080, 1920)
LANDSCAPE = (1518, 1080)  # narrowest panel on which the left band and a full column of content fit
REACH_MM = 240.0  # 下移: nothing to touch lies higher than this above the panel's lower edge

_SIZES: dict[int, tuple[int, ...]] = {
    1: (27, 30, 32, 36, 44, 64, 92, 84, 46, 56, 36, 36),
    2: (33, 36, 38, 42, 52, 68, 100, 88, 54, 60, 42, 42),
    3: (41, 44, 46, 52, 60, 80, 236, 100, 60, 60, 56, 66),
    4: (50, 52, 54, 58, 66, 84, 236, 100, 66, 66, 58, 66),
}
FIGURE_FLOOR = 132  # the elder figure shrinks to this where its band is narrow

_TARGETS: dict[str, tuple[int, int]] = {  # standard, elder
    "smallest": (61, 81),
    "small": (76, 96),
    "primary": (116, 190),
    "button": (116, 144),
    "sheet": (146, 190),
    "gap": (24, 28),
    "action_gap": (30, 30),
}


def is_elder(stop: int) -> bool:
    return stop >= FIRST_ELDER_STOP


def em(role: Role, stop: int) -> int:
    """Size of type in pixels of the default panel."""
    return _SIZES[stop][ROLES.index(role)]


def target(name: str, stop: int) -> int:
    """Height of a kind of target, or a gap between targets, in pixels of the default panel."""
    return _TARGETS[name][is_elder(stop)]


def is_landscape(width: int, height: int) -> bool:
    return width > height


def panel_scale(width: int, height: int, pitch_mm: float | None = None) -> float:
    """Panel pixels a pixel of the default panel: from the panel's pitch where it is known, else from its size."""
    if pitch_mm is not None:
        return DEFAULT_PITCH_MM / pitch_mm
    across, down = LANDSCAPE if is_landscape(width, height) else PORTRAIT
    return min(width / across, height / down)
