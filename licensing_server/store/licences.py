"""Reading licences as facts for the rules, and changing them. Every look-up names the holder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from licensing_server.rules.facts import Case, LicenceFacts, RegistryFacts
from licensing_server.rules.life import OPEN_STATES
from licensing_server.settings import Settings
from licensing_server.store.tables import filings, licences

REGISTRY_PREFIX = "registry_"
REGISTRY_FIELDS = tuple(field.name for field in fields(RegistryFacts))
OWN_FIELDS = tuple(field.name for field in fields(LicenceFacts) if field.name != "registry")


def _facts(row: Row[Any]) -> LicenceFacts:
    stored = row._mapping
    registry = RegistryFacts(**{name: stored[REGISTRY_PREFIX + name] for name in REGISTRY_FIELDS})
    return LicenceFacts(**{name: stored[name] for name in OWN_FIELDS}, registry=registry)


def add(connection: Connection, licence: LicenceFacts) -> None:
    values = {name: getattr(licence, name) for name in OWN_FIELDS}
    values |= {REGISTRY_PREFIX + name: getattr(licence.registry, name) for name in REGISTRY_FIELDS}
    connection.execute(insert(licences).values(values))


def of_holder(connection: Connection, holder: str) -> list[LicenceFacts]:
    rows = connection.execute(select(licences).where(licences.c.holder == holder).order_by(licences.c.licence_no))
    return [_facts(row) for row in rows]


def find(connection: Connection, holder: str, licence_no: str) -> LicenceFacts | None:
    wanted = select(licences).where(licences.c.holder == holder, licences.c.licence_no == licence_no)
    row = connection.execute(wanted).one_or_none()
    return _facts(row) if row else None


def case_of(
    connection: Connection, licence: LicenceFacts, today: date, settings: Settings, *, correcting: str | None = None
) -> Case:
    """The licence before the rules; ``correcting`` names a filing that does not count as open."""
    rows = connection.execute(
        select(filings.c.transaction_name, filings.c.filing_no).where(
            filings.c.licence_no == licence.licence_no, filings.c.state.in_(OPEN_STATES)
        )
    )
    open_filings = {row.transaction_name: row.filing_no for row in rows if row.filing_no != correcting}
    return Case(licence=licence, today=today, settings=settings, open_filings=open_filings)


def change(connection: Connection, licence: LicenceFacts, values: Mapping[str, object]) -> None:
    """Store what a grant changed; the version counts certificates."""
    connection.execute(
        update(licences)
        .where(licences.c.licence_no == licence.licence_no)
        .values(**values, version=licence.version + 1)
    )
