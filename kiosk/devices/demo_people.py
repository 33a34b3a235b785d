"""The made-up people of the demonstration and their cards, from ``assets/demo/people.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from kiosk.assets import ASSETS
from kiosk.devices.id_card.codes import ETHNICITIES, SEXES, name_of
from kiosk.devices.id_card.document import IdDocument

PEOPLE = ASSETS / "demo" / "people.toml"


@cache
def people() -> dict[str, IdDocument]:
    """Every person's card by key, in the order of the file."""
    tables = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))["people"]
    return {key: card_of(table) for key, table in tables.items()}


def card_of(table: Mapping[str, Any]) -> IdDocument:
    """The card of one table: codes as on a card, dates as dates, 长期 as text, an empty text for what is not there.

    Raises KeyError for a missing field.
    """
    ethnicity = table["ethnicity_code"]
    return IdDocument(
        type=table["type"],
        name=table["name"],
        name_en=table["name_en"],
        sex=name_of(SEXES, table["sex"]),
        ethnicity=name_of(ETHNICITIES, ethnicity) if ethnicity else None,
        nationality=table["nationality"] or None,
        birth_date=table["birth_date"],
        address=table["address"],
        id_number=table["id_number"],
        issuer=table["issuer"],
        valid_from=table["valid_from"],
        valid_until=None if table["valid_until"] == "长期" else table["valid_until"],
        pass_number=table["pass_number"] or None,
    )
