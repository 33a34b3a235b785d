"""The journal keeps a filing through anything that may happen to the terminal, and keeps it secret."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from kiosk.journal import KEY_BYTES, Journal, JournalError, JournalUnreadable, load_key

KEY = bytes(range(KEY_BYTES))
NOON = datetime(2026, 3, 12, 4, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CANARY = "陈惠芳 440785197203150020".encode() * 40


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


def record(journal: Journal, submission_id: str = "first", *, body: bytes = b"{}", at: datetime = NOON) -> None:
    journal.record(submission_id, body=body, ticket="the-ticket", transaction="renew", now=at)


def ids(journal: Journal, now: datetime | None = None) -> list[str]:
    return [entry.submission_id for entry in (journal.due(now) if now else journal.postponed())]


def test_what_was_recorded_is_there_after_a_restart(path: Path) -> None:
    journal = Journal(path, KEY)
    entry = journal.record("first", body=b"sealed", ticket="the-ticket", transaction="renew", now=NOON)
    journal.close()
    again = Journal(path, KEY)
    assert again.postponed() == (entry,)
    assert (entry.body, entry.ticket, entry.state) == (b"sealed", "the-ticket", "unsent")
    again.close()


def test_what_is_settled_is_gone(path: Path) -> None:
    journal = Journal(path, KEY)
    record(journal, "first")
    record(journal, "second")
    journal.settle("first")
    assert ids(journal) == ["second"]
    journal.close()


def test_a_postponed_filing_waits_its_time_and_counts_its_attempts(path: Path) -> None:
    journal = Journal(path, KEY)
    record(journal)
    assert ids(journal, NOON) == ["first"]
    journal.postpone("first", until=NOON + MINUTE, state="unknown")
    assert ids(journal, NOON) == []
    (entry,) = journal.due(NOON + MINUTE)
    assert (entry.attempts, entry.state) == (1, "unknown")
    journal.close()


def test_when_the_line_is_back_nothing_waits(path: Path) -> None:
    journal = Journal(path, KEY)
    record(journal)
    journal.postpone("first", until=NOON + MINUTE, state="unknown")
    journal.hasten(NOON)
    assert ids(journal, NOON) == ["first"]
    journal.close()


def test_a_clock_set_back_by_years_does_not_hold_a_filing_for_years(path: Path) -> None:
    journal = Journal(path, KEY)
    record(journal)
    journal.postpone("first", until=NOON + MINUTE, state="unknown")
    assert ids(journal, NOON - timedelta(days=1000)) == ["first"]
    journal.close()


def test_one_id_is_recorded_once(path: Path) -> None:
    journal = Journal(path, KEY)
    record(journal)
    with pytest.raises(JournalError, match="UNIQUE"):
        record(journal, body=b"something else")
    journal.close()


def test_an_entry_shows_nothing_when_printed(path: Path) -> None:
    journal = Journal(path, KEY)
    record(journal, body=CANARY)
    shown = repr(journal.postponed())
    assert "the-ticket" not in shown
    assert "body" not in shown
    journal.close()


# --- what stands on the disk ---------------------------------------------------------------------------------------


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def decrypted(path: Path) -> bytes:
    """Every page of the file and of its write-ahead log, as the cipher's own description lays them out."""
    main = path.read_bytes()
    pages = [main[at : at + 4096] for at in range(0, len(main), 4096)]
    log = path.with_name(path.name + "-wal").read_bytes()
    pages += [log[at + 24 : at + 24 + 4096] for at in range(32, len(log), 24 + 4096)]
    return b"".join(map(decrypted_page, pages))


def decrypted_page(page: bytes) -> bytes:
    salt = 16 if decryptable(page[16:4016], page[4016:4032]).startswith(b"\x10\x00\x02\x02") else 0  # the first page
    return decryptable(page[salt:4016], page[4016:4032])


def decryptable(content: bytes, vector: bytes) -> bytes:
    return Cipher(algorithms.AES256(KEY), modes.CBC(vector)).decryptor().update(content)


