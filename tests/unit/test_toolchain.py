"""The tools are the ones the project means: a Qt that keeps count of its references, a lock that names no host."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
BLOCKS = re.split(r"\n(?=\S)", LOCK.strip())  # one pin and the hashes below it
PINS = [Requirement(block.split(" \\\n")[0]) for block in BLOCKS]


@pytest.mark.usefixtures("qapp")
def test_qt_gives_back_every_reference_it_takes() -> None:
    """PySide6 6.12.0 drops one reference of None on each void call; after some thousand Python 3.11 aborts."""
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(2000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) <= 1000


def test_installed_qt_is_the_pinned_one() -> None:
    assert f"PySide6-Essentials=={version('PySide6-Essentials')}" in PROJECT["dependencies"]
    assert version("shiboken6") == version("PySide6-Essentials")


def test_every_pin_of_the_lock_has_hashes() -> None:
    """A pin without one would let pip install a file that nobody has looked at."""
    assert [block for block in BLOCKS if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", block)] == []


def test_every_declared_dependency_is_locked() -> None:
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    declared = {canonicalize_name(Requirement(each).name) for group in groups for each in group}
    assert declared <= {pin.name for pin in PINS}


def test_this_environment_is_the_locked_one() -> None:
    """A test on other versions would say nothing about what a terminal installs."""
    wanted = [pin for pin in PINS if pin.marker is None or pin.marker.evaluate()]
    assert [str(pin) for pin in wanted if not pin.specifier.contains(version(pin.name), prereleases=True)] == []


def test_the_lock_names_no_host() -> None:
    """Where packages come from is each machine's own configuration."""
    assert "://" not in LOCK
    assert "--index-url" not in LOCK


def test_there_is_one_lock_only() -> None:
    """uv writes its own beside it, full of hosts; it may lie about but is never tracked."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    locks = {path.name for pattern in ("*.lock", "pylock*.toml", "Pipfile*") for path in ROOT.glob(pattern)}
    assert locks - set(ignored) == {"requirements.lock"}


def test_every_dependency_that_is_held_back_says_why() -> None:
    """A bound without a reason is never lifted again."""
    held_back = [line for line in PYPROJECT.splitlines() if re.match(r'\s+"[^"]*(==|<)[^"]*",', line)]
    assert held_back
    assert [line for line in held_back if not re.search(r'",\s+# \w', line)] == []
