"""The development dock: stands beside the terminal's window and moves the simulated devices. Not part of a real
terminal.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from kiosk.devices.simulators import NoCardLies, SimulatorBench
from kiosk.screens.window import Window

SIZES = {"1080 × 1920": (1080, 1920), "1920 × 1080": (1920, 1080), "1280 × 1024": (1280, 1024)}
MARGIN = 0.92  # of the screen's height, for the window's frame and the desktop's own bars


class Dock(QWidget):
    """Plain desktop controls in English: it is for developers and testers."""

    def __init__(self, window: Window, simulators: Path) -> None:
        super().__init__(window, Qt.WindowType.Window)  # goes when the terminal's window is closed
        self.setWindowTitle("devices")
        self._window = window
        self._bench = SimulatorBench(simulators)
        self._people = QComboBox()
        for key, name in self._bench.people():
            self._people.addItem(f"{key} · {name}", key)
        self._sizes = QComboBox()
        self._sizes.addItems(list(SIZES))
        self._sizes.currentTextChanged.connect(self._resize)
        self._said = QLabel()
        grid = QGridLayout(self)
        grid.addWidget(QLabel("panel"), 0, 0)
        grid.addWidget(self._sizes, 0, 1)
        grid.addWidget(QLabel("card"), 1, 0)
        grid.addWidget(self._people, 1, 1)
        actions = {
            "place card": lambda: self._bench.place(self._people.currentData()),
            "remove card": self._bench.remove_card,
            "spoil card": lambda: self._bench.spoil_card("unreadable"),
            "move card": lambda: self._bench.spoil_card("moved"),
            "paper out": self._bench.paper_out,
            "jam printer": self._bench.jam,
            "printer off": self._bench.switch_printer_off,
            "printer well": self._bench.refill,
        }
        for place, (text, action) in enumerate(actions.items()):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked=False, text=text, action=action: self._do(text, action))
            grid.addWidget(button, 2 + place // 2, place % 2)
        grid.addWidget(self._said, 6, 0, 1, 2)
        grid.addWidget(QLabel(f"prints: {self._bench.printer_folder / 'out'}"), 7, 0, 1, 2)
        self._bench.remove_card()
        self._bench.refill()

    def show_beside(self) -> None:
        """The terminal at the largest scale that fits the desktop, the dock at its right."""
        self._resize(self._sizes.currentText())
        self.move(self._window.x() + self._window.width() + 12, self._window.y())
        self.show()

    def _resize(self, name: str) -> None:
        width, height = SIZES[name]
        room = self.screen().availableGeometry()
        scale = min(1.0, room.height() * MARGIN / height, room.width() * MARGIN / width)
        self._window.show_sized(round(width * scale), round(height * scale))

    def _do(self, text: str, action: object) -> None:
        assert callable(action)
        try:
            action()
        except NoCardLies:
            self._said.setText("no card lies there")
        else:
            self._said.setText(f"done: {text}")
