"""Puts the demonstration into an empty database, and only into an empty one.

LICENSING_DEMO_NAME gives every holder one name, so that a passer-by can see his own. Where the business licence names
another person on purpose, that other name stays.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select

from licensing_server.assets import PEOPLE
from licensing_server.demo.past import add_filing
from licensing_server.desk.office import Office
from licensing_server.rules.dates import add_years
from licensing_server.rules.facts import LicenceFacts, RegistryFacts
from licensing_server.store import licences
from licensing_server.store.tables import holders

HERE = Path(__file__).parent
NAME_VARIABLE = "LICENSING_DEMO_NAME"
Table = Mapping[str, Any]


def people() -> dict[str, Table]:
    """The cards of the demonstration, by key."""
    cards: dict[str, Table] = tomllib.loads(PEOPLE.read_text("utf-8"))["people"]
    return cards


def card_name(card: Table) -> str:
    """The name a holder goes by: a foreign card without a Chinese name has the English one."""
    return str(card["name"] or card["name_en"])


def _read(name: str) -> Table:
    return tomllib.loads((HERE / name).read_text("utf-8"))


def seed(office: Office) -> bool:
    """Returns whether anything was put in."""
    return office.database.write(lambda connection: _seed(connection, office))


def _seed(connection: Connection, office: Office) -> bool:
    if connection.scalar(select(func.count()).select_from(holders)):
        return False
    now, given_name = office.now(), os.environ.get(NAME_VARIABLE)
    cards = people()
    names = {key: given_name or card_name(card) for key, card in cards.items()}
    connection.execute(
        insert(holders), [{"id_number": card["id_number"], "name": names[key]} for key, card in cards.items()]
    )
    table = _read("licences.toml")
    for entry in table["licence"]:
        key = entry["holder"]
        licence = _licence({**table["defaults"], **entry}, cards[key]["id_number"], names[key], now.date())
        licences.add(connection, licence)
    for entry in sorted(_read("filings.toml")["filing"], key=lambda entry: -entry["days_ago"]):
        add_filing(connection, office, entry, cards[entry["holder"]]["id_number"], _filed_at(now, entry["days_ago"]))
    return True


def _filed_at(now: datetime, days_ago: int) -> datetime:
    return (now - timedelta(days_ago)).replace(hour=9, minute=46, second=0)


def _licence(entry: Table, holder: str, name: str, today: date) -> LicenceFacts:
    valid_until = today + timedelta(entry["days_left"])
    valid_from = add_years(valid_until + timedelta(1), -entry["years"])
    suspension = entry.get("suspension")
    shared = {"shop_name": entry["shop_name"], "premises_address": entry["premises_address"], "person_in_charge": name}
    usual = {"status": "active", "economic_type": entry["economic_type"], "successor_is_family": False}
    return LicenceFacts(
        **shared,
        licence_no=entry["licence_no"],
        holder=holder,
        economic_type=entry["economic_type"],
        scope=entry["scope"],
        supplier=entry["supplier"],
        issuer=entry["issuer"],
        valid_from=valid_from,
        valid_until=valid_until,
        issued_on=valid_from,
        standing="valid",
        cancelled_on=None,
        suspension_start=today + timedelta(suspension["start"]) if suspension else None,
        suspension_end=today + timedelta(suspension["end"]) if suspension else None,
        resume_on=None,
        contact_phone=entry["contact_phone"],
        credit_grade=entry["credit_grade"],
        open_violation=entry.get("open_violation", False),
        version=1,
        registry=RegistryFacts(**{**shared, **usual, "premises_change": None, **entry["registry"]}),
    )
