"""The database: one writer that commits in groups, readers that cannot write, a schema that is what it says."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from licensing_server.desk.office import Office
from licensing_server.store.database import Database, DatabaseUnusable
from licensing_server.store.migrate import HEAD
from licensing_server.store.tables import holders, metadata
from tests.licensing_server.conftest import url_of


def add_holder(number: str) -> Any:
    return lambda connection: connection.execute(insert(holders).values(id_number=number, name="某人"))


def count_holders(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(holders)) or 0


def test_the_migrations_lead_to_exactly_the_tables(office: Office) -> None:
    def differences(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    assert office.database.read(differences) == []
    assert (
        office.database.read(lambda connection: connection.scalar(text("SELECT version_num FROM alembic_version")))
        == HEAD
    )


def test_what_is_committed_survives_power_cuts_by_configuration(office: Office) -> None:
    def pragmas(connection: Connection) -> tuple[Any, Any]:
        return (
            connection.exec_driver_sql("PRAGMA journal_mode").scalar(),
            connection.exec_driver_sql("PRAGMA synchronous").scalar(),
        )

    assert office.database.write(pragmas) == ("wal", 2)  # 2 is FULL


def test_a_reader_cannot_write(office: Office) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        office.database.read(add_holder("somebody"))


def test_a_failing_change_harms_no_neighbour_of_its_group(office: Office) -> None:
    before = office.database.read(count_holders)
    numbers = [f"holder-{n % 25}" for n in range(50)]  # each number twice: the second fails

    def attempt(number: str) -> bool:
        try:
            office.database.write(add_holder(number))
        except IntegrityError:
            return False
        return True

    with ThreadPoolExecutor(16) as crowd:
        kept = list(crowd.map(attempt, numbers))
    assert sum(kept) == 25
    assert office.database.read(count_holders) == before + 25


def test_opening_a_database_that_is_up_to_date_does_not_load_the_migrations(seeded_file: Path) -> None:
    script = f"import sys; from licensing_server.serve import open_office; open_office({url_of(seeded_file)!r})"
    check = "assert 'alembic' not in sys.modules"
    subprocess.run([sys.executable, "-c", f"{script}; {check}"], check=True, timeout=30)


def test_a_second_server_on_the_same_file_is_refused(tmp_path: Path) -> None:
    url = url_of(tmp_path / "shared.db")
    first = Database(url, serving=True)
    try:
        with pytest.raises(DatabaseUnusable, match="only one worker"):
            Database(url, serving=True)
        clerk = Database(url)  # the command line may look in
        clerk.close()
    finally:
        first.close()
    Database(url, serving=True).close()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("licensing.db", "not a database URL"),
        ("postgresql://somewhere/licensing", "only a database file"),
        ("sqlite:///:memory:", "only a database file"),
        ("sqlite:////nowhere/at/all/licensing.db", "unable to open"),
    ],
)
def test_a_database_that_cannot_be_used_is_named_in_one_sentence(url: str, sentence: str) -> None:
    with pytest.raises(DatabaseUnusable, match=sentence):
        Database(url)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam\n" * 100, "utf-8")
    with pytest.raises(DatabaseUnusable, match="not a database"):
        Database(url_of(letter))
    assert letter.read_text("utf-8").startswith("Dear Sir")
