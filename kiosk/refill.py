"""Turns what was filed back into answers, so that "to be corrected" reopens the form filled in. The signature
is made anew.
"""

from __future__ import annotations

from datetime import date

from backend_client.models import FilingBody


def refill(body: FilingBody) -> dict[str, object]:
    """Answers by step name, as the screens keep them."""
    filed = body.answers
    answers: dict[str, object] = {"phone": body.contact_phone}
    if body.delivery is not None:
        answers["delivery"] = body.delivery
    match body.transaction:
        case "cancel":
            answers |= {"reason": filed["reason"], "cease_on": _day(filed["cease_on"])}
        case "modify":
            changes = filed["changes"]
            assert isinstance(changes, list)
            answers["changes"] = tuple(change["field"] for change in changes)
            grounds = [change["ground"] for change in changes if change.get("ground")]
            if grounds:
                answers["ground"] = grounds[0]
        case "suspend":
            answers |= {"reason": filed["reason"], "period": (_day(filed["start"]), _day(filed["end"]))}
        case "resume":
            answers |= {"reason": filed["reason"], "resume_on": _day(filed["resume_on"])}
        case "reissue":
            copies = filed["copies"]
            assert isinstance(copies, list)
            answers |= {"cause": filed["cause"], "copies": tuple(copies), "reason": filed["circumstances"]}
    return answers


def _day(value: object) -> date:
    return date.fromisoformat(str(value))
