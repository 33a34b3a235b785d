"""A line that fails on purpose: stands between terminal and server and does, by seed, what lines and gateways do."""

from __future__ import annotations

import asyncio
import random
import socket
import struct
from collections import Counter
from collections.abc import Awaitable, Callable

_BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_RESET = struct.pack("ii", 1, 0)


class Cut(Exception):
    """The terminal's connection is to be reset."""


class FaultProxy:
    """Forwards one request a connection to ``upstream``, and spoils ``share`` of them; ``faults`` counts how."""

    def __init__(self, upstream: int, *, seed: int, share: float) -> None:
        self.faults: Counter[str] = Counter()
        self._upstream = upstream
        self._chance = random.Random(seed)
        self._share = share
        self._serving: set[asyncio.Task[None]] = set()  # the loop itself holds on to no task
        self._kinds: dict[str, Callable[[_Line], Awaitable[None]]] = {
            "reset before sending": self._reset_before,
            "reset in mid-request": self._reset_within,
            "answer dropped": self._drop,
            "black hole": self._black_hole,
            "answer truncated": self._truncate,
            "502 although done": self._bad_gateway,
            "slow": self._slow,
            "delivered twice": self._twice,
        }

    async def start(self) -> int:
        """The port it listens at."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def stop(self) -> None:
        self._server.close()
        for each in self._serving:
            each.cancel()
        await asyncio.gather(*self._serving, return_exceptions=True)
        await self._server.wait_closed()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = _Line(reader, writer, self._upstream)
        try:
            if self._chance.random() < self._share:
                kind = self._chance.choice(list(self._kinds))
                self.faults[kind] += 1
                await self._kinds[kind](line)
            else:
                await line.answer(await line.forward(await line.request()))
        except (Cut, OSError, asyncio.IncompleteReadError):
            line.reset()
        writer.close()

    async def _reset_before(self, _line: _Line) -> None:
        raise Cut

    async def _reset_within(self, line: _Line) -> None:
        await line.reader.read(100)
        raise Cut

    async def _drop(self, line: _Line) -> None:
        await line.forward(await line.request())

    async def _black_hole(self, line: _Line) -> None:
        await line.forward(await line.request())
        await line.reader.read()  # until the terminal gives up

    async def _truncate(self, line: _Line) -> None:
        answer = await line.forward(await line.request())
        await line.answer(answer[: len(answer) * 2 // 3])

    async def _bad_gateway(self, line: _Line) -> None:
        await line.forward(await line.request())
        await line.answer(_BAD_GATEWAY)

    async def _slow(self, line: _Line) -> None:
        answer = await line.forward(await line.request())
        await asyncio.sleep(self._chance.uniform(0.02, 0.3))
        await line.answer(answer)

    async def _twice(self, line: _Line) -> None:
        request = await line.request()
        answers = await asyncio.gather(line.forward(request), line.forward(request))
        await line.answer(answers[1])


class _Line:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, upstream: int) -> None:
        self.reader = reader
        self._writer = writer
        self._upstream = upstream

    async def request(self) -> bytes:
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = next(
            (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        return head.replace(b"Connection: keep-alive", b"Connection: close") + await self.reader.readexactly(length)

    async def forward(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._upstream)
        try:
            writer.write(request)
            answer = await reader.read()
        finally:
            writer.close()
        if not answer:
            raise Cut
        return answer

    async def answer(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    def reset(self) -> None:
        self._writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
