"""Nobody touches for a while: the citizen is asked whether he is still there, then everything is wiped."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.background import Background, Timer


class IdleWatch:
    """Runs while a visit is open. ``warn`` and ``expire`` are called on the screen's thread."""

    def __init__(self, background: Background, warn: Callable[[], None], expire: Callable[[], None]) -> None:
        self._background = background
        self._warn = warn
        self._expire = expire
        self._timer: Timer | None = None
        self._idle_s = self._warning_s = 0.0

    def start(self, idle_s: float, warning_s: float) -> None:
        """Begins anew: also after each touch, and after "more time"."""
        self.stop()
        self._idle_s, self._warning_s = idle_s, warning_s
        self._timer = self._background.later(idle_s, self._on_idle)

    def stop(self) -> None:
        """While the machine itself is at work, or nobody is there."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _on_idle(self) -> None:
        self._timer = self._background.later(self._warning_s, self._on_expiry)
        self._warn()

    def _on_expiry(self) -> None:
        self._timer = None
        self._expire()
