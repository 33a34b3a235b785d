"""The work bench for the simulated devices: lays cards, takes paper out, from any process. For the development dock,
tests and ``kiosk simulate``; the devices themselves only watch their folders.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from kiosk.devices import demo_people
from kiosk.devices.files import write_whole
from kiosk.devices.id_card import records
from kiosk.devices.id_card.control import Fault, Scene, read_scene, write_scene
from kiosk.devices.id_card.document import IdDocument
from kiosk.devices.printer.folder import OFFLINE, Ailments

Spoil = Literal["moved", "unreadable", "wrong_card", "garbled", "silent", "reader_fault", "nonsense"]

_UNDER_FAULTS: dict[Spoil, Fault] = {
    "moved": Fault(step="read", kind="removed"),
    "unreadable": Fault(step="read", kind="status", sw3=0x33),
    "wrong_card": Fault(step="read", kind="status", sw3=0x40),
    "garbled": Fault(step="read", kind="bad_checksum"),
    "silent": Fault(step="read", kind="silent"),
    "reader_fault": Fault(step="status", kind="status", sw3=0x60),
}


class NoCardLies(Exception):
    """There is no card to spoil."""


class SimulatorBench:
    """Drives the simulators of one folder. ``holder_name`` goes on every card placed, cut to the room a card has."""

    def __init__(self, folder: Path, *, holder_name: str | None = None) -> None:
        self.reader_folder = folder / "reader"
        self.printer_folder = folder / "printer"
        self._holder_name = holder_name

    def people(self) -> list[tuple[str, str]]:
        """Key and name of everybody whose card can be placed."""
        return [(key, card.display_name) for key, card in demo_people.people().items()]

    def place(self, person: str | Mapping[str, Any], *, spoil: Spoil | None = None, latency_ms: int = 0) -> IdDocument:
        """Lays a card on the reader, by key or as a table like those of people.toml; a card that lies there goes.

        Raises KeyError for nobody's key, records.TextTooLongError for what no card has room for.
        """
        card = demo_people.people()[person] if isinstance(person, str) else demo_people.card_of(person)
        if self._holder_name is not None:
            card = replace(card, name=records.clip(self._holder_name, records.NAME_UNITS))
        self._lay(card, spoil, latency_ms)
        return card

    def spoil_card(self, how: Spoil) -> None:
        """The card that lies there is lifted and laid down again, badly. Raises NoCardLies."""
        scene = read_scene(self.reader_folder)
        if scene.card is None:
            raise NoCardLies
        self._lay(scene.card, how, scene.latency_ms)

    def remove_card(self) -> None:
        write_scene(self.reader_folder, Scene())

    def paper_out(self) -> None:
        self._ail("media-empty")

    def jam(self) -> None:
        self._ail("media-jam")

    def switch_printer_off(self) -> None:
        self._ail(OFFLINE)

    def refill(self) -> None:
        """All is well with the printer again."""
        self._ail()

    def printed(self) -> list[Path]:
        """What came out of the printer, oldest first."""
        return sorted((self.printer_folder / "out").glob("*.pdf"))

    def _lay(self, card: IdDocument, spoil: Spoil | None, latency_ms: int) -> None:
        records.encode(card)  # refuse here, not in the simulator's process
        record = bytes(records.LENGTH) if spoil == "nonsense" else None
        fault = _UNDER_FAULTS.get(spoil) if spoil else None
        faults = (fault,) if fault else ()
        write_scene(self.reader_folder, Scene(card=card, latency_ms=latency_ms, record=record, faults=faults))

    def _ail(self, *reasons: str) -> None:
        write_whole(self.printer_folder / "state.json", msgspec.json.encode(Ailments(reasons)))
