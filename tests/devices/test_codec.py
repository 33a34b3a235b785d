"""Frames: as the wire knows them, and however the wire delivers them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.id_card.codec import PREAMBLE, Command, FrameParser, Meaning, decode_answer, encode, encode_answer

bodies = st.binary(min_size=1, max_size=300)
# noise in which no preamble hides, not even with the first bytes of the frame that follows
noise = st.binary(max_size=40).filter(lambda data: PREAMBLE not in data + PREAMBLE[:-1])


@pytest.mark.parametrize(
    ("body", "frame"),
    [
        (Command.RESET.value, "AAAAAA9669000310FFEC"),
        (Command.STATUS.value, "AAAAAA9669000311FFED"),
        (Command.FIND.value, "AAAAAA96690003200122"),
        (Command.SELECT.value, "AAAAAA96690003200221"),
        (Command.READ.value, "AAAAAA96690003300132"),
        (Command.PRESENCE.value, "AAAAAA96690003300330"),
    ],
)
def test_requests_are_the_published_frames(body: bytes, frame: str) -> None:
    assert encode(body).hex().upper() == frame


@pytest.mark.parametrize(
    ("sw3", "data", "frame"),
    [
        (0x9F, bytes(4), "AAAAAA9669000800009F0000000097"),
        (0x80, b"", "AAAAAA9669000400008084"),
        (0x90, bytes(8), "AAAAAA9669000C00009000000000000000009C"),
        (0x81, b"", "AAAAAA9669000400008185"),
        (0x41, b"", "AAAAAA9669000400004145"),
        (0x90, b"", "AAAAAA9669000400009094"),
        (0x91, b"", "AAAAAA9669000400009195"),
    ],
)
def test_answers_are_the_published_frames(sw3: int, data: bytes, frame: str) -> None:
    assert encode_answer(sw3, data).hex().upper() == frame
    [body] = FrameParser().feed(bytes.fromhex(frame))
    answer = decode_answer(body)
    assert answer is not None
    assert (answer.sw3, answer.data) == (sw3, data)


@pytest.mark.parametrize(
    ("sw3", "meaning"),
    [
        (0x90, Meaning.OK), (0x9F, Meaning.OK), (0x91, Meaning.EMPTY), (0x80, Meaning.NO_CARD),
        (0x41, Meaning.CARD_MOVED), (0x47, Meaning.CARD_MOVED), (0x81, Meaning.CARD_MOVED),
        (0x31, Meaning.CARD_REJECTED), (0x32, Meaning.CARD_REJECTED), (0x33, Meaning.CARD_REJECTED),
        (0x40, Meaning.CARD_REJECTED), (0x21, Meaning.ORDER), (0x10, Meaning.GARBLED), (0x11, Meaning.GARBLED),
        (0x23, Meaning.FAULT), (0x24, Meaning.FAULT), (0x60, Meaning.FAULT), (0x66, Meaning.FAULT),
        (0x77, Meaning.FAULT),
    ],
)  # fmt: skip
def test_every_status_has_its_meaning_and_an_unknown_one_is_a_fault(sw3: int, meaning: Meaning) -> None:
    answer = decode_answer(bytes([0x6A, 0x82, sw3]))
    assert answer is not None
    assert answer.meaning is meaning


@given(st.lists(st.tuples(noise, bodies)), st.lists(st.integers(1, 40), min_size=1))
def test_frames_come_out_whole_however_they_are_cut_joined_and_surrounded_by_noise(
    frames: list[tuple[bytes, bytes]], cuts: list[int]
) -> None:
    stream = b"".join(before + encode(body) for before, body in frames)
    parser, found, turn = FrameParser(), [], 0
    while stream:
        size = cuts[turn % len(cuts)]
        found += parser.feed(stream[:size])
        stream, turn = stream[size:], turn + 1
    assert found == [body for _, body in frames]


@given(bodies, st.data())
def test_a_flipped_bit_is_noticed_and_the_next_frame_is_still_found(body: bytes, data: st.DataObject) -> None:
    frame = bytearray(encode(body))
    place = data.draw(st.integers(len(PREAMBLE) + 2, len(frame) - 1))  # body or check
    frame[place] ^= 1 << data.draw(st.integers(0, 7))
    found = FrameParser().feed(bytes(frame) + encode(b"next"))
    assert found[0] == b""
    assert found[-1] == b"next"


def test_a_frame_cut_short_does_not_swallow_the_one_behind_it() -> None:
    found = FrameParser().feed(encode(bytes(20))[:15] + encode(b"next") * 2)
    assert found == [b"", b"next", b"next"]


@pytest.mark.parametrize("length", ["0000", "0001", "FFFF"])
def test_a_length_that_cannot_be_is_damage(length: str) -> None:
    assert FrameParser().feed(PREAMBLE + bytes.fromhex(length) + bytes(10)) == [b""]


def test_a_body_too_short_for_an_answer_is_none() -> None:
    assert decode_answer(b"") is None
    assert decode_answer(b"\0\0") is None
