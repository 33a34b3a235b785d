"""The card: read, moved, refused, no reader; no session is left open behind somebody who has gone."""

from __future__ import annotations

import pytest

from backend_client.errors import Refused, Unreachable
from backend_client.models import Problem
from kiosk.devices.id_card.reader import Event, Failure, ReaderEvent
from kiosk.identity.id_card_login import UNREADABLE_AFTER, Login
from tests.unit.samples import CARD, SESSION
from tests.unit.story import Story

NOT_HIS = Refused(Problem(type="", title="", status=403, code="card.expired", detail="身份证过期了"))


@pytest.fixture
def story() -> Story:
    return Story().chooses("renew").goes_on().sees("card")


def stands(story: Story, state: Login) -> None:
    assert story.terminal.login.state is state


def trouble(story: Story) -> str:
    stands(story, Login.FAILED)
    assert story.terminal.login.trouble is not None
    return story.terminal.login.trouble.code


def hears(story: Story, kind: Event, failure: Failure | None = None) -> None:
    story.terminal.on_reader(ReaderEvent(kind, failure=failure))


def test_the_reader_listens_while_its_page_stands_and_no_longer(story: Story) -> None:
    assert story.reader.armed
    story.goes_back().sees("intro")
    assert not story.reader.armed
    story.goes_on().places_card().sees("days")
    assert not story.reader.armed


def test_what_the_reader_does_is_followed(story: Story) -> None:
    stands(story, Login.WAITING)
    hears(story, Event.READING)
    stands(story, Login.READING)
    hears(story, Event.FAILED, Failure.CARD_MOVED)
    stands(story, Login.AGAIN)
    assert story.terminal.login.trouble is None


def test_the_office_is_asked_while_nothing_else_is_read(story: Story) -> None:
    story.clockwork.slow = True
    story.places_card()
    stands(story, Login.OPENING)
    hears(story, Event.FAILED, Failure.CARD_MOVED)
    hears(story, Event.NO_READER, Failure.NO_READER)
    stands(story, Login.OPENING)
    story.clockwork.catch_up()
    story.sees("days")
    assert (story.terminal.desk.visit.identity, story.terminal.desk.visit.document) == (SESSION, CARD)


def test_without_a_reader_it_says_so_and_comes_back_by_itself(story: Story) -> None:
    hears(story, Event.NO_READER, Failure.NO_READER)
    assert trouble(story) == "R01"
    hears(story, Event.WAITING)
    assert (story.terminal.login.state, story.terminal.login.trouble) == (Login.WAITING, None)
    story.places_card().sees("days")


def test_a_reader_that_was_away_before_the_page_opened_is_not_waited_at() -> None:
    story = Story()
    story.reader.state = Event.NO_READER
    story.chooses("renew").goes_on().sees("card")
    assert trouble(story) == "R01"
    assert story.reader.armed  # so that it says when it is there again
    hears(story, Event.WAITING)
    stands(story, Login.WAITING)


def test_a_service_that_is_down_is_told_as_such(story: Story) -> None:
    hears(story, Event.NO_READER, Failure.SERVICE_DOWN)
    assert trouble(story) == "R07"


@pytest.mark.parametrize("failure", [Failure.CARD_MOVED, Failure.CARD_REJECTED, Failure.UNDECODABLE, Failure.LINK])
def test_a_card_that_was_there_is_tried_a_few_times(story: Story, failure: Failure) -> None:
    for _ in range(UNREADABLE_AFTER - 1):
        story.card_fails(failure)
        stands(story, Login.AGAIN)
    story.card_fails(failure)
    assert trouble(story).startswith("R")


@pytest.mark.parametrize("failure", [Failure.READER_FAULT, Failure.NO_READER, Failure.SERVICE_DOWN])
def test_what_no_second_try_mends_is_told_at_once(story: Story, failure: Failure) -> None:
    story.card_fails(failure)
    assert trouble(story).startswith("R")


def test_a_card_that_cannot_be_read_is_not_called_well_because_it_was_lifted(story: Story) -> None:
    for _ in range(UNREADABLE_AFTER):
        story.card_fails(Failure.CARD_REJECTED)
    hears(story, Event.WAITING)
    assert trouble(story) == "R03"
    story.terminal.retry()
    stands(story, Login.WAITING)
    assert story.reader.armed
    story.places_card().sees("days")


def test_a_card_that_the_office_refuses_is_forgotten(story: Story) -> None:
    story.office.trouble = NOT_HIS
    story.places_card()
    assert trouble(story) == "S01"
    assert story.terminal.desk.visit.document is None
    story.office.trouble = None
    story.terminal.retry()
    assert story.reader.armed  # another card is asked for
    story.places_card().sees("days")


def test_after_a_broken_line_the_card_need_not_be_laid_again(story: Story) -> None:
    story.office.trouble = Unreachable("away")
    story.places_card()
    assert trouble(story) == "N01"
    story.office.trouble = None
    story.terminal.retry()
    story.sees("days")


def test_who_goes_back_and_returns_lays_his_card_anew(story: Story) -> None:
    story.office.trouble = Unreachable("away")
    story.places_card().goes_back().sees("intro")
    story.office.trouble = None
    story.goes_on().sees("card")
    stands(story, Login.WAITING)
    story.places_card().sees("days")


def test_an_identified_person_is_not_asked_for_the_card_again(story: Story) -> None:
    story.places_card().sees("days").goes_back().sees("intro").goes_on().sees("days")


def test_a_card_on_the_reader_means_nothing_on_other_pages() -> None:
    story = Story().chooses("renew").sees("intro")
    story.terminal.on_reader(ReaderEvent(Event.READ, document=CARD))
    assert story.terminal.desk.visit.document is None


def test_the_session_is_closed_when_he_leaves(story: Story) -> None:
    before = story.office.sessions_closed
    story.places_card().terminal.leave()
    assert story.office.sessions_closed == before + 1


def test_a_session_that_is_still_being_opened_is_closed_too(story: Story) -> None:
    """He walks off while the office is asked: his session must not wait for the next person."""
    story.clockwork.slow = True
    before = story.office.sessions_closed
    story.places_card().terminal.leave()
    story.clockwork.catch_up()
    assert story.office.sessions_closed == before + 1
    assert story.terminal.desk.visit.identity is None
    story.sees("home")
