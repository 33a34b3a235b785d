"""Every fault at every step of reading a card: what passes is not noticed, what lasts is named, and all is outlived."""

from __future__ import annotations

import pytest

from kiosk.devices import demo_people
from kiosk.devices.id_card.control import Fault, Scene, Spoiling, Step
from kiosk.devices.id_card.reader import Event, Failure
from kiosk.devices.id_card.records import LENGTH
from kiosk.devices.id_card.sdt import SdtReader
from tests.devices.cards import CITIZEN
from tests.devices.conftest import SimulatedReader, Witness

OTHER = demo_people.people()["chen_fang"]
STEPS: tuple[Step, ...] = ("find", "select", "read")
MOVED, REJECTED, LINK, FAULT = Failure.CARD_MOVED, Failure.CARD_REJECTED, Failure.LINK, Failure.READER_FAULT
Row = tuple[Step, Spoiling, int, Failure]


def _faults(rows: list[Row]) -> list[tuple[Fault, Failure]]:
    return [(Fault(step=step, kind=kind, sw3=sw3), failure) for step, kind, sw3, failure in rows]


def _name(value: Fault | Failure) -> str:
    if isinstance(value, Failure):
        return value.value
    return f"{value.step}-{value.kind}" + (f"-{value.sw3:02x}" if value.kind == "status" else "")


SPOILT: tuple[Spoiling, ...] = ("garbage", "truncate", "bad_checksum", "silent")
PASSING_STATUS = (0x10, 0x11, 0x21, 0x31, 0x41, 0x47, 0x81)
PASSING = [
    *[Fault(step=step, kind=kind, times=1) for step in STEPS for kind in SPOILT],
    *[Fault(step=step, kind="status", sw3=sw3, times=1) for step in STEPS for sw3 in PASSING_STATUS],
]


@pytest.mark.parametrize("fault", PASSING, ids=_name)
def test_a_passing_fault_is_never_noticed(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness, fault: Fault
) -> None:
    simulator.place(Scene(card=CITIZEN, faults=(fault,)))
    reader.arm()
    assert witness.document(Event.READING).name == CITIZEN.name


LASTING: list[Row] = [
    ("select", "truncate", 0, LINK), ("select", "bad_checksum", 0, LINK), ("select", "silent", 0, LINK),
    ("select", "removed", 0, MOVED), ("read", "truncate", 0, LINK), ("read", "bad_checksum", 0, LINK),
    ("read", "silent", 0, LINK), ("read", "removed", 0, MOVED), ("find", "status", 0x41, MOVED),
    *[(step, "status", sw3, failure) for step in STEPS[1:] for sw3, failure in (
        (0x10, LINK), (0x11, LINK), (0x21, LINK), (0x91, LINK), (0x9F, LINK),
        (0x31, REJECTED), (0x32, REJECTED), (0x33, REJECTED), (0x40, REJECTED),
        (0x41, MOVED), (0x47, MOVED), (0x80, MOVED), (0x81, MOVED),
    )],
]  # fmt: skip


@pytest.mark.parametrize(("fault", "failure"), _faults(LASTING), ids=_name)
def test_a_card_that_cannot_be_read_is_told_once_and_the_next_one_is_read(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness, fault: Fault, failure: Failure
) -> None:
    simulator.place(Scene(card=CITIZEN, faults=(fault,)))
    reader.arm()
    assert witness.until(Event.FAILED)[-1].failure is failure
    simulator.place(Scene())
    simulator.place(Scene(card=OTHER))
    events = witness.until(Event.READ)
    assert Event.FAILED not in [event.kind for event in events]
    assert events[-1].document is not None
    assert events[-1].document.name == OTHER.name


def test_a_card_whose_record_makes_no_sense_is_told_apart(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness
) -> None:
    simulator.place(Scene(card=CITIZEN, record=bytes(LENGTH)))
    reader.arm()
    witness.sees(Event.READING, (Event.FAILED, Failure.UNDECODABLE))
    simulator.place(Scene(card=OTHER))
    assert witness.next_document().name == OTHER.name


def test_a_card_laid_askew_is_read_once_it_lies_well_without_being_lifted(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness
) -> None:
    simulator.place(Scene(card=CITIZEN, faults=(Fault(step="select", kind="status", sw3=0x81, times=4),)))
    reader.arm()
    assert witness.document(Event.READING, Event.FAILED).name == CITIZEN.name


OUT_OF_ORDER: list[Row] = [
    *[(step, kind, 0, LINK) for step in ("status", "find") for kind in ("truncate", "bad_checksum", "silent")],
    *[(step, "status", sw3, FAULT) for step in ("status", *STEPS) for sw3 in (0x23, 0x24, 0x60, 0x66, 0x77)],
]


@pytest.mark.parametrize(("fault", "failure"), _faults(OUT_OF_ORDER), ids=_name)
def test_a_reader_out_of_order_says_so_and_comes_back_by_itself(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness, fault: Fault, failure: Failure
) -> None:
    simulator.place(Scene(card=CITIZEN, faults=(fault,)))
    if fault.step != "status":  # it is only asked how it is while nobody waits
        reader.arm()
    events = witness.until(Event.NO_READER)
    assert {event.failure for event in events if event.failure} == {failure}
    simulator.place(Scene(card=OTHER))
    reader.arm()
    assert witness.next_document().name == OTHER.name


@pytest.mark.parametrize("kind", ["truncate", "bad_checksum", "silent", "removed"])
def test_a_card_that_no_longer_answers_counts_as_lifted(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness, kind: Spoiling
) -> None:
    simulator.place(Scene(card=CITIZEN, faults=(Fault(step="presence", kind=kind),)))
    reader.arm()
    witness.sees(Event.READING, Event.READ, Event.REMOVED, Event.READY)


@pytest.mark.parametrize("kind", ["garbage", "truncate"])
def test_one_garbled_look_does_not_make_a_card_count_as_lifted(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness, kind: Spoiling
) -> None:
    simulator.place(Scene(card=CITIZEN, faults=(Fault(step="presence", kind=kind, times=1),)))
    reader.arm()
    witness.sees(Event.READING, Event.READ)
    reader.arm()
    witness.sees((Event.FAILED, Failure.CARD_MOVED))  # it is still there


@pytest.mark.parametrize("kind", ["truncate", "silent"])
def test_a_reset_whose_answer_is_lost_is_no_reason_to_give_up(
    reader: SdtReader, simulator: SimulatedReader, witness: Witness, kind: Spoiling
) -> None:
    faults = (Fault(step="read", kind="silent", times=1), Fault(step="reset", kind=kind))
    simulator.place(Scene(card=CITIZEN, faults=faults))
    reader.arm()
    assert witness.document(Event.READING).name == CITIZEN.name
