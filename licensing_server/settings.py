"""The server's settings: one commented TOML holds every default, a second one may override single values."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from licensing_server.contract.names import TransactionName

DEFAULTS = Path(__file__).with_name("settings.toml")


class Section(BaseModel):
    """A misspelt or missing setting stops the start instead of being ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WindowSettings(Section):
    name: str
    address: str
    hours: str
    phone: str


class ServiceSettings(Section):
    authority: str
    authority_code: str
    hotline: str
    window: WindowSettings


class PledgeSettings(Section):
    id: str
    paragraphs: tuple[str, ...]


class SessionSettings(Section):
    idle_minutes: int
    absolute_minutes: int
    ticket_days: int


class LimitSettings(Section):
    body_bytes: int
    signature_strokes: int
    signature_min_ink: float


class ReviewSettings(Section):
    promised_working_days: dict[TransactionName, int]
    remedy: str
    decide_at_once: dict[TransactionName, bool]


class DeliverySettings(Section):
    post: str
    visit: str
    collect: str


class RenewSettings(Section):
    window_days: int
    urgent_days: int
    max_years: int
    years_by_grade: dict[str, int]


class CancelSettings(Section):
    cease_within_days: int


class SuspendSettings(Section):
    min_months: int
    max_months: int
    start_within_days: int


class ResumeSettings(Section):
    overdue_within_days: int


class CertificateSettings(Section):
    type_code: str


class Settings(Section):
    service: ServiceSettings
    pledge: PledgeSettings
    session: SessionSettings
    limits: LimitSettings
    review: ReviewSettings
    delivery: DeliverySettings
    renew: RenewSettings
    cancel: CancelSettings
    suspend: SuspendSettings
    resume: ResumeSettings
    certificate: CertificateSettings


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """``base`` with the values of ``over``, table by table."""
    both = {key: merged(base[key], value) for key, value in over.items() if isinstance(base.get(key), dict)}
    return {**base, **over, **both}


@cache
def load(override: Path | None = None) -> Settings:
    """The defaults, changed by ``override`` or by the file that LICENSING_SETTINGS names.

    Raises OSError, tomllib.TOMLDecodeError or pydantic.ValidationError when the override is unusable.
    """
    values = tomllib.loads(DEFAULTS.read_text("utf-8"))
    named = override or (Path(path) if (path := os.environ.get("LICENSING_SETTINGS")) else None)
    if named:
        values = merged(values, tomllib.loads(named.read_text("utf-8")))
    return Settings.model_validate(values)
