"""Every transaction as a story, one line a screen, without Qt, without devices and without a server."""

from __future__ import annotations

from datetime import date

import pytest

from backend_client.errors import Unreachable
from backend_client.models import Delivery, Problem
from kiosk.delivery import Filed, RefusedOutcome, Unknown
from kiosk.devices.id_card.reader import Failure
from kiosk.filing_desk import FilingState
from kiosk.identity.id_card_login import Login
from kiosk.preferences import Preferences
from kiosk.settings import TextSize
from tests.unit.samples import ADDRESS, eligibility, filing, licence
from tests.unit.story import Story

HOME_DELIVERY = Delivery(method="post", address=ADDRESS)


def identified(story: Story, tile: str) -> Story:
    return story.chooses(tile).sees("intro").goes_on().sees("card").places_card()


def test_renewal() -> None:
    story = identified(Story(), "renew")
    story.sees("days").goes_on()
    story.sees("phone").says("13800005678")
    story.sees("delivery").says(HOME_DELIVERY)
    story.sees("review").goes_on()
    story.sees("sign").signs()
    story.sees("filed").goes_on()
    story.sees("rating").goes_on()
    story.sees("farewell")
    assert (story.body.transaction, story.body.answers, story.body.delivery) == ("renew", {}, HOME_DELIVERY)


def test_cancellation_asks_twice() -> None:
    story = identified(Story(), "cancel")
    story.sees("reason").says("ill")
    story.sees("one_day").goes_on()
    story.sees("consider").goes_on()
    story.sees("phone").says("13800005678")
    story.sees("review").goes_on()
    story.sees("sign").signs().sees("filed")
    assert story.body.answers == {"reason": "ill", "cease_on": date(2026, 3, 12)}


def test_modification_takes_the_value_of_the_business_registry() -> None:
    story = identified(Story(), "modify")
    story.sees("compare").says(("shop_name",))
    story.sees("phone").says("13800005678")
    story.sees("delivery").says(HOME_DELIVERY)
    story.sees("review").goes_on()
    story.sees("sign").signs().sees("filed")
    assert story.body.answers == {"changes": [{"field": "shop_name", "new_value": "惠芳百货商行", "ground": None}]}


def test_suspension() -> None:
    story = identified(Story(), "suspend")
    story.sees("period").says((date(2026, 3, 16), date(2026, 4, 30)))
    story.sees("reason").says("repair")
    story.sees("phone").says("13800005678")
    story.sees("review").goes_on()
    story.sees("sign").signs().sees("filed")
    assert story.body.answers == {"reason": "repair", "start": date(2026, 3, 16), "end": date(2026, 4, 30)}


def test_the_tile_of_suspension_resumes_a_suspended_licence() -> None:
    story = identified(Story(licence(status="suspended")), "suspend")
    story.sees("suspension").goes_on()
    story.sees("one_day").goes_on()
    story.sees("reason").says("ill")
    story.sees("phone").says("13800005678")
    story.sees("review").goes_on()
    story.sees("sign").signs().sees("filed")
    assert (story.body.transaction, story.body.answers["resume_on"]) == ("resume", date(2026, 3, 12))


def test_reissue() -> None:
    story = identified(Story(), "reissue")
    story.sees("copies").says(("original",))
    story.sees("cause").says("lost")
    story.sees("reason").says("ill")
    story.sees("phone").says("13800005678")
    story.sees("delivery").says(HOME_DELIVERY)
    story.sees("review").goes_on()
    story.sees("sign").signs().sees("filed")
    assert story.body.answers == {"cause": "lost", "copies": ("original",), "circumstances": "ill"}


def test_query_looks_at_one_thing_after_another() -> None:
    story = identified(Story(filings=(filing(),)), "query")
    story.sees("menu").says("details")
    story.sees("details").goes_on()
    story.sees("menu").says("copy")
    story.sees("copy").goes_on()
    story.sees("menu").says("filings")
    story.sees("filings")
    story.looks_at(story.terminal.desk.visit.filings[0]).sees("progress").goes_on()
    story.sees("menu").goes_back()
    story.sees("intro")


