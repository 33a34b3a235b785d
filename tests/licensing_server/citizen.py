"""Somebody at a terminal: a card of the demonstration, a session, and the calls made in it."""

from __future__ import annotations

import uuid
from typing import Any

import httpx

from licensing_server.demo.seed import card_name, people
from tests.licensing_server.samples import filing_body

Json = dict[str, Any]


def card(key: str, **changes: Any) -> Json:
    """What the reader would send for a person of the demonstration."""
    person = people()[key]
    until = person["valid_until"]
    return {
        "type": person["type"],
        "name": card_name(person),
        "id_number": person["id_number"],
        "birth_date": person["birth_date"].isoformat(),
        "valid_until": None if until == "长期" else until.isoformat(),
    } | changes


class Citizen:
    """``get`` and ``post`` speak in his session; ``file`` files under a fresh key unless one is given."""

    def __init__(self, http: httpx.Client, key: str) -> None:
        self.http = http
        self.session: Json = expect(201, http.post("/v1/sessions", json={"card": card(key)}))
        self.headers = {"Authorization": f"Bearer {self.session['token']}"}

    def get(self, path: str, **arguments: Any) -> httpx.Response:
        return self.http.get(f"/v1{path}", headers=self.headers, **arguments)

    def post(self, path: str, **arguments: Any) -> httpx.Response:
        return self.http.post(f"/v1{path}", headers=self.headers, **arguments)

    def put(self, path: str, **arguments: Any) -> httpx.Response:
        return self.http.put(f"/v1{path}", headers=self.headers, **arguments)

    def licence(self, place: int = 0) -> Json:
        licence: Json = expect(200, self.get("/licences"))["licences"][place]
        return licence

    def filings(self) -> list[Json]:
        listed: list[Json] = expect(200, self.get("/filings"))["filings"]
        return listed

    def file(self, body: Json, *, key: str | None = None, bearer: str | None = None) -> httpx.Response:
        headers = {
            "Authorization": f"Bearer {bearer or self.session['token']}",
            "Idempotency-Key": key or str(uuid.uuid4()),
        }
        return self.http.post("/v1/filings", json=body, headers=headers)

    def files(self, transaction: str, answers: Json, *, place: int = 0, **changes: Any) -> Json:
        """Files for one of his licences and expects it to be taken."""
        return expect(201, self.file(filing_body(self.licence(place), transaction, answers, **changes)))


def expect(status: int, response: httpx.Response) -> Json:
    assert response.status_code == status, response.text
    answer: Json = response.json()
    return answer


def refused(status: int, code: str, response: httpx.Response) -> Json:
    """The problem, after checking that it is one."""
    problem = expect(status, response)
    assert response.headers["content-type"] == "application/problem+json"
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"] == f"urn:licensing:problem:{code}"
    return problem
