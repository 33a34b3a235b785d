"""Filings, their events, and the record of submissions that makes filing exactly-once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from licensing_server.contract.names import FilingState
from licensing_server.rules.life import require_move
from licensing_server.rules.numbers import filing_number
from licensing_server.store.tables import events, filings, licences, submissions

WITH_SHOP = select(filings, licences.c.shop_name).join(licences, filings.c.licence_no == licences.c.licence_no)


def next_number(connection: Connection, day: date) -> str:
    """The writer is alone, so counting the day's filings gives the next serial."""
    taken = connection.scalar(
        select(func.count()).select_from(filings).where(filings.c.filing_no.startswith(f"YC{day:%y%m%d}"))
    )
    return filing_number(day, (taken or 0) + 1)


def find(connection: Connection, filing_no: str, *, holder: str | None = None) -> Row[Any] | None:
    """The filing with its shop's name; with ``holder``, only if it is his. Only the clerk asks without."""
    wanted = WITH_SHOP.where(filings.c.filing_no == filing_no)
    if holder is not None:
        wanted = wanted.where(filings.c.holder == holder)
    return connection.execute(wanted).one_or_none()


def of_holder(connection: Connection, holder: str) -> list[Row[Any]]:
    """Newest first."""
    newest = WITH_SHOP.where(filings.c.holder == holder).order_by(
        filings.c.submitted_at.desc(), filings.c.filing_no.desc()
    )
    return list(connection.execute(newest))


def in_states(connection: Connection, states: frozenset[FilingState]) -> list[Row[Any]]:
    """Oldest first, across holders: the clerk's list."""
    return list(connection.execute(WITH_SHOP.where(filings.c.state.in_(states)).order_by(filings.c.filing_no)))


def open_on_licence(connection: Connection, licence_no: str, states: frozenset[FilingState]) -> list[Row[Any]]:
    return list(
        connection.execute(select(filings).where(filings.c.licence_no == licence_no, filings.c.state.in_(states)))
    )


def add(connection: Connection, **values: object) -> None:
    connection.execute(insert(filings).values(**values))


def change(connection: Connection, filing_no: str, **values: object) -> None:
    connection.execute(update(filings).where(filings.c.filing_no == filing_no).values(**values))


def move(
    connection: Connection,
    filing_no: str,
    target: FilingState,
    *,
    at: datetime,
    actor: str,
    sentence: str,
    rule: str | None = None,
    **values: object,
) -> None:
    """Change the state and record the event. Raises IllegalMove."""
    state = connection.scalars(select(filings.c.state).where(filings.c.filing_no == filing_no)).one()
    require_move(state, target)
    change(connection, filing_no, state=target, **values)
    record(connection, filing_no, target, at=at, actor=actor, sentence=sentence, rule=rule)


def record(
    connection: Connection,
    filing_no: str,
    state: FilingState,
    *,
    at: datetime,
    actor: str,
    sentence: str,
    rule: str | None = None,
) -> None:
    values = {"filing_no": filing_no, "at": at, "state": state, "actor": actor, "sentence": sentence, "rule": rule}
    connection.execute(insert(events).values(values))


def events_of(connection: Connection, filing_no: str) -> list[Row[Any]]:
    return list(connection.execute(select(events).where(events.c.filing_no == filing_no).order_by(events.c.id)))


def submission(connection: Connection, submission_id: str) -> Row[Any] | None:
    return connection.execute(select(submissions).where(submissions.c.submission_id == submission_id)).one_or_none()


def submission_by_code(connection: Connection, holder: str, query_code: str) -> Row[Any] | None:
    return connection.execute(
        select(submissions).where(submissions.c.holder == holder, submissions.c.query_code == query_code)
    ).first()


def add_submission(connection: Connection, **values: object) -> None:
    connection.execute(insert(submissions).values(**values))
