"""Every example of the contract succeeds on fresh demonstration data, in any order, and the terminal understands it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
import pytest

from backend_client import models

UNDERSTOOD_AS: dict[str, type[models.Model]] = {
    "get_service": models.Service,
    "list_notices": models.NoticeList,
    "get_notice": models.Notice,
    "open_session": models.Session,
    "list_licences": models.LicenceList,
    "get_licence": models.Licence,
    "get_certificate": models.Certificate,
    "submit_filing": models.Filing,
    "list_filings": models.FilingList,
    "get_filing": models.Filing,
    "withdraw_filing": models.Filing,
    "rate_filing": models.Filing,
    "get_submission": models.SubmissionOutcome,
}
Call = tuple[str, str, str, dict[str, Any]]


def calls(contract: dict[str, Any]) -> Iterator[Call]:
    """Each operation with each of its examples; closing the session has none and comes last in every test."""
    for path, methods in contract["paths"].items():
        for method, operation in methods.items():
            if operation["operationId"] == "close_session":
                continue
            body = operation.get("requestBody", {"content": {"application/json": {"examples": {"": None}}}})
            for example_name, example in body["content"]["application/json"]["examples"].items():
                url, given = _arguments(path, operation, example_name)
                extra = {"json": example["value"]} if example else {}
                yield operation["operationId"], method.upper(), url, given | extra


def _arguments(path: str, operation: dict[str, Any], example_name: str) -> tuple[str, dict[str, Any]]:
    """The URL and the other arguments; an example named like the body's is preferred, else the first is taken."""
    chosen: dict[str, dict[str, str]] = {"path": {}, "query": {}, "header": {}}
    for parameter in operation.get("parameters", []):
        examples = parameter["examples"]
        example = examples.get(example_name) or next(iter(examples.values()))
        chosen[parameter["in"]][parameter["name"]] = example["value"]
    return path.format(**chosen["path"]), {"params": chosen["query"], "headers": chosen["header"]}


@pytest.mark.parametrize("order", range(6))
def test_every_example_succeeds_in_any_order(http: httpx.Client, order: int) -> None:
    contract = http.get("/openapi.json").json()
    opening = contract["paths"]["/v1/sessions"]["post"]["requestBody"]["content"]["application/json"]["examples"]
    session = http.post("/v1/sessions", json=next(iter(opening.values()))["value"]).json()
    http.headers["Authorization"] = f"Bearer {session['token']}"
    shuffled = list(calls(contract))
    random.Random(order).shuffle(shuffled)
    for name, method, url, given in shuffled:
        answer = http.request(method, url, **given)
        assert answer.is_success, f"{name}: {answer.text}"
        if name in UNDERSTOOD_AS:
            msgspec.json.decode(answer.content, type=UNDERSTOOD_AS[name])
    assert http.delete("/v1/sessions/current").status_code == 204


def test_two_different_holders_are_among_the_session_examples(http: httpx.Client) -> None:
    opening = [
        given["json"]["card"] for name, _, _, given in calls(http.get("/openapi.json").json()) if name == "open_session"
    ]
    assert len({card["id_number"] for card in opening}) >= 2


def test_whoever_reads_one_answer_finds_the_next_by_its_links(http: httpx.Client) -> None:
    contract = http.get("/openapi.json").json()
    operations = {op["operationId"] for methods in contract["paths"].values() for op in methods.values()}
    links = [
        link
        for methods in contract["paths"].values()
        for operation in methods.values()
        for response in operation["responses"].values()
        for link in response.get("links", {}).values()
    ]
    assert links
    assert {link["operationId"] for link in links} <= operations
