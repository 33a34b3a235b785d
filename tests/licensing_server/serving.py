"""A real uvicorn around the app, on loopback, in a thread of the test."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import uvicorn

from licensing_server.app import create_app
from licensing_server.desk.office import Office

PATIENCE_S = 10.0


class StoppedClock:
    """Time stands still until the test moves it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **units: float) -> None:
        self.now += timedelta(**units)


class PromptServer(uvicorn.Server):
    """Says when it answers and ends when told, instead of looking ten times a second."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.answering = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self.loop, self.told_to_end = asyncio.get_running_loop(), asyncio.Event()
        await super().startup(sockets)
        self.answering.set()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.told_to_end.wait()

    def end(self) -> None:
        self.loop.call_soon_threadsafe(self.told_to_end.set)


@contextmanager
def serving(office: Office) -> Iterator[str]:
    """The base URL while it serves."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        server = PromptServer(uvicorn.Config(create_app(office), log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, name="server-under-test")
        thread.start()
        try:
            assert server.answering.wait(PATIENCE_S)
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        finally:
            server.end()
            thread.join()
