"""The filings on their way: on disk, encrypted, before a byte is sent, and deleted once their outcome is known.

The one thing about a citizen that outlives his visit, hence SQLCipher with a raw key, and deleted pages overwritten.
"""

from __future__ import annotations

import os
import secrets
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, Literal

from sqlcipher3 import dbapi2 as sqlcipher

KEY_BYTES = 32
BUSY_S = 5.0  # a terminal program that is just ending may still hold the file
LONGEST_WAIT = timedelta(hours=1)  # for a next attempt; a time further ahead was written by a clock since set back

# stuck: the server will not take it from this terminal as things stand; it is kept and tried, and staff must look.
EntryState = Literal["unsent", "unknown", "stuck"]

_SCHEMA = """CREATE TABLE IF NOT EXISTS filing (
  submission_id TEXT PRIMARY KEY, body BLOB NOT NULL, ticket TEXT NOT NULL, transaction_name TEXT NOT NULL,
  created_at REAL NOT NULL, attempts INTEGER NOT NULL, next_at REAL NOT NULL, state TEXT NOT NULL
) STRICT"""
_COLUMNS = "submission_id, body, ticket, transaction_name, created_at, attempts, next_at, state"


class JournalError(Exception):
    """The journal cannot be written (disk full, in use by another program): what is not in it must not be sent."""

    code: ClassVar[str] = "journal.unavailable"


class JournalUnreadable(JournalError):
    """Wrong key or damaged file. It stands untouched at ``moved_to``; opening once more begins a new journal."""

    code = "journal.unreadable"

    def __init__(self, moved_to: Path) -> None:
        super().__init__(f"the journal cannot be read and was moved to {moved_to.name}")
        self.moved_to = moved_to


@dataclass(frozen=True)
class Entry:
    submission_id: str
    body: bytes = field(repr=False)
    ticket: str = field(repr=False)
    transaction: str
    created_at: datetime
    attempts: int
    next_at: datetime
    state: EntryState


class Journal:
    """May be used from several threads, and by one program at a time. Every method may raise ``JournalError``."""

    def __init__(self, path: Path, key: bytes) -> None:
        """``key`` has 32 bytes. Raises ``JournalUnreadable``, once, where it does not fit or the file is damaged."""
        if len(key) != KEY_BYTES:
            raise JournalError(f"the journal's key has {len(key)} bytes instead of {KEY_BYTES}")
        self._lock = threading.Lock()
        path.touch(mode=0o600)
        self._database = sqlcipher.connect(str(path), timeout=BUSY_S, isolation_level=None, check_same_thread=False)
        try:
            readable = self._open(key)
        except sqlcipher.DatabaseError as error:
            readable = False
            if error.sqlite_errorcode not in (sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CORRUPT):
                self._database.close()
                raise JournalError(str(error)) from None
        if not readable:
            self._database.close()
            raise JournalUnreadable(_move_aside(path))

    def record(self, submission_id: str, *, body: bytes, ticket: str, transaction: str, now: datetime) -> Entry:
        """On disk for good when this returns."""
        entry = Entry(submission_id, body, ticket, transaction, now, 0, now, "unsent")
        at = now.timestamp()
        row = (submission_id, body, ticket, transaction, at, entry.attempts, at, entry.state)
        self._run(f"INSERT INTO filing ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *row)
        return entry

    def postpone(self, submission_id: str, *, until: datetime, state: EntryState) -> None:
        """After an attempt that settled nothing."""
        change = "UPDATE filing SET attempts = attempts + 1, next_at = ?, state = ? WHERE submission_id = ?"
        self._run(change, until.timestamp(), state, submission_id)

    def hasten(self, now: datetime) -> None:
        """Everything is due at once: the line may be back."""
        self._run("UPDATE filing SET next_at = ?", now.timestamp())

    def due(self, now: datetime) -> tuple[Entry, ...]:
        """What is to be sent now, oldest first."""
        latest = (now + LONGEST_WAIT).timestamp()
        return self._entries("WHERE next_at <= ? OR next_at > ?", now.timestamp(), latest)

    def postponed(self) -> tuple[Entry, ...]:
        """Every filing whose outcome is not known yet, due or not, oldest first."""
        return self._entries("")

    def settle(self, submission_id: str) -> None:
        """The outcome is known: the filing leaves the disk, and the write-ahead log with it."""
        self._run("DELETE FROM filing WHERE submission_id = ?", submission_id)
        self._run("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        with self._lock:
            self._database.close()

    def _open(self, key: bytes) -> bool:
        """Whether every page is as it was written. Raises the driver's errors."""
        execute = self._database.execute
        execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        execute("PRAGMA locking_mode = EXCLUSIVE")
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = FULL")
        execute("PRAGMA secure_delete = ON")
        execute(_SCHEMA)
        return not execute("PRAGMA cipher_integrity_check").fetchall()

    def _entries(self, where: str, *values: object) -> tuple[Entry, ...]:
        rows = self._run(f"SELECT {_COLUMNS} FROM filing {where} ORDER BY created_at, submission_id", *values)
        return tuple(_entry(*row) for row in rows)

    def _run(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Each statement is a transaction of its own."""
        with self._lock:
            try:
                return list(self._database.execute(statement, values))
            except sqlcipher.Error as error:
                raise JournalError(str(error)) from None


def load_key(folder: Path) -> bytes:
    """The journal's key: the service manager's credential, else a file of ``folder``, made on the first run.

    Under systemd it comes as ``$CREDENTIALS_DIRECTORY/journal.key``, sealed to the machine.
    """
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    if credentials and (credential := Path(credentials) / "journal.key").exists():
        return credential.read_bytes()
    path = folder / "journal.key"
    if not path.exists():
        _write_durably(path, secrets.token_bytes(KEY_BYTES))
    return path.read_bytes()


def _write_durably(path: Path, content: bytes) -> None:
    """Whole or not at all, and there after a power cut: with half a key the journal would be lost."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _move_aside(path: Path) -> Path:
    """The journal and its write-ahead log, under a new name that still pairs them."""
    aside = path.with_name(f"{path.name}.unreadable-{secrets.token_hex(4)}")
    for part in ("", "-wal"):
        old = path.with_name(path.name + part)
        if old.exists():
            old.rename(aside.with_name(aside.name + part))
    return aside


def _entry(  # one parameter a column, in the order of _COLUMNS
    submission_id: str,
    body: bytes,
    ticket: str,
    transaction: str,
    created_at: float,
    attempts: int,
    next_at: float,
    state: EntryState,
) -> Entry:
    created, following = datetime.fromtimestamp(created_at, UTC), datetime.fromtimestamp(next_at, UTC)
    return Entry(submission_id, body, ticket, transaction, created, attempts, following, state)
