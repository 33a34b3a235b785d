"""Two tours, started together and run once: standard with a name of rare characters, elder on a small panel."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HOMES

NAME = "欧阳㛃𬭎·䶮"
LONGEST_S = 240.0


@dataclass(frozen=True)
class Tour:
    """A tour that has ended, and the home that was its own."""

    home: Path
    out: Path
    size: tuple[int, int]
    name: str | None
    status: int
    stdout: bytes
    stderr: bytes
    session: int

    @property
    def summary(self) -> list[dict[str, Any]]:
        records: list[dict[str, Any]] = json.loads((self.out / "summary.json").read_text(encoding="utf-8"))
        return records

    def walked(self, walk: str) -> dict[str, Any]:
        return next(record for record in self.summary if record["walk"] == walk)


class _Running:
    def __init__(self, folder: Path, size: tuple[int, int], *options: str, name: str | None = None) -> None:
        self.home, self.out, self.size, self.name = folder / "home", folder / "out", size, name
        homes = {variable: self.home / variable.lower() for variable in HOMES}
        for path in homes.values():
            path.mkdir(parents=True, mode=0o700)
        command = [sys.executable, "-m", "kiosk", "tour", "--out", str(self.out), "--size", "x".join(map(str, size))]
        named = ["--holder-name", name] if name else []
        self._process = subprocess.Popen(
            [*command, *options, *named],
            env={**os.environ, **{variable: str(path) for variable, path in homes.items()}, "PYTHONFAULTHANDLER": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # so that whatever it leaves behind can be found
        )

    def end(self) -> Tour:
        try:
            stdout, stderr = self._process.communicate(timeout=LONGEST_S)
        finally:
            self._process.kill()
        return Tour(
            self.home, self.out, self.size, self.name, self._process.returncode, stdout, stderr, self._process.pid
        )


@pytest.fixture(scope="session")
def tours(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tour]:
    running = {
        "standard": _Running(tmp_path_factory.mktemp("standard"), (1080, 1920), name=NAME),
        "elder": _Running(tmp_path_factory.mktemp("elder"), (1280, 1024), "--elder"),
    }
    return {name: each.end() for name, each in running.items()}


@pytest.fixture(params=["standard", "elder"])
def tour(request: pytest.FixtureRequest, tours: dict[str, Tour]) -> Tour:
    return tours[request.param]
