"""Every word that a citizen reads comes from here: one catalogue, id → text, so that screens, paper and speech agree.

The catalogue is the TOML files of ``assets/words``: a text's id is its dotted path (``renew.days.title``). A
shorter text for the elder layout stands beside it under the same id with ``_elder``. ``**bold**``, ``|`` (a good
place to break a line) and ``{name}`` are the only marks in a text.
"""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from kiosk.assets import ASSETS

WEEKDAYS = "一二三四五六日"


@lru_cache(maxsize=1)
def catalogue() -> dict[str, str]:
    """All texts by id. Raises ValueError where two files give one id, or a value is not a text."""
    texts: dict[str, str] = {}
    for path in sorted((ASSETS / "words").glob("*.toml")):
        _collect(texts, "", tomllib.loads(path.read_text(encoding="utf-8")), path)
    return texts


def _collect(texts: dict[str, str], prefix: str, table: dict[str, object], path: Path) -> None:
    for key, value in table.items():
        text_id = f"{prefix}{key}"
        if isinstance(value, dict):
            _collect(texts, f"{text_id}.", value, path)
        elif isinstance(value, str) and text_id not in texts:
            texts[text_id] = value
        else:
            raise ValueError(f"{path.name}: {text_id} is given twice or is not a text")


def text(text_id: str, /, *, elder: bool = False, **values: object) -> str:
    """The text of an id with its ``{places}`` filled. Raises KeyError for an unknown id or a missing value."""
    texts = catalogue()
    found = texts.get(f"{text_id}_elder") if elder else None
    template = texts[text_id] if found is None else found
    return template.format_map(values) if values else template


@lru_cache(maxsize=1)
def _fixed() -> frozenset[str]:
    return frozenset(catalogue().values())


def is_fixed(shown: str) -> bool:
    """Whether a text stands in the catalogue as it is, so that nothing of a person can be in it."""
    return shown in _fixed()


def has(text_id: str) -> bool:
    return text_id in catalogue()


def plain(marked: str) -> str:
    """A text without its marks, for accessible names, paper and speech."""
    return marked.replace("**", "").replace("|", "")


def day(value: date) -> str:
    """``3月24日 星期二``"""
    return f"{value.month}月{value.day}日 星期{WEEKDAYS[value.weekday()]}"


def short_day(value: date) -> str:
    """``3月24日``"""
    return f"{value.month}月{value.day}日"


def full_day(value: date) -> str:
    """``2026年3月24日``"""
    return f"{value.year}年{value.month}月{value.day}日"


def clock(value: datetime) -> str:
    """``3月12日 9:41``"""
    return f"{value.month}月{value.day}日 {value.hour}:{value.minute:02}"


def fours(digits: str) -> str:
    """Groups of four, as numbers are read aloud: ``1234 1234 1234``."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def filing_number(filing_no: str) -> str:
    """As it is read aloud: ``YC26 0312 04785``."""
    return f"{filing_no[:4]} {filing_no[4:8]} {filing_no[8:]}"


def moment(value: datetime) -> str:
    """``3月12日 星期四 9:41``"""
    return f"{day(value.date())} {value.hour}:{value.minute:02}"


def time_of_day(value: datetime) -> str:
    """``9:41``"""
    return f"{value.hour}:{value.minute:02}"
