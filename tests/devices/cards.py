"""Documents for the tests: one of each kind, and any that a card could carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from kiosk.devices.id_card.codes import ETHNICITIES, SEXES
from kiosk.devices.id_card.document import IdDocument
from kiosk.devices.id_card.records import clip

CITIZEN = IdDocument(
    type="citizen",
    name="欧阳㛃𬭎䶮𠅤·买买提",
    sex="女",
    ethnicity="维吾尔",
    nationality="CHN",
    birth_date=date(1949, 12, 31),
    address="广东省恩平市沙湖镇和平路18号",
    id_number="11010519491231002X",
    issuer="恩平市公安局",
    valid_from=date(2006, 1, 1),
    valid_until=None,
)
HMT = replace(
    CITIZEN,
    type="hmt",
    name="何家辉",
    ethnicity=None,
    nationality=None,
    id_number="810000194912310028",
    valid_until=date(2033, 4, 10),
    pass_number="H12345678",
)
FOREIGN_2017 = replace(
    CITIZEN,
    type="foreign_2017",
    name="",
    name_en="SMITH, JOHN MICHAEL",
    ethnicity=None,
    nationality="USA",
    address="",
    issuer="",
    id_number="USA440078051201",
    valid_until=date(2032, 6, 1),
)
FOREIGN_2023 = replace(
    FOREIGN_2017,
    type="foreign_2023",
    name="田中惠子",
    name_en="VENKATANARASIMHARAJUVARIPETA RAMANATHAN, SRIKA",  # all 46 letters; the card splits it after the 35th
    nationality="IND",
    id_number="91110519491231002X",
)
ONE_OF_EACH = (CITIZEN, HMT, FOREIGN_2017, FOREIGN_2023)

_CHARACTERS = st.characters(categories=["L", "N", "P", "So"]) | st.sampled_from("㛃𬭎䶮𠅤·")
_DATES = st.dates(min_value=date(1000, 1, 1))


def _text(units: int) -> st.SearchStrategy[str]:
    """Any text that a field of so many UTF-16 units can carry; padding at its ends is not part of it."""
    return st.text(_CHARACTERS | st.just(" "), max_size=units).map(lambda text: clip(text, units).strip(" \0\u3000"))


_COMMON = {
    "name": _text(15),
    "sex": st.sampled_from([*SEXES.values(), "7"]),
    "birth_date": _DATES,
    "valid_from": _DATES,
    "valid_until": st.none() | _DATES,
}
_RESIDENT = _COMMON | {"address": _text(35), "id_number": _text(18), "issuer": _text(15)}
_FOREIGN = _COMMON | {"nationality": st.sampled_from(["USA", "JPN", None])}

documents = (
    st.builds(
        IdDocument,
        type=st.just("citizen"),
        nationality=st.just("CHN"),
        ethnicity=st.none() | st.sampled_from([*ETHNICITIES.values(), "99"]),
        **_RESIDENT,
    )
    | st.builds(
        IdDocument, type=st.just("hmt"), pass_number=st.none() | _text(9).map(lambda text: text or None), **_RESIDENT
    )
    | st.builds(IdDocument, type=st.just("foreign_2017"), name_en=_text(60), id_number=_text(15), **_FOREIGN)
    | st.builds(IdDocument, type=st.just("foreign_2023"), name_en=_text(46), id_number=_text(18), **_FOREIGN)
)
