"""看全部: shows what is masked only while it is held."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from kiosk.screens.theme import Theme
from kiosk.screens.widgets.buttons import SmallButton


class PeekButton(SmallButton):
    """``peeked(bool)`` says whether to show; it never stays on when the button is hidden."""

    peeked = Signal(bool)
    _on = False  # of the class: asked for even while the widget is being taken down

    def __init__(self, theme: Theme, test_id: str, text: str) -> None:
        super().__init__(theme, test_id, text)

    def _show_all(self, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.peeked.emit(on)

    def press_changed(self) -> None:
        self._show_all(self.pressed)

    def hideEvent(self, _event: QHideEvent) -> None:
        self._show_all(False)
