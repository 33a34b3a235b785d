"""What names one submission: its id, minted once before the first attempt to send, and the 12 digits on the slip.

The digits follow from the id alone, so that terminal and server know them without having spoken.
"""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import datetime

_DIGITS = 11  # and one check digit


def new_submission_id(now: datetime) -> str:
    """A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, so that ids sort by age, and 74 random bits."""
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    random_a, random_b = secrets.randbits(12), secrets.randbits(62)
    return str(uuid.UUID(int=milliseconds << 80 | 7 << 76 | random_a << 64 | 0b10 << 62 | random_b))


def query_code(submission_id: str) -> str:
    """12 digits of the canonical, lower-case id: SHA-256 modulo 10^11, then a Luhn digit."""
    canonical = str(uuid.UUID(submission_id))
    number = int.from_bytes(hashlib.sha256(canonical.encode()).digest(), "big") % 10**_DIGITS
    digits = f"{number:0{_DIGITS}d}"
    return digits + luhn_digit(digits)


def is_query_code(digits: str) -> bool:
    """Whether somebody typed or scanned a whole code without a slip of the finger."""
    well_formed = len(digits) == _DIGITS + 1 and digits.isascii() and digits.isdigit()
    return well_formed and luhn_digit(digits[:-1]) == digits[-1]


def luhn_digit(digits: str) -> str:
    """The check digit of ISO/IEC 7812-1 annex B: every second digit from the right counts double."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)
