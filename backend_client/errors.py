"""How a call to the licensing API can fail, by what is known afterwards.

One tree; ``code`` is stable for the failure catalogue. The messages hold nothing personal and no token: they may be
logged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from backend_client.models import Problem


class ApiError(Exception):
    code: ClassVar[str]


class Refused(ApiError):
    """The server understood and said no; ``problem.detail`` is its sentence for the citizen."""

    code = "api.refused"

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"refused: {problem.code} ({problem.status})")
        self.problem = problem


class SessionEnded(ApiError):
    """The session, or the filing ticket, is no longer valid: nothing was done."""

    code = "api.session-ended"


class Unreachable(ApiError):
    """Not one byte of the request was sent, so nothing happened there."""

    code = "api.unreachable"


class OutcomeUnknown(ApiError):
    """The request left, and no answer came that can be trusted: it may have been carried out."""

    code = "api.outcome-unknown"

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after  # seconds; the server asked for this pause
