"""Numbers on identity cards: check character and date only, never the area code (abolished codes stay on cards)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
EIGHTEEN = re.compile(r"[0-9]{17}[0-9X]")
FOREIGN_2017 = re.compile(r"[A-Z]{3}[0-9]{12}")
HMT_PREFIXES = ("81", "82", "83")
SEPARATORS = str.maketrans(dict.fromkeys("•．・‧.", "·"))


def check_character(first17: str) -> str:
    """ISO 7064 MOD 11-2 over the first 17 digits (GB 11643-1999)."""
    return CHECK_CHARACTERS[sum(int(digit) * weight for digit, weight in zip(first17, WEIGHTS, strict=True)) % 11]


def is_valid(card_type: str, number: str, birth_date: date) -> bool:
    """Whether the number can stand on such a card and agrees with the birth date beside it."""
    if card_type == "foreign_2017":
        return FOREIGN_2017.fullmatch(number) is not None
    prefixes = {"hmt": HMT_PREFIXES, "foreign_2023": ("9",)}.get(card_type, ("",))
    return (
        EIGHTEEN.fullmatch(number) is not None
        and number.startswith(prefixes)
        and number[6:14] == f"{birth_date:%Y%m%d}"
        and number[17] == check_character(number[:17])
    )


def masked(number: str) -> str:
    """First three and last four characters stay: 440***********0229."""
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


CARD_NAME_UNITS = 15  # room for a name on the card's chip, in UTF-16 units (GA/T 490)


def same_name(registered: str, on_card: str) -> bool:
    """Whether both name one person. A name that is longer than the chip's room stands there cut off."""
    whole, read = comparable_name(registered), comparable_name(on_card)
    full = len(on_card.encode("utf-16-le")) // 2 >= CARD_NAME_UNITS - 1  # a character of two units may not have fitted
    return whole == read or (full and whole.startswith(read))


def comparable_name(name: str) -> str:
    """The name as it is compared: half width, one form of separator, no spaces, no case."""
    folded = unicodedata.normalize("NFKC", name.translate(SEPARATORS)).translate(SEPARATORS)
    return "".join(folded.split()).casefold()
