"""A citizen signs; whatever happens to line, server and terminal, his filing arrives once and its outcome is known."""

from __future__ import annotations

import queue
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backend_client.client import LicensingClient
from backend_client.query_code import query_code
from kiosk.delivery import Deliverer, Filed, Pace, RefusedOutcome, Settled, Unknown
from kiosk.journal import KEY_BYTES, Journal, JournalError
from tests.backend_client import samples
from tests.backend_client.loopback import Conversation, Loopback, Reply, hang_up, problem, reply, reset, silence

KEY = bytes(KEY_BYTES)
BRISK = Pace(deadline=2.0, first_pause=0.01, longest_pause=0.05)
IMPATIENT = Pace(deadline=0.2, first_pause=0.01, longest_pause=0.05)
NOWHERE = "http://127.0.0.1:1"  # nobody listens at port 1
PATIENCE = 10.0  # seconds a test waits for an event before it fails


def accept(conversation: Conversation) -> None:
    """Takes the filing and answers with it, as the server does for a first delivery and for every further one."""
    submission_id = conversation.request.headers["idempotency-key"]
    conversation.send(reply(201, samples.as_json(samples.filing(submission_id))))


class Counter:
    """A terminal's desk: journal, client and deliverer against a server on loopback."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.path = folder / "journal.db"
        self.stack = stack
        self.settled: queue.Queue[tuple[str, Settled]] = queue.Queue()

    def against(self, *replies: Reply) -> Loopback:
        return self.stack.enter_context(Loopback(*replies))

    def open(self, address: str | Callable[[], str], pace: Pace, *, started: bool = True) -> Deliverer:
        self.journal = Journal(self.path, KEY)
        self.stack.callback(self.journal.close)
        client = LicensingClient(address)
        deliverer = Deliverer(
            self.journal, client, pace=pace, on_settled=lambda *it: self.settled.put(it), chance=random.Random(1)
        )
        self.stack.callback(deliverer.close)
        if started:
            deliverer.start()
        return deliverer

    def outcome(self) -> tuple[str, Settled]:
        return self.settled.get(timeout=PATIENCE)


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    with ExitStack() as stack:
        yield Counter(tmp_path, stack)


def deliver(deliverer: Deliverer) -> Filed | RefusedOutcome | Unknown:
    return deliverer.deliver(samples.body(), token="the-token", ticket="the-ticket")


def keys(server: Loopback) -> set[str]:
    return {request.headers["idempotency-key"] for request in server.requests}


def bearers(server: Loopback) -> list[str]:
    return [request.headers["authorization"].removeprefix("Bearer ") for request in server.requests]


# --- while he waits --------------------------------------------------------------------------------------------------


def test_on_a_good_day_he_sees_his_filing_and_nothing_stays_behind(counter: Counter) -> None:
    server = counter.against(accept)
    outcome = deliver(counter.open(server.url, BRISK))
    assert isinstance(outcome, Filed)
    assert outcome.filing.submission_id in keys(server)
    assert counter.outcome() == (outcome.filing.submission_id, outcome)
    assert counter.journal.postponed() == ()


def test_he_may_be_shown_his_number_before_anything_is_sent(counter: Counter) -> None:
    server = counter.against(accept)
    deliverer = counter.open(server.url, BRISK)
    shown: list[tuple[Unknown, int]] = []

    def show(saved: Unknown) -> None:
        assert [entry.submission_id for entry in counter.journal.postponed()] == [saved.submission_id]
        shown.append((saved, len(server.requests)))

    outcome = deliverer.deliver(samples.body(), token="the-token", ticket="the-ticket", on_saved=show)
    assert isinstance(outcome, Filed)
    submission_id = outcome.filing.submission_id
    assert shown == [(Unknown(submission_id, query_code(submission_id)), 0)]


def test_a_line_that_breaks_is_tried_again_under_his_eyes_with_the_same_bytes_and_key(counter: Counter) -> None:
    server = counter.against(reset, hang_up, reply(502, b"Bad Gateway"), accept)
    assert isinstance(deliver(counter.open(server.url, BRISK)), Filed)
    assert len(server.requests) == 4
    assert len(keys(server)) == 1
    assert len({request.body for request in server.requests}) == 1


def test_a_refusal_is_final_and_is_not_sent_again(counter: Counter) -> None:
    server = counter.against(problem(409, "filing.already-open"))
    outcome = deliver(counter.open(server.url, BRISK))
    assert isinstance(outcome, RefusedOutcome)
    assert outcome.problem.code == "filing.already-open"
    assert counter.journal.postponed() == ()
    assert len(server.requests) == 1


def test_a_session_that_ended_hands_over_to_the_ticket(counter: Counter) -> None:
    server = counter.against(problem(401, "unauthenticated"), accept)
    assert isinstance(deliver(counter.open(server.url, BRISK)), Filed)
    assert bearers(server) == ["the-token", "the-ticket"]


def test_what_cannot_be_saved_is_not_sent(counter: Counter) -> None:
    server = counter.against(accept)
    deliverer = counter.open(server.url, BRISK, started=False)
    counter.journal.close()
    with pytest.raises(JournalError):
        deliver(deliverer)
    assert server.requests == []


@pytest.mark.logs("delivery-not-booked")
def test_a_filing_that_arrived_is_told_so_even_when_the_disk_fails_afterwards(counter: Counter) -> None:
    def accept_and_break_the_disk(conversation: Conversation) -> None:
        counter.journal.close()
        accept(conversation)

    server = counter.against(accept_and_break_the_disk)
    assert isinstance(deliver(counter.open(server.url, BRISK, started=False)), Filed)


# --- when no answer comes ------------------------------------------------------------------------------------------


def test_without_an_answer_he_goes_home_with_a_number_and_the_filing_follows_by_itself(counter: Counter) -> None:
    server = counter.against(silence, accept)
    unknown = deliver(counter.open(server.url, IMPATIENT))
    assert isinstance(unknown, Unknown)
    assert unknown.query_code == query_code(unknown.submission_id)
    submission_id, settled = counter.outcome()
    assert submission_id == unknown.submission_id
    assert isinstance(settled, Filed)
    assert keys(server) == {unknown.submission_id}
    assert bearers(server) == ["the-token", "the-ticket"]
    assert counter.journal.postponed() == ()


def test_with_the_line_cut_it_is_saved_and_goes_out_when_the_line_is_back(counter: Counter) -> None:
    server = counter.against(accept)
    line = [NOWHERE]
    deliverer = counter.open(lambda: line[-1], Pace(deadline=0.2, first_pause=3600, longest_pause=3600))
    assert isinstance(deliver(deliverer), Unknown)
    assert [entry.state for entry in counter.journal.postponed()] == ["unsent"]
    line.append(server.url)
    deliverer.wake()
    assert isinstance(counter.outcome()[1], Filed)


def test_a_restarted_terminal_sends_at_once_what_the_last_run_left(counter: Counter) -> None:
    first = counter.open(NOWHERE, Pace(deadline=0.05, first_pause=3600, longest_pause=3600))
    unknown = deliver(first)
    assert isinstance(unknown, Unknown)
    first.close()
    counter.journal.close()
    server = counter.against(accept)
    counter.open(server.url, BRISK)
    assert counter.outcome()[0] == unknown.submission_id


def test_a_refusal_after_he_left_is_an_outcome_too(counter: Counter) -> None:
    server = counter.against(silence, problem(409, "filing.already-open"))
    assert isinstance(deliver(counter.open(server.url, IMPATIENT)), Unknown)
    assert isinstance(counter.outcome()[1], RefusedOutcome)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413])
def test_a_refusal_of_the_terminal_itself_never_drops_a_filing(counter: Counter, status: int) -> None:
    """A wrong address, a ticket that ran out: somebody must put that right, and then the filing goes."""
    wrong = problem(status, "terminal")
    server = counter.against(wrong, wrong, wrong, accept)
    assert isinstance(deliver(counter.open(server.url, BRISK)), Filed)
    assert len(server.requests) == 4


def test_a_filing_the_server_will_not_have_from_here_is_shown_to_the_staff_as_stuck(counter: Counter) -> None:
    server = counter.against(problem(401, "unauthenticated"))
    assert isinstance(deliver(counter.open(server.url, Pace(longest_pause=3600))), Unknown)
    assert [entry.state for entry in counter.journal.postponed()] == ["stuck"]


# --- pauses ----------------------------------------------------------------------------------------------------------


class Ticking:
    """A clock that is only ever read."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 3, 12, 4, tzinfo=UTC)

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return time.monotonic()


