"""A pair of hands and eyes: synthesizes touches on the real window, waits for what the machine does, takes pictures.

Nothing is bypassed: a touch goes through Qt's event queue to whatever control lies under the point.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screens.tour.stall import StallWatch
from kiosk.screens.window import Window

PATIENCE_S = 30.0
HOLD_MARGIN_S = 0.3


class TourError(Exception):
    """What was to be on the screen is not there; the text says what and where."""


class Driver:
    """``touches`` counts what a person would have had to touch."""

    def __init__(self, window: Window, pictures: Path) -> None:
        self.window = window
        self.terminal = window.terminal
        self.watch = StallWatch()
        self.touches = 0
        self.screens: list[Path] = []
        self._pictures = pictures
        self._walk = ""
        self._taken: set[str] = set()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._written: list[Future[bool]] = []
        self._device = QTest.createTouchDevice()
        # Qt builds its touch types at the first use; that is not the terminal's time.
        QTest.touchEvent(window, self._device).stationary(0).commit()

    def begin(self, walk: str) -> None:
        self._walk = walk
        self.touches = 0
        self.screens = []
        self._taken = set()
        self.watch.begin()

    def close(self) -> None:
        self.watch.stop()
        self._writer.shutdown(wait=True)
        if not all(each.result() for each in self._written):
            raise TourError("a picture could not be written")

    # --- hands ----------------------------------------------------------------------------------------------------

    def touch(self, control: str) -> None:
        """Touches a control by its id, on whichever page of the screen it is."""
        self._press(self._find(control))
        self.settle()

    def touch_first(self, *prefixes: str) -> None:
        """Touches the first control whose id begins with one of these."""
        found = self._visible(lambda name: name.startswith(prefixes))
        if found is None:
            raise TourError(f"no control {' or '.join(prefixes)}… on {self.where}")
        self._press(found)
        self.settle()

    def hold(self, control: str, seconds: float) -> None:
        widget = self._find(control)
        point = self._centre(widget)
        QTest.touchEvent(self.window, self._device).press(0, point, self.window).commit()
        self.wait_for(lambda: False, seconds + HOLD_MARGIN_S)
        QTest.touchEvent(self.window, self._device).release(0, point, self.window).commit()
        self.touches += 1
        self.settle()

    def sign(self, pad: str) -> None:
        """Two strokes, as a finger makes them."""
        widget = self._find(pad)
        corner = widget.mapTo(self.window, QPoint(0, 0))
        width, height = widget.width(), widget.height()
        for path in (
            [(0.25, 0.35), (0.35, 0.30), (0.30, 0.60), (0.42, 0.55)],
            [(0.55, 0.30), (0.60, 0.65), (0.72, 0.40)],
        ):
            points = [corner + QPoint(round(x * width), round(y * height)) for x, y in path]
            QTest.touchEvent(self.window, self._device).press(0, points[0], self.window).commit()
            for point in points[1:]:
                QTest.touchEvent(self.window, self._device).move(0, point, self.window).commit()
            QTest.touchEvent(self.window, self._device).release(0, points[-1], self.window).commit()
            self.touches += 1
            self.settle()

    # --- eyes -----------------------------------------------------------------------------------------------------

    @property
    def where(self) -> str:
        return f"{self._walk}/{self.window.screen_key}"

    def has(self, control: str) -> bool:
        return self._visible(lambda name: name == control) is not None

    def settle(self) -> None:
        """Lets Qt finish what the touch began, and takes a picture of a screen not seen before in this walk."""
        QApplication.processEvents()
        while self.window.stale:
            QApplication.processEvents()
        self.look()

    def look(self) -> None:
        key = self.window.screen_key
        if self._walk and key not in self._taken:
            self._taken.add(key)
            self._picture(key)

    def wait_for(self, condition: Callable[[], bool], seconds: float = PATIENCE_S) -> bool:
        """Runs the event loop until the condition holds; looks at every screen on the way. False after so many
        seconds.
        """
        loop, ends = QEventLoop(), time.monotonic() + seconds
        tick = QTimer()
        tick.setInterval(10)

        def check() -> None:
            if not self.window.stale:
                self.look()
            if condition() or time.monotonic() >= ends:
                loop.quit()

        tick.timeout.connect(check)
        tick.start()
        if not condition():
            loop.exec()
        tick.stop()
        self.settle()
        return condition()

    def expect(self, screen: str) -> None:
        if not self.wait_for(lambda: self.terminal.screen == screen):
            raise TourError(f"{screen} did not come after {self.where}")

    # --- how ------------------------------------------------------------------------------------------------------

    def _press(self, widget: QWidget) -> None:
        point = self._centre(widget)
        QTest.touchEvent(self.window, self._device).press(0, point, self.window).commit()
        QTest.touchEvent(self.window, self._device).release(0, point, self.window).commit()
        self.touches += 1

    def _centre(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.window, widget.rect().center())

    def _find(self, control: str) -> QWidget:
        self.settle()
        for _ in range(12):
            found = self._visible(lambda name: name == control)
            if found is not None:
                return found
            further = self._visible(lambda name: name == "page-next")
            if further is None:
                break
            self._press(further)
            self.settle()
        there = sorted(each.objectName() for each in self.window.top_layer.findChildren(QWidget) if each.isVisible())
        raise TourError(f"no control {control} on {self.where}; there are {' '.join(filter(None, there))}")

    def _visible(self, matches: Callable[[str], bool]) -> QWidget | None:
        layer = self.window.top_layer
        for widget in layer.findChildren(QWidget):
            if widget.isVisible() and widget.isEnabled() and matches(widget.objectName()):
                return widget
        return None

    def _picture(self, key: str) -> None:
        image: QImage = self.window.grab().toImage()
        self.watch.leave_out()
        name = f"{self._walk}-{len(self.screens) + 1:02}-{key.replace('/', '-').replace(':', '-')}.png"
        path = self._pictures / name
        self.screens.append(path)
        self._written.append(self._writer.submit(image.save, str(path)))
