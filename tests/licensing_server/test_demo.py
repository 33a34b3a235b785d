"""The demonstration: put into an empty database only, and every person there is who he is meant to be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from licensing_server.demo.seed import card_name, people, seed
from licensing_server.desk.office import Office
from licensing_server.settings import load
from licensing_server.store import licences
from licensing_server.store.database import Database
from licensing_server.store.tables import holders
from tests.licensing_server.citizen import Citizen
from tests.licensing_server.conftest import url_of
from tests.licensing_server.samples import MORNING

Arrive = Callable[[str], Citizen]
TOUR = {
    "chen_fang": "renew",
    "urgent": "renew",
    "violation": "renew",
    "suspended": "resume",
    "overdue": "resume",
    "mismatch": "modify",
    "family": "modify",
    "reissue": "reissue",
    "suspend": "suspend",
    "cancel": "cancel",
    "hmt": "renew",
    "foreign_2017": "renew",
    "foreign_2023": "renew",
    "minority": "renew",
    "rare_1": "renew",
    "rare_2": "renew",
    "rare_3": "renew",
}


@pytest.mark.parametrize(("key", "transaction"), TOUR.items())
def test_each_person_of_the_tour_may_do_what_he_came_for(arrive: Arrive, key: str, transaction: str) -> None:
    assert arrive(key).licence()["transactions"][transaction]["can_apply"]


@pytest.mark.parametrize("key", ["too_early", "expired", "moved"])
def test_and_some_are_told_why_not(arrive: Arrive, key: str) -> None:
    renewal = arrive(key).licence()["transactions"]["renew"]
    assert not renewal["can_apply"]
    assert renewal["reasons"][0]["instead"]["sentence"]


def test_chen_fang_comes_first_and_is_a_plain_case(arrive: Arrive) -> None:
    assert next(iter(people())) == "chen_fang"
    chen_fang = arrive("chen_fang")
    assert chen_fang.filings() == []
    assert chen_fang.licence()["transactions"]["renew"]["reasons"] == []


def test_one_has_filings_at_every_stage_and_another_two_shops(arrive: Arrive) -> None:
    filings = arrive("query").filings()
    assert [filing["state"] for filing in filings] == ["delivering", "in_review", "closed", "refused"]
    assert [filing["can_withdraw"] for filing in filings] == [False, True, False, False]
    assert arrive("two_licences").licence(1)["shop_name"] == "东门海涛烟酒行"
    assert [filing["state"] for filing in arrive("correction").filings()] == ["to_be_corrected"]


@pytest.mark.parametrize("key", people())
def test_every_card_fits_the_fields_of_a_real_chip(key: str) -> None:
    card = people()[key]
    units = {field: len(card[field].encode("utf-16-le")) // 2 for field in ("name", "address", "issuer", "name_en")}
    assert units["name"] <= 15
    assert units["address"] <= 35
    assert units["issuer"] <= 15
    assert units["name_en"] <= 46
    assert card_name(card)


def empty_office(folder: Path) -> Office:
    return Office(load(), lambda: MORNING, Database(url_of(folder / "fresh.db")))


def test_a_database_with_somebody_in_it_is_left_alone(tmp_path: Path) -> None:
    office = empty_office(tmp_path)
    assert seed(office)
    before = office.database.read(lambda connection: connection.scalar(select(func.count()).select_from(holders)))
    assert not seed(office)
    assert (
        office.database.read(lambda connection: connection.scalar(select(func.count()).select_from(holders))) == before
    )
    office.database.close()


def test_everybody_may_be_given_one_name_but_a_new_person_in_charge_stays_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LICENSING_DEMO_NAME", "欧阳震华")
    office = empty_office(tmp_path)
    seed(office)

    def names(connection: Connection) -> dict[str, Any]:
        found = {}
        for key, card in people().items():
            for licence in licences.of_holder(connection, card["id_number"]):
                found[key] = (licence.person_in_charge, licence.registry.person_in_charge)
        return found

    seen = office.database.read(names)
    assert seen.pop("family") == ("欧阳震华", "谭家乐")
    assert set(seen.values()) == {("欧阳震华", "欧阳震华")}
    assert office.database.read(lambda c: set(c.scalars(select(holders.c.name)))) == {"欧阳震华"}
    office.database.close()
