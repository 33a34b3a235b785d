"""Where the terminal keeps things (XDG), in folders that are its own user's alone."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_NAME = "licence-terminal"


def state_dir() -> Path:
    """What must survive a restart: the journal, its key, the embedded server's database."""
    return _private(platformdirs.user_state_path(_NAME))


def config_file() -> Path:
    """The settings file, which need not exist; its folder does."""
    return _private(platformdirs.user_config_path(_NAME)) / "config.toml"


def _private(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder
