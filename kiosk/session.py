"""One citizen's visit: who he is, which licence, what he answered. It lives in memory and is wiped at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from backend_client.models import Certificate, Eligibility, Filing, Licence, Service, Session, Terms, TransactionName

if TYPE_CHECKING:
    from kiosk.devices.id_card.document import IdDocument


@dataclass
class Visit:
    """Everything that is known of the person in front of the terminal. No method here decides where to go next."""

    service: Service | None = None
    document: IdDocument | None = None
    identity: Session | None = None
    licences: tuple[Licence, ...] = ()
    licence_no: str | None = None
    answers: dict[str, object] = field(default_factory=dict)
    insisted: bool = False  # files although the pre-check advised against it
    corrects: Filing | None = None  # the filing that this one answers, where it was to be corrected
    filing: Filing | None = None  # the one just filed, or the one being looked at
    filings: tuple[Filing, ...] = ()
    query_code: str | None = None  # of a filing whose answer did not come
    submission_id: str | None = None
    certificate: Certificate | None = None
    slip_sentence: str | None = None  # what became of an outcome slip

    @property
    def licence(self) -> Licence | None:
        return next((licence for licence in self.licences if licence.licence_no == self.licence_no), None)

    def chosen(self) -> Licence:
        """The licence chosen. Raises LookupError before one is."""
        licence = self.licence
        if licence is None:
            raise LookupError("no licence has been chosen yet")
        return licence

    def eligibility(self, transaction: str) -> Eligibility:
        found: Eligibility = getattr(self.chosen().transactions, transaction)
        return found

    def terms(self, transaction: TransactionName | str) -> Terms:
        return self.eligibility(transaction).terms

    def answer(self, step: str) -> object:
        """The answer of a step. Raises KeyError before it was given."""
        return self.answers[step]

    def prefill(self, answers: Mapping[str, object]) -> None:
        """Answers that are offered, never those that were given."""
        for step, value in answers.items():
            self.answers.setdefault(step, value)

    def wipe(self) -> None:
        """Forgets the person: every field is back at its first value."""
        self.answers.clear()
        empty = Visit(service=self.service)
        for each in fields(self):
            setattr(self, each.name, getattr(empty, each.name))
