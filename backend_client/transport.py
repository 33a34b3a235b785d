"""One HTTP exchange within a total deadline, and whether anything was sent. The only file that knows the HTTP library.

The library's own time-outs count each read anew, so a trickled body outlasts them, and its blocking form does not count
the look-up of a name at all. Hence one thread with an event loop, where a deadline ends whatever is going on.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from backend_client.errors import ApiError, OutcomeUnknown, Unreachable

if TYPE_CHECKING:
    import httpx

_LARGEST_ANSWER = 8 * 1024 * 1024  # bytes; no true answer comes near it


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str] = field(repr=False)  # names in lower case
    body: bytes = field(repr=False)


class Transport:
    """``base_url`` may be a function, for a server that tells its address once it is ready; it may raise ApiErrors."""

    def __init__(self, base_url: str | Callable[[], str], *, connect_timeout: float) -> None:
        self._base_url = base_url
        self._connect_timeout = connect_timeout
        self._lock = threading.Lock()
        self._network: _Network | None = None
        self._closed = False

    def exchange(
        self, method: str, path: str, *, headers: Mapping[str, str], body: bytes | None, deadline: float
    ) -> Answer:
        """Any answer, whatever its status; ``Unreachable`` or ``OutcomeUnknown`` within ``deadline`` seconds."""
        url = self._address() + path
        with self._lock:
            if self._closed:
                raise Unreachable("the client is closed")
            if self._network is None:
                self._network = _Network(self._connect_timeout)
            future = asyncio.run_coroutine_threadsafe(
                self._network.exchange(method, url, headers, body, deadline), self._network.loop
            )
        outcome = future.result()
        if isinstance(outcome, ApiError):
            raise outcome
        return outcome

    def close(self) -> None:
        """Ends every exchange that is under way; further ones are ``Unreachable``."""
        with self._lock:
            self._closed = True
            network, self._network = self._network, None
        if network is not None:
            network.close()

    def _address(self) -> str:
        address = self._base_url if isinstance(self._base_url, str) else self._base_url()
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unreachable("the server's address is no http address")
        return address.rstrip("/")


class _Network:
    """The thread, its loop, and the connections kept alive in it."""

    def __init__(self, connect_timeout: float) -> None:
        import httpx  # here, because it takes a fifth of a second and no first picture needs it

        logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs each address, and licence numbers with it
        self._errors = (httpx.HTTPError, httpx.InvalidURL, TimeoutError, asyncio.CancelledError, OSError)
        self._http = httpx.AsyncClient(
            timeout=httpx.Timeout(None, connect=connect_timeout),  # the deadline of the exchange bounds the rest
            verify=ssl.create_default_context(),  # the machine's own trust store, where an operator adds a private CA
            trust_env=False,
            follow_redirects=False,
        )
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="licensing-network", daemon=True)
        self._thread.start()

    async def exchange(
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
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()

    def _run(self) -> None:
        self.loop.run_forever()
        self.loop.run_until_complete(self._end())
        self.loop.close()

    async def _end(self) -> None:
        for exchange in _others():
            exchange.cancel()
        await _all_ended()
        await self._http.aclose()
        await self.loop.shutdown_asyncgens()  # answers left half read
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
