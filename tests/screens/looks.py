"""What must hold of every page whatever it says: measured on the widgets and on every word that is painted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QWidget

from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets.calendar_parts import DayCell
from kiosk.screens.widgets.keypad import Key
from kiosk.screens.widgets.peek import PeekButton
from tests.screens.booth import Booth

SLACK = 2  # pixels that rounding may cost
BY_ITSELF = (PeekButton,)  # acts on what stands beside it, not through a move


@dataclass(frozen=True)
class Painted:
    """One text as it was painted, with the widget it was painted on."""

    text: str
    place: QRectF
    room: QRectF
    size: int
    bold: bool
    theme: Theme
    owner: str


@contextmanager
def listening(painted: list[Painted]) -> Iterator[None]:
    """Every text that is painted from here on is noted, and painted as ever."""
    draw = TextFlow.draw

    def noting(self: TextFlow, painter: QPainter, x: float, y: float, *arguments: Any, **options: Any) -> None:
        device = painter.device()
        room = QRectF(device.rect()) if isinstance(device, QWidget) else QRectF()
        owner = f"{type(device).__name__} {device.objectName()}" if isinstance(device, QWidget) else ""
        for number, line in enumerate(self.lines):
            left = x + {"left": 0.0, "center": (self.box - line.width) / 2, "right": self.box - line.width}[self.align]
            place = QRectF(left, y + number * self.line_height, line.width, self.line_height)
            for run in line.runs:
                painted.append(Painted(run.text, place, room, self.size, run.bold, self.theme, owner))
        draw(self, painter, x, y, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TextFlow, "draw", noting)
        yield


_KNOWN: dict[tuple[str, bool], bool] = {}


def has_glyph(theme: Theme, character: str, bold: bool) -> bool:
    found = _KNOWN.get((character, bold))
    if found is None:
        layout = QTextLayout(character, theme.font_px(40, bold))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        found = _KNOWN[character, bold] = all(index for run in layout.glyphRuns() for index in run.glyphIndexes())
    return found


def faults(booth: Booth) -> list[str]:
    """What is wrong with the page at hand, one line a fault."""
    painted: list[Painted] = []
    with listening(painted):
        booth.window.grab()
    return [
        *without_glyphs(painted),
        *cut_off(painted),
        *amber(booth),
        *nameless(booth),
        *too_small(booth),
        *misplaced(booth),
        *dead(booth),
        *wrong_way_round(booth),
    ]


def without_glyphs(painted: list[Painted]) -> Iterator[str]:
    for character, bold, theme in {(c, each.bold, each.theme) for each in painted for c in each.text if c != " "}:
        if not has_glyph(theme, character, bold):
            yield f"no glyph for {character!r}"


def cut_off(painted: list[Painted]) -> Iterator[str]:
    """A line's box has air above and below its characters, which may lie outside; the characters may not."""
    for each in painted:
        air = each.place.height() - each.size
        characters = each.place.adjusted(0, air / 2, 0, -air / 2)
        if each.room.isValid() and not each.room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(characters):
            yield f"cut off: {each.text!r} on {each.owner}"


def amber(booth: Booth) -> Iterator[str]:
    if booth.terminal.screen != "home" and len(booth.amber()) > 1:
        yield f"more than one amber button: {booth.amber()}"


def nameless(booth: Booth) -> Iterator[str]:
    names = [each.objectName() for each in booth.controls]
    yield from (f"no id: {type(each).__name__}" for each in booth.controls if not each.objectName())
    yield from (f"no name: {each.objectName()}" for each in booth.controls if not each.accessibleName())
    twice = {each for each in names if names.count(each) > 1 and not each.startswith("edit.")}  # rows of one question
    yield from (f"the same id twice: {name}" for name in twice)


def too_small(booth: Booth) -> Iterator[str]:
    """15 mm each way, in the elder layout 20; a day of the calendar 18 × 30 mm, a key 22 × 25 mm.

    Lowered, half of the panel is left, and days and keys may be no larger than any other target.
    """
    theme = booth.window.theme
    smallest = theme.target("smallest")
    for each in booth.controls:
        width, height = smallest, smallest
        if booth.terminal.preferences.lowered:
            pass
        elif isinstance(each, DayCell):
            width, height = theme.mm(30), theme.mm(18)
        elif isinstance(each, Key):
            width, height = theme.mm(25), theme.mm(22)
        if each.width() + SLACK < width or each.height() + SLACK < height:
            own = f"{each.width()} × {each.height()}"
            yield f"too small: {type(each).__name__} {each.objectName()} {own}, at least {width} × {height}"


def misplaced(booth: Booth) -> Iterator[str]:
    """Outside the window, or in each other's place; a control may stand inside another, such as 看全文 in its row."""
    places = {each: _place(booth, each) for each in booth.controls}
    for each, place in places.items():
        if not booth.window.rect().contains(place):
            yield f"outside the window: {each.objectName()} {place}"
        parent = each.parentWidget()
        if parent is not None and not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(each.geometry()):
            yield f"outside its card: {each.objectName()}"
    for one, other in combinations(places, 2):
        if places[one].intersects(places[other]) and not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            yield f"one over the other: {one.objectName()} and {other.objectName()}"


def _place(booth: Booth, widget: QWidget) -> QRect:
    corner = widget.mapTo(booth.window, widget.rect().topLeft())
    return QRect(corner, widget.size())


def dead(booth: Booth) -> Iterator[str]:
    """A control that can be touched and means nothing."""
    moves = booth.window.moves
    for each in booth.controls:
        if not each.isEnabled() or isinstance(each, BY_ITSELF) or each.objectName().startswith("page-"):
            continue
        ids = {each.objectName().removesuffix("-first")}
        parent = each.parentWidget()
        while parent is not None and parent is not booth.window:
            ids.add(parent.objectName())
            parent = parent.parentWidget()
        if not ids & set(moves):
            yield f"means nothing: {each.objectName()}"


def wrong_way_round(booth: Booth) -> Iterator[str]:
    """Forward lies right of back, or above it in the upright elder layout; never the other way round."""
    places = {each.objectName(): _place(booth, each) for each in booth.controls}
    back, forward = places.get("back"), places.get("forward")
    if back is None or forward is None:
        return
    beside = forward.left() >= back.right() and abs(forward.top() - back.top()) <= SLACK
    above = forward.bottom() <= back.top() and booth.window.theme.elder
    if not (beside or above):
        yield "forward and back have changed places"
