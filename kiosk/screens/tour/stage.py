"""The world around the terminal while it is toured: cards are laid and spoiled, the server is frozen, stopped
and started.
"""

from __future__ import annotations

import os
import signal

from kiosk.devices.simulators import SimulatorBench
from kiosk.processes import Processes


class Stage:
    """What a person beside the machine could do; nothing inside the terminal is touched."""

    def __init__(self, processes: Processes, bench: SimulatorBench) -> None:
        self._processes = processes
        self._bench = bench
        self._spoiled = False

    def place_card(self, person: str) -> None:
        self._bench.place(person, spoil="unreadable" if self._spoiled else None)

    def remove_card(self) -> None:
        self._bench.remove_card()

    def spoil_card(self) -> None:
        self._spoiled = True

    def mend_card(self) -> None:
        self._spoiled = False

    def freeze_server(self) -> None:
        """It takes the filing and does not answer: the worst moment there is."""
        os.kill(self._server_pid(), signal.SIGSTOP)

    def thaw_server(self) -> None:
        os.kill(self._server_pid(), signal.SIGCONT)

    def stop_server(self) -> None:
        assert self._processes.server is not None
        self._processes.server.stop()

    def start_server(self) -> None:
        self._processes.restart_server()

    def _server_pid(self) -> int:
        assert self._processes.server is not None
        return self._processes.server.pid
