"""What is known of a person is forgotten whole: a field that is added tomorrow is forgotten, too."""

from __future__ import annotations

from dataclasses import fields

from kiosk.session import Visit
from tests.unit.samples import CARD, CERTIFICATE, SERVICE, SESSION, filing, licence

FULL = {
    "service": SERVICE,
    "document": CARD,
    "identity": SESSION,
    "licences": (licence(),),
    "licence_no": "440785102236",
    "answers": {"phone": "13800005678"},
    "insisted": True,
    "corrects": filing(),
    "filing": filing(),
    "filings": (filing(),),
    "query_code": "123412341234",
    "submission_id": "0190",
    "certificate": CERTIFICATE,
    "slip_sentence": "收到了",
}


def full_visit() -> Visit:
    visit = Visit()
    for name, value in FULL.items():
        setattr(visit, name, dict(value) if isinstance(value, dict) else value)
    return visit


def test_every_field_of_a_visit_is_looked_at_here() -> None:
    assert set(FULL) == {each.name for each in fields(Visit)}
    assert [name for name in FULL if getattr(full_visit(), name) == getattr(Visit(), name)] == []


def test_a_wiped_visit_is_an_empty_one() -> None:
    """The office's own facts are nobody's secret: they stay for the next page."""
    visit = full_visit()
    visit.wipe()
    assert visit == Visit(service=SERVICE)


def test_whoever_still_holds_the_answers_holds_nothing() -> None:
    visit = full_visit()
    answers = visit.answers
    visit.wipe()
    assert answers == {}


def test_an_answer_that_was_given_is_never_overwritten_by_one_that_is_offered() -> None:
    visit = Visit(answers={"phone": "13900001111"})
    visit.prefill({"phone": "13800005678", "changes": ("shop_name",)})
    assert visit.answers == {"phone": "13900001111", "changes": ("shop_name",)}
