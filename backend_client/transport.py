"""One HTTP exchange with the server, wherever it is.

The network itself is loaded at the first exchange: no first picture needs it, and it takes longer than a screen may.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from backend_client.answer import Answer
from backend_client.errors import ApiError, Unreachable

if TYPE_CHECKING:
    from backend_client.network import Network


class Transport:
    """``base_url`` may be a function, for a server that tells its address once it is ready; it may raise ApiErrors."""

    def __init__(self, base_url: str | Callable[[], str], *, connect_timeout: float) -> None:
        self._base_url = base_url
        self._connect_timeout = connect_timeout
        self._lock = threading.Lock()
        self._network: Network | None = None
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
                from backend_client.network import Network

                self._network = Network(self._connect_timeout)
            future = self._network.begin(method, url, headers, body, deadline)
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
