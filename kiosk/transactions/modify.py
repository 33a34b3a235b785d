"""变更: what the business registry says now is offered; nothing is typed, because the business licence must be
changed first.
"""

from __future__ import annotations

from backend_client.models import RegistryDifference
from kiosk.session import Visit
from kiosk.transactions.common_steps import beginning, contact, ending
from kiosk.transactions.flow import Flow, Step


def modifiable(visit: Visit) -> tuple[RegistryDifference, ...]:
    """The differences that this transaction can mend; the others need a new application."""
    return tuple(each for each in visit.chosen().registry.differences if each.can_modify)


def chosen_changes(visit: Visit) -> tuple[RegistryDifference, ...]:
    fields = visit.answers.get("changes", ())
    assert isinstance(fields, tuple)
    return tuple(each for each in modifiable(visit) if each.field in fields)


def needs_ground(visit: Visit) -> bool:
    """An address changes only where the same place has a new name or the house was pulled down."""
    return any(each.grounds for each in chosen_changes(visit))


def answers(visit: Visit) -> dict[str, object]:
    return {
        "changes": [
            {
                "field": each.field,
                "new_value": each.on_registry,
                "ground": visit.answer("ground") if each.grounds else None,
            }
            for each in chosen_changes(visit)
        ]
    }


FLOW = Flow(
    transaction="modify",
    icon="page-pencil",
    stages=("stage.card", "stage.changes", "stage.review", "stage.sign", "stage.done"),
    steps=(
        *beginning("modify"),
        Step("changes", "compare", 1),
        Step("ground", "ground", 1, when=needs_ground),
        *contact("modify", 1),
        *ending(review=2, sign=3, done=4),
    ),
    answers=answers,
    prefill=lambda visit: {"changes": tuple(each.field for each in modifiable(visit))},
)
