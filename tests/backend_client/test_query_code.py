"""The number on the slip: the same everywhere, and wrong typing is noticed."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend_client.query_code import is_query_code, luhn_digit, new_submission_id, query_code

EXAMPLE = "224955690785"
NOON = datetime(2026, 3, 12, 4, tzinfo=UTC)


def test_the_code_follows_from_the_id_alone() -> None:
    """Worked out by hand from the contract: SHA-256 of the canonical text, modulo 10^11, then Luhn."""
    assert query_code("0195a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b") == EXAMPLE
    assert query_code("0195A1B2-7C3D-7E4F-8A5B-6C7D8E9F0A1B") == EXAMPLE


def test_the_check_digit_is_luhns() -> None:
    assert luhn_digit("7992739871") == "3"  # the standard's usual example


@given(st.uuids(), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(submission: uuid.UUID, place: int, off: int) -> None:
    code = query_code(str(submission))
    assert is_query_code(code)
    wrong = code[:place] + str((int(code[place]) + off) % 10) + code[place + 1 :]
    assert not is_query_code(wrong)


@given(st.text(max_size=14))
def test_anything_may_be_typed(typed: str) -> None:
    if is_query_code(typed):
        assert len(typed) == 12


def test_ids_are_uuids_of_version_7_in_the_order_of_time() -> None:
    ids = [new_submission_id(NOON + timedelta(milliseconds=n)) for n in range(50)]
    assert ids == sorted(ids)
    assert {uuid.UUID(each).version for each in ids} == {7}
    assert {uuid.UUID(each).variant for each in ids} == {uuid.RFC_4122}
    assert uuid.UUID(ids[0]).int >> 80 == int(NOON.timestamp() * 1000)


def test_two_ids_of_one_moment_differ() -> None:
    assert len({new_submission_id(NOON) for _ in range(200)}) == 200
