"""Runs the reference licensing server as a process of its own, for a terminal that has no central API to talk to.

Started before Qt is imported, so that both load side by side; hence nothing heavy is imported here.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path

from backend_client.errors import Unreachable

_READY = "ready "
_STOP_WITHIN = 3.0  # seconds


class ServerDown(Unreachable):
    """The embedded server ended, or is not ready in time; the message closes with its own last line."""

    code = "server.down"


class EmbeddedServer:
    """Starts at once; ends with ``stop`` or, through its closed input, with this process, however that dies."""

    def __init__(self, database: Path) -> None:
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "licensing_server",
                "run",
                "--port",
                "0",
                "--db",
                f"sqlite:///{database.absolute()}",
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "LICENSING_PARENT_STDIN": "1"},
            process_group=0,  # an interrupt from the keyboard is for the terminal, which then stops the server
        )
        self._url: str | None = None
        self._told = threading.Event()  # ready or ended
        self._last_lines: deque[str] = deque(maxlen=5)
        self._listener = threading.Thread(target=self._listen, name="embedded-server-output", daemon=True)
        self._listener.start()

    def url(self, timeout: float = 20.0) -> str:
        """Waits for it to be ready, in seconds. Raises ``ServerDown``."""
        self._told.wait(timeout)
        if self._url is None or self._process.poll() is not None:
            last = self._last_lines[-1] if self._last_lines else "it said nothing"
            raise ServerDown(f"the embedded licensing server is not running: {last}")
        return self._url

    @property
    def pid(self) -> int:
        return self._process.pid

    def stop(self) -> None:
        """Lets it finish what it is committing, for a few seconds."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(_STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()

    def _listen(self) -> None:
        """Reads on after the ready line, so that a full pipe never holds the server up; nothing of it is kept."""
        assert self._process.stdout is not None
        with self._process.stdout as output:
            for line in output:
                if line.startswith(_READY):
                    self._url = line.removeprefix(_READY).strip()
                    self._told.set()
                else:
                    self._last_lines.append(line.strip())
        self._told.set()
