"""The ring round the control that has the keyboard, and round a place that still has a gap; it lies over neighbours."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.colours import ColourRole
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes

LINE, DISTANCE = 6, 4


class FocusRing(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._color: ColourRole = "action"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, target: QWidget, color: ColourRole = "action") -> None:
        """Lie 4 px outside ``target``, which is somewhere inside the ring's parent."""
        self._color = color
        out = self._theme.px(DISTANCE + LINE)
        over = self.parentWidget()
        assert over is not None
        corner = target.mapTo(over, QPoint(0, 0))
        self.setGeometry(corner.x() - out, corner.y() - out, target.width() + 2 * out, target.height() + 2 * out)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shapes.card(
                painter,
                self._theme,
                QRectF(self.rect()),
                fill=None,
                border=self._color,
                line=LINE,
                radius=shapes.CARD_RADIUS + DISTANCE + LINE,
            )
