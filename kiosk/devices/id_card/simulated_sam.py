"""The security module of a simulated reader: what it answers to each command, and the faults it is told to make."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from kiosk.devices.id_card import records
from kiosk.devices.id_card.codec import Command, encode_answer
from kiosk.devices.id_card.control import Fault, Scene, Step, card_file, read_scene

OK, FOUND, NO_SUCH_ITEM, GARBLED, WRONG_ORDER, MOVED, NO_CARD, NOT_SELECTED = (
    0x90,
    0x9F,
    0x91,
    0x10,
    0x21,
    0x41,
    0x80,
    0x81,
)
NOISE = bytes.fromhex("00FFAAAA")

_STEPS: dict[bytes, Step] = {
    Command.RESET.value: "reset",
    Command.STATUS.value: "status",
    Command.FIND.value: "find",
    Command.SELECT.value: "select",
    Command.READ.value: "read",
    Command.PRESENCE.value: "presence",
}


class SimulatedSam:
    """Behaves as public accounts describe the real one: select needs find, read needs select, and a card that was read
    is not found again until it is placed anew or the module is reset.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._placed: tuple[int, int] | None = None  # which writing of the file lies on the reader
        self._place(Scene())

    @property
    def latency(self) -> float:
        """Seconds that reading the card's content takes."""
        return self._scene.latency_ms / 1000

    def step(self, body: bytes) -> Step | None:
        """The step that a request stands for."""
        return _STEPS.get(body[:2])

    def answer(self, body: bytes) -> bytes:
        """The bytes that go back for a request's body; b"" for none."""
        self._look_at_folder()
        step = self.step(body)
        if step is None:
            return encode_answer(WRONG_ORDER if body else GARBLED)
        faults = [fault for fault in self._scene.faults if fault.step == step and self._has_turns_left(fault)]
        self._present &= all(fault.kind != "removed" for fault in faults)
        sw3, data = self._result(step)
        for fault in faults:
            if fault.kind == "status":
                sw3, data = fault.sw3, b""
        if sw3 == OK and step == "read":
            self._found, self._read = False, True
        frame = encode_answer(sw3, data)
        for fault in faults:
            frame = _spoilt(frame, fault)
        return frame

    def _result(self, step: Step) -> tuple[int, bytes]:
        match step:
            case "reset":
                self._found = self._selected = self._read = False
                return OK, b""
            case "status":
                return OK, b""
            case "find":
                self._found = self._present and not self._read
                return (FOUND, bytes(4)) if self._found else (NO_CARD, b"")
            case "select":
                self._selected = self._present and self._found
                return (OK, bytes(8)) if self._selected else (NOT_SELECTED, b"")
            case "read" if not self._selected or self._read:
                return WRONG_ORDER, b""
            case "read":
                return (OK, self._content()) if self._present else (MOVED, b"")
            case "presence":
                return (NO_SUCH_ITEM if self._present and self._read else MOVED), b""

    def _content(self) -> bytes:
        card = self._scene.card
        assert card is not None
        text = records.encode(card) if self._scene.record is None else self._scene.record
        photo = bytes(self._scene.photo_length) if card.photo is None else card.photo
        return len(text).to_bytes(2, "big") + len(photo).to_bytes(2, "big") + text + photo

    def _look_at_folder(self) -> None:
        try:
            stat = card_file(self._folder).stat()
            placed = (stat.st_mtime_ns, stat.st_ino)
        except FileNotFoundError:
            placed = None
        if placed == self._placed:
            return
        self._placed = placed
        try:
            self._place(read_scene(self._folder))
        except msgspec.MsgspecError:
            self._place(Scene())  # written by hand and not finished: no card yet

    def _place(self, scene: Scene) -> None:
        self._scene = scene
        self._present = scene.card is not None
        self._found = self._selected = self._read = False
        self._spent: Counter[Fault] = Counter()

    def _has_turns_left(self, fault: Fault) -> bool:
        self._spent[fault] += 1
        return fault.times is None or self._spent[fault] <= fault.times


def _spoilt(frame: bytes, fault: Fault) -> bytes:
    match fault.kind:
        case "garbage":
            return NOISE + frame
        case "truncate":
            return frame[: len(frame) // 2]
        case "bad_checksum":
            return frame[:-1] + bytes([frame[-1] ^ 0xFF])
        case "silent":
            return b""
        case "removed" | "status":
            return frame
