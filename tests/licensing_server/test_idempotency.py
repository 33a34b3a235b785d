"""The same key and the same body: one filing, one answer, however often and however many at once."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from licensing_server.desk.office import Office
from licensing_server.store.tables import filings
from tests.licensing_server.citizen import Citizen, expect, refused
from tests.licensing_server.samples import filing_body
from tests.licensing_server.serving import StoppedClock

Arrive = Callable[[str], Citizen]
RACERS = 20


def count(office: Office) -> int:
    return office.database.read(lambda connection: connection.scalar(select(func.count()).select_from(filings))) or 0


def test_twenty_at_once_with_one_key_make_one_filing_and_get_one_answer(arrive: Arrive, office: Office) -> None:
    urgent, key = arrive("urgent"), str(uuid.uuid4())
    body, before = filing_body(urgent.licence(), "renew", {}), count(office)
    with ThreadPoolExecutor(RACERS) as crowd:
        answers = list(crowd.map(lambda _: urgent.file(body, key=key), range(RACERS)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum("idempotent-replayed" in answer.headers for answer in answers) == RACERS - 1
    assert count(office) == before + 1


def test_a_replay_gets_the_answer_of_the_first_time_even_after_things_moved_on(
    arrive: Arrive, clock: StoppedClock
) -> None:
    urgent, key = arrive("urgent"), str(uuid.uuid4())
    body = filing_body(urgent.licence(), "renew", {})
    first = urgent.file(body, key=key)
    urgent.post(f"/filings/{first.json()['filing_no']}/withdrawal")
    clock.pass_by(minutes=5)
    again = urgent.file(body, key=key)
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["idempotent-replayed"] == "true"
    assert urgent.file(body, key=key.upper()).content == first.content


def test_a_business_refusal_is_repeated_too(arrive: Arrive) -> None:
    too_early, key = arrive("too_early"), str(uuid.uuid4())
    body = filing_body(too_early.licence(), "renew", {})
    first = too_early.file(body, key=key)
    refused(409, "not-eligible", first)
    again = too_early.file(body, key=key)
    assert (again.content, again.headers["idempotent-replayed"]) == (first.content, "true")


def test_another_body_under_the_same_key_is_refused(arrive: Arrive) -> None:
    urgent, key = arrive("urgent"), str(uuid.uuid4())
    body = filing_body(urgent.licence(), "renew", {})
    expect(201, urgent.file(body, key=key))
    refused(422, "idempotency-key-reused", urgent.file(body | {"contact_phone": "13900001111"}, key=key))


def test_a_body_that_failed_validation_may_be_mended_under_its_key(arrive: Arrive) -> None:
    urgent, key = arrive("urgent"), str(uuid.uuid4())
    body = filing_body(urgent.licence(), "renew", {})
    refused(422, "delivery.missing", urgent.file(body | {"delivery": None}, key=key))
    expect(201, urgent.file(body, key=key))


def test_without_a_key_or_with_one_that_is_no_uuid_nothing_is_filed(arrive: Arrive, office: Office) -> None:
    urgent, before = arrive("urgent"), count(office)
    body = filing_body(urgent.licence(), "renew", {})
    refused(400, "idempotency-key-missing", urgent.post("/filings", json=body))
    for key in ("12", "not-a-uuid", str(uuid.uuid4()) + "0", "{" + str(uuid.uuid4()) + "}"):
        refused(400, "idempotency-key-malformed", urgent.file(body, key=key))
    assert count(office) == before
