"""A simulated ID-card reader: a process of its own at the far end of a pseudo-terminal, as a real one is at a cable's.

    python -m kiosk.devices.id_card.simulator --control FOLDER [--baud 115200]

Runs until its standard input ends, so that it never outlives whoever started it. See ``control`` for the folder.
"""

from __future__ import annotations

import argparse
import os
import select
import signal
import sys
import time
import tty
from contextlib import suppress
from pathlib import Path

from kiosk.devices.id_card.codec import FrameParser, encode
from kiosk.devices.id_card.control import port_link, publish_port
from kiosk.devices.id_card.serial_link import DEFAULT_BAUD
from kiosk.devices.id_card.simulated_sam import SimulatedSam

_BITS_A_BYTE = 10  # start, eight data bits, stop
_CHUNK = 64  # bytes written at once when paced
_KEEPER = sys.__stdin__.fileno() if sys.__stdin__ is not None else 0


class InputEnded(Exception):
    """Whoever started the simulator is gone."""


class Line:
    """The simulator's end of a pseudo-terminal, as slow as a serial line. ``baud`` 0 means as fast as it goes."""

    def __init__(self, baud: int) -> None:
        self._baud = baud
        # the driver's end stays open here too: its settings then outlive a driver, and reading never fails
        self._own, self._far = os.openpty()
        for end in (self._own, self._far):
            tty.setraw(end)
        os.set_blocking(self._own, False)
        self.port = os.ttyname(self._far)

    def receive(self) -> bytes:
        """Waits for bytes. Raises InputEnded."""
        _wait(None, self._own)
        try:
            return os.read(self._own, 4096)
        except BlockingIOError:  # it was standard input that woke us
            return b""

    def send(self, data: bytes, heard: int) -> None:
        """Sends an answer after ``heard`` bytes of request, both taking the time a line takes."""
        if not self._baud:
            self._put(data)
            return
        second = _BITS_A_BYTE / self._baud
        due = time.monotonic() + heard * second
        for start in range(0, len(data), _CHUNK):
            chunk = data[start : start + _CHUNK]
            due += len(chunk) * second
            _wait(max(0.0, due - time.monotonic()))
            self._put(chunk)

    def _put(self, data: bytes) -> None:
        with suppress(BlockingIOError):  # nobody reads: a serial line loses the bytes too
            os.write(self._own, data)


def serve(folder: Path, baud: int) -> None:
    """Answers until standard input ends."""
    line = Line(baud)
    sam, parser = SimulatedSam(folder), FrameParser()
    publish_port(folder, line.port)
    try:
        while True:
            for body in parser.feed(line.receive()):
                if sam.step(body) == "read":
                    _wait(sam.latency)
                line.send(sam.answer(body), heard=len(encode(body)))
    except InputEnded:
        port_link(folder).unlink(missing_ok=True)


def _wait(seconds: float | None, *ends: int) -> None:
    """Until there is something to read or the time is over. Raises InputEnded."""
    ready, _, _ = select.select([_KEEPER, *ends], [], [], seconds)
    if _KEEPER in ready and not os.read(_KEEPER, 4096):
        raise InputEnded


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m kiosk.devices.id_card.simulator", description="Simulated ID-card reader"
    )
    parser.add_argument("--control", type=Path, required=True, help="folder with card.json and port")
    parser.add_argument("--baud", type=int, default=DEFAULT_BAUD, help="speed of the line; 0: no pacing")
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends whoever started it, and with him this
    serve(options.control, options.baud)


if __name__ == "__main__":
    main()
