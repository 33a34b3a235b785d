"""What can be touched: acts on release inside, sliding off cancels, shows the press at once, works by keyboard."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.theme import Theme
from kiosk.screens.widgets.block import Block

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@runtime_checkable
class FocusHost(Protocol):
    """A page or a sheet: it draws the ring round the control that has the keyboard."""

    def show_focus(self, control: QWidget | None) -> None: ...


class Control(Block):
    """A Block that emits ``activated`` with its own id when touched. ``test_id`` and ``name`` may not be empty."""

    pressed = False  # of the class: asked for even while the widget is being taken down

    def __init__(self, theme: Theme, test_id: str, name: str) -> None:
        if not test_id or not name:
            raise ValueError("a control needs an id and a name")
        super().__init__(theme, test_id, name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a touch must not draw the keyboard's ring

    def activate(self) -> None:
        """What a touch does; subclasses change their state here and call super."""
        self.activated.emit(self.test_id)

    def _press(self, pressed: bool) -> None:
        if pressed != self.pressed:
            self.pressed = pressed
            self.press_changed()
            self.update()

    def press_changed(self) -> None:
        """For controls that act while held."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.rect().contains(event.position().toPoint()):
            self._press(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.pressed:
            inside = self.rect().contains(event.position().toPoint())
            self._press(False)
            if inside:
                self.activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            if not event.isAutoRepeat():
                self._press(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS and self.pressed and not event.isAutoRepeat():
            self._press(False)
            self.activate()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEY:  # Qt also hands the focus on when a window opens or a page goes
            self._tell_host(self)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._press(False)
        self._tell_host(None)
        super().focusOutEvent(event)

    def _tell_host(self, control: QWidget | None) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, FocusHost):
            parent = parent.parentWidget()
        if parent is not None:
            parent.show_focus(control)
