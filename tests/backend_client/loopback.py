"""A server on loopback that answers each request in turn as it was told to, also in ways no honest server would."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

Reply = bytes | Callable[["Conversation"], None]


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: Mapping[str, str]  # names in lower case
    body: bytes


class Conversation:
    """One request, for replies that are more than bytes."""

    def __init__(self, request: Request, connection: socket.socket, over: threading.Event) -> None:
        self.request = request
        self.connection = connection
        self.over = over  # the test is at its end

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)


def reply(status: int, body: object, **headers: str) -> bytes:
    """``body``: bytes as they are, anything else as JSON. Header names with _ for -."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(content)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def problem(status: int, code: str, **headers: str) -> bytes:
    document = {"type": "about:blank", "title": "no", "status": status, "code": code, "detail": "不行。"}
    return reply(status, document, Content_Type="application/problem+json", **headers)


def silence(conversation: Conversation) -> None:
    """Takes the request and never answers."""
    conversation.over.wait()


def hang_up(_conversation: Conversation) -> None:
    """Closes without a word."""


def reset(conversation: Conversation) -> None:
    linger_for_nothing = struct.pack("ii", 1, 0)
    conversation.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_for_nothing)


def half(whole: bytes) -> bytes:
    return whole[: len(whole) * 2 // 3]


def trickled(whole: bytes, every: float) -> Reply:
    """A byte each ``every`` seconds: each read succeeds in time, the whole never does."""

    def trickle(conversation: Conversation) -> None:
        for byte in whole:
            if conversation.over.wait(every):
                return
            conversation.send(bytes([byte]))

    return trickle


class Loopback:
    """``url`` is where it listens; ``requests`` what came. The last reply serves all further requests."""

    def __init__(self, *replies: Reply) -> None:
        self.requests: list[Request] = []
        self._replies = list(replies)
        self._over = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._accept)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, _type: type[BaseException] | None, _value: object, _traceback: TracebackType | None) -> None:
        self._over.set()
        self._listening.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._listening.close()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._converse, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _converse(self, connection: socket.socket) -> None:
        with connection:
            request = _read_request(connection)
            if request is None:
                return
            self.requests.append(request)
            chosen = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
            try:
                chosen(Conversation(request, connection, self._over)) if callable(chosen) else connection.sendall(
                    chosen
                )
            except OSError:
                return  # the client has had enough


def _read_request(connection: socket.socket) -> Request | None:
    with connection.makefile("rb") as stream:
        start = stream.readline().decode()
        if not start:
            return None
        method, path, _ = start.split(" ", 2)
        headers: dict[str, str] = {}
        while (line := stream.readline().decode().strip()) != "":
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return Request(method, path, headers, stream.read(int(headers.get("content-length", "0"))))
