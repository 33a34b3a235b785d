"""Watches the screen's thread: the longest time in which it could not have answered a touch."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 4


class StallWatch(QObject):
    """A heart beats on the screen's thread; a beat that comes late tells how long something else held the thread."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """A new walk; what came before is forgotten."""
        self.longest_ms = 0.0
        self._last = perf_counter()

    def leave_out(self) -> None:
        """The watcher's own pictures are not the terminal's work: the time until now does not count."""
        self._last = perf_counter()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000 - BEAT_MS)
        self._last = now
