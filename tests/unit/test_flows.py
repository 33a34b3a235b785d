"""The flow table: what every transaction must hold so that screens, progress bar and filing can be driven from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import msgspec
import pytest

from backend_client import models
from kiosk import words
from kiosk.session import Visit
from kiosk.transactions import FLOWS, TILES, Flow, Step
from tests.unit.catalogue import SCREENS, registered
from tests.unit.samples import SERVICE, SESSION, eligibility, filing, licence
from tests.unit.story import Story
from tests.unit.walks import HARDEST, walk_to_the_end

MOST_STAGES = 5
FLOW = pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
FILED = pytest.mark.parametrize("transaction", [name for name in FLOWS if name != "query"])
ANSWERS = {name: getattr(models, f"{name.capitalize()}Answers") for name in FLOWS if name != "query"}


def test_every_transaction_of_the_contract_has_a_flow() -> None:
    assert set(FLOWS) == {*models.TransactionName.__args__, "query"}  # type: ignore[attr-defined]  # a Literal
    assert set(TILES) == set(FLOWS) - {"resume"}


@FLOW
def test_the_progress_bar_has_few_stages_and_every_step_one_of_them(flow: Flow) -> None:
    assert len(flow.stages) <= MOST_STAGES
    assert {step.stage for step in flow.steps} == set(range(len(flow.stages)))
    assert len(set(flow.stage_names())) == len(flow.stages)


@FLOW
def test_the_progress_bar_never_runs_backwards(flow: Flow) -> None:
    stages = [step.stage for step in flow.steps]
    assert stages == sorted(stages)


@FLOW
def test_a_flow_begins_with_what_it_is_and_ends_with_thanks(flow: Flow) -> None:
    assert (flow.steps[0].screen, flow.steps[-1].screen) == ("intro", "farewell")
    assert flow.steps[-1].final
    assert len({step.name for step in flow.steps}) == len(flow.steps)


@FLOW
def test_what_follows_a_step_is_a_step(flow: Flow) -> None:
    assert {step.then for step in flow.steps if step.then} <= {step.name for step in flow.steps}


@FLOW
def test_every_kind_of_screen_is_built_by_somebody(flow: Flow) -> None:
    assert {step.screen for step in flow.steps} <= set(registered())


@FLOW
def test_every_step_has_a_title(flow: Flow) -> None:
    """What was filed has a title for each outcome instead."""
    untitled = [step.name for step in flow.steps if not words.has(flow.word_id(step.name, "title"))]
    assert untitled == ([] if flow.transaction == "query" else ["filed"])


@FLOW
def test_a_tile_and_a_header_name_it(flow: Flow) -> None:
    tile = "suspend" if flow.transaction == "resume" else flow.transaction
    assert words.has(f"tile.{tile}.name")
    assert words.has(f"header.{flow.transaction}")
    assert (SCREENS.parents[1] / "assets" / "icons" / f"{flow.icon}.svg").exists()


def visits() -> Iterator[Visit]:
    """Every kind of citizen that a condition may tell apart."""
    several_places = [{"method": "post", "text": "邮政快递", "addresses": ["甲", "乙"]}]
    difference = {
        "field": "premises_address", "label": "地址", "on_licence": "甲", "on_registry": "乙", "can_modify": True,
        "grounds": [{"code": "renamed", "text": "改名"}], "sentence": "不一样", "source": "实施细则",
    }  # fmt: skip
    looks = ("details", "copy", "filings", "slip")
    for known, many, can_apply, look in product((False, True), (1, 2), (False, True), looks):
        terms: dict[str, Any] = {name: eligibility(can_apply=can_apply, delivery=several_places) for name in ANSWERS}
        held = [licence(f"44078510000{number}", **terms) for number in range(many)]
        registry = msgspec.structs.replace(
            held[0].registry, differences=(msgspec.convert(difference, models.RegistryDifference),)
        )
        held[0] = msgspec.structs.replace(held[0], registry=registry)
        yield Visit(
            service=SERVICE,
            identity=SESSION if known else None,
            licences=tuple(held),
            licence_no=held[0].licence_no,
            filing=filing(),
            answers={
                "menu": look,
                "changes": ("premises_address",),
                "delivery": models.Delivery(method="post", address="甲"),
            },
        )


@FLOW
def test_every_step_is_reached_by_somebody(flow: Flow) -> None:
    """A step whose condition never holds, or that nothing leads to, is dead."""
    reached: set[str] = {flow.steps[0].name}
    for visit in visits():
        step: Step = flow.steps[0]
        seen = {step.name}
        while not (step.final and step is flow.steps[-1]):
            step = flow.after(step.name, visit)
            if step.name in seen:
                break  # a hub such as the query's menu
            seen.add(step.name)
        reached |= seen
    beside = {"withdraw", "farewell"} if flow.transaction == "query" else {"caution"}  # jumped to; see the test below
    assert {step.name for step in flow.steps} - reached <= beside


def test_a_caution_is_asked_where_the_office_has_something_to_say_first() -> None:
    warned = {**eligibility(can_apply=False), "can_apply": True}
    story = Story(licence(renew=warned)).chooses("renew").goes_on().places_card()
    story.sees("caution").goes_on()
    assert story.terminal.screen != "caution"


@FILED
def test_what_is_filed_is_what_the_contract_accepts(transaction: str) -> None:
    """Every body is read back strictly, the answers by the shape that belongs to the transaction."""
    body = walk_to_the_end(transaction).body
    sent = msgspec.json.decode(msgspec.json.encode(body), type=models.FilingBody)
    assert sent.transaction == transaction
    answers = msgspec.convert(sent.answers, ANSWERS[transaction])
    assert msgspec.json.decode(msgspec.json.encode(answers)) == msgspec.json.decode(msgspec.json.encode(body.answers))
    assert sent.pledge.accepted
    assert sent.signature.strokes


@FILED
def test_nothing_is_filed_that_the_transaction_does_not_ask_for(transaction: str) -> None:
    answers = walk_to_the_end(transaction).body.answers
    assert set(answers) == {field.name for field in msgspec.structs.fields(ANSWERS[transaction])}


@pytest.mark.parametrize("transaction", HARDEST)
def test_the_longest_way_through_is_walked_too(transaction: str) -> None:
    """Several licences, an insistence, several addresses, a ground: still one body."""
    story = walk_to_the_end(transaction, *HARDEST[transaction])
    assert story.body.licence_no == HARDEST[transaction][1].licence_no
