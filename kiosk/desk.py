"""What the parts of one visit share: the visit itself, the services, and slow work whose late answers are dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kiosk.services import Services
from kiosk.session import Visit

T = TypeVar("T")


class Desk:
    """One visit's desk. ``changed`` asks for the screen to be shown anew."""

    def __init__(self, services: Services, changed: Callable[[], None]) -> None:
        self.services = services
        self.visit = Visit()
        self._changed = changed
        self._open = True

    def changed(self) -> None:
        if self._open:
            self._changed()

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Slow work for this visit. What comes back after the visit has ended meets nobody."""
        self.services.background.run(work, self.guarded(done), self.guarded(failed))

    def guarded(self, call: Callable[[T], None]) -> Callable[[T], None]:
        def if_open(value: T) -> None:
            if self._open:
                call(value)

        return if_open

    def close(self) -> None:
        """Ends the visit: nothing of it is left, and nothing comes back to it."""
        self._open = False
        self.visit.wipe()
