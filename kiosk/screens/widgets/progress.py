"""How far the citizen has come: bars with numbered names across the portrait band, discs down the landscape band."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kiosk import words
from kiosk.screens.colours import ColourRole
from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes

BARS_TOP, BARS_LOWER_EDGE = 112, 176
DISC, DISC_PITCH = 52, 78


def step_words(stages: Sequence[str], stage: int) -> str:
    """``第 2 步，共 5 步``: the elder layout says it instead. ``stage`` counts from 0."""
    return words.text("widget.step", number=stage + 1, total=len(stages))


def paint_bars(painter: QPainter, theme: Theme, stages: Sequence[str], stage: int, left: float, width: float) -> None:
    gap, thick = theme.px(12), theme.px(8)
    own = (width - gap * (len(stages) - 1)) / len(stages)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, name in enumerate(stages):
        x = left + number * (own + gap)
        color: ColourRole = "on_band" if number < stage else "amber" if number == stage else "band_faint"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(color))
        painter.drawRect(QRectF(x, theme.px(BARS_TOP), own, thick))
        now = number == stage
        flow = TextFlow(f"{number + 1} {name}", theme, "caption", width=own + gap, bold=now, max_lines=1)
        flow.draw(painter, x, theme.px(133), "on_band" if now else "on_band_soft")


def discs_height(theme: Theme, stages: Sequence[str]) -> int:
    return theme.px(DISC_PITCH) * len(stages)


def paint_discs(painter: QPainter, theme: Theme, stages: Sequence[str], stage: int, left: float, top: float) -> None:
    size, pitch = theme.px(DISC), theme.px(DISC_PITCH)
    for number, name in enumerate(stages):
        center = QPointF(left + size / 2, top + number * pitch + size / 2)
        done, now = number < stage, number == stage
        fill: ColourRole | None = "on_band" if done else "amber" if now else None
        shapes.disc(painter, theme, center, size, fill=fill, border=None if fill else "on_band_soft", line=2)
        if done:
            shapes.icon(painter, theme, "tick", center, 30, "band")
        else:
            figure = TextFlow(str(number + 1), theme, "caption", width=size, bold=now, align="center", px=theme.px(27))
            figure.draw(
                painter, center.x() - size / 2, center.y() - figure.height / 2, "on_amber" if now else "on_band"
            )
        flow = TextFlow(name, theme, "note", width=10**4, bold=now, max_lines=1)
        flow.draw(
            painter, left + size + theme.px(24), center.y() - flow.height / 2, "on_band" if now else "on_band_soft"
        )
