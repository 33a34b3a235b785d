"""A drawing of this terminal that shows where the identity card goes. The one moving picture of the whole interface.

While the citizen is awaited the card is lowered on the amber pad, rests, and a ring answers, in three seconds; in
reduced motion it is a still with an arrow. While the machine reads there is no amber. The reader's place is a setting.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt, QTimeLine
from PySide6.QtGui import QHideEvent, QPainter, QPen, QPixmap, QPolygonF, QShowEvent

from kiosk import words
from kiosk.screens.colours import ColourRole
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.status_line import DeviceState

ReaderPlace = Literal["right", "centre", "left"]
LOOP_MS, FRAME_MS = 3000, 40
_WIDE, _HIGH = 638.0, 536.0  # the drawing's own units
_PAD_SHIFT = {"right": 0.0, "centre": -133.0, "left": -266.0}
_ABOVE, _RESTING = QPointF(446, 186), QPointF(452, 406)  # middle of the card


class CardDrawing(Block):
    def __init__(self, theme: Theme, *, place: ReaderPlace = "right") -> None:
        super().__init__(theme, "card-drawing", words.text("widget.card_drawing"))
        self.grow = theme.px(806)
        self.state: DeviceState = "waiting"
        self._place: ReaderPlace = place
        self.loop = QTimeLine(LOOP_MS, self)
        self.loop.setLoopCount(0)
        self.loop.setUpdateInterval(FRAME_MS)
        self.loop.valueChanged.connect(self.update)

    def show_state(self, state: DeviceState) -> None:
        self.state = state
        self._run()
        self.update()

    def height_for(self, width: int) -> int:  # noqa: ARG002 - it is drawn to any height
        return self.theme.px(420)

    def least(self, width: int) -> int:  # noqa: ARG002
        return self.theme.px(280)

    # ---- motion

    def _run(self) -> None:
        moving = self.isVisible() and self.state == "waiting" and not self.theme.reduced_motion
        running = self.loop.state() == QTimeLine.State.Running
        if moving and not running:
            self.loop.start()
        elif running and not moving:
            self.loop.stop()

    def showEvent(self, _event: QShowEvent) -> None:
        self._run()

    def hideEvent(self, _event: QHideEvent) -> None:
        for loop in self.findChildren(QTimeLine):  # found by Qt, also while the widget is being taken down
            loop.stop()

    # ---- painting

    def paint(self, painter: QPainter) -> None:
        key = ("card-drawing", self.width(), self.height(), self._place, self.state in ("waiting", "failed"))
        painter.drawPixmap(0, 0, self.theme.picture(key, self._draw_still))
        painter.save()
        self._to_own_units(painter)
        painter.translate(_PAD_SHIFT[self._place], 0)
        phase = self.loop.currentValue() if self.loop.state() == QTimeLine.State.Running else 0.0
        lowered = min(1.0, phase / 0.4)
        at = _ABOVE + (_RESTING - _ABOVE) * (1 - (1 - lowered) ** 2)
        if self.state == "reading":
            at = _RESTING
        if self.state in ("waiting", "failed") and phase < 0.1:
            self._paint_arrow(painter)
        if phase > 0.8:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._pen("amber_edge", 4))
            painter.drawEllipse(_RESTING, 110 + 150 * (phase - 0.8), 66 + 90 * (phase - 0.8))
        self._paint_card(painter, at)
        if self.state == "read":
            shapes.disc(painter, self.theme, at, 92, fill="ok", border="surface", line=4 / self.theme.scale)
            painter.setPen(self._pen("surface", 8))
            painter.drawPolyline([at + QPointF(-20, 2), at + QPointF(-6, 17), at + QPointF(22, -17)])
        painter.restore()

    def _draw_still(self) -> QPixmap:
        """All that does not move."""
        still = QPixmap(self.size())
        still.fill(self.theme.color("paper"))
        with QPainter(still) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shapes.card(painter, self.theme, self.rect())
            self._to_own_units(painter)
            self._paint_terminal(painter)
            self._paint_pad(painter)
        return still

    def _to_own_units(self, painter: QPainter) -> None:
        factor = min(self.width() / _WIDE, self.height() / _HIGH)
        painter.setClipRect(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.translate((self.width() - _WIDE * factor) / 2, self.height() - _HIGH * factor)
        painter.scale(factor, factor)

    def _pen(self, color: ColourRole, width: float) -> QPen:
        pen = self.theme.pen(color, 1)
        pen.setWidthF(width)
        return pen

    def _shape(
        self, painter: QPainter, points: Sequence[tuple[float, float]], fill: ColourRole, line: ColourRole
    ) -> None:
        painter.setBrush(self.theme.color(fill))
        painter.setPen(self._pen(line, 3.5))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def _paint_terminal(self, painter: QPainter) -> None:
        theme = self.theme
        self._shape(painter, [(73, -9), (565, -9), (565, 314), (73, 314)], "line", "edge")
        self._shape(painter, [(99, -9), (539, -9), (539, 288), (99, 288)], "paper", "edge")
        painter.fillRect(QRectF(101, 0, 436, 102), theme.color("band"))
        painter.setPen(self._pen("on_band", 9))
        painter.drawLine(QPointF(126, 42), QPointF(312, 42))
        painter.drawLine(QPointF(126, 68), QPointF(266, 68))
        painter.setPen(self._pen("line", 4))
        painter.setBrush(theme.color("surface"))
        for y in (128, 201):
            painter.drawRoundedRect(QRectF(126, y, 174, 53), 8, 8)
        self._shape(painter, [(73, 314), (565, 314), (618, 493), (20, 493)], "strip", "edge")
        self._shape(painter, [(20, 493), (618, 493), (618, 534), (20, 534)], "line", "edge")
        if self._place != "centre":  # the slot of the printer
            x = 0 if self._place == "right" else 304
            self._shape(painter, [(100 + x, 373), (240 + x, 373), (234 + x, 401), (93 + x, 401)], "line", "edge")

    def _paint_pad(self, painter: QPainter) -> None:
        painter.translate(_PAD_SHIFT[self._place], 0)
        asked = self.state in ("waiting", "failed")
        fill: ColourRole = "amber" if asked else "tint"
        line: ColourRole = "amber_edge" if asked else "action"
        self._shape(painter, [(345, 360), (536, 360), (563, 461), (352, 461)], fill, line)
        pen = self._pen(line, 4)
        pen.setDashPattern([0.1, 2.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([QPointF(363, 375), QPointF(523, 375), QPointF(541, 446), QPointF(366, 446)]))
        ink: ColourRole = "on_amber" if asked else "action"
        painter.setPen(self._pen(ink, 4))
        painter.drawArc(QRectF(416, 396, 72, 52), 40 * 16, 100 * 16)
        painter.drawArc(QRectF(429, 412, 46, 34), 40 * 16, 100 * 16)
        painter.setBrush(self.theme.color(ink))
        painter.drawEllipse(QPointF(452, 428), 3, 3)

    def _paint_arrow(self, painter: QPainter) -> None:
        points = [(436, 276), (469, 276), (469, 311), (492, 311), (452.5, 350), (413, 311), (436, 311)]
        self._shape(painter, points, "amber", "amber_edge")

    def _paint_card(self, painter: QPainter, middle: QPointF) -> None:
        painter.save()
        painter.translate(middle)
        painter.rotate(-4)
        painter.setPen(self._pen("action", 5))
        painter.setBrush(self.theme.color("surface"))
        painter.drawRoundedRect(QRectF(-111, -69, 222, 138), 12, 12)
        painter.setPen(self._pen("action", 4))
        for y, length in ((-32, 86), (-6, 74), (19, 52), (45, 80)):
            painter.drawLine(QPointF(-88, y), QPointF(-88 + length, y))
        painter.setBrush(self.theme.color("tint"))
        painter.drawEllipse(QPointF(58, -24), 22, 22)
        painter.drawChord(QRectF(24, 6, 68, 78), 0, 180 * 16)
        painter.restore()
