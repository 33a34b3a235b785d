"""The serial line to a reader: bytes out, bytes in, nothing about their meaning."""

from __future__ import annotations

import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import serial

DEFAULT_BAUD = 115200
_WRITE_TIMEOUT_S = 1.0


class ByteLink(Protocol):
    """A line to a reader, used by one thread. Every call raises OSError once the other end is gone."""

    def open(self) -> None: ...

    def write(self, data: bytes) -> None:
        """Drops what has come in unasked, then sends."""

    def read(self, timeout: float) -> bytes:
        """What has come within so many seconds, b"" if nothing has; returns with the first bytes."""

    def cancel(self) -> None:
        """From another thread: the read that waits, else the next one, returns at once. Nothing on a closed line."""

    def close(self) -> None: ...


class SerialLink:
    """A serial device: 8 data bits, no parity, no flow control; modem lines are left alone."""

    def __init__(self, port: str | Path, baud: int = DEFAULT_BAUD) -> None:
        self._serial = serial.Serial(None, baud, timeout=0, write_timeout=_WRITE_TIMEOUT_S, exclusive=True)
        self._serial.port = str(port)
        self._lock = threading.Lock()  # between cancel and close

    def open(self) -> None:
        with _as_os_error():
            self._serial.open()

    def write(self, data: bytes) -> None:
        with _as_os_error():
            self._serial.reset_input_buffer()
            self._serial.write(data)

    def read(self, timeout: float) -> bytes:
        with _as_os_error():
            self._serial.timeout = timeout
            first = self._serial.read(1)
            return first + self._serial.read(self._serial.in_waiting) if first else b""

    def cancel(self) -> None:
        with self._lock:
            self._serial.cancel_read()

    def close(self) -> None:
        with self._lock:
            self._serial.close()


@contextmanager
def _as_os_error() -> Iterator[None]:
    # flushing a line that is gone raises termios.error, which is no OSError
    try:
        yield
    except termios.error as error:
        raise OSError(*error.args) from error
