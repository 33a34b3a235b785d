"""Claim: from the end of a touch to the next screen painted takes one frame of a 60 Hz panel at most, at p50 and p99.

Real touches through Qt's event queue on the real screens, in every transaction, at both layouts; painted into memory.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Literal

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from kiosk.app import application, wired
from kiosk.devices.simulators import SimulatorBench
from kiosk.processes import Processes
from kiosk.screens.tour.driver import Driver
from kiosk.screens.tour.stage import Stage
from kiosk.screens.tour.walks import WALKS, walk
from kiosk.screens.window import Window
from kiosk.settings import Api, Devices, Screen, Settings

FRAME_MS = 1000 / 60
GOAL = 1.0


class Stopwatch(QObject):
    """``times`` gets the milliseconds of each touch that brings a new page, until that page is painted."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.times: list[float] = []
        self._window = window
        self._ended: float | None = None
        self._built = False
        window.shown.connect(self._on_shown)
        window.installEventFilter(self)  # what is painted
        window.windowHandle().installEventFilter(self)  # what is touched

    def _on_shown(self) -> None:
        self._built = self._ended is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.TouchBegin:
                self._ended, self._built = None, False
            case QEvent.Type.TouchEnd if self._ended is None:
                self._ended = perf_counter()
            case QEvent.Type.UpdateRequest if watched is self._window and self._built and self._ended is not None:
                self._window.event(event)  # paints
                self.times.append((perf_counter() - self._ended) * 1000)
                self._ended, self._built = None, False
                return True
        return False


class Hands(Driver):
    """Touches without taking pictures."""

    def look(self) -> None:
        """Nothing: a picture would be painted into the time that is measured."""


def measure(text_size: Literal[1, 3]) -> list[float]:
    """Milliseconds of every touch of all walks that end as they should when nothing is wrong."""
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_STATE_HOME"] = scratch
        simulators = Path(scratch) / "simulators"
        settings = Settings(
            api=Api(database=f"{scratch}/licensing.db"),
            screen=Screen(text_size=text_size),
            devices=Devices(simulators=str(simulators)),
        )
        bench = SimulatorBench(simulators)
        with Processes(settings, simulators) as processes, wired(settings, processes) as (_terminal, window):
            window.show_sized(1080, 1920)
            hands, stage, watch = Hands(window, Path(scratch)), Stage(processes, bench), Stopwatch(window)
            hands.wait_for(lambda: False, 1.0)  # devices and server start after the first frame
            hands.wait_for(lambda: window.warm)  # a terminal has been on for some seconds before anybody comes
            for plan in WALKS:
                if plan.planned in ("filed", "looked"):
                    hands.begin(plan.name)
                    walk(hands, stage, plan)
            hands.close()
        QApplication.processEvents()
    return watch.times


def main() -> int:
    application()
    met = True
    for layout, times in (("standard", measure(1)), ("elder", measure(3))):
        cuts = quantiles(times, n=100, method="inclusive")
        for name, value in (("p50", cuts[49]), ("p99", cuts[98])):
            ratio = value / FRAME_MS
            met &= ratio <= GOAL
            print(
                f"touch to next screen painted, {layout}, {name}: ratio {ratio:.2f} of a frame, goal ≤ {GOAL}, "
                f"{'met' if ratio <= GOAL else 'MISSED'} · {value:.1f} ms of {FRAME_MS:.1f} ms · {len(times)} screens",
                flush=True,
            )
    return not met


if __name__ == "__main__":
    sys.exit(main())
