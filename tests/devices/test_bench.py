"""The work bench: what its handles do to the simulated devices, seen from the terminal's side."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.devices import demo_people
from kiosk.devices.id_card.control import read_scene
from kiosk.devices.id_card.reader import Event, Failure
from kiosk.devices.id_card.records import TextTooLongError
from kiosk.devices.id_card.sdt import SdtReader
from kiosk.devices.id_card.serial_link import SerialLink
from kiosk.devices.simulators import NoCardLies, SimulatorBench, Spoil
from tests.devices.conftest import HASTE, SimulatedReader, Witness


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Of simulators that run."""
    folder = tmp_path_factory.mktemp("simulators")
    simulator = SimulatedReader(SimulatorBench(folder).reader_folder, "--baud", "0")
    yield folder
    simulator.switch_off()


@pytest.fixture
def bench(folder: Path) -> SimulatorBench:
    bench = SimulatorBench(folder)
    bench.remove_card()
    return bench


@pytest.fixture
def reader(bench: SimulatorBench, witness: Witness) -> Iterator[SdtReader]:
    driver = SdtReader(SerialLink(bench.reader_folder / "port"), HASTE)
    driver.start(witness)
    witness.until(Event.READY)
    yield driver
    driver.close()


@pytest.mark.parametrize("person", demo_people.people())
def test_everybody_of_the_demonstration_can_lay_his_card(
    bench: SimulatorBench, reader: SdtReader, witness: Witness, person: str
) -> None:
    card = bench.place(person)
    reader.arm()
    read = witness.document(Event.READING)
    assert (read.type, read.display_name, read.id_number) == (card.type, card.display_name, card.id_number)
    bench.remove_card()
    witness.sees(Event.REMOVED, Event.READY)


@pytest.mark.parametrize(
    ("how", "failure"),
    [
        ("moved", Failure.CARD_MOVED),
        ("unreadable", Failure.CARD_REJECTED),
        ("wrong_card", Failure.CARD_REJECTED),
        ("garbled", Failure.LINK),
        ("silent", Failure.LINK),
        ("nonsense", Failure.UNDECODABLE),
        ("reader_fault", Failure.READER_FAULT),
    ],
)
def test_each_way_of_spoiling_is_told_apart_and_the_card_laid_well_is_read(
    bench: SimulatorBench, reader: SdtReader, witness: Witness, how: Spoil, failure: Failure
) -> None:
    bench.place("chen_fang")
    bench.spoil_card(how)
    if how != "reader_fault":
        reader.arm()
    assert witness.until(Event.NO_READER if how == "reader_fault" else Event.FAILED)[-1].failure is failure
    bench.place("chen_fang")
    reader.arm()
    assert witness.until(Event.READ)


def test_there_must_be_a_card_to_spoil(bench: SimulatorBench) -> None:
    with pytest.raises(NoCardLies):
        bench.spoil_card("moved")


def test_nobody_has_no_card(bench: SimulatorBench) -> None:
    with pytest.raises(KeyError):
        bench.place("nobody")


@pytest.mark.parametrize(
    ("holder_name", "on_card"),
    [("龚㛃", "龚㛃"), ("𬭎" * 9, "𬭎" * 7), ("陈" + "𬭎" * 9, "陈" + "𬭎" * 7), ("阿" * 30, "阿" * 15)],
)
def test_one_name_for_everybody_is_cut_to_the_cards_room_by_whole_characters(
    tmp_path: Path, holder_name: str, on_card: str
) -> None:
    bench = SimulatorBench(tmp_path, holder_name=holder_name)
    for person, _ in bench.people():
        assert bench.place(person).name == on_card


def test_a_person_may_be_brought_along_as_a_table(bench: SimulatorBench) -> None:
    table = tomllib.loads(demo_people.PEOPLE.read_text(encoding="utf-8"))["people"]["minority"]
    assert bench.place(table) == demo_people.people()["minority"]
    with pytest.raises(TextTooLongError, match="address"):
        bench.place(table | {"address": "沙" * 36})
    scene = read_scene(bench.reader_folder)
    assert scene.card == demo_people.people()["minority"]  # a card that cannot be does not push the one there away


def test_the_list_of_people_has_a_name_for_everybody(bench: SimulatorBench) -> None:
    people = dict(bench.people())
    assert people["chen_fang"] == "陈芳"
    assert people["foreign_2017"] == "SMITH, JOHN MICHAEL"
    assert all(people.values())
