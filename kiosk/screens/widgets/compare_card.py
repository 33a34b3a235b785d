"""Old beside new, one field a card: what goes is underlined with dashes, what comes is bold with a solid line.

In the elder layout the old stands above the new. The differing characters are found here; values are data, never
marked up.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from kiosk.elder_mode.scale import Role
from kiosk.screens.textflow import TextFlow, literal, underlined
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block

DIFFERENT = "不一样"
_SIDE = 42


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
        super().__init__(theme, test_id, literal(f"{field}{DIFFERENT}：{old_label} {old}；{new_label} {new}"))
        self._field, self._labels = field, (old_label, new_label)
        self._values = differences(old, new)

    def _stacked(self) -> bool:
        return self.theme.elder

    def _head_height(self) -> int:
        return self.theme.line_height("head") + self.theme.px(46)

    def _half_width(self, width: int) -> int:
        return width if self._stacked() else width // 2

    def _texts(self, width: int, side: int) -> tuple[TextFlow, TextFlow]:
        room = self._half_width(width) - self.theme.px(_SIDE + 76 if side and not self._stacked() else 2 * _SIDE)
        role: Role = "head" if self.theme.elder else "tile"
        label = self.flow(self._labels[side], "caption", room, bold=side == 1)
        # Where one side must break, both break before what differs, so that the eye finds it in the same place.
        both = [self.flow(value, role, room, bold=True) for value in self._values]
        value = self._values[side]
        if any(flow.line_count > 1 for flow in both) and not value.startswith("|"):
            value = value.replace("|", "\n", 1)
        return label, self.flow(value, role, room, bold=side == 1)

    def _half_height(self, width: int, side: int) -> int:
        label, value = self._texts(width, side)
        return label.height + value.height + self.theme.px(94)

    def _half_heights(self, width: int) -> tuple[int, int]:
        old, new = self._half_height(width, 0), self._half_height(width, 1)
        return (old, new) if self._stacked() else (max(old, new),) * 2

    def height_for(self, width: int) -> int:
        old, new = self._half_heights(width)
        return self._head_height() + (old + new if self._stacked() else old)

    # ---- paint

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        halves = self._halves()
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
            painter.drawLine(halves[1].topLeft(), halves[1].topRight() if self._stacked() else halves[1].bottomLeft())
        self._paint_head(painter)
        for side, half in enumerate(halves):
            self._paint_half(painter, side, half)
        self._paint_arrow(painter, halves)

    def _halves(self) -> tuple[QRectF, QRectF]:
        width, top = self.width(), self._head_height()
        old, new = self._half_heights(width)
        if self._stacked():
            return QRectF(0, top, width, old), QRectF(0, top + old, width, new)
        return QRectF(0, top, width / 2, old), QRectF(width / 2, top, width / 2, new)

    def _paint_head(self, painter: QPainter) -> None:
        theme, height = self.theme, self._head_height()
        field = self.flow(self._field, "head", self.width(), bold=True)
        field.draw(painter, theme.px(_SIDE), (height - field.height) / 2)
        chip = self.flow(DIFFERENT, "note", 10**4, bold=True)
        wide, high = chip.natural_width + theme.px(46), chip.height + theme.px(18)
        box = QRectF(self.width() - theme.px(_SIDE) - wide, (height - high) / 2, wide, high)
        shapes.card(painter, theme, box, border="amber_edge", line=3, radius=12)
        chip.draw(painter, box.left() + theme.px(23), box.top() + theme.px(9))

    def _paint_half(self, painter: QPainter, side: int, half: QRectF) -> None:
        theme = self.theme
        label, value = self._texts(self.width(), side)
        left = half.left() + theme.px(76 if side and not self._stacked() else _SIDE)
        top = half.top() + theme.px(34)
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

    def _paint_arrow(self, painter: QPainter, halves: tuple[QRectF, QRectF]) -> None:
        theme = self.theme
        edge = halves[1].topLeft() + halves[1].bottomLeft()
        center = QPointF(edge.x() / 2, edge.y() / 2)
        if self._stacked():
            center = QPointF(self.width() - theme.px(_SIDE + 32), halves[1].top())
        shapes.disc(painter, theme, center, theme.px(64), fill="action", border=None)
        shapes.icon(painter, theme, "arrow-down" if self._stacked() else "arrow-right", center, 36, "on_action")
