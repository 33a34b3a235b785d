"""An office on a copy of one seeded database, and a server around it, at 9:41 on 12 March 2026."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from licensing_server.demo.seed import seed
from licensing_server.desk.office import Office
from licensing_server.settings import load
from licensing_server.store.database import Database
from tests.licensing_server.citizen import Citizen
from tests.licensing_server.samples import MORNING
from tests.licensing_server.serving import StoppedClock, serving


def url_of(file: Path) -> str:
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, made once; each test works on its own copy."""
    file = tmp_path_factory.mktemp("seeded") / "licensing.db"
    database = Database(url_of(file))
    seed(Office(load(), lambda: MORNING, database))
    database.close()
    return file


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(MORNING)


@pytest.fixture
def office(seeded_file: Path, tmp_path: Path, clock: StoppedClock) -> Iterator[Office]:
    file = tmp_path / "licensing.db"
    shutil.copy(seeded_file, file)
    database = Database(url_of(file))
    yield Office(load(), clock, database)
    database.close()


@pytest.fixture
def http(office: Office) -> Iterator[httpx.Client]:
    """A client of the running server."""
    with serving(office) as url, httpx.Client(base_url=url, trust_env=False, verify=False) as client:
        yield client


@pytest.fixture
def arrive(http: httpx.Client) -> Callable[[str], Citizen]:
    """A person of the demonstration puts the card on the reader."""
    return lambda key: Citizen(http, key)
