"""What is handed to an operator agrees with the program."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from kiosk.settings import Settings, load

CONFIG = Path(__file__).parents[2] / "deploy" / "config.toml"


def test_the_settings_file_lists_every_setting_with_its_default() -> None:
    assert tomllib.loads(CONFIG.read_text(encoding="utf-8")) == msgspec.to_builtins(Settings())
    assert load(CONFIG, environment={}) == Settings()
