"""Who files in the campaign: one at the ledger, which takes anything, or one at the reference server and its rules."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol, TypeVar

import msgspec

from backend_client.client import LicensingClient
from backend_client.errors import OutcomeUnknown, Refused, Unreachable
from backend_client.models import CancelAnswers, FilingBody, Pledge
from tests.backend_client import reference, samples

T = TypeVar("T")


class Citizen(Protocol):
    token: str
    ticket: str

    def body(self, intent: int) -> FilingBody: ...

    def make_way(self) -> None:
        """Clears what bars his next filing. Called when all earlier ones are settled."""


class AtLedger:
    token, ticket = "token", "ticket"

    def body(self, intent: int) -> FilingBody:
        return samples.body(phone_of(intent))

    def make_way(self) -> None:
        """Nothing bars it: the ledger has no rules."""


class AtReference:
    """Gives up his licence and withdraws, again and again: no rule decides that filing at once."""

    def __init__(self, client: LicensingClient) -> None:
        self._client = client
        session = insist(lambda: client.open_session(reference.card("cancel")))
        self.token, self.ticket = session.token, session.filing_ticket
        (self._licence,) = insist(client.licences)
        self._pledge = Pledge(pledge_id=insist(client.service).pledge_id, accepted=True)

    def body(self, intent: int) -> FilingBody:
        terms = self._licence.transactions.cancel.terms
        assert terms.start_from is not None
        return msgspec.structs.replace(
            samples.body(phone_of(intent)),
            licence_no=self._licence.licence_no,
            transaction="cancel",
            answers=msgspec.to_builtins(CancelAnswers(reason=terms.reasons[0].code, cease_on=terms.start_from)),
            pledge=self._pledge,
        )

    def make_way(self) -> None:
        while still_open := [filing for filing in insist(self._client.filings) if filing.can_withdraw]:
            for filing in still_open:
                self._withdraw(filing.filing_no)

    def _withdraw(self, filing_no: str) -> None:
        try:
            insist(lambda: self._client.withdraw(filing_no))
        except Refused as refused:
            if refused.problem.code != "filing.not-withdrawable":  # that one was withdrawn by the attempt before
                raise


def phone_of(intent: int) -> str:
    """How an intent is recognised on the server."""
    return f"138{intent:08d}"


def insist(call: Callable[[], T]) -> T:
    """What the campaign itself needs to know, it asks until it is answered."""
    while True:
        try:
            return call()
        except (Unreachable, OutcomeUnknown):
            time.sleep(0.02)
