"""Starts the terminal's processes in the order that makes it quick: first the server and the simulators, which live in
processes of their own, then Qt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk import paths
from kiosk.settings import Settings, load


def settings_from(config: Path | None) -> Settings:
    """The settings of the file named, else of the user's own file where there is one."""
    own = paths.config_file()
    return load(config or (own if own.exists() else None))


def simulators_dir(settings: Settings) -> Path:
    return Path(settings.devices.simulators) if settings.devices.simulators else paths.state_dir() / "simulators"


def run(*, config: Path | None, windowed: bool) -> int:
    settings = settings_from(config)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        print(
            "kiosk: there is no display here (DISPLAY is not set). Without one, use: kiosk tour --out DIR",
            file=sys.stderr,
        )
        return 1
    from kiosk.processes import Processes

    with Processes(settings, simulators_dir(settings)) as processes:
        import kiosk.terminal  # noqa: F401 - first what knows no Qt: PySide6 reads the source of every module loaded after it
        from kiosk.app import run_terminal
        from kiosk.journal import JournalError

        try:
            return run_terminal(settings, processes, windowed=windowed)
        except JournalError as error:
            print(
                f"kiosk: the journal of filings cannot be opened ({error}); is another terminal running?",
                file=sys.stderr,
            )
            return 1


def tour(*, out: Path, elder: bool, size: tuple[int, int], holder_name: str | None) -> int:
    # A tour needs no display: it paints into memory, touches included.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.screens.tour.tour import run_tour

    return run_tour(out, elder=elder, size=size, holder_name=holder_name)


def simulate(config: Path | None, action: str, person: str | None) -> int:
    """Moves the simulated devices of a running terminal from another process."""
    from kiosk.devices.simulators import NoCardLies, SimulatorBench

    bench = SimulatorBench(simulators_dir(settings_from(config)))
    actions: dict[str, Callable[[], object]] = {
        "place-card": lambda: bench.place(person or ""),
        "remove-card": bench.remove_card,
        "spoil-card": lambda: bench.spoil_card("unreadable"),
        "paper-out": bench.paper_out,
        "jam": bench.jam,
        "refill": bench.refill,
        "people": lambda: print("\n".join(f"{key:16} {name}" for key, name in bench.people())),
    }
    try:
        actions[action]()
    except KeyError:
        print(f"kiosk: nobody is called {person!r}; see: kiosk simulate people", file=sys.stderr)
        return 1
    except NoCardLies:
        print("kiosk: no card lies on the reader", file=sys.stderr)
        return 1
    return 0
