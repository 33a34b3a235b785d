"""Old beside new, one field a card: what goes is underlined with dashes, what comes is bold with a solid line.

In the elder layout the old stands above the new. The differing characters are found here; values are data, never
marked up.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from kiosk import words
from kiosk.elder_mode.scale import Role
from kiosk.screens.textflow import TextFlow, literal, underlined
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block

_SIDE, _ARROW = 42, 76


class Shape(NamedTuple):
    """Old above new or beside it, and the room round the words in default-panel pixels."""

    stacked: bool
    head: int
    above: int
    below: int


def differences(old: str, new: str) -> tuple[str, str]:
    """Both values with their differing parts underlined and a good place to break before each."""
    left = right = ""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            left, right = left + literal(old[a:b]), right + literal(new[c:d])
        else:
            left += f"|{underlined(old[a:b])}" if b > a else ""
            right += f"|{underlined(new[c:d])}" if d > c else ""
    return left, right


class CompareCard(Block):
    """``field`` 店名 · ``old_label`` 许可证上（旧） · ``new_label`` 营业执照上（新）."""

    def __init__(
        self, theme: Theme, field: str, old_label: str, old: str, new_label: str, new: str, *, test_id: str = "compare"
    ) -> None:
        super().__init__(
            theme, test_id, literal(f"{field}{words.text('widget.different')}：{old_label} {old}；{new_label} {new}")
        )
        self._field, self._labels = field, (old_label, new_label)
        self._values = differences(old, new)

    def _shapes(self) -> list[Shape]:
        """Ways to draw the card, the airiest first."""
        beside = [Shape(False, 46, 34, 54), Shape(False, 24, 16, 30)]
        return [Shape(True, 46, 34, 54), Shape(True, 24, 16, 30), *beside] if self.theme.elder else beside

    def _shape(self) -> Shape:
        shapes_ = self._shapes()
        fitting = [shape for shape in shapes_ if self._height(self.width(), shape) <= self.height()]
        return fitting[0] if fitting else min(shapes_, key=lambda shape: self._height(self.width(), shape))

    def _head_height(self, shape: Shape) -> int:
        return self.theme.line_height("head") + self.theme.px(shape.head)

    def _texts(self, width: int, side: int, shape: Shape) -> tuple[TextFlow, TextFlow]:
        room = width if shape.stacked else width // 2
        room -= self.theme.px(2 * _SIDE if shape.stacked or not side else _SIDE + _ARROW)
        role: Role = "head" if self.theme.elder else "tile"
        label = self.flow(self._labels[side], "caption", room, bold=side == 1)
        # Where one side must break, both break before what differs, so that the eye finds it in the same place.
        both = [self.flow(value, role, room, bold=True) for value in self._values]
        value = self._values[side]
        if any(flow.line_count > 1 for flow in both) and not value.startswith("|"):
            value = value.replace("|", "\n", 1)
        return label, self.flow(value, role, room, bold=side == 1)

    def _half_heights(self, width: int, shape: Shape) -> tuple[int, int]:
        words = [sum(text.height for text in self._texts(width, side, shape)) for side in (0, 1)]
        old, new = (height + self.theme.px(shape.above + 6 + shape.below) for height in words)
        return (old, new) if shape.stacked else (max(old, new),) * 2

    def _height(self, width: int, shape: Shape) -> int:
        old, new = self._half_heights(width, shape)
        return self._head_height(shape) + (old + new if shape.stacked else old)

    def height_for(self, width: int) -> int:
        return self._height(width, self._shapes()[0])

    def least(self, width: int) -> int:
        return min(self._height(width, shape) for shape in self._shapes())

    # ---- paint

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shape = self._shape()
        halves = self._halves(shape)
        outline = QPainterPath()
        corner = theme.px(shapes.CARD_RADIUS)
        outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        painter.fillPath(outline, theme.color("surface"))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(halves[0], theme.color("strip"))
        painter.fillRect(halves[1], theme.color("tint"))
        painter.restore()
        shapes.card(painter, theme, self.rect(), fill=None)
        if theme.scheme == "contrast":
            shapes.hairline(painter, theme, 0, halves[0].top(), self.width())
            painter.drawLine(halves[1].topLeft(), halves[1].topRight() if shape.stacked else halves[1].bottomLeft())
        self._paint_head(painter, shape)
        for side, half in enumerate(halves):
            self._paint_half(painter, side, half, shape)
        self._paint_arrow(painter, halves, shape)

    def _halves(self, shape: Shape) -> tuple[QRectF, QRectF]:
        width, top = self.width(), self._head_height(shape)
        rest = self.height() - top
        if shape.stacked:
            old, _ = self._half_heights(width, shape)
            return QRectF(0, top, width, old), QRectF(0, top + old, width, rest - old)
        return QRectF(0, top, width / 2, rest), QRectF(width / 2, top, width / 2, rest)

    def _paint_head(self, painter: QPainter, shape: Shape) -> None:
        theme, height = self.theme, self._head_height(shape)
        field = self.flow(self._field, "head", self.width(), bold=True)
        field.draw(painter, theme.px(_SIDE), (height - field.height) / 2)
        chip = self.flow(words.text("widget.different"), "note", 10**4, bold=True)
        wide, high = chip.natural_width + theme.px(46), chip.height + theme.px(18)
        box = QRectF(self.width() - theme.px(_SIDE) - wide, (height - high) / 2, wide, high)
        shapes.card(painter, theme, box, border="amber_edge", line=3, radius=12)
        chip.draw(painter, box.left() + theme.px(23), box.top() + theme.px(9))

    def _paint_half(self, painter: QPainter, side: int, half: QRectF, shape: Shape) -> None:
        theme = self.theme
        label, value = self._texts(self.width(), side, shape)
        left = half.left() + theme.px(_ARROW if side and not shape.stacked else _SIDE)
        top = half.top() + theme.px(shape.above)
        label.draw(painter, left, top)
        top += label.height + theme.px(6)
        value.draw(painter, left, top)
        pen = theme.pen("amber_edge" if side else "edge", 6)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not side:
            pen.setDashPattern([2.0, 0.8])
        painter.setPen(pen)
        for mark in value.mark_rects(left, top):
            y = mark.bottom() + theme.px(4)
            painter.drawLine(QPointF(mark.left(), y), QPointF(mark.right(), y))

    def _paint_arrow(self, painter: QPainter, halves: tuple[QRectF, QRectF], shape: Shape) -> None:
        theme = self.theme
        edge = halves[1].topLeft() + halves[1].bottomLeft()
        center = QPointF(edge.x() / 2, edge.y() / 2)
        if shape.stacked:
            center = QPointF(self.width() - theme.px(_SIDE + 32), halves[1].top())
        shapes.disc(painter, theme, center, theme.px(64), fill="action", border=None)
        shapes.icon(painter, theme, "arrow-down" if shape.stacked else "arrow-right", center, 36, "on_action")
