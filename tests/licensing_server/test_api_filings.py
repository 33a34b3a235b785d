"""Filing each transaction, and following it to its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from licensing_server.desk import decisions
from licensing_server.desk.office import Office
from licensing_server.rules.numbers import query_code
from tests.licensing_server.citizen import Citizen, expect, refused
from tests.licensing_server.samples import TODAY, filing_body
from tests.licensing_server.serving import StoppedClock

Arrive = Callable[[str], Citizen]
LOST = {"cause": "lost", "copies": ["original"], "circumstances": "misplaced"}
RETIRED = {"reason": "retired", "cease_on": "2026-04-01"}
NEW_NAME = {"changes": [{"field": "shop_name", "new_value": "沙湖建国百货商行"}]}
AWAY = {"reason": "illness", "start": "2026-03-16", "end": "2026-04-30"}


def states(filing: dict[str, Any]) -> list[str]:
    return [event["state"] for event in filing["events"]]


def test_a_renewal_where_everything_matches_is_granted_at_once_and_extends_the_licence(arrive: Arrive) -> None:
    chen_fang = arrive("chen_fang")
    filing = chen_fang.files("renew", {})
    assert states(filing) == ["submitted", "accepted", "granted", "delivering"]
    granted = filing["events"][2]
    assert (granted["actor"], granted["rule"]) == ("智能审批", "renew.all-matches")
    assert filing["filing_no"].startswith("YC2603120001")
    assert [step["title"] for step in filing["next_steps"]] == ["您已经提交", "烟草专卖局批准了", "新证寄给您"]
    renewed = chen_fang.licence()
    assert (renewed["valid_from"], renewed["valid_until"]) == ("2026-04-23", "2031-04-22")
    assert renewed["licence_no"] == filing["licence_no"]


def test_a_late_renewal_goes_to_a_clerk_with_a_promised_day(arrive: Arrive) -> None:
    filing = arrive("urgent").files("renew", {})
    assert (filing["state"], filing["promised_on"], filing["promised_working_days"]) == ("in_review", "2026-03-24", 8)
    assert filing["sentence"] == "烟草专卖局正在审核，最晚3月24日给您结果。"
    assert [step["title"] for step in filing["next_steps"]] == ["您已经提交", "烟草专卖局审核", "新证寄给您"]
    assert filing["can_withdraw"]


def test_too_early_is_refused_with_the_reason_even_if_he_insists(arrive: Arrive) -> None:
    too_early = arrive("too_early")
    problem = refused(409, "not-eligible", too_early.file(filing_body(too_early.licence(), "renew", {}, insist=True)))
    assert problem["reasons"][0]["instead"]["not_before"] == "2026-06-30"
    assert "到6月30日再来" in problem["detail"]


def test_advice_against_it_may_be_overruled_and_then_a_clerk_decides(arrive: Arrive) -> None:
    expired = arrive("expired")
    body = filing_body(expired.licence(), "renew", {})
    refused(409, "not-eligible", expired.file(body))
    assert expect(201, expired.file(body | {"insist": True}))["state"] == "in_review"


def test_a_shop_name_equal_to_the_business_licence_is_entered_at_once(arrive: Arrive) -> None:
    mismatch = arrive("mismatch")
    filing = mismatch.files("modify", NEW_NAME)
    assert filing["events"][2]["rule"] == "modify.shop-name-matches"
    licence = mismatch.licence()
    assert licence["shop_name"] == "沙湖建国百货商行"
    assert licence["registry"]["differences"] == []
    assert licence["transactions"]["renew"]["can_apply"]


def test_a_son_who_takes_over_is_looked_at_by_a_clerk(arrive: Arrive) -> None:
    change = {"changes": [{"field": "person_in_charge", "new_value": "谭家乐"}]}
    assert arrive("family").files("modify", change)["state"] == "in_review"


def test_a_suspension_takes_effect_on_its_first_day(arrive: Arrive, clock: StoppedClock) -> None:
    filing = arrive("suspend").files("suspend", AWAY)
    assert states(filing)[-1] == "closed"
    assert arrive("suspend").licence()["status"] == "valid"
    clock.pass_by(days=4)
    licence = arrive("suspend").licence()
    assert (licence["status"], licence["suspension"]["end"]) == ("suspended", "2026-04-30")


def test_a_resumption_in_time_opens_the_shop_again(arrive: Arrive) -> None:
    suspended = arrive("suspended")
    suspended.files("resume", {"reason": "early", "resume_on": TODAY.isoformat()})
    assert suspended.licence()["status"] == "valid"


def test_a_resumption_too_late_goes_to_a_clerk(arrive: Arrive) -> None:
    overdue = arrive("overdue")
    filing = overdue.files("resume", {"reason": "period-over", "resume_on": TODAY.isoformat()})
    assert (filing["state"], overdue.licence()["status"]) == ("in_review", "suspended")


def test_a_reissue_counts_a_new_certificate_under_the_old_number(arrive: Arrive) -> None:
    reissue = arrive("reissue")
    filing = reissue.files("reissue", LOST)
    assert filing["state"] == "delivering"
    assert filing["next_steps"][-1]["note"] == "恩平市那吉镇温泉路15号"
    copy = expect(200, reissue.get(f"/licences/{filing['licence_no']}/certificate", params={"purpose": "看看"}))
    assert copy["identifier"].split(".")[-2] == "002"


def test_a_cancellation_waits_for_a_clerk_and_may_be_withdrawn(arrive: Arrive) -> None:
    cancel = arrive("cancel")
    filing = cancel.files("cancel", RETIRED)
    assert filing["state"] == "in_review"
    withdrawn = expect(200, cancel.post(f"/filings/{filing['filing_no']}/withdrawal"))
    assert (withdrawn["state"], withdrawn["can_withdraw"]) == ("withdrawn", False)
    assert withdrawn["events"][-1]["actor"] == "您"
    refused(409, "filing.not-withdrawable", cancel.post(f"/filings/{filing['filing_no']}/withdrawal"))
    assert cancel.licence()["transactions"]["cancel"]["can_apply"]


def test_a_granted_cancellation_ends_the_licence_and_closes_what_else_is_open(
    arrive: Arrive, office: Office, clock: StoppedClock
) -> None:
    query = arrive("query")
    under_review = next(filing for filing in query.filings() if filing["state"] == "in_review")
    cancellation = query.files("cancel", RETIRED)
    assert decisions.decide(office, cancellation["filing_no"], "grant", "") == "closed"
    other = expect(200, query.get(f"/filings/{under_review['filing_no']}"))
    assert (other["state"], other["sentence"]) == ("closed", decisions.CANCELLED)
    clock.now = clock.now.replace(month=4, day=1)
    licence = arrive("query").licence()
    assert licence["status"] == "cancelled"
    assert not any(advice["can_apply"] or advice["may_insist"] for advice in licence["transactions"].values())


def test_what_is_decided_cannot_be_withdrawn(arrive: Arrive) -> None:
    chen_fang = arrive("chen_fang")
    filing = chen_fang.files("renew", {})
    refused(409, "filing.not-withdrawable", chen_fang.post(f"/filings/{filing['filing_no']}/withdrawal"))


def test_one_open_filing_of_a_kind_is_enough(arrive: Arrive) -> None:
    urgent = arrive("urgent")
    first = urgent.files("renew", {})
    problem = refused(409, "not-eligible", urgent.file(filing_body(urgent.licence(), "renew", {}, insist=True)))
    assert problem["reasons"][0]["code"] == "filing.open"
    assert first["filing_no"] in problem["detail"]


def test_a_refusal_says_why_and_how_to_object(arrive: Arrive, office: Office) -> None:
    urgent = arrive("urgent")
    number = urgent.files("renew", {})["filing_no"]
    decisions.decide(office, number, "refuse", "店面太靠近学校。")
    filing = expect(200, urgent.get(f"/filings/{number}"))
    assert (filing["state"], filing["reason"]) == ("refused", "店面太靠近学校。")
    assert "行政复议" in filing["remedy"]
    assert "起诉" in filing["remedy"]
    assert urgent.licence()["transactions"]["renew"]["can_apply"]


def test_a_filing_sent_back_is_filed_again_under_its_number(arrive: Arrive, office: Office) -> None:
    correction = arrive("correction")
    (old,) = correction.filings()
    assert (old["state"], old["reason"]) == ("to_be_corrected", "签名看不清楚，请重新签一次。")
    again = old["body"] | {"corrects": old["filing_no"], "contact_phone": "0750-7712345"}
    corrected = expect(201, correction.file(again))
    assert corrected["filing_no"] == old["filing_no"]
    assert corrected["body"]["contact_phone"] == "0750-7712345"
    assert (corrected["state"], corrected["reason"], corrected["promised_on"]) == ("in_review", None, "2026-03-24")
    assert corrected["events"][-1]["sentence"].startswith("您改好又交上来了")
    assert decisions.decide(office, old["filing_no"], "grant", "") == "delivering"
    assert correction.licence()["shop_name"] == "东成秋月生活超市"


def test_only_what_was_sent_back_can_be_corrected(arrive: Arrive) -> None:
    query = arrive("query")
    under_review = next(filing for filing in query.filings() if filing["state"] == "in_review")
    body = under_review["body"] | {"corrects": under_review["filing_no"]}
    refused(409, "correction.not-open", query.file(body))
    other = filing_body(query.licence(), "reissue", LOST, corrects=under_review["filing_no"])
    refused(422, "correction.other-matter", query.file(other))
    refused(404, "not-found", query.file(body | {"corrects": "YC26031299998"}))


def test_a_rating_is_given_once(arrive: Arrive) -> None:
    chen_fang = arrive("chen_fang")
    number = chen_fang.files("renew", {})["filing_no"]
    assert expect(200, chen_fang.put(f"/filings/{number}/rating", json={"stars": 4}))["stars"] == 4
    refused(409, "filing.already-rated", chen_fang.put(f"/filings/{number}/rating", json={"stars": 5}))


@pytest.mark.parametrize("stars", [0, 6, "5", 4.5, True, None])
def test_a_rating_has_one_to_five_stars(arrive: Arrive, stars: Any) -> None:
    refused(422, "invalid", arrive("query").put("/filings/YC26031200016/rating", json={"stars": stars}))


def test_an_outcome_slip_finds_its_filing(arrive: Arrive) -> None:
    chen_fang, key = arrive("chen_fang"), "01920000-0000-7000-8000-00000000abcd"
    code = query_code(key)
    assert expect(200, chen_fang.get(f"/submissions/{code}"))["outcome"] == "not_received"
    filing = expect(201, chen_fang.file(filing_body(chen_fang.licence(), "renew", {}), key=key))
    outcome = expect(200, chen_fang.get(f"/submissions/{code}"))
    assert (outcome["outcome"], outcome["filing_no"]) == ("filed", filing["filing_no"])
    assert filing["query_code"] == code


def test_an_outcome_slip_also_tells_of_a_refusal(arrive: Arrive) -> None:
    too_early, key = arrive("too_early"), "01920000-0000-7000-8000-00000000abce"
    too_early.file(filing_body(too_early.licence(), "renew", {}), key=key)
    assert expect(200, too_early.get(f"/submissions/{query_code(key)}"))["outcome"] == "refused"


@pytest.mark.parametrize(
    ("changes", "code", "word"),
    [
        ({"contact_phone": "12345"}, "invalid", "电话"),
        ({"delivery": None}, "delivery.missing", "新证"),
        ({"delivery": {"method": "post", "address": "别处"}}, "delivery.address", "地址"),
        ({"pledge": {"pledge_id": "pledge-2026-1", "accepted": False}}, "pledge.not-accepted", "承诺书"),
        ({"pledge": {"pledge_id": "pledge-1999", "accepted": True}}, "pledge.outdated", "承诺书"),
        ({"signature": {"width": 800, "height": 440, "strokes": []}}, "invalid", "签名"),
        ({"signature": {"width": 800, "height": 440, "strokes": [[[9, 9]]]}}, "signature.empty", "签名"),
        ({"signature": {"width": 800, "height": 440, "strokes": [[[9, 9]]] * 201}}, "signature.too-long", "签名"),
        ({"answers": {"cause": "lost", "copies": [], "circumstances": "worn"}}, "invalid", "哪一本"),
        ({"answers": {"cause": "lost", "copies": ["gold"], "circumstances": "worn"}}, "answer.not-offered", "那一本"),
        ({"signed_at": "2026-03-12T09:45:00"}, "invalid", "签名时间"),
        ({"nonsense": 1}, "invalid", "填"),
    ],
)
def test_a_wrong_answer_is_named_in_his_own_words(
    arrive: Arrive, changes: dict[str, Any], code: str, word: str
) -> None:
    reissue = arrive("reissue")
    problem = refused(422, code, reissue.file(filing_body(reissue.licence(), "reissue", LOST) | changes))
    assert word in problem["detail"]


def test_nothing_is_delivered_for_a_suspension(arrive: Arrive) -> None:
    suspend = arrive("suspend")
    posted = {"method": "post", "address": "恩平市横陂镇横平路40号"}
    refused(422, "delivery.not-needed", suspend.file(filing_body(suspend.licence(), "suspend", AWAY, delivery=posted)))


def test_the_ticket_delivers_a_saved_filing_after_the_visit_and_does_nothing_else(
    arrive: Arrive, clock: StoppedClock
) -> None:
    chen_fang = arrive("chen_fang")
    body, ticket = filing_body(chen_fang.licence(), "reissue", LOST), chen_fang.session["filing_ticket"]
    clock.pass_by(days=29)
    refused(401, "session-ended", chen_fang.file(body))
    assert expect(201, chen_fang.file(body, bearer=ticket))["state"] == "delivering"
    refused(401, "session-ended", chen_fang.http.get("/v1/licences", headers={"Authorization": f"Bearer {ticket}"}))
    clock.pass_by(days=1)
    refused(401, "session-ended", chen_fang.file(body, bearer=ticket))


def test_intelligent_approval_can_be_switched_off(office: Office, arrive: Arrive) -> None:
    review = office.settings.review
    switched_off = review.model_copy(update={"decide_at_once": {**review.decide_at_once, "renew": False}})
    object.__setattr__(office, "settings", office.settings.model_copy(update={"review": switched_off}))
    assert arrive("chen_fang").files("renew", {})["state"] == "in_review"


def test_the_days_of_a_filing_are_numbered_one_after_the_other(arrive: Arrive, clock: StoppedClock) -> None:
    everything = arrive("everything")
    first = everything.files("renew", {}, place=0)
    second = everything.files("reissue", LOST, place=4)
    clock.pass_by(days=1)
    third = arrive("everything").files("cancel", RETIRED, place=5)
    assert [filing["filing_no"][:12] for filing in (first, second, third)] == [
        "YC2603120001",
        "YC2603120002",
        "YC2603130001",
    ]
    assert date.fromisoformat(third["promised_on"]) - TODAY > timedelta(8)
