"""The command line: what is wrong is one sentence on standard error, and the exit status says whose fault it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.__main__ import SIMULATIONS, main
from kiosk.devices.id_card.control import read_scene
from kiosk.devices.simulators import SimulatorBench

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Settings whose simulators lie in the test's own folder."""
    path = tmp_path / "config.toml"
    path.write_text(f'[devices]\nsimulators = "{tmp_path / "simulators"}"\n', encoding="utf-8")
    return path


@pytest.fixture
def bench(tmp_path: Path) -> SimulatorBench:
    return SimulatorBench(tmp_path / "simulators")


def usage_error(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence, below the usage where argparse prints it."""
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return err.strip().splitlines()[-1]


def test_help_tells_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_error("--help") == 0
    out = capsys.readouterr().out
    assert all(command in out for command in ("run", "tour", "simulate"))


def test_help_costs_no_toolkit() -> None:
    script = "import sys; from kiosk.__main__ import main\ntry: main(['--help'])\nfinally: print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"PySide6", "httpx", "reportlab"} & set(loaded)


@pytest.mark.parametrize("size", ["wide", "1080", "1080x", "0x0", "1080x-1", "100x100", "1080x1920x3"])
def test_a_size_that_is_none_is_named(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_error("tour", "--out", "out", "--size", size) == 2
    assert size in said(capsys)


@pytest.mark.parametrize("arguments", [[], ["fly"], ["tour"], ["simulate"], ["simulate", "explode"]])
def test_wrong_use_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_error(*arguments) == 2
    assert said(capsys).startswith("kiosk")


@pytest.mark.parametrize(
    ("text", "named"),
    [("[timing]\nidle = 'soon'\n", "timing.idle"), ("[nonsense]\n", "nonsense"), ("[[", "config.toml")],
)
@pytest.mark.parametrize("command", [["run"], ["simulate", "--config", "{}", "people"]])
def test_settings_that_cannot_be_used_are_named(
    command: list[str], text: str, named: str, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text(text, encoding="utf-8")
    arguments = [each.format(config) for each in command] if len(command) > 1 else [*command, "--config", str(config)]
    assert main(arguments) == 2
    assert named in said(capsys)


def test_a_settings_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--config", str(tmp_path / "gone.toml")]) == 2
    assert "gone.toml" in said(capsys)


def test_without_a_display_it_says_what_to_do_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    assert main(["run"]) == 1
    assert "kiosk tour" in said(capsys)


def test_a_card_is_laid_and_taken_away(config: Path, bench: SimulatorBench) -> None:
    assert main(["simulate", "--config", str(config), "place-card", "chen_fang"]) == 0
    card = read_scene(bench.reader_folder).card
    assert card is not None
    assert card.name == "陈芳"
    assert main(["simulate", "--config", str(config), "spoil-card"]) == 0
    assert read_scene(bench.reader_folder).faults
    assert main(["simulate", "--config", str(config), "remove-card"]) == 0
    assert read_scene(bench.reader_folder).card is None


@pytest.mark.parametrize(("action", "reason"), [("paper-out", "media-empty"), ("jam", "media-jam")])
def test_the_printer_ails_and_is_well_again(config: Path, bench: SimulatorBench, action: str, reason: str) -> None:
    state = bench.printer_folder / "state.json"
    assert main(["simulate", "--config", str(config), action]) == 0
    assert reason in state.read_text(encoding="utf-8")
    assert main(["simulate", "--config", str(config), "refill"]) == 0
    assert reason not in state.read_text(encoding="utf-8")


def test_the_people_are_listed_by_the_keys_that_place_card_takes(
    config: Path, bench: SimulatorBench, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "--config", str(config), "people"]) == 0
    keys = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert keys == [key for key, _ in bench.people()]


def test_nobody_by_that_name(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--config", str(config), "place-card", "nobody"]) == 1
    assert "nobody" in said(capsys)


def test_there_is_no_card_to_spoil(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--config", str(config), "spoil-card"]) == 1
    assert "no card" in said(capsys)


@pytest.mark.parametrize("action", SIMULATIONS)
def test_every_simulation_that_is_offered_is_done(action: str, config: Path) -> None:
    main(["simulate", "--config", str(config), "place-card", "chen_fang"])
    assert main(["simulate", "--config", str(config), action]) == 0