def test_a_filing_may_be_withdrawn() -> None:
    story = identified(Story(filings=(filing(),)), "query").says("filings")
    story.looks_at(story.terminal.desk.visit.filings[0]).sees("progress").terminal.ask_to_withdraw()
    story.sees("withdraw").terminal.withdraw()
    story.sees("progress")
    shown = story.terminal.desk.visit.filing
    assert shown is not None
    assert shown.state == "withdrawn"


def test_to_be_corrected_reopens_the_form_filled_in() -> None:
    waiting = filing(state="to_be_corrected")
    story = identified(Story(filings=(waiting,)), "query").says("filings")
    story.looks_at(waiting)
    story.terminal.correct(waiting)
    story.sees("period").goes_on()
    story.sees("reason").goes_on()
    story.sees("phone").goes_on()
    story.sees("review").goes_on()
    story.sees("sign").signs().sees("filed")
    assert story.body.answers == {"reason": "repair", "start": date(2026, 3, 16), "end": date(2026, 4, 30)}
    assert story.body.corrects == waiting.filing_no


# --- the ways through ------------------------------------------------------------------------------------------------


def test_several_licences_are_asked_for() -> None:
    story = identified(Story(licence("440785100001"), licence("440785100002")), "renew")
    story.sees("licence").picks("440785100002")
    story.sees("days")
    assert story.terminal.desk.visit.chosen().licence_no == "440785100002"


def test_another_licence_means_other_answers() -> None:
    story = identified(Story(licence("440785100001"), licence("440785100002")), "cancel").picks("440785100001")
    story.says("ill").goes_back().goes_back()
    story.sees("licence").picks("440785100002")
    assert "reason" not in story.terminal.desk.visit.answers


def test_nobody_is_sent_away_without_a_licence() -> None:
    story = Story()
    story.office.licences_held = ()
    identified(story, "renew").sees("licence")


def test_a_refusal_names_another_way_and_files_nothing() -> None:
    story = identified(Story(licence(renew=eligibility(can_apply=False))), "renew")
    story.sees("refusal").terminal.leave()
    assert (story.terminal.screen, story.counter.bodies) == ("home", [])


def test_the_pre_check_is_advice() -> None:
    story = identified(Story(licence(suspend=eligibility(can_apply=False, may_insist=True))), "suspend")
    story.sees("refusal").terminal.insist()
    story.sees("period")
    assert story.terminal.desk.visit.insisted


def test_a_refusal_leads_to_the_transaction_that_is_needed_first() -> None:
    story = identified(Story(licence(renew=eligibility(can_apply=False))), "renew").sees("refusal")
    story.terminal.switch("modify")
    story.sees("compare")


def test_going_back_loses_nothing() -> None:
    story = identified(Story(), "suspend").says((date(2026, 3, 16), date(2026, 4, 30))).says("repair")
    story.sees("phone").goes_back().sees("reason").goes_back().sees("period").goes_back().sees("intro")
    story.goes_on().sees("period").goes_on().sees("reason").goes_on().sees("phone")


def test_a_mended_answer_comes_back_to_the_review() -> None:
    story = identified(Story(), "renew").goes_on().goes_on().says(HOME_DELIVERY).sees("review")
    story.terminal.edit("phone")
    story.sees("phone").says("13900001111").sees("review")
    assert story.terminal.desk.visit.answers["phone"] == "13900001111"


def test_back_from_a_mending_is_the_review_too() -> None:
    story = identified(Story(), "renew").goes_on().goes_on().says(HOME_DELIVERY)
    story.terminal.edit("phone")
    story.goes_back().sees("review").goes_on().sees("sign")


