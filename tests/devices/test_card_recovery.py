"""Readers are unplugged, listeners fail, terminals are closed in the middle of a card."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.devices.id_card.control import Scene
from kiosk.devices.id_card.reader import Event, Failure, ReaderEvent
from kiosk.devices.id_card.sdt import SdtReader
from kiosk.devices.id_card.serial_link import SerialLink
from tests.devices.cards import CITIZEN
from tests.devices.conftest import HASTE, SimulatedReader, Witness


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[SimulatedReader]:
    """A simulator that the test may break."""
    simulator = SimulatedReader(tmp_path / "fragile", "--baud", "0")
    yield simulator
    simulator.switch_off()


def test_a_reader_that_is_unplugged_and_comes_back_is_found_again(fragile: SimulatedReader, witness: Witness) -> None:
    reader = SdtReader(SerialLink(fragile.port), HASTE)
    reader.start(witness)
    witness.until(Event.READY)
    reader.arm()
    witness.sees(Event.WAITING)
    fragile.pull_the_plug()
    witness.sees((Event.NO_READER, Failure.NO_READER))
    fragile.place(Scene(card=CITIZEN))
    fragile.switch_on()
    assert witness.document(Event.READING).name == CITIZEN.name
    fragile.pull_the_plug()  # also while it holds a card
    witness.sees(Event.NO_READER)
    fragile.switch_on()
    witness.sees(Event.READY)
    fragile.switch_off()
    witness.sees((Event.NO_READER, Failure.NO_READER))
    reader.close()
    assert not fragile.port.is_symlink()


def test_a_reader_unplugged_in_the_middle_of_a_card_fails_the_card_and_comes_back(
    fragile: SimulatedReader, witness: Witness
) -> None:
    reader = SdtReader(SerialLink(fragile.port), replace(HASTE, read=60.0))
    reader.start(witness)
    fragile.place(Scene(card=CITIZEN, latency_ms=60_000))
    reader.arm()
    witness.until(Event.READING)
    fragile.pull_the_plug()
    witness.sees((Event.FAILED, Failure.NO_READER), (Event.NO_READER, Failure.NO_READER))
    fragile.place(Scene(card=CITIZEN))
    fragile.switch_on()
    assert witness.document(Event.READING).name == CITIZEN.name
    reader.close()


def test_closing_does_not_wait_for_a_card_that_takes_long(fragile: SimulatedReader, witness: Witness) -> None:
    reader = SdtReader(SerialLink(fragile.port), replace(HASTE, read=60.0))
    reader.start(witness)
    fragile.place(Scene(card=CITIZEN, latency_ms=60_000))
    reader.arm()
    witness.until(Event.READING)
    begun = time.monotonic()
    reader.close()
    assert time.monotonic() - begun < 5
    assert "id-card-reader" not in [thread.name for thread in threading.enumerate()]
    fragile.switch_off()  # the simulator too leaves off in the middle


def test_closing_twice_or_unstarted_is_no_matter(simulator: SimulatedReader, witness: Witness) -> None:
    SdtReader(SerialLink(simulator.port), HASTE).close()
    reader = SdtReader(SerialLink(simulator.port), HASTE)
    reader.start(witness)
    witness.until(Event.READY)
    reader.close()
    reader.close()


@pytest.mark.logs("reader thread: ZeroDivisionError")
def test_a_listener_that_fails_does_not_end_the_readers_thread(simulator: SimulatedReader, witness: Witness) -> None:
    failed = threading.Event()

    def listen(event: ReaderEvent) -> None:
        if event.kind is Event.READY and not failed.is_set():
            failed.set()
            raise ZeroDivisionError(CITIZEN.name)
        witness(event)

    reader = SdtReader(SerialLink(simulator.port), HASTE)
    reader.start(listen)
    witness.until(Event.READY)
    reader.close()
    assert failed.is_set()
