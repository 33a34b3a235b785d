"""What is said to the licensing API and what comes back, over a real connection on loopback."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from backend_client.client import LicensingClient
from backend_client.errors import SessionEnded
from backend_client.wire import encode_body
from tests.backend_client import samples
from tests.backend_client.loopback import Conversation, Loopback, Reply, problem, reply


@contextmanager
def client_and(*replies: Reply) -> Iterator[tuple[LicensingClient, Loopback]]:
    with Loopback(*replies) as server:
        client = LicensingClient(server.url, timeout=5)
        yield client, server
        client.close()


OPENED = reply(201, samples.SESSION)
NO_LICENCES = reply(200, {"licences": []})
GONE = reply(204, b"")


def test_the_calls_after_the_card_carry_its_session() -> None:
    with client_and(OPENED, NO_LICENCES) as (client, server):
        session = client.open_session(samples.CARD)
        assert client.licences() == ()
    opening, asking = server.requests
    assert (opening.method, opening.path) == ("POST", "/v1/sessions")
    assert "authorization" not in opening.headers
    assert (asking.method, asking.path) == ("GET", "/v1/licences")
    assert asking.headers["authorization"] == "Bearer the-token"
    assert session.filing_ticket == "the-ticket"


def test_after_he_has_left_nobody_can_ask_in_his_name() -> None:
    with client_and(OPENED, GONE) as (client, server):
        client.open_session(samples.CARD)
        client.close_session()
        with pytest.raises(SessionEnded):
            client.licences()
        client.close_session()
    assert [(request.method, request.path) for request in server.requests] == [
        ("POST", "/v1/sessions"),
        ("DELETE", "/v1/sessions/current"),
    ]


def test_a_session_opened_too_late_is_nobodys() -> None:
    """He went away while the card was being checked; the next citizen must not see his licences."""
    asked, left = threading.Event(), threading.Event()

    def slow(conversation: Conversation) -> None:
        asked.set()
        left.wait()
        conversation.send(OPENED)

    with client_and(slow, GONE) as (client, server):
        ended: list[str] = []

        def open_session() -> None:
            with pytest.raises(SessionEnded):
                client.open_session(samples.CARD)
            ended.append("not his any more")

        opening = threading.Thread(target=open_session)
        opening.start()
        asked.wait()
        client.close_session()
        left.set()
        opening.join()
        assert ended
        with pytest.raises(SessionEnded):
            client.licences()
    assert (server.requests[-1].method, server.requests[-1].path) == ("DELETE", "/v1/sessions/current")


def test_a_filing_goes_out_byte_for_byte_under_its_own_key() -> None:
    sealed = encode_body(samples.body())
    with client_and(reply(201, samples.as_json(samples.filing()))) as (client, server):
        filing = client.file(sealed, submission_id=samples.SUBMISSION, bearer="the-ticket")
    assert filing == samples.filing()
    (request,) = server.requests
    assert request.body == sealed
    assert request.headers["idempotency-key"] == samples.SUBMISSION
    assert request.headers["authorization"] == "Bearer the-ticket"
    assert request.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("call", "method", "path", "answer"),
    [
        (lambda c: c.filing("YC1/2"), "GET", "/v1/filings/YC1%2F2", samples.as_json(samples.filing())),
        (lambda c: c.filings(), "GET", "/v1/filings", {"filings": [samples.as_json(samples.filing())]}),
        (lambda c: c.withdraw("YC1"), "POST", "/v1/filings/YC1/withdrawal", samples.as_json(samples.filing())),
        (lambda c: c.rate("YC1", 5), "PUT", "/v1/filings/YC1/rating", samples.as_json(samples.filing())),
        (
            lambda c: c.submission("123412341234"),
            "GET",
            "/v1/submissions/123412341234",
            {"query_code": "123412341234", "outcome": "not_received", "sentence": "没有收到。", "filing_no": None},
        ),
    ],
)
def test_each_call_has_its_address(
    call: Callable[[LicensingClient], object], method: str, path: str, answer: object
) -> None:
    with client_and(OPENED, reply(200, answer)) as (client, server):
        client.open_session(samples.CARD)
        call(client)
    assert (server.requests[-1].method, server.requests[-1].path) == (method, path)


def test_the_purpose_of_a_copy_is_asked_in_chinese() -> None:
    with client_and(OPENED, problem(404, "licence-not-found")) as (client, server):
        client.open_session(samples.CARD)
        with pytest.raises(Exception, match="licence-not-found"):
            client.certificate("440785104321", "办理贷款")
    path = "/v1/licences/440785104321/certificate?purpose=%E5%8A%9E%E7%90%86%E8%B4%B7%E6%AC%BE"
    assert server.requests[-1].path == path


def test_a_newer_server_may_say_more_than_this_terminal_knows() -> None:
    said = {"notices": [], "added_next_year": True}
    with client_and(reply(200, said)) as (client, _server):
        assert client.notices() == ()


class VillageClock:
    """Three years behind, and ticking only when told to."""

    def __init__(self) -> None:
        self.passed = 0.0

    def now(self) -> datetime:
        return datetime(2023, 1, 1, tzinfo=UTC) + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return self.passed


def test_the_time_is_the_servers_and_goes_on_from_there() -> None:
    clock = VillageClock()
    told = reply(200, {"notices": []}, Date="Thu, 12 Mar 2026 01:41:00 GMT")
    with Loopback(told) as server:
        client = LicensingClient(server.url, clock=clock)
        assert client.now().isoformat() == "2023-01-01T08:00:00+08:00"
        client.notices()
        clock.passed += 60
        assert client.now().isoformat() == "2026-03-12T09:42:00+08:00"
        client.close()


def test_a_portal_on_the_way_does_not_set_the_clock() -> None:
    clock = VillageClock()
    portal = reply(302, b"", Date="Thu, 12 Mar 2099 01:41:00 GMT", Location="http://127.0.0.1:9/")
    with Loopback(portal) as server:
        client = LicensingClient(server.url, clock=clock)
        with pytest.raises(Exception, match="302"):
            client.notices()
        assert client.now().year == 2023
        client.close()
