"""Opening a citizen's session with what the card reader saw."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from licensing_server.contract.names import CardType, Day, Line, Model, Moment


class CardRead(Model):
    type: CardType
    name: Line
    id_number: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{15,18}$")]
    birth_date: Day
    valid_until: Day | None = None


class SessionOpening(Model):
    card: CardRead


class Holder(Model):
    name: str
    id_number_masked: str
    age: int


class Session(Model):
    token: str
    filing_ticket: str
    holder: Holder
    expires_at: Moment
    server_time: Moment
