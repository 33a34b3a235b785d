"""The terminal's folders follow the environment and are closed to others."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import paths


@pytest.mark.parametrize(
    ("where", "variable"),
    [
        (paths.state_dir, "XDG_STATE_HOME"),
        (lambda: paths.config_file().parent, "XDG_CONFIG_HOME"),
    ],
)
def test_each_folder_stands_where_the_environment_says_and_is_its_owners_alone(
    where: Callable[[], Path], variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))
    folder = where()
    assert folder == tmp_path / "elsewhere" / "licence-terminal"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_others_could_read_is_closed() -> None:
    paths.state_dir().chmod(0o755)
    assert stat.S_IMODE(paths.state_dir().stat().st_mode) == 0o700


def test_no_settings_file_is_needed() -> None:
    assert not paths.config_file().exists()
