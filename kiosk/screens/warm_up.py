"""Draws every character of the catalogue and every icon once while nobody is there, so that no citizen waits for them.

A font draws each of its characters the first time it is needed, some tens of microseconds each; a page of new
ones would come a frame late. The work is done in short slices between events.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QImage, QPainter

from kiosk import words
from kiosk.assets import ASSETS
from kiosk.elder_mode.scale import Role
from kiosk.screens.theme import Theme

SLICE_S = 0.004
PAUSE_MS = 8
# Which sizes screens use most, and whether bold; titles and figures are few and large.
STYLES: tuple[tuple[Role, bool], ...] = (
    ("caption", False), ("caption", True), ("note", False), ("note", True), ("body", False), ("label", False),
    ("label", True), ("head", False), ("head", True), ("title", True), ("button", True), ("forward", True),
)  # fmt: skip
ICON_SIZES = {False: (44, 52, 84), True: (52, 64, 104)}


class WarmUp(QObject):
    """Starts at once and ends by itself."""

    def __init__(self, parent: QObject, theme: Theme) -> None:
        super().__init__(parent)
        self._image = QImage(160, 160, QImage.Format.Format_ARGB32_Premultiplied)
        self._work = self._draw(theme)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._slice)
        self._timer.start()

    @property
    def done(self) -> bool:
        return not self._timer.isActive()

    def stop(self) -> None:
        self._timer.stop()

    def _slice(self) -> None:
        ends = perf_counter() + SLICE_S
        while perf_counter() < ends:
            if next(self._work, None) is None:
                self.stop()
                return

    def _draw(self, theme: Theme) -> Iterator[bool]:
        characters = sorted({character for text in words.catalogue().values() for character in text})
        for role, bold in STYLES:
            pixels = theme.size(role)
            for start in range(0, len(characters), 8):
                with QPainter(self._image) as painter:
                    painter.setFont(theme.font_px(pixels, bold))
                    for character in characters[start : start + 8]:
                        theme.advance(pixels, bold, character)
                        painter.drawText(QPointF(8, 120), character)
                yield True
        for path in sorted((ASSETS / "icons").glob("*.svg")):
            for size in ICON_SIZES[theme.elder]:
                theme.icon(path.stem, size)
                yield True
        arrows: tuple[Role, ...] = ("button", "forward")
        for role in arrows:
            arrow = theme.size(role) / theme.scale * 1.2  # as buttons draw them
            theme.icon("arrow-left", arrow)
            theme.icon("arrow-right", arrow, "on_amber")
            yield True
