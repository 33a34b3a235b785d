"""The 256-byte text record of each kind of card, both ways: the driver decodes it, the simulator encodes it.

Every record is UTF-16LE padded with spaces; the character at byte 248 tells the kind. Sources: GA/T 490 for citizens;
for the residence permit (2018) and the foreign permanent resident cards (2017, 2023) the layouts public readers use.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from backend_client.models import CardType
from kiosk.devices.id_card.codes import ETHNICITIES, SEXES, code_of, name_of
from kiosk.devices.id_card.document import IdDocument

LENGTH = 256
NAME_UNITS = 15  # room for a Chinese name in UTF-16 units; a character beyond the BMP takes two

_LONG_TERM = "长期"
_PADDING = " \0\u3000"
_BLANK = " ".encode("utf-16-le")
_FLAG = slice(248, 250)


class Span(NamedTuple):
    """A run of bytes in the record."""

    offset: int
    length: int


Layout = dict[str, tuple[Span, ...]]

_RESIDENT: Layout = {
    "name": (Span(0, 30),),
    "sex": (Span(30, 2),),
    "birth_date": (Span(36, 16),),
    "address": (Span(52, 70),),
    "id_number": (Span(122, 36),),
    "issuer": (Span(158, 30),),
    "valid_from": (Span(188, 16),),
    "valid_until": (Span(204, 16),),
}
_FOREIGN_2017: Layout = {
    "name_en": (Span(0, 120),),
    "sex": (Span(120, 2),),
    "id_number": (Span(122, 30),),
    "nationality": (Span(152, 6),),
    "name": (Span(158, 30),),
    "valid_from": (Span(188, 16),),
    "valid_until": (Span(204, 16),),
    "birth_date": (Span(220, 16),),
}
_FOREIGN_2023: Layout = {
    "name": (Span(0, 30),),
    "sex": (Span(30, 2),),
    "birth_date": (Span(36, 16),),
    "name_en": (Span(52, 70), Span(220, 22)),
    "id_number": (Span(122, 36),),
    "valid_from": (Span(188, 16),),
    "valid_until": (Span(204, 16),),
    "nationality": (Span(242, 6),),
}
_LAYOUTS: dict[CardType, Layout] = {
    "citizen": _RESIDENT | {"ethnicity": (Span(32, 4),)},
    "hmt": _RESIDENT | {"pass_number": (Span(220, 18),)},
    "foreign_2017": _FOREIGN_2017,
    "foreign_2023": _FOREIGN_2023,
}
_FLAGS: dict[CardType, str] = {"citizen": "", "hmt": "J", "foreign_2017": "I", "foreign_2023": "Y"}


class UndecodableRecordError(Exception):
    """The record is not one of the four kinds or a field makes no sense; says which, never what stood there."""


class TextTooLongError(ValueError):
    """A text does not fit its field."""

    def __init__(self, field: str, units: int, room: int) -> None:
        super().__init__(f"{field} takes {units} UTF-16 units, the card has room for {room}")


def decode(record: bytes, photo: bytes | None = None) -> IdDocument:
    """The document in a record. Raises UndecodableRecordError."""
    if len(record) != LENGTH:
        raise UndecodableRecordError(f"record of {len(record)} bytes")
    flag = _text(record, "kind", (Span(_FLAG.start, 2),))
    kind = next((kind for kind, known in _FLAGS.items() if known == flag), None)
    if kind is None:
        raise UndecodableRecordError("unknown kind of card")
    text = {field: _text(record, field, spans) for field, spans in _LAYOUTS[kind].items()}
    ethnicity = text.get("ethnicity")
    return IdDocument(
        type=kind,
        name=text["name"],
        name_en=text.get("name_en", ""),
        sex=name_of(SEXES, text["sex"]),
        ethnicity=name_of(ETHNICITIES, ethnicity) if ethnicity else None,
        nationality="CHN" if kind == "citizen" else text.get("nationality") or None,
        birth_date=_date("birth_date", text["birth_date"]),
        address=text.get("address", ""),
        id_number=text["id_number"],
        issuer=text.get("issuer", ""),
        valid_from=_date("valid_from", text["valid_from"]),
        valid_until=None if text["valid_until"] == _LONG_TERM else _date("valid_until", text["valid_until"]),
        pass_number=text.get("pass_number") or None,
        photo=photo or None,
    )


def encode(document: IdDocument) -> bytes:
    """The record of a document; what its kind of card has no field for is left out. Raises TextTooLongError."""
    text = {
        "name": document.name,
        "name_en": document.name_en,
        "sex": code_of(SEXES, document.sex),
        "ethnicity": code_of(ETHNICITIES, document.ethnicity or ""),
        "nationality": document.nationality or "",
        "birth_date": f"{document.birth_date:%Y%m%d}",
        "address": document.address,
        "id_number": document.id_number,
        "issuer": document.issuer,
        "valid_from": f"{document.valid_from:%Y%m%d}",
        "valid_until": f"{document.valid_until:%Y%m%d}" if document.valid_until else _LONG_TERM,
        "pass_number": document.pass_number or "",
    }
    record = bytearray(_BLANK * (LENGTH // 2))
    for field, spans in _LAYOUTS[document.type].items():
        room = sum(span.length for span in spans)
        raw = text[field].encode("utf-16-le")
        if len(raw) > room:
            raise TextTooLongError(field, len(raw) // 2, room // 2)
        padded = raw + _BLANK * ((room - len(raw)) // 2)
        for span in spans:
            record[span.offset : span.offset + span.length] = padded[: span.length]
            padded = padded[span.length :]
    record[_FLAG] = _FLAGS[document.type].encode("utf-16-le") or _BLANK
    return bytes(record)


def clip(text: str, units: int) -> str:
    """As many whole characters of a text as fit into so many UTF-16 units."""
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore")


def _text(record: bytes, field: str, spans: tuple[Span, ...]) -> str:
    raw = b"".join(record[span.offset : span.offset + span.length] for span in spans)
    try:
        return raw.decode("utf-16-le").strip(_PADDING)
    except UnicodeDecodeError:
        raise UndecodableRecordError(f"{field} is not text") from None


def _date(field: str, text: str) -> date:
    try:
        return datetime.strptime(text, "%Y%m%d").date()
    except ValueError:
        raise UndecodableRecordError(f"{field} is not a date") from None
