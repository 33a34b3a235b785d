"""Where the citizen signs with a finger: one finger writes, a palm and a second finger are ignored.

pad = SignaturePad(theme, "signature")
pad.ready       # more ink than a dot; emits activated("signature") after every stroke and after 重写
pad.strokes     # tuple of strokes, each a tuple of (x, y) in panel pixels of the pad; pad.width() × pad.height()
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QPainter, QPolygonF, QTouchEvent

from kiosk import words
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import SmallButton

Stroke = tuple[tuple[float, float], ...]
INK = 9
PALM_MM = 20.0
LEAST_INK_MM, LEAST_SIZE_MM = 20.0, 8.0  # a name written small has more; a dot, a tap or a tick of dirt has less
_MOUSE = -1


class SignaturePad(Block):
    def __init__(self, theme: Theme, test_id: str) -> None:
        super().__init__(theme, test_id, words.text("widget.sign_pad"))
        self.grow = theme.px(760)
        self._strokes: list[list[QPointF]] = []
        self._writing: int | None = None  # id of the touch that writes
        self._redo = SmallButton(theme, f"{test_id}-redo", words.text("widget.redo"), icon="redo")
        self.adopt(self._redo)
        self._redo.activated.connect(self.clear)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    # ---- for screens

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        return tuple(tuple((p.x(), p.y()) for p in stroke) for stroke in self._strokes)

    @property
    def ready(self) -> bool:
        theme = self.theme
        points = [p for stroke in self._strokes for p in stroke]
        ink = sum(hypot(b.x() - a.x(), b.y() - a.y()) for s in self._strokes for a, b in pairwise(s))
        if ink < theme.mm(LEAST_INK_MM):
            return False
        box = QPolygonF(points).boundingRect()
        return max(box.width(), box.height()) >= theme.mm(LEAST_SIZE_MM)

    def restore(self, strokes: Sequence[Stroke], width: int, height: int) -> None:
        """Strokes from a pad of another size, when the page is built anew within one visit. Call once it is placed."""
        factor = min(self.width() / width, self.height() / height)
        self._strokes = [[QPointF(x * factor, y * factor) for x, y in stroke] for stroke in strokes]
        self.update()

    def clear(self) -> None:
        self._strokes.clear()
        self._writing = None
        self.update()
        self.activated.emit(self.test_id)

    # ---- sizes

    def height_for(self, width: int) -> int:  # noqa: ARG002 - at least 110 mm whatever the width
        theme = self.theme
        return theme.mm(120 if theme.elder and theme.landscape else 110)

    def least(self, width: int) -> int:  # noqa: ARG002 - as above
        return self.theme.mm(110)

    def arrange(self) -> None:
        theme = self.theme
        width, height = self._redo.width_hint() + theme.px(24), theme.target("small")
        self._redo.setGeometry(self.width() - theme.px(34) - width, theme.px(34), width, height)

    # ---- ink

    def _begin(self, touch: int, at: QPointF) -> None:
        if self._writing is None:
            self._writing = touch
            self._strokes.append([at])
            self._ink_changed(at, at)

    def _move(self, touch: int, at: QPointF) -> None:
        if touch == self._writing and self.rect().contains(at.toPoint()):
            last = self._strokes[-1][-1]
            self._strokes[-1].append(at)
            self._ink_changed(last, at)

    def _end(self, touch: int) -> None:
        if touch == self._writing:
            self._writing = None
            self.activated.emit(self.test_id)

    def _ink_changed(self, a: QPointF, b: QPointF) -> None:
        spread = self.theme.px(INK) + 2
        self.update(QRectF(a, b).normalized().adjusted(-spread, -spread, spread, spread).toAlignedRect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(_MOUSE, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(_MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end(_MOUSE)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            return self._touch(event)
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> bool:
        if event.type() == QEvent.Type.TouchBegin and self._redo.geometry().contains(
            event.points()[0].position().toPoint()
        ):
            event.ignore()  # becomes a mouse press for the button
            return False
        for point in event.points():
            if point.state() == QEventPoint.State.Pressed and not self._is_palm(point):
                self._begin(point.id(), point.position())
            elif point.state() == QEventPoint.State.Updated:
                self._move(point.id(), point.position())
            elif point.state() == QEventPoint.State.Released:
                self._end(point.id())
        if event.type() == QEvent.Type.TouchCancel and self._writing is not None:
            self._end(self._writing)
        event.accept()
        return True

    def _is_palm(self, point: QEventPoint) -> bool:
        size = point.ellipseDiameters()
        return max(size.width(), size.height()) > self.theme.mm(PALM_MM)

    # ---- painting

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect(), border="action", line=shapes.SELECTED_LINE)
        line_words = self.flow(words.text("widget.sign_line"), "caption", self.width(), color_role="ink_soft")
        side = theme.px(66)
        base = self.height() - theme.px(40) - line_words.height - theme.px(10)
        pen = theme.pen("edge", 3)
        pen.setDashPattern([0.1, 2.2])
        painter.setPen(pen)
        painter.drawLine(QPointF(side, base), QPointF(self.width() - side, base))
        line_words.draw(painter, side, base + theme.px(16))
        painter.setPen(theme.pen("ink", INK))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            if len(stroke) == 1:
                painter.drawPoint(stroke[0])
            else:
                painter.drawPolyline(stroke)
