"""Refusals on their way to the citizen: a stable code and a sentence that says what happened and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from licensing_server.contract.licences import Reason
from licensing_server.contract.problems import Problem

TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    500: "Internal Server Error",
}
MEDIA_TYPE = "application/problem+json"


def problem(status: int, code: str, detail: str, reasons: Sequence[Reason] = ()) -> Problem:
    return Problem(
        type=f"urn:licensing:problem:{code}",
        title=TITLES[status],
        status=status,
        code=code,
        detail=detail,
        reasons=list(reasons),
    )


class ProblemError(Exception):
    """Raised where a request cannot be answered; the routes turn it into application/problem+json."""

    def __init__(self, status: int, code: str, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.problem = problem(status, code, detail)
        self.headers = headers


def not_found(what: str) -> ProblemError:
    """Also the answer for another holder's licence or filing: no hint that it exists."""
    return ProblemError(404, "not-found", f"没有找到这{what}。")
