"""Looks things up for the query: filings and their progress, the certificate, what became of a slip; withdraws
a filing.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from backend_client.errors import ApiError
from backend_client.models import Certificate, Filing, SubmissionOutcome
from kiosk.desk import Desk
from kiosk.failures import Trouble, of_api

T = TypeVar("T")


class Asking(Enum):
    IDLE = "idle"
    ASKING = "asking"
    FAILED = "failed"


class Inquiry:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.state = Asking.IDLE
        self.trouble: Trouble | None = None
        self._again: Callable[[], None] = lambda: None
        self._asked: object = None  # the question whose answer is waited for

    def load_filings(self, then: Callable[[], None] = lambda: None) -> None:
        def done(filings: tuple[Filing, ...]) -> None:
            self._desk.visit.filings = filings
            then()

        self._ask(self._desk.services.client.filings, done)

    def load_certificate(self, licence_no: str, purpose: str) -> None:
        def done(certificate: Certificate) -> None:
            self._desk.visit.certificate = certificate

        client = self._desk.services.client
        self._ask(lambda: client.certificate(licence_no, purpose), done)

    def withdraw(self, filing_no: str, then: Callable[[], None]) -> None:
        def done(filing: Filing) -> None:
            visit = self._desk.visit
            visit.filing = filing
            visit.filings = tuple(filing if each.filing_no == filing.filing_no else each for each in visit.filings)
            then()

        client = self._desk.services.client
        self._ask(lambda: client.withdraw(filing_no), done)

    def look_up_slip(self, query_code: str) -> None:
        def done(found: SubmissionOutcome) -> None:
            self._desk.visit.slip_sentence = found.sentence

        client = self._desk.services.client
        self._ask(lambda: client.submission(query_code), done)

    def rate(self, filing_no: str, stars: int, then: Callable[[], None]) -> None:
        """A rating that cannot be delivered is dropped: nobody is kept waiting for it."""
        client = self._desk.services.client
        self._desk.run(lambda: client.rate(filing_no, stars), lambda _nothing: None, lambda _error: None)
        then()

    def reset(self) -> None:
        """A new screen: what became of the last question is not said there."""
        self.state, self.trouble, self._asked = Asking.IDLE, None, None

    def retry(self) -> None:
        self._again()

    def _ask(self, question: Callable[[], T], done: Callable[[T], None]) -> None:
        def answered(value: T) -> None:
            if self._asked is question:
                self.reset()
            done(value)
            self._desk.changed()

        def failed(error: Exception) -> None:
            if self._asked is not question:
                return
            self.state = Asking.FAILED
            self.trouble = of_api(error) if isinstance(error, ApiError) else Trouble("S02")
            self._desk.changed()

        self.state, self.trouble, self._asked = Asking.ASKING, None, question
        self._again = lambda: self._ask(question, done)
        self._desk.run(question, answered, failed)
        self._desk.changed()
