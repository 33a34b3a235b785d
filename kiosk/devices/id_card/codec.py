"""Frames of the SDT protocol: how a command or an answer travels, whatever carries it.

    AA AA AA 96 69 | length (2, big-endian) | body | check        length counts body and check
    check = XOR of length and body

The body of a request is command (2 bytes) and data; of an answer three status bytes and data.
"""

from __future__ import annotations

from enum import Enum
from functools import reduce
from operator import xor
from typing import NamedTuple

PREAMBLE = bytes.fromhex("AAAAAA9669")
_HEAD = len(PREAMBLE) + 2
_LONGEST_BODY = 4096  # the longest real answer, text + photo + two fingerprints, has 2313 bytes


class Command(Enum):
    """Command and parameter byte, by what they ask for."""

    RESET = bytes.fromhex("10FF")
    STATUS = bytes.fromhex("11FF")
    FIND = bytes.fromhex("2001")
    SELECT = bytes.fromhex("2002")
    READ = bytes.fromhex("3001")  # text and photo
    PRESENCE = bytes.fromhex("3003")  # appended address: answered only while the card that was read still lies there


class Meaning(Enum):
    """What the third status byte tells the driver."""

    OK = "ok"
    EMPTY = "empty"  # the card answers but has no such item
    NO_CARD = "no card"
    CARD_MOVED = "card moved"
    CARD_REJECTED = "card rejected"
    ORDER = "wrong order"
    GARBLED = "garbled"  # the reader did not understand what reached it
    FAULT = "fault"


_MEANINGS = {
    0x90: Meaning.OK,
    0x9F: Meaning.OK,
    0x91: Meaning.EMPTY,
    0x80: Meaning.NO_CARD,
    0x41: Meaning.CARD_MOVED,
    0x47: Meaning.CARD_MOVED,
    0x81: Meaning.CARD_MOVED,
    0x31: Meaning.CARD_REJECTED,
    0x32: Meaning.CARD_REJECTED,
    0x33: Meaning.CARD_REJECTED,
    0x40: Meaning.CARD_REJECTED,
    0x21: Meaning.ORDER,
    0x10: Meaning.GARBLED,
    0x11: Meaning.GARBLED,
}


class Answer(NamedTuple):
    """One answer of the reader. Only ``sw3`` decides; the other two relay the card's own status."""

    sw1: int
    sw2: int
    sw3: int
    data: bytes

    @property
    def meaning(self) -> Meaning:
        """Every status not known to be something else is a fault of the reader."""
        return _MEANINGS.get(self.sw3, Meaning.FAULT)


class FrameParser:
    """Takes bytes as they come and gives the bodies of the frames in them: skips noise, waits for halves, separates
    neighbours. A frame with a wrong length or check counts as b"", so that nobody waits for what will not come.
    """

    def __init__(self) -> None:
        self._pending = b""

    def feed(self, data: bytes) -> list[bytes]:
        self._pending += data
        bodies: list[bytes] = []
        while (body := self._next()) is not None:
            bodies.append(body)
        return bodies

    def _next(self) -> bytes | None:
        start = self._pending.find(PREAMBLE)
        if start < 0:
            self._pending = self._pending[-(len(PREAMBLE) - 1) :]
            return None
        self._pending = self._pending[start:]
        if len(self._pending) < _HEAD:
            return None
        length = int.from_bytes(self._pending[len(PREAMBLE) : _HEAD], "big")
        if not 1 < length <= _LONGEST_BODY:
            return self._damaged()
        end = _HEAD + length
        if len(self._pending) < end:
            return None
        if _check(self._pending[len(PREAMBLE) : end - 1]) != self._pending[end - 1]:
            return self._damaged()
        body, self._pending = self._pending[_HEAD : end - 1], self._pending[end:]
        return body

    def _damaged(self) -> bytes:
        # The length may be the wrong part, so the search goes on right behind this preamble.
        self._pending = self._pending[len(PREAMBLE) :]
        return b""


def encode(body: bytes) -> bytes:
    """The frame around a body."""
    counted = (len(body) + 1).to_bytes(2, "big") + body
    return PREAMBLE + counted + bytes([_check(counted)])


def encode_answer(sw3: int, data: bytes = b"") -> bytes:
    """The frame of an answer whose card status bytes are zero."""
    return encode(bytes([0, 0, sw3]) + data)


def decode_answer(body: bytes) -> Answer | None:
    """The answer in a body, None where it is too short to be one."""
    return Answer(body[0], body[1], body[2], body[3:]) if len(body) >= 3 else None


def _check(counted: bytes) -> int:
    return reduce(xor, counted, 0)