def test_milder_way_of_a_cancellation() -> None:
    story = identified(Story(), "cancel").says("ill").goes_on().sees("consider")
    story.terminal.switch("suspend")
    story.sees("period")


# --- what goes wrong -------------------------------------------------------------------------------------------------


def test_a_card_that_moved_is_asked_for_again() -> None:
    story = Story().chooses("renew").goes_on().card_fails(Failure.CARD_MOVED).sees("card")
    assert story.terminal.login.state is Login.AGAIN
    story.places_card().sees("days")


def test_after_three_bad_readings_there_is_another_way() -> None:
    story = Story().chooses("renew").goes_on()
    for _ in range(3):
        story.card_fails(Failure.CARD_MOVED)
    assert story.terminal.login.trouble is not None
    assert story.terminal.login.trouble.code == "R02"


def test_the_server_is_away_and_comes_back() -> None:
    story = Story()
    story.office.trouble = Unreachable("away")
    identified(story, "renew").sees("card")
    assert story.terminal.login.trouble is not None
    assert story.terminal.login.trouble.code == "N01"
    story.office.trouble = None
    story.terminal.retry()
    story.sees("days")


def to_sign(story: Story) -> Story:
    return identified(story, "renew").goes_on().goes_on().says(HOME_DELIVERY).goes_on().sees("sign")


def test_an_unknown_outcome_is_settled_while_he_waits() -> None:
    story = Story()
    story.counter.outcome = Unknown("0190", "123412341234")
    to_sign(story).signs().sees("filed")
    story.expects(FilingState.UNKNOWN)
    story.terminal.on_settled("another", Filed(filing()))
    story.expects(FilingState.UNKNOWN)
    story.terminal.on_settled("0190", Filed(filing()))
    story.expects(FilingState.FILED)


def test_a_refused_filing_says_the_servers_sentence() -> None:
    story = Story()
    problem = Problem(type="about:blank", title="no", status=409, code="not-eligible", detail="现在还不能办")
    story.counter.outcome = RefusedOutcome(problem)
    to_sign(story).signs().sees("filed")
    assert story.terminal.filing is not None
    assert story.terminal.filing.trouble is not None
    assert story.terminal.filing.trouble.sentence == "现在还不能办"


def test_a_second_touch_files_nothing_twice() -> None:
    story = Story()
    to_sign(story).signs()
    story.terminal.back()
    assert story.terminal.screen == "home" or len(story.counter.bodies) == 1
    assert len(story.counter.bodies) == 1


# --- the end ---------------------------------------------------------------------------------------------------------


def test_the_end_wipes_the_person_and_resets_every_setting() -> None:
    story = identified(Story(), "renew")
    visit = story.terminal.desk.visit
    story.terminal.set_text_size(4)
    story.terminal.set_scheme("dark")
    story.terminal.toggle_lowered()
    story.terminal.leave()
    assert (visit.document, visit.identity, visit.licences, visit.answers) == (None, None, (), {})
    assert story.terminal.preferences == Preferences()
    assert story.terminal.screen == "home"


def test_he_is_asked_whether_he_is_still_there_and_then_forgotten() -> None:
    story = identified(Story(), "renew")
    story.clockwork.pass_time()
    assert story.terminal.overlay == "idle"
    story.clockwork.pass_time()
    assert story.terminal.screen == "home"
    assert story.terminal.desk.visit.identity is None


def test_more_time() -> None:
    story = identified(Story(), "renew").goes_on()
    story.clockwork.pass_time()
    story.terminal.stay()
    story.sees("phone")
    assert story.terminal.overlay is None


@pytest.mark.parametrize("size", [2, 3, 4])
def test_another_size_in_the_middle_loses_nothing(size: TextSize) -> None:
    story = identified(Story(), "suspend").says((date(2026, 3, 16), date(2026, 4, 30))).says("repair")
    story.terminal.set_text_size(size)
    story.sees("phone")
    assert story.terminal.desk.visit.answers["reason"] == "repair"
