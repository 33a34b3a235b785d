"""The two servers of the campaign, each a process that can be killed and started again on its port and its file."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from backend_client.client import LicensingClient
from backend_client.models import FilingBody
from tests.backend_client import reference
from tests.faults import ledger

Held = dict[str, tuple[str, FilingBody]]  # submission id → filing number and body


class Server:
    kind: ClassVar[str]

    def __init__(self, folder: Path) -> None:
        self.port = 0  # any free one, then the same for ever
        self._store = folder / "server.db"

    async def start(self) -> None:
        self._process = await start(*self._command())
        self.port = int((await wait_for_line(self._process, "ready")).rpartition(":")[2])

    async def kill(self) -> None:
        self._process.kill()
        await self._process.communicate()

    def held(self) -> Held:
        """Every filing it has. Asked while it runs."""
        raise NotImplementedError

    def _command(self) -> Sequence[str]:
        raise NotImplementedError


class LedgerServer(Server):
    kind = "ledger"

    def held(self) -> Held:
        return ledger.entries(self._store)

    def _command(self) -> Sequence[str]:
        return "tests.faults.ledger", str(self._store), str(self.port)


class ReferenceServer(Server):
    kind = "reference"

    def held(self) -> Held:
        client = LicensingClient(f"http://127.0.0.1:{self.port}")
        client.open_session(reference.card("cancel"))
        filings = client.filings()
        client.close()
        return {filing.submission_id: (filing.filing_no, filing.body) for filing in filings}

    def _command(self) -> Sequence[str]:
        return "licensing_server", "run", "--port", str(self.port), "--db", f"sqlite:///{self._store}"


async def start(*command: str) -> asyncio.subprocess.Process:
    """A Python module as a process whose words, errors included, come through its output."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )


async def wait_for_line(process: asyncio.subprocess.Process, word: str) -> str:
    """The rest of the first line that begins with ``word``."""
    assert process.stdout is not None
    before: list[str] = []
    async for line in process.stdout:
        text = line.decode().strip()
        if text.startswith(word):
            return text.removeprefix(word).strip()
        before.append(text)
    raise AssertionError(f"ended before it said {word!r}: {before}")
