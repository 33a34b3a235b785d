"""Two holders: neither learns anything of the other, not even that something exists."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from tests.licensing_server.citizen import Citizen, expect, refused
from tests.licensing_server.samples import filing_body

Arrive = Callable[[str], Citizen]


def test_anothers_licence_looks_like_one_that_does_not_exist(arrive: Arrive) -> None:
    hers, stranger = arrive("chen_fang").licence()["licence_no"], arrive("query")
    for tail in ("", "/certificate?purpose=x"):
        anothers = refused(404, "not-found", stranger.get(f"/licences/{hers}{tail}"))
        nobodys = refused(404, "not-found", stranger.get(f"/licences/999999999999{tail}"))
        assert anothers == nobodys


def test_anothers_filing_cannot_be_seen_withdrawn_or_rated(arrive: Arrive) -> None:
    urgent, stranger = arrive("urgent"), arrive("chen_fang")
    number = urgent.files("renew", {})["filing_no"]
    refused(404, "not-found", stranger.get(f"/filings/{number}"))
    refused(404, "not-found", stranger.post(f"/filings/{number}/withdrawal"))
    refused(404, "not-found", stranger.put(f"/filings/{number}/rating", json={"stars": 1}))
    assert stranger.filings() == []
    assert expect(200, urgent.get(f"/filings/{number}"))["state"] == "in_review"


def test_nobody_files_for_anothers_licence(arrive: Arrive) -> None:
    hers, stranger = arrive("chen_fang").licence(), arrive("query")
    refused(404, "not-found", stranger.file(filing_body(hers, "renew", {})))


def test_anothers_filing_cannot_be_corrected(arrive: Arrive) -> None:
    (theirs,) = arrive("correction").filings()
    stranger = arrive("mismatch")
    change = {"changes": [{"field": "shop_name", "new_value": "沙湖建国百货商行"}]}
    body = filing_body(stranger.licence(), "modify", change, corrects=theirs["filing_no"])
    refused(404, "not-found", stranger.file(body))


def test_anothers_outcome_slip_tells_nothing(arrive: Arrive) -> None:
    code, stranger = arrive("query").filings()[0]["query_code"], arrive("chen_fang")
    assert expect(200, stranger.get(f"/submissions/{code}"))["outcome"] == "not_received"


def test_a_key_another_used_is_refused_without_his_answer(arrive: Arrive) -> None:
    key, urgent, stranger = str(uuid.uuid4()), arrive("urgent"), arrive("chen_fang")
    filed = expect(201, urgent.file(filing_body(urgent.licence(), "renew", {}), key=key))
    answer = stranger.file(filing_body(stranger.licence(), "renew", {}), key=key)
    refused(422, "idempotency-key-reused", answer)
    assert filed["filing_no"] not in answer.text
