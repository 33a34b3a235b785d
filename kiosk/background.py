"""The one way to run slow work: devices, network, face and paper never run on the thread that paints the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Timer(Protocol):
    def cancel(self) -> None: ...


class Background(Protocol):
    """What the core needs of the toolkit: work elsewhere, results here. ``done`` and ``failed`` run on the
    screen's thread.
    """

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None: ...

    def post(self, call: Callable[[], None]) -> None:
        """From any thread: runs the call on the screen's thread."""

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """From the screen's thread: runs the call once, after a while."""
