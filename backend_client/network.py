"""The network's own thread: a deadline ends whatever is going on there. The only file that knows the HTTP library.

The library's own time-outs count each read anew, so a trickled body outlasts them, and its blocking form does not count
the look-up of a name at all. Hence an event loop.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import threading
from collections.abc import Mapping
from concurrent.futures import Future

import httpx

from backend_client.answer import Answer
from backend_client.errors import ApiError, OutcomeUnknown, Unreachable

_LARGEST_ANSWER = 8 * 1024 * 1024  # bytes; no true answer comes near it


class Network:
    """The thread, its loop, and the connections kept alive in it."""

    def __init__(self, connect_timeout: float) -> None:
        logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs each address, and licence numbers with it
        self._errors = (httpx.HTTPError, httpx.InvalidURL, TimeoutError, asyncio.CancelledError, OSError)
        self._http = httpx.AsyncClient(
            timeout=httpx.Timeout(None, connect=connect_timeout),  # the deadline of the exchange bounds the rest
            verify=ssl.create_default_context(),  # the machine's own trust store, where an operator adds a private CA
            trust_env=False,
            follow_redirects=False,
        )
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="licensing-network", daemon=True)
        self._thread.start()

    def begin(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, deadline: float
    ) -> Future[Answer | ApiError]:
        """From any thread: an exchange that ends within ``deadline`` seconds."""
        return asyncio.run_coroutine_threadsafe(self._exchange(method, url, headers, body, deadline), self._loop)

    async def _exchange(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, deadline: float
    ) -> Answer | ApiError:
        sent = False

        async def trace(event: str, _info: Mapping[str, object]) -> None:
            nonlocal sent
            sent = sent or event.endswith("send_request_headers.started")

        try:
            async with (
                asyncio.timeout(deadline),
                self._http.stream(method, url, headers=headers, content=body, extensions={"trace": trace}) as response,
            ):
                return await _read(response)
        except self._errors as error:
            reason = type(error).__name__
            return OutcomeUnknown(f"sent, no answer: {reason}") if sent else Unreachable(f"not sent: {reason}")

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        self._loop.run_forever()
        self._loop.run_until_complete(self._end())
        self._loop.close()

    async def _end(self) -> None:
        for exchange in _others():
            exchange.cancel()
        await _all_ended()
        await self._http.aclose()
        await self._loop.shutdown_asyncgens()  # answers left half read
        await _all_ended()


def _others() -> set[asyncio.Task[object]]:
    return {task for task in asyncio.all_tasks() if task is not asyncio.current_task()}


async def _all_ended() -> None:
    await asyncio.sleep(0)  # tasks that are about to begin, such as those that close a half-read answer, begin now
    while others := _others():
        await asyncio.gather(*others, return_exceptions=True)


async def _read(response: httpx.Response) -> Answer | ApiError:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > _LARGEST_ANSWER:
            return OutcomeUnknown("an answer beyond all bounds")
    return Answer(response.status_code, {name.lower(): value for name, value in response.headers.items()}, bytes(body))
