"""What a bystander may see. Masked by default; the whole value shows only while the citizen holds "看全部"."""

from __future__ import annotations

import re

STAR = "＊"
_TOWN = re.compile(r"^.*?(?:镇|乡|街道)")


def name(value: str) -> str:
    """``陈＊``: the family name, or the first letter of a name in Latin letters."""
    return value[:1] + STAR * min(max(len(value) - 1, 1), 2)


def phone(value: str) -> str:
    """``138＊＊＊＊5678``"""
    return f"{value[:3]}{STAR * 4}{value[-4:]}" if len(value) >= 11 else STAR * 3 + value[-2:]


def id_tail(id_number: str) -> str:
    """The last four characters, as the citizen knows his number by."""
    return id_number[-4:]


def address(value: str) -> str:
    """``沙湖镇＊＊路18号``: the town stays, the next two characters go."""
    town = _TOWN.match(value)
    kept = value[: town.end()] if town else value[:2]
    rest = value[len(kept) :]
    return kept + STAR * 2 + rest[2:]
