"""The few shapes all widgets share: rounded cards, hairlines, choice rings, arrow discs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from kiosk.screens.colours import ColourRole
from kiosk.screens.theme import Theme

CARD_RADIUS, SMALL_RADIUS, SHEET_RADIUS = 20, 14, 28
HAIRLINE, CONTROL_LINE, SELECTED_LINE = 2, 3, 6


def card(
    painter: QPainter,
    theme: Theme,
    rect: QRect | QRectF,
    *,
    fill: ColourRole | None = "surface",
    border: ColourRole | None = "line",
    line: float = HAIRLINE,
    radius: float = CARD_RADIUS,
    dashed: bool = False,
) -> None:
    """A rounded rectangle; the border lies wholly inside ``rect``."""
    inner = QRectF(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    if border is not None:
        pen = theme.pen(border, line)
        half = pen.widthF() / 2
        inner.adjust(half, half, -half, -half)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else theme.color(fill))
    corner = max(0.0, radius * theme.scale)
    painter.drawRoundedRect(inner, corner, corner)


def hairline(painter: QPainter, theme: Theme, x: float, y: float, width: float, color: ColourRole = "line") -> None:
    painter.setPen(theme.pen(color, HAIRLINE))
    painter.drawLine(QPointF(x, y), QPointF(x + width, y))


def disc(
    painter: QPainter,
    theme: Theme,
    center: QPointF,
    diameter: float,
    *,
    fill: ColourRole | None,
    border: ColourRole | None,
    line: float = CONTROL_LINE,
) -> None:
    """A circle, ``diameter`` in panel pixels, its border inside."""
    radius = diameter / 2
    painter.setPen(Qt.PenStyle.NoPen)
    if border is not None:
        pen = theme.pen(border, line)
        radius -= pen.widthF() / 2
        painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else theme.color(fill))
    painter.drawEllipse(center, radius, radius)


def icon(
    painter: QPainter, theme: Theme, name: str, center: QPointF, size: float, color: ColourRole = "action"
) -> None:
    """An icon of ``size`` default-panel pixels round a point."""
    pixmap = theme.icon(name, size, color)
    painter.drawPixmap(round(center.x() - pixmap.width() / 2), round(center.y() - pixmap.height() / 2), pixmap)


def arrow_disc(painter: QPainter, theme: Theme, center: QPointF, size: float, *, amber: bool) -> None:
    """The round arrow of a tile: amber where it is the next thing to touch."""
    disc(
        painter,
        theme,
        center,
        theme.px(size),
        fill="amber" if amber else None,
        border="amber_edge" if amber else "edge",
        line=2 if amber else CONTROL_LINE,
    )
    icon(painter, theme, "arrow-right", center, size * 0.48, "on_amber" if amber else "ink")


def choice_mark(painter: QPainter, theme: Theme, center: QPointF, size: float, *, on: bool, square: bool) -> None:
    """The 15 mm ring of a choice; a rounded square where several may be chosen."""
    side = theme.px(size)
    fill: ColourRole | None = "action" if on else "surface"
    border: ColourRole | None = None if on else "edge"
    if square:
        rect = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
        card(painter, theme, rect, fill=fill, border=border, line=4, radius=SMALL_RADIUS)
    else:
        disc(painter, theme, center, side, fill=fill, border=border, line=4)
    if on:
        icon(painter, theme, "tick", center, size * 0.58, "on_action")