def pause_after(counter: Counter, answer: Reply, attempts: int, pace: Pace) -> timedelta:
    """How long the deliverer waits after its ``attempts``-th unanswered attempt."""
    server, clock = counter.against(answer), Ticking()
    journal = counter.journal = Journal(counter.path, KEY)
    counter.stack.callback(journal.close)
    journal.record("0195a1b2", body=b"{}", ticket="t", transaction="renew", now=clock.wall)
    for _ in range(attempts - 1):
        journal.postpone("0195a1b2", until=clock.wall, state="unknown")

    class Highest(random.Random):
        def uniform(self, _low: float, high: float) -> float:
            return high

    deliverer = Deliverer(journal, LicensingClient(server.url), pace=pace, clock=clock, chance=Highest())
    deliverer._round()
    deliverer.close()
    (entry,) = journal.postponed()
    return entry.next_at - clock.wall


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 1), (2, 2), (5, 16), (9, 256), (10, 300), (5000, 300)])
def test_the_longest_possible_pause_doubles_up_to_five_minutes(counter: Counter, attempt: int, seconds: int) -> None:
    assert pause_after(counter, hang_up, attempt, Pace()) == timedelta(seconds=seconds)


@pytest.mark.parametrize(("asked", "seconds"), [("700", 700), ("999999", 3600)])
def test_the_server_may_ask_for_a_longer_pause_within_reason(counter: Counter, asked: str, seconds: int) -> None:
    assert pause_after(counter, reply(503, b"", Retry_After=asked), 1, Pace()) == timedelta(seconds=seconds)


