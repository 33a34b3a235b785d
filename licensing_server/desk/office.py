"""The office: settings, clock and database that every desk works with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from licensing_server.clock import Clock
from licensing_server.settings import Settings
from licensing_server.store.database import Database


@dataclass(frozen=True)
class Office:
    settings: Settings
    clock: Clock
    database: Database

    def now(self) -> datetime:
        return self.clock()

    def today(self) -> date:
        return self.clock().date()
