"""The steps that every transaction shares: how a visit begins and how a filing ends."""

from __future__ import annotations

from backend_client.models import Delivery
from kiosk.session import Visit
from kiosk.transactions.flow import Condition, Step


def unidentified(visit: Visit) -> bool:
    return visit.identity is None


def several_licences(visit: Visit) -> bool:
    """Also none: that screen says so. A filing that is corrected has its licence."""
    return len(visit.licences) != 1 and visit.corrects is None


def refused(transaction: str) -> Condition:
    """The pre-check says no and the citizen has not asked to file all the same."""
    return lambda visit: not visit.eligibility(transaction).can_apply and not visit.insisted


def cautioned(transaction: str) -> Condition:
    """He may apply, but should know something first."""
    return lambda visit: visit.eligibility(transaction).can_apply and bool(visit.eligibility(transaction).reasons)


def delivered(transaction: str) -> Condition:
    return lambda visit: bool(visit.terms(transaction).delivery)


def several_addresses(transaction: str) -> Condition:
    """What is sent or brought may go to more than one place."""

    def condition(visit: Visit) -> bool:
        kept = visit.answers.get("delivery")
        if not isinstance(kept, Delivery) or kept.method == "collect":
            return False
        return any(each.method == kept.method and len(each.addresses) > 1 for each in visit.terms(transaction).delivery)

    return condition


def beginning(transaction: str) -> tuple[Step, ...]:
    """What it is → card → which licence → may it be done."""
    return (
        Step("intro", "intro", 0),
        Step("card", "card", 0, when=unidentified),
        Step("licence", "licence", 0, when=several_licences),
        Step("refusal", "refusal", 0, when=refused(transaction)),
        Step("caution", "caution", 0, when=cautioned(transaction)),
    )


def contact(transaction: str, stage: int) -> tuple[Step, ...]:
    """Telephone, and how the result reaches him where there is something to deliver."""
    return (
        Step("phone", "phone", stage),
        Step("delivery", "delivery", stage, when=delivered(transaction)),
        Step("address", "address", stage, when=several_addresses(transaction)),
    )


def ending(review: int, sign: int, done: int) -> tuple[Step, ...]:
    """Review → pledge and signature → filed → rating → farewell."""
    return (
        Step("review", "review", review),
        Step("sign", "sign", sign),
        Step("filed", "filed", done, final=True),
        Step("rating", "rating", done, when=lambda visit: visit.filing is not None, final=True),
        Step("farewell", "farewell", done, final=True),
    )
