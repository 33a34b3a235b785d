"""What is known after a filing was sent: done, refused, not sent, unknown. A wrong guess doubles or loses a filing."""

from __future__ import annotations

import gzip
import socket
import threading
import time

import pytest

from backend_client.client import LicensingClient
from backend_client.errors import ApiError, OutcomeUnknown, Refused, SessionEnded, Unreachable
from tests.backend_client import samples
from tests.backend_client.loopback import (
    Loopback,
    Reply,
    half,
    hang_up,
    problem,
    reply,
    reset,
    silence,
    trickled,
)

ACCEPTED = reply(201, samples.as_json(samples.filing()))


def file(client: LicensingClient) -> object:
    return client.file(b"{}", submission_id=samples.SUBMISSION, bearer="the-ticket")


def outcome_of(answer: Reply, *, timeout: float = 5.0) -> ApiError:
    with Loopback(answer) as server:
        client = LicensingClient(server.url, timeout=timeout)
        with pytest.raises(ApiError) as raised:
            file(client)
        client.close()
    return raised.value


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(hang_up, id="hung up"),
        pytest.param(reset, id="reset"),
        pytest.param(half(ACCEPTED), id="half a body"),
        pytest.param(half(ACCEPTED[:60]), id="half a header"),
        pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n", id="another protocol"),
        pytest.param(reply(201, b"<html>welcome"), id="a page instead of a filing"),
        pytest.param(reply(201, {"filing_no": "YC1"}), id="a filing without its fields"),
        pytest.param(reply(201, b"\x1f\x8b broken", Content_Encoding="gzip"), id="broken compression"),
        pytest.param(reply(200, b"<html>log in", Content_Type="text/html"), id="captive portal"),
        pytest.param(reply(302, b"", Location="http://127.0.0.1:9/"), id="redirect"),
        pytest.param(reply(403, b"<html>blocked"), id="a filter's refusal"),
        pytest.param(reply(409, b"conflict"), id="a conflict without a code"),
        pytest.param(problem(408, "time-out"), id="408"),
        pytest.param(problem(425, "too-early"), id="425"),
        pytest.param(problem(429, "too-many"), id="429"),
        pytest.param(problem(500, "internal"), id="500"),
        pytest.param(reply(502, b"Bad Gateway"), id="502"),
        pytest.param(
            reply(201, samples.as_json(samples.filing("0195a1b2-0000-7000-8000-000000000000"))), id="another's"
        ),
    ],
)
def test_no_trusted_answer_leaves_the_outcome_unknown(answer: Reply) -> None:
    assert isinstance(outcome_of(answer), OutcomeUnknown)


def test_an_endless_answer_is_not_read_to_its_end() -> None:
    flood = reply(201, gzip.compress(b" " * 9_000_000), Content_Encoding="gzip")
    assert "beyond all bounds" in str(outcome_of(flood))


@pytest.mark.parametrize("answer", [silence, trickled(ACCEPTED, 0.02)], ids=["black hole", "trickle"])
def test_the_deadline_is_for_the_whole_call(answer: Reply) -> None:
    begun = time.monotonic()
    assert isinstance(outcome_of(answer, timeout=0.3), OutcomeUnknown)
    assert time.monotonic() - begun < 2.0


def test_a_refusal_brings_the_servers_sentence() -> None:
    error = outcome_of(problem(409, "filing.already-open"))
    assert isinstance(error, Refused)
    assert (error.problem.code, error.problem.detail) == ("filing.already-open", "不行。")


def test_a_session_that_ended_is_told_apart() -> None:
    assert isinstance(outcome_of(problem(401, "unauthenticated")), SessionEnded)


def test_where_nobody_listens_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    client = LicensingClient(f"http://127.0.0.1:{port}")
    with pytest.raises(Unreachable):
        file(client)
    client.close()


@pytest.mark.parametrize("address", ["nonsense", "ftp://127.0.0.1", "http://"])
def test_an_address_that_is_none_reaches_nobody(address: str) -> None:
    with pytest.raises(Unreachable):
        file(LicensingClient(address))


def test_where_even_connecting_hangs_nothing_was_sent() -> None:
    """A listener whose queue is full: the connection is never made."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        address = full.getsockname()
        with socket.create_connection(address):
            client = LicensingClient(f"http://127.0.0.1:{address[1]}", timeout=0.3)
            with pytest.raises(Unreachable):
                file(client)
            client.close()


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"Retry_After": "7"}, 7.0),
        ({"Retry_After": "Thu, 12 Mar 2026 01:42:00 GMT", "Date": "Thu, 12 Mar 2026 01:41:00 GMT"}, 60.0),
        ({"Retry_After": "soon"}, None),
        ({}, None),
    ],
)
def test_the_pause_the_server_asks_for_is_passed_on(headers: dict[str, str], pause: float | None) -> None:
    error = outcome_of(reply(503, b"", **headers))
    assert isinstance(error, OutcomeUnknown)
    assert error.retry_after == pause


def test_reading_is_tried_once_more_when_the_line_breaks() -> None:
    with Loopback(reset, reply(200, {"notices": []})) as server:
        client = LicensingClient(server.url)
        assert client.notices() == ()
        client.close()
    assert len(server.requests) == 2


def test_filing_is_sent_once_a_call() -> None:
    with Loopback(reset, ACCEPTED) as server:
        client = LicensingClient(server.url)
        with pytest.raises(OutcomeUnknown):
            file(client)
        client.close()
    assert len(server.requests) == 1


def test_closing_ends_a_call_under_way_and_forbids_others() -> None:
    asked = threading.Event()

    def unanswered(conversation: object) -> None:
        asked.set()
        silence(conversation)  # type: ignore[arg-type]  # the conversation it was given

    with Loopback(unanswered) as server:
        client = LicensingClient(server.url, timeout=60)
        ended: list[Exception] = []

        def ask() -> None:
            with pytest.raises(ApiError) as raised:
                file(client)
            ended.append(raised.value)

        asking = threading.Thread(target=ask)
        asking.start()
        asked.wait()
        client.close()
        asking.join(2)
        assert [type(error) for error in ended] == [OutcomeUnknown]
        with pytest.raises(Unreachable):
            client.notices()


def test_errors_tell_nothing_about_the_citizen() -> None:
    error = outcome_of(problem(409, "filing.already-open"))
    assert str(error) == "refused: filing.already-open (409)"
    assert "the-ticket" not in str(outcome_of(hang_up))
    assert error.__cause__ is None
