"""What holds for every test: its own home, no window left open, no thread or timer left running, nothing in the log."""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# the same examples on every machine and every run; a failure found by chance elsewhere becomes an explicit example
settings.register_profile("suite", deadline=None, derandomize=True, database=None)
settings.load_profile("suite")

HOMES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "TMPDIR")
GRACE_S = 2.0  # an ending thread may still be on its last lines when its test returns


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test runs, child processes included, touches the real home or leaves a file outside of ``tmp_path``."""
    for name in HOMES:
        folder = tmp_path / "home" / name.lower()
        folder.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)  # Python remembers the first temporary folder it was given


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fails a test that leaves a thread, an active timer or a top-level widget behind."""
    threads, widgets, timers = set(threading.enumerate()), _top_level_widgets(), _active_timers()
    yield
    left = [thread for thread in threading.enumerate() if thread not in threads]
    for thread in left:
        thread.join(GRACE_S)
    assert not [thread.name for thread in left if thread.is_alive()], "threads left running"
    assert _active_timers() <= timers, "timers left running"
    assert _top_level_widgets() <= widgets, "windows left open"


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that logs a warning or worse, unless it is marked ``logs(pattern)``; then something must match."""
    yield
    marker = request.node.get_closest_marker("logs")
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    if marker is None:
        assert not loud, "logged without being expected"
    else:
        assert loud, "the expected log record did not come"
        assert all(re.search(marker.args[0], message) for message in loud), loud


def _top_level_widgets() -> set[object]:
    """Windows that are alive. Tests without Qt never load it here."""
    if "PySide6.QtWidgets" not in sys.modules:
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return set(QApplication.topLevelWidgets())


def _active_timers() -> set[object]:
    if "PySide6.QtCore" not in sys.modules:
        return set()
    import shiboken6
    from PySide6.QtCore import QTimer

    return {each for each in shiboken6.getAllValidWrappers() if isinstance(each, QTimer) and each.isActive()}
