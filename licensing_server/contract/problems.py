"""The one shape of every refusal (RFC 9457)."""

from __future__ import annotations

from pydantic import Field

from licensing_server.contract.licences import Reason
from licensing_server.contract.names import Model


class Problem(Model):
    """``detail`` is a Chinese sentence fit for the citizen; ``code`` is stable."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    reasons: list[Reason] = Field(default_factory=list)