def test_while_the_server_asks_for_rest_waking_sends_nothing(counter: Counter) -> None:
    server = counter.against(reply(503, b"", Retry_After="3600"))
    deliverer = counter.open(server.url, BRISK, started=False)
    begun = time.monotonic()
    assert isinstance(deliver(deliverer), Unknown)
    assert time.monotonic() - begun < BRISK.deadline, "nobody stands there for an hour"
    deliverer.wake()
    assert deliverer._round() == pytest.approx(3600, abs=60)
    assert len(server.requests) == 1


# --- the end ---------------------------------------------------------------------------------------------------------


def test_switching_off_in_the_middle_of_an_attempt_is_quick_and_keeps_the_filing(counter: Counter) -> None:
    asked = threading.Event()

    def unanswered(conversation: Conversation) -> None:
        asked.set()
        silence(conversation)

    server = counter.against(unanswered)
    deliverer = counter.open(server.url, Pace())
    outcomes: list[object] = []
    citizen = threading.Thread(target=lambda: outcomes.append(deliver(deliverer)))
    citizen.start()
    assert asked.wait(PATIENCE)
    begun = time.monotonic()
    deliverer.close()
    citizen.join(PATIENCE)
    assert time.monotonic() - begun < 2.0
    assert [type(outcome) for outcome in outcomes] == [Unknown]
    assert [entry.state for entry in counter.journal.postponed()] == ["unknown"]


@pytest.mark.logs("delivery-round-failed: JournalError")
def test_a_full_disk_does_not_end_the_deliveries(counter: Counter) -> None:
    """The round fails, is logged without a word about anybody, and the next one goes on."""
    server = counter.against(accept)
    deliverer = counter.open(server.url, BRISK, started=False)
    rounds = iter([JournalError("database or disk is full")])
    true_due = counter.journal.due

    def due_once_full(now: datetime) -> object:
        for error in rounds:
            raise error
        return true_due(now)

    counter.journal.due = due_once_full  # type: ignore[method-assign, assignment]
    counter.journal.record(samples.SUBMISSION, body=b"{}", ticket="t", transaction="renew", now=datetime.now(UTC))
    deliverer.start()
    assert counter.outcome()[0] == samples.SUBMISSION
