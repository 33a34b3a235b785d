"""The tour: every transaction and every refusal through the real screens, session, client, server and documents.

Leaves one picture of each screen visited, the printed documents and ``summary.json``. Exit status 0 only if
every walk ended as it was planned.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kiosk.app import application, wired
from kiosk.devices.simulators import SimulatorBench
from kiosk.processes import Processes
from kiosk.screens.tour.driver import Driver, TourError
from kiosk.screens.tour.stage import Stage
from kiosk.screens.tour.walks import WALKS, Walk, walk
from kiosk.settings import Api, Devices, Screen, Settings, Timing


@dataclass
class Record:
    """One walk, as ``summary.json`` tells it. Paths are as the tour was given them."""

    walk: str
    transaction: str
    planned: str
    outcome: str = "failed"
    filing_no: str | None = None
    touches: int = 0
    machine_seconds: float = 0.0  # from the first touch to the end, the tour's own waiting for cards and holds included
    longest_stall_ms: float = 0.0
    screens: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    problem: str | None = None


def run_tour(out: Path, *, elder: bool, size: tuple[int, int], holder_name: str | None) -> int:
    pictures, paper = out / "screens", out / "simulators"
    pictures.mkdir(parents=True, exist_ok=True)
    if holder_name:
        os.environ["LICENSING_DEMO_NAME"] = holder_name  # the server's demo data; the cards get it from the bench
    with tempfile.TemporaryDirectory() as scratch:
        # Its own journal and database, so that a tour leaves nothing in the terminal's.
        os.environ["XDG_STATE_HOME"] = scratch
        settings = Settings(
            api=Api(database=str(Path(scratch) / "licensing.db"), deadline_s=3.0),
            screen=Screen(text_size=3 if elder else 1),
            timing=Timing(idle=600.0),
            devices=Devices(simulators=str(paper), printing_s=0.3),
        )
        bench = SimulatorBench(paper, holder_name=holder_name)
        with Processes(settings, paper) as processes:
            records = _walk_all(settings, processes, bench, size, pictures, paper / "printer" / "out")
    (out / "summary.json").write_text(
        json.dumps([asdict(each) for each in records], ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    for each in records:
        print(
            f"{each.walk:16} {each.outcome:16} {each.filing_no or '':14} {each.touches:3} touches",
            f"{each.machine_seconds:6.1f} s  longest stall {each.longest_stall_ms:5.1f} ms  {each.problem or ''}",
        )
    return 0 if all(each.outcome == each.planned for each in records) else 1


def _walk_all(
    settings: Settings, processes: Processes, bench: SimulatorBench, size: tuple[int, int], pictures: Path, paper: Path
) -> list[Record]:
    app = application()
    with wired(settings, processes) as (_terminal, window):
        window.show_sized(*size)
        driver, stage = Driver(window, pictures), Stage(processes, bench)
        try:
            driver.wait_for(lambda: window.warm)  # as on any terminal that has been on for some seconds
            records = [_walk_one(driver, stage, plan, paper) for plan in WALKS]
        finally:
            driver.close()
    app.processEvents()
    return records


def _walk_one(driver: Driver, stage: Stage, plan: Walk, paper: Path) -> Record:
    record = Record(plan.name, plan.transaction, plan.planned)
    before = set(paper.glob("*.pdf"))
    driver.begin(plan.name)
    driver.look()
    begun = time.monotonic()
    filed: list[str] = []
    forget = driver.window.shown.connect(lambda: _note_filing(driver, filed))
    try:
        record.outcome = walk(driver, stage, plan)
    except TourError as error:
        record.problem = str(error)
        driver.terminal.leave()
        driver.expect("home")
        driver.wait_for(lambda: driver.has(f"tile.{plan.tile}"))
    finally:
        driver.window.shown.disconnect(forget)
        plan.end(stage)
    record.machine_seconds = round(time.monotonic() - begun, 2)
    record.longest_stall_ms = round(driver.watch.longest_ms, 1)
    record.touches = driver.touches
    record.filing_no = filed[-1] if filed else None
    record.screens = [str(each) for each in driver.screens]
    record.documents = [str(each) for each in sorted(set(paper.glob("*.pdf")) - before)]
    if record.problem:
        print(record.problem, file=sys.stderr)
    return record


def _note_filing(driver: Driver, filed: list[str]) -> None:
    filing = driver.terminal.filing
    shown = driver.terminal.desk.visit.filing
    if filing is not None and shown is not None:
        filed.append(shown.filing_no)
