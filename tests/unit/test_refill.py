"""A filing that is to be corrected opens as it was filed: what comes back, filed again, is the same."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend_client.models import FilingBody, RegistryDifference
from kiosk.refill import refill
from kiosk.session import Visit
from kiosk.transactions import FLOWS
from tests.unit.samples import filing, licence
from tests.unit.story import Story
from tests.unit.walks import plain_licence, step, walk_to_the_end

FILED = [name for name in FLOWS if name != "query"]


def as_it_comes_back(body: FilingBody) -> FilingBody:
    """Over the wire and back, as the server returns what was filed."""
    return msgspec.json.decode(msgspec.json.encode(body), type=FilingBody)


@pytest.mark.parametrize("transaction", FILED)
def test_what_was_filed_comes_back_as_answers(transaction: str) -> None:
    story = walk_to_the_end(transaction)
    answers = refill(as_it_comes_back(story.body))
    visit = story.terminal.desk.visit
    given_by_hand = {name: value for name, value in visit.answers.items() if name not in ("pledge", "sign")}
    assert answers == given_by_hand


@pytest.mark.parametrize("transaction", FILED)
def test_filed_again_it_is_the_same(transaction: str) -> None:
    first = walk_to_the_end(transaction).body
    held = plain_licence(transaction)
    visit = Visit(licences=(held,), licence_no=held.licence_no, answers=refill(as_it_comes_back(first)))
    assert FLOWS[transaction].answers(visit) == first.answers


@pytest.mark.parametrize("transaction", FILED)
def test_the_signature_and_the_pledge_are_made_anew(transaction: str) -> None:
    assert not {"sign", "pledge"} & set(refill(as_it_comes_back(walk_to_the_end(transaction).body)))


@pytest.mark.parametrize("transaction", FILED)
def test_a_correction_is_walked_without_one_answer_and_names_what_it_corrects(transaction: str) -> None:
    waiting = filing(as_it_comes_back(walk_to_the_end(transaction).body), state="to_be_corrected")
    waiting = msgspec.structs.replace(waiting, licence_no=plain_licence(transaction).licence_no)
    story = Story(plain_licence(transaction), filings=(waiting,))
    story.chooses("query").goes_on().places_card().says("filings").looks_at(waiting)
    story.terminal.correct(waiting)
    while story.terminal.screen != "sign":
        story.goes_on()
    step(story)
    assert story.body.answers == msgspec.to_builtins(story.body.answers) or story.body.answers
    assert (story.body.transaction, story.body.corrects) == (transaction, waiting.filing_no)
    assert not story.body.insist


@given(st.booleans())
def test_the_ground_of_a_changed_address_comes_back(other_changes: bool) -> None:
    difference = {
        "field": "premises_address", "label": "地址", "on_licence": "甲", "on_registry": "乙", "can_modify": True,
        "grounds": [{"code": "renamed", "text": "路改名了"}], "sentence": "不一样", "source": "实施细则",
    }  # fmt: skip
    held = licence()
    kept = held.registry.differences if other_changes else ()
    registry = msgspec.structs.replace(
        held.registry, differences=(*kept, msgspec.convert(difference, RegistryDifference))
    )
    held = msgspec.structs.replace(held, registry=registry)
    visit = Visit(licences=(held,), licence_no=held.licence_no)
    visit.answers = {"changes": tuple(each.field for each in registry.differences), "ground": "renamed", "phone": "1"}
    answers = FLOWS["modify"].answers(visit)
    body = msgspec.convert(
        {**msgspec.to_builtins(filing().body), "transaction": "modify", "answers": answers}, FilingBody
    )
    assert refill(as_it_comes_back(body)).items() >= {"changes": visit.answers["changes"], "ground": "renamed"}.items()
