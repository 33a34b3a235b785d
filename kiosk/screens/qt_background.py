"""Runs slow work on a few threads and brings the results back to the screen's thread through Qt's event queue."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

T = TypeVar("T")

HEAD_START_MS = 40
WORKERS = 4  # a print that waits for paper, a filing under way, a look-up and one to spare


class QtTimer:
    """One call later; cancelling twice, or after it fired, is harmless."""

    def __init__(self, parent: QObject, seconds: float, call: Callable[[], None]) -> None:
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(call)
        self._timer.timeout.connect(self._timer.deleteLater)
        self._timer.start(round(seconds * 1000))
        self._done = False
        self._timer.destroyed.connect(self._on_destroyed)

    def _on_destroyed(self) -> None:
        self._done = True

    def cancel(self) -> None:
        if not self._done:
            self._timer.stop()
            self._timer.deleteLater()
            self._done = True


class QtBackground(QObject):
    """The toolkit's side of ``kiosk.background.Background``."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="background")
        self._closed = False
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        def job() -> None:
            try:
                value = work()
            except Exception as error:
                failure = error
                logging.getLogger(__name__).info("background work failed: %s", type(error).__name__)
                self.post(lambda: failed(failure))
            else:
                self.post(lambda: done(value))

        def submit() -> None:
            if not self._closed:
                self._pool.submit(job)

        # The screen that says what is being done is painted first: all threads share the interpreter's one lock.
        QTimer.singleShot(HEAD_START_MS, self, submit)

    def post(self, call: Callable[[], None]) -> None:
        if not self._closed:
            self._posted.emit(call)

    def later(self, seconds: float, call: Callable[[], None]) -> QtTimer:
        return QtTimer(self, seconds, call)

    def close(self) -> None:
        """Ends after the work under way; what it brings meets nobody."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _on_posted(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()
