"""Settings: a bare machine needs none, the environment goes over the file, and a bad value is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings import Settings, SettingsError, load


def file(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_bare_machine_needs_no_file() -> None:
    assert load(None, {}) == Settings()


def test_the_file_that_is_deployed_is_understood() -> None:
    assert load(Path(__file__).parents[2] / "deploy" / "config.toml", {}).terminal.number


def test_the_file_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    settings = load(file(tmp_path, '[terminal]\nhall = "沙湖镇"\n[timing]\nidle = 30\n'), {})
    assert (settings.terminal.hall, settings.timing.idle) == ("沙湖镇", 30.0)
    assert (settings.terminal.number, settings.timing.warning) == (
        Settings().terminal.number,
        Settings().timing.warning,
    )


def test_the_environment_goes_over_the_file(tmp_path: Path) -> None:
    path = file(tmp_path, "[screen]\ntext_size = 2\nreduced_motion = false\n")
    environment = {"KIOSK_SCREEN_TEXT_SIZE": "4", "KIOSK_SCREEN_REDUCED_MOTION": "true", "KIOSK_API_URL": "http://x"}
    settings = load(path, environment)
    assert (settings.screen.text_size, settings.screen.reduced_motion, settings.api.url) == (4, True, "http://x")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[timing]\nidle = 'soon'\n", "timing.idle"),
        ("[screen]\ntext_size = 5\n", "screen.text_size"),
        ("[screen]\nscheme = 'pink'\n", "screen.scheme"),
        ("[terminal]\nnumbre = '1'\n", "numbre"),
        ("[nonsense]\n", "nonsense"),
        ("timing = 3\n", "timing"),
        ("[timing\n", "config.toml"),
    ],
)
def test_a_bad_value_in_the_file_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        load(file(tmp_path, text), {})


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("KIOSK_TIMING_IDLE", "soon", "timing.idle"),
        ("KIOSK_SCREEN_TEXT_SIZE", "5", "screen.text_size"),
        ("KIOSK_SCREEN_READER_SIDE", "top", "screen.reader_side"),
    ],
)
def test_a_bad_value_in_the_environment_is_named(name: str, value: str, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        load(None, {name: value})


@pytest.mark.parametrize("value", ["-1", "0", "nan"])
@pytest.mark.parametrize("key", ["idle", "warning", "farewell", "paper_wait", "print_expiry"])
def test_no_time_is_nothing_or_less(key: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"timing.{key}"):
        load(None, {f"KIOSK_TIMING_{key.upper()}": value})


def test_a_table_that_is_none_is_named_also_where_the_environment_adds_to_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="timing"):
        load(file(tmp_path, "timing = 3\n"), {"KIOSK_TIMING_IDLE": "30"})


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"missing\.toml"):
        load(tmp_path / "missing.toml", {})


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes('[terminal]\nhall = "沙湖镇"\n'.encode("gb18030"))
    with pytest.raises(SettingsError, match=r"config\.toml"):
        load(path, {})
