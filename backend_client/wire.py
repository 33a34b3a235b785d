"""JSON out and in: the canonical bytes of a filing, and what each answer of the server means.

A filing may be settled only by an answer that is certainly the licensing server's. Anything else (a gateway's 502, a
captive portal's page, half a body) leaves the outcome unknown.
"""

from __future__ import annotations

import threading
from datetime import datetime
from typing import TypeVar

import msgspec

from backend_client.answer import Answer
from backend_client.errors import ApiError, OutcomeUnknown, Refused, SessionEnded
from backend_client.models import FilingBody, Problem

T = TypeVar("T")

# Request time-out, too early, too many requests: the server did not take the request up and may take it up later.
_NOT_YET = frozenset({408, 425, 429})

# msgspec learns a type at its first use, and two threads that teach it the same type at once crash the program.
_learning = threading.Lock()


def encode_body(body: FilingBody) -> bytes:
    """The bytes that are journalled and sent, the same for ever: keys sorted, UTF-8, no spaces."""
    return msgspec.json.encode(body, order="sorted")


def decode(answer: Answer, into: type[T]) -> T:
    """A 2xx answer as a typed value.

    Raises ``SessionEnded`` (401), ``Refused`` (other 4xx with a problem document) or ``OutcomeUnknown`` (all else).
    """
    check(answer)
    try:
        return _decoder(into).decode(answer.body)
    except msgspec.DecodeError:
        raise OutcomeUnknown(f"an answer {answer.status} that is no {into.__name__}") from None


def _decoder(into: type[T]) -> msgspec.json.Decoder[T]:
    with _learning:
        return msgspec.json.Decoder(into)


def check(answer: Answer) -> None:
    """Raises what an answer that is no success means; see ``decode``."""
    if not 200 <= answer.status < 300:
        raise _error(answer)


def _error(answer: Answer) -> ApiError:
    if 400 <= answer.status < 500 and answer.status not in _NOT_YET:
        try:
            problem = _decoder(Problem).decode(answer.body)
        except msgspec.DecodeError:
            return OutcomeUnknown(f"an answer {answer.status} without a problem document")
        return SessionEnded(problem.code) if answer.status == 401 else Refused(problem)
    return OutcomeUnknown(f"an answer {answer.status}", retry_after=retry_after(answer))


def server_time(answer: Answer) -> datetime | None:
    """The server's clock, to the second (RFC 9110 §6.6.1)."""
    return _http_date(answer.headers.get("date", ""))


def retry_after(answer: Answer) -> float | None:
    """Seconds the server asks to be left alone (RFC 9110 §10.2.3). A date is held against the server's own clock."""
    asked = answer.headers.get("retry-after", "")
    if asked.isascii() and asked.isdigit():
        return float(asked)
    until, now = _http_date(asked), server_time(answer)
    return max(0.0, (until - now).total_seconds()) if until and now else None


def _http_date(text: str) -> datetime | None:
    try:
        from email.utils import parsedate_to_datetime  # loads much, and the first picture needs none of it

        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
