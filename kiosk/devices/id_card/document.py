"""What an identity document says about its holder, and whether its number agrees with the rest of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from backend_client.models import CardType

Doubt = Literal["check_character", "birth_date", "sex"]

_CHECK_CHARACTERS = "10X98765432"


@dataclass(frozen=True, slots=True, repr=False)
class IdDocument:
    """One card as read. Held in memory only; its repr shows nothing personal.

    ``name`` is the Chinese name, "" on a foreign card without one. ``sex`` is 男, 女, 未知, 未说明 (GB/T 2261.1) or
    the raw code where that is unknown. ``ethnicity`` comes without 族 (GB/T 3304), None where the card has none.
    ``nationality`` is ISO 3166 alpha-3, None on a residence permit for Hong Kong, Macau and Taiwan. ``valid_until``
    None means 长期. ``photo`` is the card's compressed picture (WLT, 1024 bytes) as it came.
    """

    type: CardType
    name: str
    sex: str
    birth_date: date
    id_number: str
    valid_from: date
    valid_until: date | None
    name_en: str = ""
    ethnicity: str | None = None
    nationality: str | None = None
    address: str = ""
    issuer: str = ""
    pass_number: str | None = None
    photo: bytes | None = None

    def __repr__(self) -> str:
        return f"IdDocument({self.type})"

    @property
    def display_name(self) -> str:
        """The name to greet the holder by: Chinese where there is one, else English."""
        return self.name or self.name_en

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Where the number disagrees with itself or with the text; to be reported, never a reason to refuse a card.

        The number of a foreign card of 2017 (15 characters) has no such structure and is never doubted.
        """
        if self.type == "foreign_2017":
            return ()
        digits = self.id_number[:17]
        if len(self.id_number) != 18 or not (digits.isascii() and digits.isdigit()):
            return ("check_character",)
        doubts: list[Doubt] = []
        if self.id_number[17] != check_character(digits):
            doubts.append("check_character")
        if digits[6:14] != f"{self.birth_date:%Y%m%d}":
            doubts.append("birth_date")
        sex = "男" if int(digits[16]) % 2 else "女"
        if self.type != "foreign_2023" and self.sex in ("男", "女") and self.sex != sex:
            doubts.append("sex")
        return tuple(doubts)


def check_character(digits: str) -> str:
    """The 18th character that belongs to the first 17 digits (GB 11643: ISO 7064 MOD 11-2)."""
    return _CHECK_CHARACTERS[sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(digits)) % 11]
