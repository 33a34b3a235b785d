"""The demonstration's people as a reader would read their cards, and a reference server that ends with the test."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from backend_client.models import CardRead
from kiosk.embedded_server import EmbeddedServer

_PEOPLE = Path(__file__).parents[2] / "assets" / "demo" / "people.toml"


def people() -> list[str]:
    """Their keys."""
    return list(_cards())


def card(person: str) -> CardRead:
    data = _cards()[person]
    until = data["valid_until"]
    return CardRead(
        type=data["type"],
        name=data["name"] or data["name_en"],
        id_number=data["id_number"],
        birth_date=data["birth_date"],
        valid_until=None if until == "长期" else until,
    )


@contextmanager
def running(folder: Path) -> Iterator[EmbeddedServer]:
    server = EmbeddedServer(folder / "licensing.db")
    try:
        yield server
    finally:
        server.stop()


def _cards() -> dict[str, Any]:
    cards: dict[str, Any] = tomllib.loads(_PEOPLE.read_text(encoding="utf-8"))["people"]
    return cards
