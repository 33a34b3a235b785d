"""Which terminal printed a page: what the holder needs to find it, and whom to call."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TerminalLabel:
    """``number`` is the terminal's own, ``place`` where it stands; ``authority``, ``hotline`` are the server's word,
    empty where it was never reached."""

    number: str
    place: str
    authority: str
    hotline: str


def filing_number(filing_no: str) -> str:
    """As it is read aloud: letters and year, month and day, serial and check digit: ``YC26 0312 04785``."""
    return f"{filing_no[:4]} {filing_no[4:8]} {filing_no[8:]}"
