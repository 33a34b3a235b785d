"""Which refusals an operation documents; each is application/problem+json of the one shape."""

from __future__ import annotations

from typing import Any

from licensing_server.problems import MEDIA_TYPE

SAID = {
    400: "The JSON or the Idempotency-Key cannot be read.",
    401: "No session, or it has ended: open one with the card.",
    403: "No session for this card: invalid-card, card-expired or identity-mismatch.",
    404: "Not there, or not this holder's: both look the same.",
    409: "Understood, but not possible now; the reasons say why and what to do instead.",
    413: "The body is larger than the server takes.",
    415: "The body is not application/json.",
    422: "A field does not fit the contract or the terms; the detail names it.",
    500: "Something failed inside; nothing is said about what.",
}
BODY = (400, 413, 415, 422)
Responses = dict[int | str, dict[str, Any]]


def problems(*statuses: int) -> Responses:
    """The documented refusals of an operation; 500 always belongs to them."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    responses: Responses = {
        status: {"description": SAID[status], "content": {MEDIA_TYPE: schema}} for status in sorted({*statuses, 500})
    }
    if 401 in responses:
        responses[401]["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    return responses
