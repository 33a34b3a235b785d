"""The contract of a card reader, held by the real driver over a real serial line to the simulator's process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.devices import demo_people
from kiosk.devices.id_card.control import Scene, card_file
from kiosk.devices.id_card.document import IdDocument
from kiosk.devices.id_card.reader import Event, Failure
from kiosk.devices.id_card.records import LENGTH
from kiosk.devices.id_card.sdt import SdtReader
from tests.devices.cards import CITIZEN, FOREIGN_2017, FOREIGN_2023, HMT, ONE_OF_EACH
from tests.devices.conftest import SimulatedReader, Witness

OTHER = demo_people.people()["chen_fang"]


def test_every_kind_of_card_is_read_lifted_and_followed_by_the_next(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness
) -> None:
    for card in ONE_OF_EACH:
        reader.arm()
        witness.sees(Event.WAITING)
        simulator.place(Scene(card=card))
        assert witness.document(Event.READING) == replace(card, photo=bytes(1024))
        assert reader.state is Event.READ
        simulator.place(Scene())
        witness.sees(Event.REMOVED, Event.READY)


@pytest.mark.parametrize("photo", [None, b"\x01" * 1024], ids=["no photo", "with photo"])
def test_a_card_that_already_lies_there_is_read_when_somebody_asks(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness, photo: bytes | None
) -> None:
    card = replace(CITIZEN, photo=photo)
    simulator.place(Scene(card=card, photo_length=0))
    reader.arm()
    assert witness.document(Event.READING) == card


def test_nothing_is_read_while_nobody_asks(reader: SdtReader, simulator: SimulatedReader, witness: Witness) -> None:
    simulator.place(Scene(card=CITIZEN))
    reader.arm()
    witness.until(Event.READ)
    simulator.place(Scene(card=OTHER))  # the reading used up the arming
    witness.sees(Event.REMOVED, Event.READY)
    assert reader.state is Event.READY
    reader.arm()
    assert witness.document(Event.READING).name == OTHER.name


def test_a_card_left_lying_is_not_read_for_the_next_person(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness
) -> None:
    simulator.place(Scene(card=CITIZEN))
    reader.arm()
    witness.until(Event.READ)
    reader.arm()
    witness.sees((Event.FAILED, Failure.CARD_MOVED))
    simulator.place(Scene())
    witness.sees(Event.REMOVED, Event.WAITING)
    simulator.place(Scene(card=OTHER))
    assert witness.document(Event.READING).name == OTHER.name


def test_disarming_in_the_middle_of_a_reading_tells_nothing_of_the_card(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness
) -> None:
    simulator.place(Scene(card=CITIZEN, latency_ms=100))
    reader.arm()
    witness.sees(Event.READING)
    reader.disarm()
    witness.sees(Event.READY)
    reader.arm()
    assert witness.document(Event.READING).name == CITIZEN.name


def test_a_file_half_written_by_hand_is_no_card_yet(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness
) -> None:
    card_file(simulator.folder).write_text('{"card": {"type": "citizen", "na')
    reader.arm()
    witness.sees(Event.WAITING)
    simulator.place(Scene(card=CITIZEN))
    assert witness.document(Event.READING).name == CITIZEN.name


@pytest.mark.parametrize("card", [HMT, FOREIGN_2017, FOREIGN_2023], ids=lambda card: card.type)
def test_nothing_personal_is_logged_even_when_everything_is(
    reader: SdtReader,
    simulator: SimulatedReader,
    witness: Witness,
    caplog: pytest.LogCaptureFixture,
    card: IdDocument,
) -> None:
    with caplog.at_level("DEBUG"):
        simulator.place(Scene(card=card, record=bytes(LENGTH - 2) + b"zz"))
        reader.arm()
        witness.until(Event.FAILED)
        simulator.place(Scene(card=card))
        witness.until(Event.READ)
    assert "card not understood" in caplog.text
    for secret in (card.name, card.name_en, card.id_number):
        assert not secret or secret not in caplog.text
