"""Examples of the contract. Each succeeds on fresh demonstration data, in any order, in the first example's session.

The holder of the first session example has a licence for each transaction; the second is a plain case.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from licensing_server.demo.past import SIGNATURE
from licensing_server.demo.seed import card_name, people
from licensing_server.rules.dates import add_months
from licensing_server.rules.numbers import filing_number, query_code
from licensing_server.settings import load

Examples = dict[str, Any]
SUBMISSION = "01920000-0000-7000-8000-000000000006"  # of the filing under review in the demonstration
KEY = "019a0c5e-7d2b-7c41-9b1e-3f6a2d8c4e7{}"  # made once for each filing
UNDER_REVIEW_AGO, DONE_AGO = 5, 6  # days before seeding
CHOSEN_AHEAD = 60  # days: the file in the repository stays usable for as long


def _named(**values: Any) -> Examples:
    return {name: {"value": value} for name, value in values.items()}


def _card(key: str) -> dict[str, Any]:
    card = people()[key]
    until = card["valid_until"]
    return {
        "type": card["type"],
        "name": card_name(card),
        "id_number": card["id_number"],
        "birth_date": card["birth_date"].isoformat(),
        "valid_until": None if until == "长期" else until.isoformat(),
    }


def _sessions(_day: date) -> Examples:
    return _named(holder_of_many={"card": _card("everything")}, plain_case={"card": _card("chen_fang")})


def _filing(day: date, licence_no: str, transaction: str, answers: dict[str, Any], post_to: str | None) -> Any:
    return {
        "licence_no": licence_no,
        "transaction": transaction,
        "answers": answers,
        "contact_phone": "13800005678",
        "delivery": {"method": "post", "address": post_to} if post_to else None,
        "pledge": {"pledge_id": load().pledge.id, "accepted": True},
        "signature": SIGNATURE,
        "signed_at": f"{day.isoformat()}T09:46:00+08:00",
    }


def _filings(day: date) -> Examples:
    ahead = day + timedelta(CHOSEN_AHEAD)
    street = "恩平市恩城街道沿江东路"
    new_name = {"changes": [{"field": "shop_name", "new_value": "沿江文华百货二店"}]}
    away = {"reason": "family", "start": ahead.isoformat(), "end": add_months(ahead, 3).isoformat()}
    early = {"reason": "early", "resume_on": ahead.isoformat()}
    lost = {"cause": "lost", "copies": ["original", "duplicate"], "circumstances": "misplaced"}
    retired = {"reason": "retired", "cease_on": ahead.isoformat()}
    return _named(
        renew=_filing(day, "440785100201", "renew", {}, f"{street}2号"),
        modify=_filing(day, "440785100202", "modify", new_name, f"{street}12号"),
        suspend=_filing(day, "440785100203", "suspend", away, None),
        resume=_filing(day, "440785100204", "resume", early, None),
        reissue=_filing(day, "440785100205", "reissue", lost, f"{street}42号"),
        cancel=_filing(day, "440785100206", "cancel", retired, None),
    )


def _under_review(day: date) -> Examples:
    return _named(under_review=filing_number(day - timedelta(UNDER_REVIEW_AGO), 1))


def _done(day: date) -> Examples:
    return _named(done=filing_number(day - timedelta(DONE_AGO), 1))


BODY_EXAMPLES: dict[str, Callable[[date], Examples]] = {
    "open_session": _sessions,
    "submit_filing": _filings,
    "rate_filing": lambda _day: _named(very_satisfied={"stars": 5}),
}
PARAMETER_EXAMPLES: dict[tuple[str, str], Callable[[date], Examples]] = {
    ("get_notice", "notice_id"): lambda _day: _named(renewal="renew-in-time"),
    ("get_licence", "licence_no"): lambda _day: _named(first_shop="440785100201"),
    ("get_certificate", "licence_no"): lambda _day: _named(fifth_shop="440785100205"),
    ("get_certificate", "purpose"): lambda _day: _named(for_a_loan="给银行看"),
    ("submit_filing", "Idempotency-Key"): lambda day: _named(
        **{name: KEY.format(n) for n, name in enumerate(_filings(day))}
    ),
    ("get_filing", "filing_no"): _done,
    ("withdraw_filing", "filing_no"): _under_review,
    ("rate_filing", "filing_no"): _done,
    ("get_submission", "query_code"): lambda _day: _named(slip=query_code(SUBMISSION)),
}
