"""The reference server beside the terminal: there when it is needed, gone when the terminal is gone."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from backend_client.client import LicensingClient
from backend_client.errors import Unreachable
from kiosk.embedded_server import EmbeddedServer, ServerDown


def is_listening(url: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", urlsplit(url).port or 0)) == 0


def test_it_answers_as_soon_as_it_says_so_and_stops_when_told(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path / "licensing.db")
    client = LicensingClient(server.url)
    assert client.service().hotline == "12313"
    url = server.url()
    assert is_listening(url)
    client.close()
    server.stop()
    assert not is_listening(url)
    with pytest.raises(ServerDown):
        server.url()


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path / "no such folder" / "licensing.db")
    with pytest.raises(ServerDown, match=r"not running: .*no such folder"):
        server.url()
    client = LicensingClient(server.url)
    with pytest.raises(Unreachable):
        client.notices()
    client.close()
    server.stop()


PARENT = """
import os, signal, sys
from pathlib import Path
from kiosk.embedded_server import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]))
print(server.url(), server._process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_ends_with_a_terminal_that_is_killed(tmp_path: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", PARENT, str(tmp_path / "licensing.db")], stdout=subprocess.PIPE, text=True, check=False
    )
    url, process_id = killed.stdout.split()
    assert ends_within(int(process_id), 10.0)
    assert not is_listening(url)


def ends_within(process_id: int, seconds: float) -> bool:
    """Of a process that is nobody's child any more."""
    try:
        handle = os.pidfd_open(process_id)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], seconds)[0])
    finally:
        os.close(handle)


def test_it_costs_the_start_of_the_terminal_nothing() -> None:
    """Qt is imported after this module; nothing heavy may come with it."""
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, kiosk.embedded_server; print(*sys.modules)"],
        stdout=subprocess.PIPE, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert not {"asyncio", "httpx", "msgspec", "PySide6", "sqlcipher3", "ssl"} & set(loaded)
