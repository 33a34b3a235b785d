"""Every state that a screen can be in, by name: a story that leads there. Values are as long as life makes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import msgspec

from backend_client.errors import ApiError, Refused, Unreachable
from backend_client.models import Filing, Licence, Notice, Problem, RegistryDifference, SubmissionOutcome
from kiosk.delivery import RefusedOutcome, Unknown
from kiosk.devices.id_card.reader import Event, Failure, ReaderEvent
from kiosk.failures import of_printer
from kiosk.journal import JournalError
from kiosk.print_desk import Printing
from kiosk.transactions import FLOWS
from tests.unit.samples import NOW, REASONS, eligibility, filing, licence
from tests.unit.story import SIGNED, Story
from tests.unit.walks import TWO_PLACES, plain_licence, walk_to

Scene = Callable[[], Story]
LONG_SHOP = "恩平市沙湖镇惠芳百货商行（个体工商户）南平路分店"
LONG_ADDRESS = "广东省江门市恩平市沙湖镇南平路18号沙湖综合市场二楼东侧3至5号铺（老邮局对面）"
LONG_NAME = "买买提明·吐尔逊江·欧阳㛃𬭎·䶮"
LONG_SENTENCE = "停业的日子11月7日就满了，已经过了 15 天，要由工作人员审核。"
REASON: dict[str, Any] = {
    "code": "renew.too-early", "sentence": LONG_SENTENCE, "source": "烟草专卖许可证管理办法 第二十四条",
    "instead": {"sentence": "到 2026年8月30日 再来办，这里随时都开着。"},
}  # fmt: skip
DIFFERENCE: dict[str, Any] = {
    "field": "premises_address", "label": "经营地址", "on_licence": LONG_ADDRESS,
    "on_registry": LONG_ADDRESS.replace("18号", "20号"), "can_modify": True,
    "grounds": [
        {"code": "renamed", "text": "路名或门牌改了，店没有搬"}, {"code": "demolished", "text": "原来的房子拆了"},
    ],
    "sentence": "地址不一样", "source": "烟草专卖许可证管理办法实施细则 第二十五条",
}  # fmt: skip


def changed(held: Licence, **values: Any) -> Licence:
    return msgspec.structs.replace(held, **values)


def long_licence(number: str = "440785102236", **terms: Any) -> Licence:
    names = {"shop_name": LONG_SHOP, "premises_address": LONG_ADDRESS, "person_in_charge": LONG_NAME}
    return changed(licence(number, **terms), **names)


def differing(*differences: dict[str, Any]) -> Licence:
    """Differences between the registers, the last perhaps one that cannot be modified."""
    held = long_licence(modify=eligibility(delivery=TWO_PLACES))
    found = tuple(msgspec.convert(each, RegistryDifference) for each in differences)
    return changed(held, registry=msgspec.structs.replace(held.registry, differences=found))


SHOP = {
    **DIFFERENCE,
    "field": "shop_name",
    "label": "店名",
    "on_licence": LONG_SHOP,
    "on_registry": "惠芳",
    "grounds": [],
}
OWNER = {**SHOP, "field": "person_in_charge", "label": "经营者", "on_licence": "陈芳", "on_registry": LONG_NAME}
MOVED = {**DIFFERENCE, "can_modify": False, "grounds": []}


def refused(*, switch: str | None = None, may_insist: bool = False, reasons: int = 1) -> Licence:
    reason = {**REASON, "instead": {**REASON["instead"], "transaction": switch}}
    return long_licence(renew={**eligibility(can_apply=False, may_insist=may_insist), "reasons": [reason] * reasons})


def cautioned(reasons: int) -> Licence:
    return long_licence(renew={**eligibility(delivery=TWO_PLACES), "reasons": [REASON] * reasons})


def long_filing(**values: Any) -> Filing:
    event = {"at": NOW, "state": "submitted", "actor": "智能审批", "sentence": LONG_SENTENCE, "rule": None}
    steps = [
        {"title": "烟草专卖局审核", "note": "最晚 3月24日 星期二 有结果，不用您来"},
        {"title": "新证寄到您店里", "note": "审批后 3 天左右，寄到登记的地址"},
    ]
    told = {**msgspec.to_builtins(filing()), "shop_name": LONG_SHOP, "events": [event] * 4, "next_steps": steps}
    return msgspec.convert({**told, **values}, Filing)


# --- before anybody identifies himself --------------------------------------------------------------------------------


def home() -> Story:
    return Story()


def notices(*, many: int = 1, slow: bool = False, trouble: ApiError | None = None) -> Story:
    story = Story()
    first = story.office.notices_held[0]
    story.office.notices_held = tuple(_renamed(first, number) for number in range(many))
    story.office.trouble = trouble
    story.clockwork.slow = slow
    story.terminal.open_notices()
    return story


def _renamed(notice: Notice, number: int) -> Notice:
    return msgspec.structs.replace(notice, notice_id=f"n{number}", title=f"{notice.title}（{number}）")


def notice() -> Story:
    story = notices()
    held = story.office.notices_held[0]
    story.office.notices_held = (msgspec.structs.replace(held, paragraphs=held.paragraphs * 15),)
    story.terminal.board.read("n0")
    return story


def out_of_service() -> Story:
    story = outcome(before=JournalError("disk full"))
    story.terminal.leave()
    return story


# --- the card ---------------------------------------------------------------------------------------------------------


def card(*events: ReaderEvent) -> Story:
    story = Story().chooses("renew").goes_on()
    for event in events:
        story.terminal.on_reader(event)
    return story


def card_opening() -> Story:
    story = card()
    story.clockwork.slow = True
    return story.places_card()


def card_refused(error: ApiError) -> Story:
    story = card()
    story.office.trouble = error
    return story.places_card()


def card_unreadable() -> Story:
    return card(*[ReaderEvent(Event.FAILED, failure=Failure.CARD_MOVED)] * 3)


# --- questions --------------------------------------------------------------------------------------------------------


def nobody() -> Story:
    story = Story()
    story.office.licences_held = ()
    return story.chooses("renew").goes_on().places_card()


def identified(*held: Licence, tile: str = "renew") -> Story:
    return Story(*held).chooses(tile).goes_on().places_card()


def at(transaction: str, screen: str, *held: Licence, **answers: object) -> Story:
    """A screen on the way of a transaction, with answers half given there."""
    story = walk_to(Story(*(held or (plain_licence(transaction),))), transaction, screen)
    story.terminal.desk.visit.answers.update(answers)
    return story


MONTH: dict[str, Any] = {"start_from": "2026-03-12", "start_until": "2026-06-10", "min_months": 1, "max_months": 12}
NOTICE_SENT = eligibility(reasons=REASONS, delivery=TWO_PLACES, **MONTH)
RESUMED = licence(resume=NOTICE_SENT).transactions
PERIOD = (date(2026, 3, 16), date(2026, 4, 30))


# --- handing in -------------------------------------------------------------------------------------------------------


def outcome(answer: object = None, *, before: Exception | None = None, slow: bool = False) -> Story:
    story = walk_to(Story(long_licence(renew=eligibility(delivery=TWO_PLACES))), "renew", "sign")
    story.counter.outcome = answer  # type: ignore[assignment]
    story.counter.before = before
    story.clockwork.slow = slow
    return story.signs()


def tired() -> Story:
    """He has been waiting for longer than anybody likes to."""
    story = outcome(slow=True)
    assert story.terminal.filing is not None
    story.terminal.filing._begun -= 60.0
    return story


def printing(story: Story, state: Printing, *reasons: str) -> Story:
    story.terminal.printer.state = state
    story.terminal.printer.trouble = of_printer(reasons) if reasons else None
    return story


def decided(state: str) -> Story:
    story = outcome()
    story.terminal.desk.visit.filing = long_filing(transaction="renew", state=state, state_text="准予延续")
    return story


def not_filed(problem: Problem) -> Story:
    return outcome(RefusedOutcome(problem))


def rated(stars: int | None) -> Story:
    story = outcome().goes_on()
    if stars:
        story.terminal.draft("rating", stars)
    return story


# --- the query --------------------------------------------------------------------------------------------------------


def looking(choice: str, *, held: Licence | None = None, filings: tuple[Filing, ...] = (), slow: bool = False) -> Story:
    story = Story(held or long_licence(), filings=filings).chooses("query").goes_on().places_card()
    story.clockwork.slow = slow
    return story.says(choice)


def failing(choice: str, error: ApiError) -> Story:
    story = Story().chooses("query").goes_on().places_card()
    story.office.trouble = error
    return story.says(choice)


def progress(**values: Any) -> Story:
    shown = long_filing(**values)
    return looking("filings", filings=(shown,)).looks_at(shown)


def withdrawing(*, slow: bool = False) -> Story:
    story = progress()
    story.terminal.ask_to_withdraw()
    if slow:
        story.clockwork.slow = True
        story.terminal.withdraw()
    return story


def slip(typed: str, *, found: bool = False) -> Story:
    story = looking("slip")
    story.terminal.draft("slip_typed", typed)
    if found:
        answer = SubmissionOutcome(query_code=typed, outcome="filed", sentence=LONG_SENTENCE, filing_no="YC1")
        story.office.slips[typed] = answer
        story.terminal.inquiry.look_up_slip(typed)
    return story


def slip_away() -> Story:
    story = slip("123412341232")
    story.office.trouble = Unreachable("away")
    story.terminal.inquiry.look_up_slip("123412341232")
    return story


def under(overlay: Any, story: Story) -> Story:
    story.terminal.show_overlay(overlay)
    return story


BESIDE = {"caution", "licence", "refusal", "address", "ground", "rating", "farewell"}  # not on the plain way
NOTHING_IS_DELIVERED = {("suspend", "delivery"), ("resume", "delivery")}  # in the samples; by name below
PROBLEM = Problem(type="", title="", status=409, code="renew.too-early", detail=LONG_SENTENCE)
TWO = (long_licence("440785100001"), long_licence("440785100002"))

SCENES: dict[str, Scene] = {
    "home": home,
    "notices": lambda: notices(many=9),
    "notices, being fetched": lambda: notices(slow=True),
    "notices, away": lambda: notices(trouble=Unreachable("away")),
    "notice": notice,
    "out of service": out_of_service,
    "card": card,
    "card, reading": lambda: card(ReaderEvent(Event.READING)),
    "card, again": lambda: card(ReaderEvent(Event.FAILED, failure=Failure.CARD_MOVED)),
    "card, opening": card_opening,
    "card, no reader": lambda: card(ReaderEvent(Event.NO_READER, failure=Failure.NO_READER)),
    "card, unreadable": card_unreadable,
    "card, away": lambda: card_refused(Unreachable("away")),
    "card, refused": lambda: card_refused(Refused(PROBLEM)),
    "licence, none": nobody,
    "licence, two": lambda: identified(*TWO),
    "licence, chosen": lambda: under(None, _picked(identified(*TWO, refused()))),
    "licence, many": lambda: identified(*(long_licence(f"44078510000{n}") for n in range(9))),
    "refusal": lambda: identified(refused()),
    "refusal, insisting": lambda: identified(refused(may_insist=True, reasons=3)),
    "refusal, switching": lambda: identified(refused(switch="modify", may_insist=True)),
    "caution": lambda: identified(cautioned(1)),
    "caution, several": lambda: identified(cautioned(3)),
    "days, expired": lambda: identified(changed(long_licence(), days_left=-12)),
    "days, many": lambda: identified(changed(long_licence(), days_left=1825)),
    "suspension, overdue": lambda: at("resume", "suspension", _overdue()),
    "phone, other": lambda: at("renew", "phone", phone_other=True),
    "phone, half": lambda: at("renew", "phone", phone_other=True, phone_typed="13800"),
    "phone, wrong": lambda: at("renew", "phone", phone_other=True, phone_typed="22222222222"),
    "phone, typed": lambda: at("renew", "phone", phone_other=True, phone_typed="13912345678"),
    "phone, changed": lambda: at("renew", "phone", phone="13912345678", phone_typed="13912345678"),
    "address": lambda: at("renew", "address", long_licence(renew=eligibility(delivery=TWO_PLACES))),
    "suspend, delivery": lambda: at("suspend", "delivery", long_licence(suspend=NOTICE_SENT)),
    "resume, delivery": lambda: at("resume", "delivery", changed(_overdue(), transactions=RESUMED)),
    "day, another": lambda: at("resume", "one_day", **{"resume_on.other": True}),
    "day, chosen otherwise": lambda: at("resume", "one_day", resume_on=date(2026, 4, 3)),
    "period, half": lambda: at("suspend", "period", period_draft=(PERIOD[0], None)),
    "period, whole": lambda: at("suspend", "period", period=PERIOD),
    "compare, several": lambda: at("modify", "compare", differing(SHOP, OWNER, DIFFERENCE)),
    "compare, moved": lambda: at("modify", "compare", differing(SHOP, MOVED)),
    "compare, none taken": lambda: at("modify", "compare", differing(SHOP, OWNER), changes=()),
    "ground": lambda: at("modify", "ground", differing(SHOP, DIFFERENCE)),
    "review, much changed": lambda: at("modify", "review", differing(SHOP, OWNER, DIFFERENCE)),
    "copies, both": lambda: at("reissue", "copies", copies=("original", "duplicate")),
    "consider, two touches": lambda: at("cancel", "consider", two_touches=True),
    "sign, ticked": lambda: at("renew", "sign", pledge=True),
    "sign, signed": lambda: at("renew", "sign", pledge=True, sign=SIGNED),
    "filed, sending": lambda: outcome(slow=True),
    "filed, tired": tired,
    "filed, printing": lambda: printing(outcome(), Printing.PRINTING),
    "filed, no paper": lambda: printing(outcome(), Printing.WAITING, "media-empty"),
    "filed, not printed": lambda: printing(outcome(), Printing.FAILED, "offline"),
    "filed, without paper": lambda: printing(outcome(), Printing.GIVEN_UP),
    "filed, granted": lambda: decided("granted"),
    "filed, decided against": lambda: decided("refused"),
    "filed, unknown": lambda: outcome(Unknown("0190", "123412341234")),
    "filed, unknown, no paper": lambda: printing(
        outcome(Unknown("0190", "123412341234")), Printing.WAITING, "media-jam"
    ),
    "filed, not taken": lambda: not_filed(PROBLEM),
    "filed, not saved": lambda: outcome(before=JournalError("disk full")),
    "rating": lambda: rated(None),
    "rating, chosen": lambda: rated(1),
    "farewell": lambda: rated(None).goes_on(),
    "menu": lambda: identified(tile="query"),
    "menu, chosen": lambda: looking("details").goes_on(),
    "details": lambda: looking("details"),
    "details, suspended": lambda: looking("details", held=changed(_overdue(), shop_name=LONG_SHOP)),
    "copy": lambda: looking("copy"),
    "copy, being fetched": lambda: looking("copy", slow=True),
    "copy, away": lambda: failing("copy", Unreachable("away")),
    "copy, printing": lambda: printing(looking("copy"), Printing.PRINTING),
    "copy, printed": lambda: printing(looking("copy"), Printing.PRINTED),
    "copy, no paper": lambda: printing(looking("copy"), Printing.WAITING, "media-empty"),
    "filings, none": lambda: looking("filings"),
    "filings, being fetched": lambda: looking("filings", slow=True),
    "filings, away": lambda: failing("filings", Unreachable("away")),
    "filings": lambda: looking("filings", filings=tuple(long_filing(filing_no=f"YC260312{n:05}") for n in range(7))),
    "progress": progress,
    "progress, to be corrected": lambda: progress(
        state="to_be_corrected", state_text="要补正", reason=LONG_SENTENCE, remedy=LONG_SENTENCE, can_withdraw=True
    ),
    "progress, over": lambda: progress(state="withdrawn", state_text="已撤回", can_withdraw=False),
    "progress, no paper": lambda: printing(progress(), Printing.WAITING, "media-empty"),
    "withdraw": withdrawing,
    "withdraw, asking": lambda: withdrawing(slow=True),
    "slip": lambda: slip(""),
    "slip, typed": lambda: slip("123412341232"),
    "slip, mistyped": lambda: slip("123412341234"),
    "slip, found": lambda: slip("123412341232", found=True),
    "slip, away": slip_away,
    "over home: sizes": lambda: under("sizes", home()),
    "over home: help": lambda: under("help", home()),
    "over card: no card": lambda: under("no_card", card()),
    "over sign: pledge": lambda: under("pledge", at("renew", "sign")),
    "over compare: moved": lambda: under("moved", at("modify", "compare", differing(SHOP, MOVED))),
    "over review: leave": lambda: under("leave", at("renew", "review")),
    "over filed: leave": lambda: under("leave", outcome()),
    "over unknown: leave": lambda: under("leave", outcome(Unknown("0190", "123412341234"))),
    "over review: sizes": lambda: under("sizes", at("renew", "review")),
    "over review: help": lambda: under("help", at("renew", "review")),
    "over review: idle": lambda: under("idle", at("renew", "review")),
}


def _picked(story: Story) -> Story:
    story.terminal.choose_licence("440785100002")
    return story


def _overdue() -> Licence:
    held = licence(status="suspended")
    assert held.suspension is not None
    return changed(held, shop_name=LONG_SHOP, suspension=msgspec.structs.replace(held.suspension, overdue=True))


# and every screen on the plain way of every transaction
SCENES |= {
    f"{transaction}: {step.name}": partial(at, transaction, step.screen)
    for transaction, flow in FLOWS.items()
    if transaction != "query"
    for step in flow.steps
    if step.screen not in BESIDE and (transaction, step.name) not in NOTHING_IS_DELIVERED
}
