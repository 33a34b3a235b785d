"""A whole card over a line of 115200 baud: how close the driver comes to the line's own speed. Prints the ratio.

Line time is that of every byte of find, select and read and of their answers, at ten bits a byte.
"""

from __future__ import annotations

import queue
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kiosk.devices.id_card.reader import Event, ReaderEvent
from kiosk.devices.id_card.sdt import SdtReader
from kiosk.devices.id_card.serial_link import SerialLink
from kiosk.devices.simulators import SimulatorBench

BAUD = 115200
ROUNDS = 20
GOAL = 1.10
LINE_BYTES = 3 * 10 + 15 + 19 + 1295  # three requests, three answers


def main() -> int:
    line_s = LINE_BYTES * 10 / BAUD
    with tempfile.TemporaryDirectory() as folder:
        bench = SimulatorBench(Path(folder))
        command = [sys.executable, "-m", "kiosk.devices.id_card.simulator", "--control", str(bench.reader_folder)]
        simulator = subprocess.Popen([*command, "--baud", str(BAUD)], stdin=subprocess.PIPE)
        try:
            took = statistics.median(_readings(bench))
        finally:
            assert simulator.stdin is not None
            simulator.stdin.close()
            simulator.wait()
    ratio = took / line_s
    times = f"{took * 1000:.1f} ms a card, line time {line_s * 1000:.1f} ms"
    print(f"card_read: {times}, ratio {ratio:.3f} (goal ≤ {GOAL})")
    return 0 if ratio <= GOAL else 1


def _readings(bench: SimulatorBench) -> list[float]:
    """Seconds from "somebody asks" to the document, the card lying there already."""
    events: queue.SimpleQueue[tuple[float, ReaderEvent]] = queue.SimpleQueue()

    def until(kind: Event) -> float:
        while True:
            at, event = events.get(timeout=10)
            if event.kind is kind:
                return at

    reader = SdtReader(SerialLink(bench.reader_folder / "port"))
    reader.start(lambda event: events.put((time.perf_counter(), event)))
    until(Event.READY)
    took = []
    for _ in range(ROUNDS):
        bench.place("chen_fang")
        begun = time.perf_counter()
        reader.arm()
        took.append(until(Event.READ) - begun)
        bench.remove_card()
        until(Event.READY)
    reader.close()
    return took


if __name__ == "__main__":
    sys.exit(main())
