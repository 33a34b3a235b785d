"""Reading a request's body: JSON only, and never more than the limit, whatever the headers claim."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from email.message import Message as Headers
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

JSON = "application/json"


class BodyRoute(APIRoute):
    """Checks the body before FastAPI parses it. Other types are 415, more bytes are 413."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()
        if self.body_field is None:
            return handle

        async def checked(request: Request) -> Response:
            declared = Headers()
            declared["content-type"] = request.headers.get("content-type", "")
            if declared.get_content_type() != JSON:
                raise HTTPException(415)
            limit: int = request.app.state.office.settings.limits.body_bytes
            return await handle(Request(request.scope, limited(request.receive, limit)))

        return checked


def limited(receive: Receive, limit: int) -> Receive:
    """``receive`` that gives up with 413 as soon as more than ``limit`` bytes have come."""
    total = 0

    async def receive_some() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > limit:
            raise HTTPException(413)
        return message

    return receive_some