def test_nothing_can_be_read_off_the_disk_without_the_key(path: Path) -> None:
    journal = Journal(path, KEY)
    record(journal, body=CANARY)
    stolen = on_disk(path)
    assert CANARY[:20] not in stolen
    assert b"the-ticket" not in stolen
    assert b"SQLite format" not in stolen
    journal.close()


def test_what_is_settled_has_left_every_page_even_for_him_who_has_the_key(path: Path) -> None:
    journal = Journal(path, KEY)
    record(journal, "kept", body=b"another's")
    record(journal, "settled", body=CANARY)
    journal.postpone("settled", until=NOON, state="unknown")
    assert CANARY[:20] in decrypted(path)
    journal.settle("settled")
    left = decrypted(path)
    assert b"another's" in left
    assert CANARY[:20] not in left
    assert b"settled" not in left
    journal.close()


def test_the_file_is_its_owners_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        journal = Journal(path, KEY)
    finally:
        os.umask(before)
    record(journal)
    modes_found = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir() if file.is_file()}
    assert modes_found == {0o600}
    journal.close()


# --- what can go wrong with the file -------------------------------------------------------------------------------

KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from kiosk.journal import Journal
journal = Journal(Path(sys.argv[1]), bytes(range(32)))
journal.record("first", body=b"sealed", ticket="t", transaction="renew", now=datetime(2026, 3, 12, 4, tzinfo=UTC))
os.kill(os.getpid(), signal.SIGKILL)
"""


def leave_behind_by_kill(path: Path) -> None:
    """A journal whose program was killed right after recording: the filing is still in the write-ahead log."""
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)


def test_a_killed_terminal_finds_its_filing_again(path: Path) -> None:
    leave_behind_by_kill(path)
    journal = Journal(path, KEY)
    assert ids(journal) == ["first"]
    journal.close()


def test_with_a_wrong_key_nothing_is_dropped(path: Path) -> None:
    leave_behind_by_kill(path)
    with pytest.raises(JournalUnreadable) as raised:
        Journal(path, bytes(KEY_BYTES))
    assert raised.value.code == "journal.unreadable"
    fresh = Journal(path, bytes(KEY_BYTES))
    assert ids(fresh) == []
    fresh.close()
    found_again = Journal(raised.value.moved_to, KEY)
    assert ids(found_again) == ["first"]
    found_again.close()


@pytest.mark.parametrize("page", [0, 1, 2])
def test_a_damaged_file_is_noticed_when_it_is_opened(path: Path, page: int) -> None:
    journal = Journal(path, KEY)
    for number in range(20):
        record(journal, str(number), body=CANARY)
    journal.close()
    damaged = bytearray(path.read_bytes())
    damaged[page * 4096 + 1000] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(JournalUnreadable) as raised:
        Journal(path, KEY)
    assert raised.value.moved_to.read_bytes() == damaged


def test_a_second_terminal_program_is_turned_away_and_moves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.journal.BUSY_S", 0.05)
    journal = Journal(path, KEY)
    record(journal)
    with pytest.raises(JournalError, match="locked"):
        Journal(path, KEY)
    assert ids(journal) == ["first"]
    journal.close()
    assert path.exists()


def test_what_cannot_be_saved_is_said_so(path: Path) -> None:
    journal = Journal(path, KEY)
    journal.close()
    with pytest.raises(JournalError) as raised:
        record(journal)
    assert raised.value.code == "journal.unavailable"


# --- the key ---------------------------------------------------------------------------------------------------------


def test_the_first_run_makes_a_key_and_later_runs_use_it(tmp_path: Path) -> None:
    key = load_key(tmp_path)
    assert len(key) == KEY_BYTES
    assert load_key(tmp_path) == key
    (file,) = (each for each in tmp_path.iterdir() if each.is_file())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_half_written_when_the_power_went_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "journal.new").write_bytes(b"half")
    assert len(load_key(tmp_path)) == KEY_BYTES


def test_the_service_managers_credential_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "journal.key").write_bytes(KEY)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    assert load_key(tmp_path) == KEY
    assert not (tmp_path / "journal.key").exists()


def test_a_key_of_the_wrong_length_opens_nothing(path: Path) -> None:
    with pytest.raises(JournalError, match="31 bytes instead of 32"):
        Journal(path, bytes(31))
    assert not path.exists()
