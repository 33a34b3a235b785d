"""The simulated reader itself: it answers what a real one is known to answer, and never outlives whoever started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.devices.id_card.codec import Command, FrameParser, encode
from kiosk.devices.id_card.control import Scene, write_scene
from kiosk.devices.id_card.sdt import SdtReader
from kiosk.devices.id_card.serial_link import SerialLink
from kiosk.devices.id_card.simulated_sam import SimulatedSam
from tests.devices.cards import CITIZEN
from tests.devices.conftest import PATIENCE_S, SimulatedReader

RESET, STATUS, FIND, SELECT, READ, PRESENCE = (each.value for each in Command)


@pytest.fixture
def sam(tmp_path: Path) -> SimulatedSam:
    write_scene(tmp_path, Scene(card=CITIZEN))
    return SimulatedSam(tmp_path)


def sw3_of(frame: bytes) -> int:
    [body] = FrameParser().feed(frame)
    return body[2]


def test_answers_have_the_published_sizes(sam: SimulatedSam) -> None:
    assert [len(sam.answer(request)) for request in (FIND, SELECT, READ)] == [15, 19, 1295]


@pytest.mark.parametrize(
    ("requests", "statuses"),
    [
        ([STATUS, RESET, STATUS], [0x90, 0x90, 0x90]),
        ([FIND, SELECT, READ, PRESENCE], [0x9F, 0x90, 0x90, 0x91]),
        ([SELECT], [0x81]),
        ([FIND, READ], [0x9F, 0x21]),
        ([FIND, SELECT, READ, FIND, READ], [0x9F, 0x90, 0x90, 0x80, 0x21]),
        ([FIND, SELECT, READ, RESET, FIND], [0x9F, 0x90, 0x90, 0x90, 0x9F]),
        ([PRESENCE], [0x41]),
        ([b"\x77\x77", b""], [0x21, 0x10]),
    ],
)
def test_commands_must_come_in_order_and_a_card_is_found_once(
    sam: SimulatedSam, requests: list[bytes], statuses: list[int]
) -> None:
    assert [sw3_of(sam.answer(request)) for request in requests] == statuses


def test_a_card_placed_anew_is_found_anew_and_no_card_is_none(sam: SimulatedSam, tmp_path: Path) -> None:
    for request in (FIND, SELECT, READ):
        sam.answer(request)
    write_scene(tmp_path, Scene(card=CITIZEN))
    assert sw3_of(sam.answer(PRESENCE)) == 0x41
    assert sw3_of(sam.answer(FIND)) == 0x9F
    (tmp_path / "card.json").unlink()
    assert sw3_of(sam.answer(FIND)) == 0x80


def test_a_request_cut_in_two_is_answered_once_it_is_whole(simulator: SimulatedReader, reader: SdtReader) -> None:
    reader.close()  # it was ready, so the line is there
    link = SerialLink(simulator.port)
    link.open()
    request = encode(STATUS)
    link.write(request[:4])
    link.write(request[4:])
    parser, bodies = FrameParser(), list[bytes]()
    while not bodies:
        bodies = parser.feed(link.read(PATIENCE_S))
    assert bodies == [bytes([0, 0, 0x90])]
    link.close()


def test_the_simulator_ends_when_whoever_started_it_is_killed(tmp_path: Path) -> None:
    simulator = [sys.executable, "-m", "kiosk.devices.id_card.simulator", "--control", str(tmp_path)]
    starter = (
        "import subprocess, sys\n"
        f"child = subprocess.Popen({simulator!r}, stdin=subprocess.PIPE)\n"
        "print(child.pid, flush=True)\n"
        "child.wait()\n"
    )
    # the simulator inherits the starter's output: that ends only when both have ended
    parent = subprocess.Popen([sys.executable, "-c", starter], stdout=subprocess.PIPE, process_group=0)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert os.path.exists(f"/proc/{pid}")
    os.kill(parent.pid, signal.SIGKILL)
    parent.communicate(timeout=PATIENCE_S)
    assert not (tmp_path / "port").is_symlink()
