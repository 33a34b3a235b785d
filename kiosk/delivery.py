"""Brings every filing to a known outcome: journalled, sent while the citizen waits, sent again until it is answered.

The same id and the same bytes go out every time, so that a filing is neither lost nor doubled, whatever is pulled.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from backend_client.client import LicensingClient
from backend_client.clock import Clock, SystemClock
from backend_client.errors import OutcomeUnknown, Refused, SessionEnded, Unreachable
from backend_client.models import Filing, FilingBody, Problem
from backend_client.query_code import new_submission_id, query_code
from backend_client.wire import encode_body
from kiosk.journal import LONGEST_WAIT, Entry, EntryState, Journal, JournalError

log = logging.getLogger(__name__)

# The server's answers about the filing itself. Any other refusal is about this terminal (its address, its ticket, its
# release): the filing is kept, and tried again until somebody has put that right.
_FINAL = frozenset({409, 422})


@dataclass(frozen=True)
class Filed:
    filing: Filing


@dataclass(frozen=True)
class RefusedOutcome:
    problem: Problem


@dataclass(frozen=True)
class Unknown:
    """Saved and still on its way: not an error, and not to be filed again."""

    submission_id: str
    query_code: str


Settled = Filed | RefusedOutcome
Outcome = Filed | RefusedOutcome | Unknown


@dataclass(frozen=True)
class Pace:
    """Seconds."""

    deadline: float = 15.0  # the citizen's longest wait, all attempts together; and of one attempt behind his back
    first_pause: float = 1.0  # doubles with every attempt; the true pause is drawn between nothing and it
    longest_pause: float = 300.0


@dataclass(frozen=True)
class _Later:
    """An attempt that settled nothing."""

    state: EntryState
    pause: float  # seconds until the next


class Deliverer:
    """``on_settled(submission_id, outcome)`` is called in a worker thread for each filing that reaches its outcome."""

    def __init__(
        self,
        journal: Journal,
        client: LicensingClient,
        *,
        on_settled: Callable[[str, Settled], None] = lambda _id, _outcome: None,
        pace: Pace | None = None,
        clock: Clock | None = None,
        chance: random.Random | None = None,
    ) -> None:
        self._journal = journal
        self._client = client
        self._on_settled = on_settled
        self._pace = pace or Pace()
        self._clock = clock or SystemClock()
        self._chance = chance or random.Random()
        self._in_hand: set[str] = set()  # filings whose citizen is waiting: the thread leaves them alone
        self._hasten = True  # what an earlier run left behind is tried at once
        self._quiet_until = 0.0  # monotonic; the server asked for rest
        self._bell = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="delivery", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def deliver(
        self,
        body: FilingBody,
        *,
        token: str,
        ticket: str,
        on_saved: Callable[[Unknown], None] = lambda _saved: None,
    ) -> Outcome:
        """Within ``pace.deadline`` seconds. Raises ``JournalError`` if it could not be saved: then nothing was sent.

        ``on_saved`` is told the filing's numbers, in this thread, once it is journalled and before it is sent.
        """
        now = self._clock.now()
        submission_id = new_submission_id(now)
        self._in_hand.add(submission_id)
        try:
            entry = self._journal.record(
                submission_id, body=encode_body(body), ticket=ticket, transaction=body.transaction, now=now
            )
            saved = Unknown(submission_id, query_code(submission_id))
            on_saved(saved)
            return self._send(entry, token) or saved
        finally:
            self._in_hand.discard(submission_id)
            self._bell.set()

    def wake(self) -> None:
        """The line seems to be back: everything is tried now. Returns at once."""
        self._hasten = True
        self._bell.set()

    def close(self) -> None:
        """Ends at once, mid-attempt too, and the client with it. What is not settled stays journalled."""
        self._closing.set()
        self._bell.set()
        self._client.close()
        if self._thread.ident is not None:
            self._thread.join()

    # --- while the citizen waits -----------------------------------------------------------------------------------

    def _send(self, entry: Entry, token: str) -> Settled | None:
        ends = self._clock.monotonic() + self._pace.deadline
        left = self._pace.deadline
        while left > 0:
            result = self._attempt(entry, token, left)
            try:
                self._book(entry, result)
            except JournalError as error:  # it is in the journal since before; what he is told stays true
                log.error("delivery-not-booked: %s", error)
            if not isinstance(result, _Later):
                return result
            entry = replace(entry, attempts=entry.attempts + 1, state=result.state)
            left = ends - self._clock.monotonic() - result.pause
            if left <= 0 or self._closing.wait(result.pause):
                break
        return None

    # --- behind his back -------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            self._bell.clear()
            try:
                pause = self._round()
            except Exception as error:  # this thread carries every filing: it outlives a full disk, too
                log.error("delivery-round-failed: %s", type(error).__name__)
                pause = self._pace.longest_pause
            if self._closing.is_set():
                return
            self._bell.wait(pause)

    def _round(self) -> float | None:
        """Tries what is due. Seconds until something is due again, None if nothing waits."""
        if self._hasten:
            self._hasten = False
            self._journal.hasten(self._clock.now())
        for entry in self._journal.due(self._clock.now()):
            rest = self._quiet_until - self._clock.monotonic()
            if rest > 0 or self._closing.is_set():
                return rest
            if entry.submission_id not in self._in_hand:
                self._book(entry, self._attempt(entry, entry.ticket, self._pace.deadline))
        waiting = [entry.next_at for entry in self._journal.postponed() if entry.submission_id not in self._in_hand]
        return max(0.0, (min(waiting) - self._clock.now()).total_seconds()) if waiting else None

    # --- one attempt -------------------------------------------------------------------------------------------------

    def _attempt(self, entry: Entry, bearer: str, deadline: float) -> Settled | _Later:
        ends = self._clock.monotonic() + deadline
        try:
            return Filed(
                self._client.file(entry.body, submission_id=entry.submission_id, bearer=bearer, deadline=deadline)
            )
        except Unreachable:
            return _Later(entry.state, self._pause(entry))
        except OutcomeUnknown as error:
            return _Later("unknown", self._rest(error.retry_after) if error.retry_after else self._pause(entry))
        except SessionEnded:
            if bearer != entry.ticket:  # the visit is over; the ticket still speaks for this filing
                return self._attempt(entry, entry.ticket, ends - self._clock.monotonic())
        except Refused as refused:
            if refused.problem.status in _FINAL:
                return RefusedOutcome(refused.problem)
        return _Later("stuck", self._pace.longest_pause)

    def _book(self, entry: Entry, result: Settled | _Later) -> None:
        if isinstance(result, _Later):
            until = self._clock.now() + timedelta(seconds=result.pause)
            self._journal.postpone(entry.submission_id, until=until, state=result.state)
        else:
            self._journal.settle(entry.submission_id)
            self._on_settled(entry.submission_id, result)

    def _pause(self, entry: Entry) -> float:
        """Full jitter: terminals that were cut off together do not come back together."""
        ceiling = self._pace.first_pause * 2.0 ** min(entry.attempts, 16)
        return self._chance.uniform(0.0, min(self._pace.longest_pause, ceiling))

    def _rest(self, asked: float) -> float:
        """The server asked to be left alone, by all filings."""
        pause = min(asked, LONGEST_WAIT.total_seconds())
        self._quiet_until = self._clock.monotonic() + pause
        return pause
