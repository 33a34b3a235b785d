"""Opening a session with a card, and what ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from licensing_server.desk.office import Office
from licensing_server.store.tables import sessions, tickets
from tests.licensing_server.citizen import Citizen, card, expect, refused
from tests.licensing_server.serving import StoppedClock

Arrive = Callable[[str], Citizen]


def opened_with(http: httpx.Client, given: dict[str, Any]) -> httpx.Response:
    return http.post("/v1/sessions", json={"card": given})


def test_her_card_opens_a_session_and_shows_her_licence(arrive: Arrive) -> None:
    chen_fang = arrive("chen_fang")
    assert chen_fang.session["holder"] == {"name": "陈芳", "id_number_masked": "440***********0229", "age": 51}
    assert chen_fang.session["expires_at"] == "2026-03-12T10:11:00+08:00"
    licence = chen_fang.licence()
    assert (licence["shop_name"], licence["days_left"], licence["status_text"]) == ("沙湖镇惠芳便利店", 41, "有效")


@pytest.mark.parametrize("key", ["hmt", "foreign_2017", "foreign_2023", "minority", "rare_1", "rare_2", "rare_3"])
def test_every_kind_of_card_and_name_is_let_in(arrive: Arrive, key: str) -> None:
    citizen = arrive(key)
    assert citizen.licence()["person_in_charge"] == citizen.session["holder"]["name"] == card(key)["name"]


def test_a_person_without_a_licence_gets_a_session_and_an_empty_list(arrive: Arrive) -> None:
    assert expect(200, arrive("no_licence").get("/licences")) == {"licences": []}


def test_somebody_the_registry_never_heard_of_gets_an_empty_list_too(http: httpx.Client) -> None:
    stranger = {"type": "citizen", "name": "某某", "id_number": "11010519491231002x", "birth_date": "1949-12-31"}
    session = expect(201, opened_with(http, stranger))
    listed = http.get("/v1/licences", headers={"Authorization": f"Bearer {session['token']}"})
    assert expect(200, listed) == {"licences": []}


def test_an_expired_card_is_sent_to_the_police_station(http: httpx.Client) -> None:
    problem = refused(403, "card-expired", opened_with(http, card("expired_card")))
    assert "派出所" in problem["detail"]


def test_a_card_is_good_on_its_last_day(http: httpx.Client, clock: StoppedClock) -> None:
    clock.now = clock.now.replace(year=2024, month=3, day=1)
    expect(201, opened_with(http, card("expired_card")))
    clock.pass_by(days=1)
    refused(403, "card-expired", opened_with(http, card("expired_card")))


def test_another_name_on_a_known_number_is_refused(http: httpx.Client) -> None:
    refused(403, "identity-mismatch", opened_with(http, card("chen_fang", name="陈芬")))


@pytest.mark.parametrize("name", ["阿不都热依木•买买提", "阿不都热依木．买买提", "阿不都热依木・买买提"])
def test_separators_of_older_cards_are_the_same_name(http: httpx.Client, name: str) -> None:
    expect(201, opened_with(http, card("minority", name=name)))


@pytest.mark.parametrize(
    "changes", [{"id_number": "440785197405180228"}, {"birth_date": "1974-05-19"}, {"type": "hmt"}]
)
def test_a_number_that_cannot_be_right_is_refused(http: httpx.Client, changes: dict[str, Any]) -> None:
    refused(403, "invalid-card", opened_with(http, card("chen_fang", **changes)))


def test_after_closing_the_token_is_worthless(arrive: Arrive, http: httpx.Client) -> None:
    chen_fang = arrive("chen_fang")
    assert http.delete("/v1/sessions/current", headers=chen_fang.headers).status_code == 204
    answer = chen_fang.get("/licences")
    refused(401, "session-ended", answer)
    assert answer.headers["www-authenticate"] == "Bearer"


def test_ten_idle_minutes_end_a_session(arrive: Arrive, clock: StoppedClock) -> None:
    chen_fang = arrive("chen_fang")
    for _ in range(2):
        clock.pass_by(minutes=9, seconds=59)
        expect(200, chen_fang.get("/licences"))
    clock.pass_by(minutes=10)
    refused(401, "session-ended", chen_fang.get("/licences"))


def test_thirty_minutes_end_even_a_busy_session(arrive: Arrive, clock: StoppedClock) -> None:
    chen_fang = arrive("chen_fang")
    for _ in range(5):
        clock.pass_by(minutes=5, seconds=59)
        expect(200, chen_fang.get("/licences"))
    clock.pass_by(seconds=5)
    refused(401, "session-ended", chen_fang.get("/licences"))


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer made-up", "Basic YTpi", "Bearer é"])
def test_without_a_good_token_nothing_personal_is_told(http: httpx.Client, header: str | None) -> None:
    headers = [(b"Authorization", header.encode("utf-8"))] if header else []
    for path in ("/v1/licences", "/v1/filings", "/v1/submissions/123456789012"):
        refused(401, "session-ended", http.get(path, headers=headers))


def test_secrets_are_stored_as_hashes_and_swept_when_they_are_over(
    arrive: Arrive, office: Office, clock: StoppedClock
) -> None:
    session = arrive("chen_fang").session
    stored = office.database.read(lambda c: [c.execute(select(table)).all() for table in (sessions, tickets)])
    assert session["token"] not in str(stored)
    assert session["filing_ticket"] not in str(stored)
    clock.pass_by(days=31)
    arrive("query")
    assert len(office.database.read(lambda connection: connection.execute(select(sessions)).all())) == 1
    assert len(office.database.read(lambda connection: connection.execute(select(tickets)).all())) == 1
