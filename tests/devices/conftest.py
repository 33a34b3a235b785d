"""A simulated reader in a process of its own, and somebody who writes down what a driver reports."""

from __future__ import annotations

import queue
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.devices.id_card.control import Scene, port_link, write_scene
from kiosk.devices.id_card.document import IdDocument
from kiosk.devices.id_card.reader import Event, Failure, ReaderEvent
from kiosk.devices.id_card.sam import Timing
from kiosk.devices.id_card.sdt import SdtReader
from kiosk.devices.id_card.serial_link import SerialLink

PATIENCE_S = 10.0  # what no event takes on any machine
HASTE = Timing(
    control=0.2, card=0.2, read=0.25, presence=0.2, start_up=0.4, poll=0.01, idle_check=0.05, back_off=(0.02,)
)


class SimulatedReader:
    """The simulator's process, which can be switched off the hard way and on again."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.port = port_link(folder)
        self._options = options
        self.switch_on()

    def switch_on(self) -> None:
        command = [
            sys.executable,
            "-m",
            "kiosk.devices.id_card.simulator",
            "--control",
            str(self.folder),
            *self._options,
        ]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE)

    def pull_the_plug(self) -> None:
        self.process.kill()
        self.switch_off()

    def switch_off(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(PATIENCE_S)

    def place(self, scene: Scene) -> None:
        write_scene(self.folder, scene)


class Witness:
    """Gets a driver's events and hands them out one by one."""

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[ReaderEvent] = queue.SimpleQueue()

    def __call__(self, event: ReaderEvent) -> None:
        self._events.put(event)

    def next(self) -> ReaderEvent:
        return self._events.get(timeout=PATIENCE_S)

    def sees(self, *expected: Event | tuple[Event, Failure]) -> None:
        """Exactly these, in this order, and nothing between them."""
        for each in expected:
            event = self.next()
            assert (event.kind if isinstance(each, Event) else (event.kind, event.failure)) == each

    def document(self, *before: Event) -> IdDocument:
        """The document that comes after exactly these events."""
        self.sees(*before)
        return _document(self.next())

    def next_document(self) -> IdDocument:
        """The document that comes next, whatever comes before."""
        return _document(self.until(Event.READ)[-1])

    def until(self, kind: Event) -> list[ReaderEvent]:
        """All events up to the first of a kind."""
        events = [self.next()]
        while events[-1].kind is not kind:
            events.append(self.next())
        return events


def _document(event: ReaderEvent) -> IdDocument:
    assert event.kind is Event.READ
    assert event.document is not None
    return event.document


@pytest.fixture(scope="module")
def running_simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimulatedReader]:
    simulator = SimulatedReader(tmp_path_factory.mktemp("reader"), "--baud", "0")
    yield simulator
    simulator.switch_off()


@pytest.fixture
def simulator(running_simulator: SimulatedReader) -> SimulatedReader:
    """With nothing on it."""
    running_simulator.place(Scene())
    return running_simulator


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture
def reader(simulator: SimulatedReader, witness: Witness) -> Iterator[SdtReader]:
    """A driver on the simulator's line, ready and not armed."""
    driver = SdtReader(SerialLink(simulator.port), HASTE)
    driver.start(witness)
    witness.until(Event.READY)
    yield driver
    driver.close()
