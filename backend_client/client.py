"""The licensing API as plain calls for worker threads: each answers with a typed value or raises an ``ApiError``.

One client serves one terminal, hence one citizen at a time: it keeps his session's token and forgets it when he leaves.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

import msgspec

from backend_client import wire
from backend_client.answer import Answer
from backend_client.clock import Clock, SystemClock
from backend_client.errors import OutcomeUnknown, SessionEnded, Unreachable
from backend_client.models import (
    CardRead,
    Certificate,
    Filing,
    FilingList,
    Licence,
    LicenceList,
    Notice,
    NoticeList,
    NoticeSummary,
    Rating,
    Service,
    Session,
    SessionOpening,
    SubmissionOutcome,
)
from backend_client.transport import Transport

T = TypeVar("T")

_ZONE = ZoneInfo("Asia/Shanghai")


class LicensingClient:
    """``timeout`` is the total of one call in seconds, from the look-up of the name to the last byte of the answer."""

    def __init__(
        self,
        base_url: str | Callable[[], str],
        *,
        timeout: float = 10.0,
        connect_timeout: float = 5.0,
        clock: Clock | None = None,
    ) -> None:
        self._clock = clock or SystemClock()
        self._timeout = timeout
        self._transport = Transport(base_url, connect_timeout=connect_timeout)
        self._lock = threading.Lock()
        self._token: str | None = None
        self._visit = 0  # counts sessions asked for and left, so that a late answer opens nobody else's visit
        self._ahead: timedelta | None = None  # of the server's clock over our monotonic seconds, taken as a date

    def now(self) -> datetime:
        """The server's time in Asia/Shanghai, from its last answer; the machine's own until there was one."""
        ahead = self._ahead
        return self._clock.now().astimezone(_ZONE) if ahead is None else self._uptime() + ahead

    def close(self) -> None:
        """Ends every call under way with ``Unreachable`` or ``OutcomeUnknown``, and all later ones."""
        self._transport.close()

    # --- before anyone identifies himself ------------------------------------------------------------------------

    def service(self) -> Service:
        return self._get("/service", Service)

    def notices(self) -> tuple[NoticeSummary, ...]:
        return self._get("/notices", NoticeList).notices

    def notice(self, notice_id: str) -> Notice:
        return self._get(f"/notices/{_segment(notice_id)}", Notice)

    # --- the citizen's session -------------------------------------------------------------------------------------

    def open_session(self, card: CardRead) -> Session:
        """From here on the calls below speak for this holder. Raises ``Refused`` where the card will not do.

        Raises ``SessionEnded`` if he left, or another came, before the answer.
        """
        visit = self._leave()[1]
        opening = msgspec.json.encode(SessionOpening(card=card))
        session = wire.decode(self._send("POST", "/sessions", body=opening), Session)
        with self._lock:
            if visit == self._visit:
                self._token = session.token
                return session
        self._send("DELETE", "/sessions/current", bearer=session.token)
        raise SessionEnded("left before it was opened")

    def close_session(self) -> None:
        """Forgets the session at once, then tells the server. Call it at the end of every visit, opened or not."""
        token, _ = self._leave()
        if token is not None:
            wire.check(self._send("DELETE", "/sessions/current", bearer=token))

    def licences(self) -> tuple[Licence, ...]:
        return self._get("/licences", LicenceList, bearer=self._bearer()).licences

    def licence(self, licence_no: str) -> Licence:
        return self._get(f"/licences/{_segment(licence_no)}", Licence, bearer=self._bearer())

    def certificate(self, licence_no: str, purpose: str) -> Certificate:
        path = f"/licences/{_segment(licence_no)}/certificate?{urlencode({'purpose': purpose})}"
        return self._get(path, Certificate, bearer=self._bearer())

    def filings(self) -> tuple[Filing, ...]:
        return self._get("/filings", FilingList, bearer=self._bearer()).filings

    def filing(self, filing_no: str) -> Filing:
        return self._get(f"/filings/{_segment(filing_no)}", Filing, bearer=self._bearer())

    def withdraw(self, filing_no: str) -> Filing:
        path = f"/filings/{_segment(filing_no)}/withdrawal"
        return wire.decode(self._send("POST", path, bearer=self._bearer()), Filing)

    def rate(self, filing_no: str, stars: int) -> Filing:
        path, body = f"/filings/{_segment(filing_no)}/rating", msgspec.json.encode(Rating(stars=stars))
        return wire.decode(self._send("PUT", path, bearer=self._bearer(), body=body), Filing)

    def submission(self, query_code: str) -> SubmissionOutcome:
        return self._get(f"/submissions/{_segment(query_code)}", SubmissionOutcome, bearer=self._bearer())

    # --- filing ----------------------------------------------------------------------------------------------------

    def file(self, body: bytes, *, submission_id: str, bearer: str, deadline: float | None = None) -> Filing:
        """Sends one filing once; the same id with the same bytes may be sent again and again and counts once.

        ``bearer`` is the session's token or the filing ticket; ``deadline`` in seconds, the client's time-out if None.
        """
        answer = self._send(
            "POST", "/filings", bearer=bearer, body=body, idempotency_key=submission_id, deadline=deadline
        )
        filing = wire.decode(answer, Filing)
        if filing.submission_id != submission_id:
            raise OutcomeUnknown("the answer belongs to another submission")
        return filing

    # --- how a call is made ----------------------------------------------------------------------------------------

    def _leave(self) -> tuple[str | None, int]:
        with self._lock:
            token, self._token = self._token, None
            self._visit += 1
            return token, self._visit

    def _bearer(self) -> str:
        token = self._token
        if token is None:
            raise SessionEnded("no session is open")
        return token

    def _get(self, path: str, into: type[T], *, bearer: str | None = None) -> T:
        """Reading twice harms nobody, so a line that broke is tried once more within the same time-out."""
        begun = self._clock.monotonic()
        try:
            answer = self._send("GET", path, bearer=bearer)
        except (Unreachable, OutcomeUnknown):
            left = self._timeout - (self._clock.monotonic() - begun)
            if left <= 0:
                raise
            answer = self._send("GET", path, bearer=bearer, deadline=left)
        return wire.decode(answer, into)

    def _send(
        self,
        method: str,
        path: str,
        *,
        bearer: str | None = None,
        body: bytes | None = None,
        idempotency_key: str | None = None,
        deadline: float | None = None,
    ) -> Answer:
        headers = {"Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if bearer is not None:
            headers["Authorization"] = f"Bearer {bearer}"
        if idempotency_key is not None:
            headers["Idempotency-Key"] = idempotency_key
        answer = self._transport.exchange(
            method, f"/v1{path}", headers=headers, body=body, deadline=self._timeout if deadline is None else deadline
        )
        self._set_clock(answer)
        return answer

    def _set_clock(self, answer: Answer) -> None:
        """Only by an answer that is the server's own: a portal on the way may tell any time."""
        time = wire.server_time(answer)
        if time is not None and 200 <= answer.status < 300:
            self._ahead = time.astimezone(_ZONE) - self._uptime()

    def _uptime(self) -> datetime:
        return datetime.fromtimestamp(self._clock.monotonic(), _ZONE)


def _segment(text: str) -> str:
    return quote(text, safe="")
