"""Files the application: builds the body from the answers, has it journalled and sent, and knows every outcome."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum

from backend_client.models import Delivery, FilingBody, Pledge, Signature
from kiosk.delivery import Filed, Outcome, RefusedOutcome, Unknown
from kiosk.desk import Desk
from kiosk.failures import Trouble
from kiosk.journal import JournalError
from kiosk.transactions import Flow


class FilingState(Enum):
    SENDING = "sending"
    FILED = "filed"
    UNKNOWN = "unknown"  # saved and on its way: never called an error
    REFUSED = "refused"
    NOT_SAVED = "not_saved"  # the journal could not keep it, so nothing was sent


class FilingDesk:
    """One filing: sent once, whatever is touched meanwhile."""

    def __init__(self, desk: Desk, flow: Flow, on_known: Callable[[], None]) -> None:
        """``on_known`` is called when it is filed, and when it is saved but unanswered: then paper is due."""
        self._desk = desk
        self._flow = flow
        self._on_known = on_known
        self.state = FilingState.SENDING
        self.trouble: Trouble | None = None
        self._begun = time.monotonic()

    def begin(self) -> None:
        visit = self._desk.visit
        assert visit.identity is not None
        visit.submission_id = visit.query_code = None  # those of one that was refused before
        body, token, ticket = self.body(), visit.identity.token, visit.identity.filing_ticket
        services, saved = self._desk.services, self._desk.guarded(self._on_saved)

        def deliver() -> Outcome:
            return services.deliverer.deliver(
                body, token=token, ticket=ticket, on_saved=lambda known: services.background.post(lambda: saved(known))
            )

        self._desk.run(deliver, self.on_outcome, self._failed)
        self._desk.changed()

    def waited_s(self) -> float:
        """How long the citizen has been waiting for the answer."""
        return time.monotonic() - self._begun

    def body(self) -> FilingBody:
        """What is filed: every value from the answers, the licence or the service facts."""
        visit = self._desk.visit
        assert visit.service is not None
        signature, delivery, phone = visit.answer("sign"), visit.answers.get("delivery"), visit.answer("phone")
        assert isinstance(signature, Signature)
        assert delivery is None or isinstance(delivery, Delivery)
        return FilingBody(
            licence_no=visit.chosen().licence_no,
            transaction=self._flow.transaction,  # type: ignore[arg-type]  # the flow table's names are the contract's
            answers=self._flow.answers(visit),
            contact_phone=str(phone),
            delivery=delivery,
            pledge=Pledge(pledge_id=visit.service.pledge_id, accepted=visit.answer("pledge") is True),
            signature=signature,
            signed_at=self._desk.services.now(),
            insist=visit.insisted and visit.corrects is None,
            corrects=visit.corrects.filing_no if visit.corrects else None,
        )

    def on_outcome(self, outcome: Outcome) -> None:
        """The answer, at once or, after an unknown one, when the journal has settled it; told twice, it counts once."""
        if self.state not in (FilingState.SENDING, FilingState.UNKNOWN):
            return
        visit, unanswered = self._desk.visit, self.state is FilingState.UNKNOWN
        match outcome:
            case Filed(filing=filing):
                self.state, visit.filing = FilingState.FILED, filing
            case RefusedOutcome(problem=problem):
                self.state = FilingState.REFUSED
                self.trouble = Trouble("S01", problem.detail, problem.reasons)
            case Unknown(submission_id=submission_id, query_code=query_code):
                self.state = FilingState.UNKNOWN
                visit.submission_id, visit.query_code = submission_id, query_code
        if self.state is FilingState.FILED or (self.state is FilingState.UNKNOWN and not unanswered):
            self._on_known()
        self._desk.changed()

    def stop_waiting(self) -> None:
        """He does not want to wait for the answer: the filing is saved and goes on by itself."""
        visit = self._desk.visit
        if self.state is FilingState.SENDING and visit.submission_id and visit.query_code:
            self.on_outcome(Unknown(visit.submission_id, visit.query_code))

    def settled(self, submission_id: str, outcome: Outcome) -> None:
        """The journal settled a filing later; it is this one only if the numbers agree."""
        if self.state is FilingState.UNKNOWN and submission_id == self._desk.visit.submission_id:
            self.on_outcome(outcome)

    def _on_saved(self, known: Unknown) -> None:
        self._desk.visit.submission_id, self._desk.visit.query_code = known.submission_id, known.query_code

    def _failed(self, error: Exception) -> None:
        """Only what the journal did not take was not sent; anything else is on its way."""
        visit = self._desk.visit
        if visit.submission_id and visit.query_code and not isinstance(error, JournalError):
            self.on_outcome(Unknown(visit.submission_id, visit.query_code))
        else:
            self.state, self.trouble = FilingState.NOT_SAVED, Trouble("J01")
            self._desk.changed()
