"""The button for what cannot be taken back: held for three seconds, or by a shaking hand touched at two places."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPainterPath

from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Row
from kiosk.screens.widgets.buttons import DangerButton

HOLD_SECONDS = 3.0


class HoldButton(DangerButton):
    """Acts only when held to the end; letting go or sliding off empties it. The filling tells how long is left."""

    def __init__(self, theme: Theme, test_id: str, text: str, *, icon: str = "hand") -> None:
        super().__init__(theme, test_id, text, icon=icon)
        self.filling = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=round(HOLD_SECONDS * 1000))
        self.filling.valueChanged.connect(self.update)
        self.filling.finished.connect(self._held)

    def _icon_size(self) -> float:
        return 84 if self.theme.elder else 60

    def height_for(self, width: int) -> int:
        return max(super().height_for(width), self.theme.px(130))

    def press_changed(self) -> None:
        if self.pressed:
            self.filling.start()
        else:
            self.filling.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - where it is let go does not matter
        self._press(False)

    def hideEvent(self, _event: QHideEvent) -> None:
        self._press(False)

    def activate(self) -> None:
        """A key let go, as a finger let go, does nothing."""

    def _held(self) -> None:
        self._press(False)
        self.activated.emit(self.test_id)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect(), border=None)
        if self.pressed:
            outline = QPainterPath()
            corner = theme.px(shapes.CARD_RADIUS)
            outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
            painter.save()
            painter.setClipPath(outline)
            reach = self.width() * float(self.filling.currentValue())
            painter.fillRect(QRectF(0, 0, reach, self.height()), theme.color("danger_tint"))
            painter.setPen(theme.pen("danger", 6))
            painter.drawLine(QPointF(reach, 0), QPointF(reach, self.height()))
            painter.restore()
        shapes.card(painter, theme, self.rect(), fill=None, border="danger", line=4)
        self.paint_words(painter, "danger")


class DoubleTouch(Row):
    """The same without holding: the first touch wakes a second button at another place, and only that one acts.

    Emits ``test_id`` at the second touch; ``test_id-first`` when woken, so that the voice may ask for the second.
    """

    def __init__(self, theme: Theme, test_id: str, first: str, second: str, waiting: str) -> None:
        self.first = DangerButton(theme, f"{test_id}-first", first)
        self.second = DangerButton(theme, test_id, second)
        self.second.set_missing(waiting)
        super().__init__(theme, [self.first, self.second], shares=(3, 2))
        self.first.activated.connect(self._wake)

    def _wake(self) -> None:
        self.second.set_missing("")
