"""Hostile and broken requests: always a problem with a sentence, never a trace, and the server lives on."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from licensing_server.desk import sessions
from tests.licensing_server.citizen import Citizen, card, expect, refused
from tests.licensing_server.samples import filing_body

Arrive = Callable[[str], Citizen]
JSON = {"content-type": "application/json"}


def opened_with(http: httpx.Client, content: bytes, content_type: str = "application/json") -> httpx.Response:
    return http.post("/v1/sessions", content=content, headers={"content-type": content_type})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"card":' * 5_000,
        b'{"card": ' + b"9" * 5_000 + b"}",
        b'{"card": "\\ud800"}',
        b'{"card": NaN}',
        b'{"card": Infinity}',
        b"null",
        b"[]",
        b'"card"',
        b"0",
    ],
)
def test_what_is_no_decent_json_object_is_refused(http: httpx.Client, content: bytes) -> None:
    answer = opened_with(http, content)
    problem = expect(answer.status_code, answer)
    assert problem["code"] in ("malformed-json", "invalid")
    assert answer.status_code in (400, 422)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": 1},
        {"name": None},
        {"name": ["陈芳"]},
        {"name": ""},
        {"name": "陈" * 1_000},
        {"name": "陈\u0000芳"},
        {"name": "陈\n芳"},
        {"birth_date": 0},
        {"birth_date": "1974-5-18"},
        {"birth_date": "1974-05-18T00:00:00"},
        {"birth_date": "1974-02-30"},
        {"valid_until": "长期"},
        {"type": "Citizen"},
        {"id_number": "' OR 1=1 --"},
        {"photo": "…"},
    ],
)
def test_a_card_with_a_field_that_does_not_fit_is_refused(http: httpx.Client, changes: dict[str, Any]) -> None:
    refused(422, "invalid", http.post("/v1/sessions", json={"card": card("chen_fang", **changes)}))


def test_lone_surrogates_reach_nothing(http: httpx.Client) -> None:
    content = json.dumps({"card": card("chen_fang")}).replace("\\u82b3", "\\ud800").encode()
    refused(422, "invalid", opened_with(http, content))


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonx"])
def test_only_json_is_taken(http: httpx.Client, content_type: str) -> None:
    refused(415, "unsupported-media-type", opened_with(http, b"{}", content_type))


def test_a_charset_after_the_type_is_no_harm(http: httpx.Client) -> None:
    content = json.dumps({"card": card("chen_fang")}).encode()
    expect(201, opened_with(http, content, "Application/JSON; charset=utf-8"))


@pytest.mark.parametrize("streamed", [False, True])
def test_a_megabyte_is_too_much_whatever_the_headers_claim(http: httpx.Client, streamed: bool) -> None:
    megabyte = b'{"card":"' + b"x" * 1_000_000 + b'"}'
    content = (megabyte[n : n + 50_000] for n in range(0, len(megabyte), 50_000)) if streamed else megabyte
    refused(413, "body-too-large", http.post("/v1/sessions", content=content, headers=JSON))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("licence_no", "44078510010\u0661"),
        ("licence_no", 440785100101),
        ("answers", {"anything": 1}),
        ("answers", []),
        ("transaction", "new"),
        ("insist", "true"),
        ("insist", 1),
        ("signed_at", 1773279900),
        ("signature", {"width": 800, "height": 440, "strokes": [[[0.5, 1], [2, 3]]]}),
        ("signature", {"width": 800, "height": 440, "strokes": [[[10**30, 1], [2, 3]]]}),
        ("signature", {"width": 0, "height": 440, "strokes": [[[1, 1], [2, 3]]]}),
        ("signature", {"width": 800, "height": 440, "strokes": [[[1, 1, 1], [2, 3, 4]]]}),
        ("contact_phone", "1380000５678"),
        ("corrects", "YC1"),
    ],
)
def test_a_filing_with_a_wrong_type_anywhere_is_refused(arrive: Arrive, field: str, value: Any) -> None:
    chen_fang = arrive("chen_fang")
    refused(422, "invalid", chen_fang.file(filing_body(chen_fang.licence(), "renew", {}) | {field: value}))


def test_unknown_places_and_methods_have_their_problem_too(http: httpx.Client) -> None:
    refused(404, "no-such-route", http.get("/v2/licences"))
    refused(404, "not-found", http.get("/v1/notices/nothing"))
    answer = http.patch("/v1/filings")
    refused(405, "method-not-allowed", answer)
    assert answer.headers["allow"]


def test_there_is_no_playground(http: httpx.Client) -> None:
    for path in ("/docs", "/redoc"):
        refused(404, "no-such-route", http.get(path))


def test_answers_are_never_cached(arrive: Arrive) -> None:
    assert arrive("chen_fang").get("/licences").headers["cache-control"] == "no-store"


@pytest.mark.logs(r"^ZeroDivisionError at .*:\d+$")
def test_a_failure_inside_shows_no_trace_and_logs_no_value(http: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> None:
        raise ZeroDivisionError("陈芳 440785197405180229")

    monkeypatch.setattr(sessions, "open_session", fail)
    answer = http.post("/v1/sessions", json={"card": card("chen_fang")})
    refused(500, "internal", answer)
    assert "Traceback" not in answer.text
    assert "440785" not in answer.text
