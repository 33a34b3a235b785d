"""The processes that stand beside the terminal's own: the embedded server and the simulated card reader.

The server is started before Qt is imported, so that both load side by side. All end with the terminal.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import TracebackType

from kiosk import paths
from kiosk.embedded_server import EmbeddedServer
from kiosk.settings import Settings


class Processes:
    """A context manager: what was started is ended, however the terminal ends."""

    def __init__(self, settings: Settings, simulators: Path) -> None:
        self.settings = settings
        self.simulators = simulators
        self.server: EmbeddedServer | None = None
        self._reader: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Processes:
        if not self.settings.api.url:
            self.server = EmbeddedServer(self.database)
        return self

    def start_simulators(self) -> None:
        """After the first frame, which a real reader would not delay either."""
        if self.settings.devices.reader == "simulated":
            self._reader = self._start_reader()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._reader is not None:
            assert self._reader.stdin is not None
            self._reader.stdin.close()  # the simulator ends with its input
            self._reader.wait()
        if self.server is not None:
            self.server.stop()

    @property
    def database(self) -> Path:
        return Path(self.settings.api.database) if self.settings.api.database else paths.state_dir() / "licensing.db"

    @property
    def reader_port(self) -> Path:
        """The serial device: the real one, or the link to the simulator's pseudo-terminal."""
        if self.settings.devices.reader == "simulated":
            return self.simulators / "reader" / "port"
        return Path(self.settings.devices.reader)

    def api_url(self) -> str:
        """For worker threads: waits for the embedded server. Raises ``ServerDown``."""
        return self.settings.api.url or self._embedded().url()

    def restart_server(self) -> None:
        """After the embedded server was stopped or has died."""
        self._embedded().stop()
        self.server = EmbeddedServer(self.database)

    def _embedded(self) -> EmbeddedServer:
        assert self.server is not None
        return self.server

    def _start_reader(self) -> subprocess.Popen[bytes]:
        control = self.simulators / "reader"
        control.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "kiosk.devices.id_card.simulator", "--control", str(control)]
        return subprocess.Popen(command, stdin=subprocess.PIPE, process_group=0)
