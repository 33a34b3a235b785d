"""Colours by role: the only place that names a hue. A test recomputes the contrast of every pair."""

from __future__ import annotations

from typing import Literal

Scheme = Literal["standard", "contrast", "dark"]
ColourRole = Literal[
    "band", "on_band", "on_band_soft", "band_ok", "band_faint", "paper", "surface", "strip", "ink", "ink_soft",
    "action", "on_action", "tint", "edge", "line", "amber", "on_amber", "amber_edge", "amber_pressed",
    "danger", "danger_tint", "ok", "ok_tint", "dim",
]  # fmt: skip
Palette = dict[ColourRole, str]

STANDARD: Palette = {
    "band": "#0B3C7D", "on_band": "#FFFFFF", "on_band_soft": "#D9E6F7", "band_ok": "#0B5A3D", "band_faint": "#40FFFFFF",
    "paper": "#F7F4EE", "surface": "#FFFFFF", "strip": "#F0EBE1",
    "ink": "#14213A", "ink_soft": "#3D4A61",
    "action": "#0B4A99", "on_action": "#FFFFFF", "tint": "#E6EFFA",
    "edge": "#5C6B84", "line": "#DDD6C8",
    "amber": "#FFB74A", "on_amber": "#14213A", "amber_edge": "#8F5300", "amber_pressed": "#FFCB80",
    "danger": "#961A1A", "danger_tint": "#FBEAE8", "ok": "#0B5A3D", "ok_tint": "#E3F1E9",
    "dim": "#D10A1426",
}  # fmt: skip

ELDER: Palette = STANDARD | {
    "band": "#08306A", "on_band_soft": "#E6EFFB", "band_ok": "#063F2A",
    "paper": "#F9F7F2", "strip": "#F3EFE8",
    "ink": "#0A1426", "ink_soft": "#222E45",
    "action": "#08357A", "edge": "#44526B", "line": "#C9C1B1",
    "on_amber": "#0A1426", "amber_edge": "#7A4600",
    "danger": "#6B0F0F", "ok": "#063F2A",
}  # fmt: skip

CONTRAST: Palette = {
    "band": "#000000", "on_band": "#FFFFFF", "on_band_soft": "#FFFFFF", "band_ok": "#000000", "band_faint": "#73FFFFFF",
    "paper": "#000000", "surface": "#000000", "strip": "#000000",
    "ink": "#FFFFFF", "ink_soft": "#FFFFFF",
    "action": "#FFFFFF", "on_action": "#000000", "tint": "#000000",
    "edge": "#FFFFFF", "line": "#FFFFFF",
    "amber": "#FFD500", "on_amber": "#000000", "amber_edge": "#FFD500", "amber_pressed": "#FFE666",
    "danger": "#FFC9C2", "danger_tint": "#000000", "ok": "#B8F5D3", "ok_tint": "#000000",
    "dim": "#D9000000",
}  # fmt: skip

DARK: Palette = {
    "band": "#0A1322", "on_band": "#FFFFFF", "on_band_soft": "#CFDCF0", "band_ok": "#0B3A29", "band_faint": "#40FFFFFF",
    "paper": "#111C2E", "surface": "#1A2840", "strip": "#0C1626",
    "ink": "#F3F6FB", "ink_soft": "#C9D4E6",
    "action": "#A9CBFF", "on_action": "#0A1426", "tint": "#243655",
    "edge": "#8FA3C2", "line": "#34486A",
    "amber": "#FFB74A", "on_amber": "#0A1426", "amber_edge": "#FFB74A", "amber_pressed": "#FFCB80",
    "danger": "#FFB4AB", "danger_tint": "#3A1A1C", "ok": "#8FE3B8", "ok_tint": "#12352A",
    "dim": "#D105090F",
}  # fmt: skip

# The elder layout promises ten to one for text in every scheme: on dark, soft and coloured words move towards ink.
ELDER_DARK: Palette = DARK | {"ink_soft": "#F3F6FB", "action": "#E7F0FF", "danger": "#FFD6D0", "ok": "#B8F5D3"}


def palette(scheme: Scheme, *, elder: bool) -> Palette:
    """The colours, ``#RRGGBB`` or ``#AARRGGBB``, of a scheme in the standard or the elder layout."""
    if scheme == "contrast":
        return CONTRAST
    if scheme == "dark":
        return ELDER_DARK if elder else DARK
    return ELDER if elder else STANDARD
