"""The server's time. It is handed to whoever needs it, so that a test can stand at any day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

TIME_ZONE = "Asia/Shanghai"
SHANGHAI = ZoneInfo(TIME_ZONE)

Clock = Callable[[], datetime]
"""Now, with the offset of Asia/Shanghai."""


def system_clock() -> datetime:
    return datetime.now(SHANGHAI).replace(microsecond=0)
