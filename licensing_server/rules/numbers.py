"""The numbers a citizen reads aloud: filing number and query code, each closed by a Luhn check digit."""

from __future__ import annotations

import hashlib
from datetime import date

QUERY_CODE_DIGITS = 11


def luhn_digit(digits: str) -> str:
    """The digit that closes ``digits`` (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def filing_number(day: date, serial: int) -> str:
    """YC + yymmdd + serial of the day in four digits (more when a day needs them) + check digit."""
    digits = f"{day:%y%m%d}{serial:04d}"
    return f"YC{digits}{luhn_digit(digits)}"


def query_code(submission_id: str) -> str:
    """Twelve digits from the Idempotency-Key (canonical UUID text): known before the answer is."""
    digest = int.from_bytes(hashlib.sha256(submission_id.lower().encode()).digest())
    digits = f"{digest % 10**QUERY_CODE_DIGITS:0{QUERY_CODE_DIGITS}d}"
    return digits + luhn_digit(digits)
