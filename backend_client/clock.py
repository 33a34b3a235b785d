"""The clocks the client is given: the machine's own, often wrong in a village, and one that only goes forward."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The machine's own date and time, aware, UTC. May jump."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go backwards, from any beginning."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()
