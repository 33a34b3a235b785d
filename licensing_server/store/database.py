"""Opening the database: two engines on one SQLite file, one that writes and one that cannot."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeVar

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from licensing_server.store.migrate import bring_up_to_date
from licensing_server.store.writer import Writer

T = TypeVar("T")
WRITER_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000")
READER_PRAGMAS = ("query_only=ON", "busy_timeout=5000")


class DatabaseUnusable(Exception):
    """The database cannot be opened; the message is one plain sentence for the operator."""


def _sqlite_file(url: str) -> Path:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseUnusable(f"{url!r} is not a database URL; expected sqlite:////absolute/path") from None
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise DatabaseUnusable("only a database file is supported; expected sqlite:////absolute/path")
    return Path(parsed.database)


def _engine(file: Path, pragmas: tuple[str, ...], begin: str) -> Engine:
    """sqlcipher3, unkeyed, is plain SQLite; it is used because it bundles a release without the WAL-reset fault."""
    engine = create_engine(URL.create("sqlite", database=str(file)), module=sqlcipher3.dbapi2, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


class Database:
    """``write`` and ``read`` take a function of a connection; each call is one transaction."""

    def __init__(self, url: str, *, serving: bool = False) -> None:
        """Open, creating or migrating as needed. ``serving`` claims the file for one server process.

        Raises DatabaseUnusable.
        """
        file = _sqlite_file(url)
        self._claim = _claim(file) if serving else None
        self._writing = _engine(file, WRITER_PRAGMAS, "BEGIN IMMEDIATE")
        self._reading = _engine(file, READER_PRAGMAS, "BEGIN")
        try:
            bring_up_to_date(self._writing)
        except DatabaseError as error:
            self._release()
            raise DatabaseUnusable(f"{file} cannot be used as a database: {error.orig}") from error
        self._writer = Writer(self._writing)

    def write(self, change: Callable[[Connection], T]) -> T:
        return self._writer.write(change)

    def read(self, query: Callable[[Connection], T]) -> T:
        with self._reading.begin() as connection:
            return query(connection)

    def close(self) -> None:
        self._writer.close()
        self._release()

    def _release(self) -> None:
        self._reading.dispose()
        self._writing.dispose()
        if self._claim:
            self._claim.close()


def _claim(file: Path) -> IO[str]:
    """One server a database: a second worker would break the single writer. Released when the process ends."""
    try:
        claim = file.with_name(f"{file.name}.server").open("w")
    except OSError as error:
        raise DatabaseUnusable(f"cannot write beside {file}: {error.strerror}") from error
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        claim.close()
        raise DatabaseUnusable(f"another server is already running on {file}; only one worker is allowed") from None
    return claim
