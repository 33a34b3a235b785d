"""Settings: every number of the law is here, and a local file may change single ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from licensing_server.rules.eligibility import assess
from licensing_server.rules.facts import Case
from licensing_server.settings import load
from tests.licensing_server.samples import LICENCE, TODAY, expiring_in


def test_a_local_file_changes_one_number_and_keeps_the_rest(tmp_path: Path) -> None:
    local = tmp_path / "local.toml"
    local.write_text("[renew]\nwindow_days = 60\n", "utf-8")
    settings = load(local)
    assert settings.renew.window_days == 60
    assert settings.renew.max_years == load().renew.max_years


def test_the_rules_follow_the_settings(tmp_path: Path) -> None:
    local = tmp_path / "local.toml"
    local.write_text("[renew]\nwindow_days = 30\n", "utf-8")
    case = Case(licence=LICENCE, today=TODAY, settings=load(local))
    assert not assess("renew", case).can_apply
    assert assess("renew", expiring_in(41)).can_apply


def test_a_misspelt_setting_is_not_ignored(tmp_path: Path) -> None:
    local = tmp_path / "local.toml"
    local.write_text("[renew]\nwindow_day = 60\n", "utf-8")
    with pytest.raises(ValidationError, match="window_day"):
        load(local)


def test_the_environment_may_name_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = tmp_path / "local.toml"
    local.write_text("[session]\nidle_minutes = 3\n", "utf-8")
    monkeypatch.setenv("LICENSING_SETTINGS", str(local))
    load.cache_clear()
    try:
        assert load().session.idle_minutes == 3
    finally:
        load.cache_clear()
