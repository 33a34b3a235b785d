"""The text record of every kind of card, both ways."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices import demo_people
from kiosk.devices.id_card.document import IdDocument
from kiosk.devices.id_card.records import LENGTH, TextTooLongError, UndecodableRecordError, clip, decode, encode
from tests.devices.cards import CITIZEN, FOREIGN_2017, FOREIGN_2023, HMT, ONE_OF_EACH, documents


@given(documents)
def test_what_a_card_can_carry_comes_back_as_it_was(document: IdDocument) -> None:
    record = encode(document)
    assert len(record) == LENGTH
    assert decode(record) == document


@pytest.mark.parametrize("document", [*ONE_OF_EACH, *demo_people.people().values()])
def test_the_people_we_know_come_back_as_they_were(document: IdDocument) -> None:
    assert decode(encode(document)) == document


@pytest.mark.parametrize(
    ("document", "offset", "text"),
    [
        (CITIZEN, 0, "欧阳㛃𬭎䶮𠅤·买买提"), (CITIZEN, 30, "2"), (CITIZEN, 32, "05"), (CITIZEN, 36, "19491231"),
        (CITIZEN, 52, "广东省"), (CITIZEN, 122, "11010519491231002X"), (CITIZEN, 158, "恩平市公安局"),
        (CITIZEN, 188, "20060101"), (CITIZEN, 204, "长期 "), (CITIZEN, 248, " "),
        (HMT, 32, "  "), (HMT, 220, "H12345678"), (HMT, 248, "J"),
        (FOREIGN_2017, 0, "SMITH"), (FOREIGN_2017, 120, "2"), (FOREIGN_2017, 122, "USA440078051201"),
        (FOREIGN_2017, 152, "USA"), (FOREIGN_2017, 158, " "), (FOREIGN_2017, 220, "19491231"), (FOREIGN_2017, 248, "I"),
        (FOREIGN_2023, 0, "田中惠子"), (FOREIGN_2023, 52, "VENKATANARASIMHARAJUVARIPETA RAMANA"),
        (FOREIGN_2023, 220, "THAN, SRIKA"),
        (FOREIGN_2023, 242, "IND"), (FOREIGN_2023, 248, "Y"),
    ],
)  # fmt: skip
def test_each_field_stands_where_the_card_has_it(document: IdDocument, offset: int, text: str) -> None:
    raw = text.encode("utf-16-le")
    assert encode(document)[offset : offset + len(raw)] == raw


def test_long_term_is_no_date() -> None:
    assert decode(encode(CITIZEN)).valid_until is None
    assert decode(encode(HMT)).valid_until == date(2033, 4, 10)


@pytest.mark.parametrize("padding", ["\0", "\u3000", " "])
def test_any_padding_is_taken_off(padding: str) -> None:
    record = encode(HMT).replace(" ".encode("utf-16-le"), padding.encode("utf-16-le"))
    assert decode(record) == HMT


def test_a_code_that_no_table_knows_stays_what_it_is() -> None:
    record = bytearray(encode(CITIZEN))
    record[30:36] = "588".encode("utf-16-le")
    document = decode(bytes(record))
    assert (document.sex, document.ethnicity) == ("5", "88")


def test_the_photo_comes_along_unless_there_is_none() -> None:
    assert decode(encode(CITIZEN), b"wlt").photo == b"wlt"
    assert decode(encode(CITIZEN), b"").photo is None


@pytest.mark.parametrize(
    ("offset", "text", "complaint"),
    [
        (248, "Z", "unknown kind of card"),
        (36, "19490231", "birth_date is not a date"),
        (188, "        ", "valid_from is not a date"),
        (204, "2006-1-1", "valid_until is not a date"),
    ],
)
def test_a_record_without_sense_is_refused_by_field_but_not_quoted(offset: int, text: str, complaint: str) -> None:
    record = bytearray(encode(CITIZEN))
    record[offset : offset + 2 * len(text)] = text.encode("utf-16-le")
    with pytest.raises(UndecodableRecordError) as caught:
        decode(bytes(record))
    assert str(caught.value) == complaint
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_half_a_character_is_no_text() -> None:
    record = bytearray(encode(CITIZEN))
    record[0:2] = b"\x00\xd8"
    with pytest.raises(UndecodableRecordError, match="name is not text"):
        decode(bytes(record))


@given(documents, st.lists(st.tuples(st.integers(0, LENGTH - 1), st.integers(0, 255)), min_size=1))
def test_a_record_that_was_damaged_is_a_document_or_undecodable(
    document: IdDocument, damage: list[tuple[int, int]]
) -> None:
    record = bytearray(encode(document))
    for place, value in damage:
        record[place] = value
    with suppress(UndecodableRecordError):
        decode(bytes(record))


@pytest.mark.parametrize("length", [0, LENGTH - 1, LENGTH + 1])
def test_a_record_of_another_length_is_undecodable(length: int) -> None:
    with pytest.raises(UndecodableRecordError, match="record of"):
        decode(bytes(length))


@pytest.mark.parametrize(
    ("name", "fits"),
    [("陈" * 15, True), ("陈" * 16, False), ("𬭎" * 7 + "陈", True), ("𬭎" * 8, False)],
)
def test_a_character_beyond_the_first_plane_takes_two_of_fifteen_places(name: str, fits: bool) -> None:
    document = replace(CITIZEN, name=name)
    if fits:
        assert decode(encode(document)).name == name
    else:
        with pytest.raises(TextTooLongError, match="name takes 16 UTF-16 units, the card has room for 15"):
            encode(document)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 20))
def test_clipping_keeps_whole_characters_and_as_many_as_fit(text: str, units: int) -> None:
    kept = clip(text, units)
    assert text.startswith(kept)
    rest = text[len(kept) : len(kept) + 1]
    assert len((kept + rest).encode("utf-16-le")) // 2 > units or not rest
    assert len(kept.encode("utf-16-le")) // 2 <= units
