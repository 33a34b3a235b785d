"""Controls under the finger: they act on release, keep their promises; every sample page can be touched as drawn."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.elder_mode.scale import STOPS
from kiosk.screens.page import DockButton, Page, PageSpec, Sheet, SheetSpec, StripItem
from kiosk.screens.theme import Theme, load_fonts
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import PRIMARY, Button, SecondaryButton, SmallButton
from kiosk.screens.widgets.calendar import Calendar, CalendarWords
from kiosk.screens.widgets.calendar_parts import DayCell
from kiosk.screens.widgets.card_drawing import CardDrawing
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList, Detail
from kiosk.screens.widgets.compare_card import differences
from kiosk.screens.widgets.control import Control
from kiosk.screens.widgets.date_pages import date_grid, date_options
from kiosk.screens.widgets.focus_ring import FocusRing
from kiosk.screens.widgets.hold_button import DoubleTouch, HoldButton
from kiosk.screens.widgets.keypad import Keypad, Offer
from kiosk.screens.widgets.peek import PeekButton
from kiosk.screens.widgets.pledge import PledgeTick
from kiosk.screens.widgets.rows_card import ReviewRow, RowsCard
from kiosk.screens.widgets.sharing import fill, press
from kiosk.screens.widgets.signature_pad import SignaturePad
from kiosk.screens.widgets.text import Paragraph
from tests.screens.gallery import SAMPLES

THEME = Theme(1080, 1920)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module", autouse=True)
def fonts(qapp: QApplication) -> None:  # noqa: ARG001
    load_fonts()


def shown(qtbot: QtBot, *blocks: Block, theme: Theme = THEME, dock: tuple[DockButton, ...] = ()) -> Page:
    page = Page(theme, PageSpec("服务", "题目", blocks=blocks, dock=[dock], strip=[StripItem("exit", "exit", "退出")]))
    return kept(qtbot, page)


def kept(qtbot: QtBot, page: Page) -> Page:
    """Shown until the test has ended: a page goes as soon as nobody holds it, and the bot holds widgets weakly."""

    def close(_: QWidget) -> None:
        page.close()

    qtbot.addWidget(page, before_close_func=close)
    page.show()
    return page


def touches(page: Page) -> list[str]:
    """Ids as they arrive at the page's one signal."""
    arrived: list[str] = []
    page.activated.connect(arrived.append)
    return arrived


def tap(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, widget.rect().center())


# ---------------------------------------------------------------- touching


def test_a_touch_acts_when_it_is_let_go(qtbot: QtBot) -> None:
    button = SecondaryButton(THEME, "again", "再打一张")
    heard = touches(shown(qtbot, button))
    QTest.mousePress(button, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, 20))
    assert button.pressed
    assert heard == []
    QTest.mouseRelease(button, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, 20))
    assert not button.pressed
    assert heard == ["again"]


def test_sliding_off_takes_the_touch_back(qtbot: QtBot) -> None:
    button = SecondaryButton(THEME, "again", "再打一张")
    heard = touches(shown(qtbot, button))
    QTest.mousePress(button, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, 20))
    QTest.mouseMove(button, QPoint(20, button.height() + 40))
    assert not button.pressed
    QTest.mouseRelease(button, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, 20))
    assert heard == []


def test_the_keyboard_works_every_control_and_shows_where_it_is(qtbot: QtBot) -> None:
    page = shown(qtbot, SecondaryButton(THEME, "again", "再打一张"))
    heard = touches(page)
    ring = page.findChild(FocusRing)
    assert ring is not None
    with qtbot.waitActive(page):
        page.activateWindow()
    assert not ring.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    QTest.keyClick(page, Qt.Key.Key_Backtab)
    focused = page.focusWidget()
    assert isinstance(focused, Control)
    assert ring.isVisible()
    assert ring.geometry().contains(_place(focused, page))
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert heard == [focused.test_id]


def test_a_button_that_is_not_ready_points_at_the_gap(qtbot: QtBot) -> None:
    choices = _choices()
    page = shown(qtbot, choices, dock=(DockButton("next", "下一步", "forward", missing="请先选一种", gap="delivery"),))
    heard = touches(page)
    with qtbot.waitSignal(page.missed) as missed:
        tap(page.button("next"))
    assert (missed.args, heard) == (["next"], [])
    assert page.button("next").accessibleName() == "请先选一种"
    page.button("next").set_missing("")
    tap(page.button("next"))
    assert heard == ["next"]


def test_a_busy_button_says_so_and_does_nothing(qtbot: QtBot) -> None:
    page = shown(qtbot, dock=(DockButton("send", "提交", "forward"),))
    heard = touches(page)
    page.button("send").set_busy("正在提交…")
    tap(page.button("send"))
    assert heard == []
    page.button("send").set_ready("提交")
    tap(page.button("send"))
    assert heard == ["send"]


# ---------------------------------------------------------------- choosing


def _choices(*, multi: bool = False) -> ChoiceList:
    detail = Detail(THEME, "寄到", ["沙湖镇＊＊路"], button=SmallButton(THEME, "address", "改地址"))
    cards = [
        ChoiceCard(THEME, "mail", "寄给我", detail=detail),
        ChoiceCard(THEME, "shop", "送到店里"),
        ChoiceCard(THEME, "closed", "二店", "现在还不能延长", open=False),
    ]
    return ChoiceList(THEME, "delivery", cards, multi=multi)


def test_one_choice_takes_the_place_of_the_other(qtbot: QtBot) -> None:
    choices = _choices()
    page = shown(qtbot, choices)
    heard = touches(page)
    tap(page.control("mail"))
    tap(page.control("shop"))
    assert choices.chosen == {"shop"}
    assert heard == ["mail", "shop"]


def test_several_may_be_chosen_and_given_up_where_it_says_so(qtbot: QtBot) -> None:
    choices = _choices(multi=True)
    page = shown(qtbot, choices)
    tap(page.control("mail"))
    tap(page.control("shop"))
    assert choices.chosen == {"mail", "shop"}
    tap(page.control("mail"))
    assert choices.chosen == {"shop"}


def test_details_open_inside_the_chosen_card_and_have_their_own_button(qtbot: QtBot) -> None:
    choices = _choices()
    page = shown(qtbot, choices)
    heard = touches(page)
    assert not page.control("address").isVisible()
    tap(page.control("mail"))
    tap(page.control("address"))
    assert heard == ["mail", "address"]
    assert choices.chosen == {"mail"}


def test_a_closed_choice_shows_why_and_cannot_be_chosen(qtbot: QtBot) -> None:
    choices = _choices()
    page = shown(qtbot, choices)
    tap(page.control("closed"))
    assert choices.chosen == set()
    assert page.control("closed").accessibleName() == "二店 现在还不能延长"


def test_the_pledge_is_never_ticked_beforehand(qtbot: QtBot) -> None:
    pledge = PledgeTick(THEME, "pledge", "都是真的。", "要承担责任。", full_text_id="full-text", full_text="看全文")
    page = shown(qtbot, pledge)
    heard = touches(page)
    assert not pledge.ticked
    tap(page.control("full-text"))
    assert not pledge.ticked
    QTest.mouseClick(pledge, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(60, 60))
    assert pledge.ticked
    assert heard == ["full-text", "pledge"]


# ---------------------------------------------------------------- what cannot be taken back


def test_holding_to_the_end_acts_once(qtbot: QtBot) -> None:
    hold = HoldButton(THEME, "cancel", "按住 3 秒")
    heard = touches(shown(qtbot, hold))
    QTest.mousePress(hold, LEFT)
    hold.filling.setCurrentTime(2999)
    assert heard == []
    hold.filling.setCurrentTime(3000)
    QTest.mouseRelease(hold, LEFT)
    assert heard == ["cancel"]


def test_letting_go_early_empties_it(qtbot: QtBot) -> None:
    hold = HoldButton(THEME, "cancel", "按住 3 秒")
    heard = touches(shown(qtbot, hold))
    QTest.mousePress(hold, LEFT)
    hold.filling.setCurrentTime(2900)
    QTest.mouseRelease(hold, LEFT)
    QTest.mousePress(hold, LEFT)
    assert hold.filling.currentTime() < 500
    QTest.mouseRelease(hold, LEFT)
    assert heard == []


def test_sliding_off_while_holding_empties_it_too(qtbot: QtBot) -> None:
    hold = HoldButton(THEME, "cancel", "按住 3 秒")
    heard = touches(shown(qtbot, hold))
    QTest.mousePress(hold, LEFT)
    QTest.mouseMove(hold, QPoint(10, hold.height() + 50))
    assert hold.filling.state() == hold.filling.State.Stopped
    QTest.mouseRelease(hold, LEFT)
    assert heard == []


def test_two_touches_at_two_places_do_the_same(qtbot: QtBot) -> None:
    double = DoubleTouch(THEME, "cancel", "我决定不再经营", "确定", "先点左边")
    page = shown(qtbot, double)
    heard = touches(page)
    tap(double.second)
    assert heard == []
    tap(double.first)
    tap(double.first)
    assert heard == ["cancel-first", "cancel-first"]
    tap(double.second)
    assert heard[-1] == "cancel"
    assert not double.first.geometry().intersects(double.second.geometry())


# ---------------------------------------------------------------- signing


def _signed(pad: SignaturePad, *points: tuple[int, int]) -> None:
    QTest.mousePress(pad, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(*points[-1]))


def test_a_dot_is_no_signature_and_a_name_is(qtbot: QtBot) -> None:
    pad = SignaturePad(THEME, "signature")
    heard = touches(shown(qtbot, pad))
    _signed(pad, (100, 100))
    _signed(pad, (101, 101), (103, 102))
    assert not pad.ready
    _signed(pad, (100, 100), (200, 120), (150, 200))
    assert pad.ready
    assert heard == ["signature"] * 3
    assert pad.strokes[-1][0] == (100.0, 100.0)


def test_writing_again_starts_from_white_paper(qtbot: QtBot) -> None:
    pad = SignaturePad(THEME, "signature")
    page = shown(qtbot, pad)
    _signed(pad, (100, 100), (300, 120), (150, 200))
    tap(page.control("signature-redo"))
    assert (pad.strokes, pad.ready) == ((), False)


def test_a_second_finger_draws_nothing(qtbot: QtBot) -> None:
    pad = SignaturePad(THEME, "signature")
    page = shown(qtbot, pad)
    device = QTest.createTouchDevice()

    def on(x: int, y: int) -> QPoint:
        return pad.mapTo(page, QPoint(x, y))

    QTest.touchEvent(page, device).press(0, on(100, 200), page).commit()
    QTest.touchEvent(page, device).move(0, on(150, 220), page).press(1, on(500, 300), page).commit()
    QTest.touchEvent(page, device).move(0, on(220, 260), page).move(1, on(600, 300), page).commit()
    QTest.touchEvent(page, device).release(0, on(220, 260), page).release(1, on(600, 300), page).commit()
    assert pad.strokes == (((100.0, 200.0), (150.0, 220.0), (220.0, 260.0)),)


def test_a_finger_on_rewrite_is_a_touch_and_no_ink(qtbot: QtBot) -> None:
    pad = SignaturePad(THEME, "signature")
    page = shown(qtbot, pad)
    _signed(pad, (100, 200), (300, 220), (150, 300))
    at = _place(page.control("signature-redo"), page).center()
    device = QTest.createTouchDevice()
    QTest.touchEvent(page, device).press(0, at, page).commit()
    QTest.touchEvent(page, device).release(0, at, page).commit()
    qtbot.waitUntil(lambda: pad.strokes == ())


def test_a_signature_survives_another_size_of_type(qtbot: QtBot) -> None:
    pad = SignaturePad(THEME, "signature")
    shown(qtbot, pad)
    pad.restore((((0.0, 0.0), (480.0, 200.0)),), pad.width() // 2, pad.height() // 2)
    assert pad.strokes[0][1] == pytest.approx((960.0, 400.0), rel=0.01)
    assert pad.ready


# ---------------------------------------------------------------- dates and digits

FIRST, LAST = date(2026, 3, 13), date(2026, 5, 20)


def _legal_ends(start: date) -> tuple[date, date]:
    return start + timedelta(days=30), start + timedelta(days=365)


def _calendar(qtbot: QtBot) -> tuple[Page, Calendar]:
    say = CalendarWords(start="开始", end="结束", total="一共 {days} 天", hint="有框的日子可以点")
    calendar = Calendar(THEME, "period", start_from=FIRST, start_until=LAST, end_range=_legal_ends, say=say)
    return shown(qtbot, calendar), calendar


def _offered(calendar: Calendar) -> Iterator[date]:
    """Every day that can be touched now, leafing to the first month and on to the last."""
    page = calendar.parentWidget()
    assert isinstance(page, Page)
    while page.control("period-month-before").isVisible():
        tap(page.control("period-month-before"))
    while True:
        yield from (cell.day for cell in calendar.findChildren(DayCell) if cell.isVisible())
        if not page.control("period-month-after").isVisible():
            return
        tap(page.control("period-month-after"))


def test_only_legal_days_can_be_touched(qtbot: QtBot) -> None:
    page, calendar = _calendar(qtbot)
    starts = list(_offered(calendar))
    assert (starts[0], starts[-1], len(starts)) == (FIRST, LAST, (LAST - FIRST).days + 1)
    tap(page.control(f"day-{LAST}"))
    first, last = _legal_ends(LAST)
    ends = list(_offered(calendar))
    assert (ends[0], ends[-1], len(ends)) == (first, last, (last - first).days + 1)


def test_a_later_start_drops_an_end_that_is_no_longer_legal(qtbot: QtBot) -> None:
    page, calendar = _calendar(qtbot)
    heard = touches(page)
    tap(page.control("day-2026-03-16"))
    tap(page.control("day-2026-04-20"))
    assert (calendar.start, calendar.end) == (date(2026, 3, 16), date(2026, 4, 20))
    tap(page.control("period-start"))
    tap(page.control("day-2026-03-30"))
    assert (calendar.start, calendar.end) == (date(2026, 3, 30), None)
    assert heard == ["period"] * 3


def test_the_elder_is_asked_for_year_month_and_day_among_legal_ones_only() -> None:
    first, last = date(2026, 11, 29), date(2027, 2, 2)
    assert date_options("year", first, last) == [("year-2026", "2026年"), ("year-2027", "2027年")]
    assert date_options("month", first, last, year=2027) == [("month-2027-01", "1月"), ("month-2027-02", "2月")]
    days = date_options("day", first, last, year=2026, month=11)
    assert days == [("day-2026-11-29", "29"), ("day-2026-11-30", "30")]


def test_a_day_of_the_grid_is_chosen_by_touch(qtbot: QtBot) -> None:
    theme = Theme(1080, 1920, stop=4)
    grid = date_grid(theme, "end", "day", date(2026, 1, 1), date(2026, 1, 31), year=2026, month=1)
    page = shown(qtbot, grid, theme=theme)
    tap(page.control("day-2026-01-31"))
    assert grid.chosen == "day-2026-01-31"


def _keypad(qtbot: QtBot) -> tuple[Page, Keypad]:
    keypad = Keypad(THEME, "phone", label="手机号", offered=Offer("13800135678", "138＊＊＊＊5678", "", "就用这个"))
    return shown(qtbot, keypad), keypad


def test_digits_are_typed_deleted_and_cleared(qtbot: QtBot) -> None:
    page, keypad = _keypad(qtbot)
    heard = touches(page)
    for digit in "1398":
        tap(page.control(f"phone-{digit}"))
    tap(page.control("phone-del"))
    assert (keypad.value, keypad.preview.shown) == ("139", "139")
    assert heard == ["phone"] * 5
    tap(page.control("phone-clear"))
    assert keypad.value == ""


def test_the_number_on_record_is_one_touch_away(qtbot: QtBot) -> None:
    page, keypad = _keypad(qtbot)
    tap(page.control("phone-offered"))
    assert (keypad.value, keypad.preview.shown) == ("13800135678", "138 0013 5678")
    tap(page.control("phone-9"))
    assert keypad.value == "13800135678"


# ---------------------------------------------------------------- reading


def test_masked_values_show_only_while_the_finger_is_on_it(qtbot: QtBot) -> None:
    card = RowsCard(THEME, [ReviewRow("电话", "138＊＊＊＊5678", full="138 0013 5678")])
    peek = PeekButton(THEME, "peek", "看全部")
    peek.peeked.connect(card.reveal)
    page = shown(qtbot, card, peek)
    masked = card.grab().toImage()
    QTest.mousePress(peek, LEFT)
    assert card.grab().toImage() != masked
    QTest.mouseRelease(peek, LEFT)
    assert card.grab().toImage() == masked
    QTest.mousePress(peek, LEFT)
    page.hide()
    assert card.grab().toImage() == masked
    assert "0013" not in card.accessibleName()


def test_what_differs_is_found() -> None:
    old, new = differences("沙湖镇惠芳便利店", "沙湖镇惠芳百货商行")
    assert old.split("|")[0] == new.split("|")[0] == "沙湖镇惠芳"
    assert differences("甲", "甲") == ("甲", "甲")


def test_the_card_moves_only_while_the_citizen_is_awaited(qtbot: QtBot) -> None:
    drawing = CardDrawing(THEME)
    page = shown(qtbot, drawing)
    running = drawing.loop.State.Running
    assert drawing.loop.state() == running
    drawing.show_state("reading")
    assert drawing.loop.state() != running
    drawing.show_state("waiting")
    page.hide()
    assert drawing.loop.state() != running


def test_reduced_motion_shows_a_still(qtbot: QtBot) -> None:
    theme = Theme(1080, 1920, reduced_motion=True)
    drawing = CardDrawing(theme)
    shown(qtbot, drawing, theme=theme)
    assert drawing.loop.state() != drawing.loop.State.Running


# ---------------------------------------------------------------- pages


@pytest.mark.parametrize("name", ["review", "sign", "suspend-calendar", "phone", "timeout", "place-card"])
def test_a_page_goes_at_once_when_nobody_holds_it(name: str) -> None:
    """What it shows is personal, and a window must never be taken down by the collector in another thread."""
    build, theme = SAMPLES[name]
    page = build(theme)
    gone = weakref.ref(page)
    gc.disable()
    try:
        del page
        assert gone() is None
    finally:
        gc.enable()


def test_room_is_shared_from_the_lowest_up() -> None:
    assert fill([100, 200, 300], [250, 200, 400], 800) == [250, 200, 350]
    assert fill([100, 100], [120, 120], 1000) == [120, 120]
    assert sum(fill([100, 101, 103], [999, 999, 999], 1000)) == 1000


def test_blocks_are_pressed_only_as_far_as_they_allow() -> None:
    assert press([100, 200], [80, 200], 290) == [90, 200]
    assert press([100, 200], [80, 180], 0) == [80, 180]


def test_a_long_list_goes_over_pages_and_every_card_is_reached(qtbot: QtBot) -> None:
    cards = [ChoiceCard(THEME, f"shop-{n}", f"第{n}家店") for n in range(12)]
    choices = ChoiceList(THEME, "shops", cards)
    dock = (DockButton("back", "返回", "back"), DockButton("next", "下一步", "forward"))
    page = shown(qtbot, choices, dock=dock)
    heard = touches(page)
    assert page.pages > 1
    seen: list[str] = []
    for number in range(page.pages):
        assert page.page == number
        seen += [card.test_id for card in cards if card.isVisible()]
        assert page.button("next").isVisible() == (number == page.pages - 1)
        assert page.button("back").isVisible() == (number == 0)
        if number < page.pages - 1:
            tap(page.button("page-next"))
    assert seen == [card.test_id for card in cards]
    tap(cards[-1])
    tap(page.button("page-previous"))
    assert page.page == page.pages - 2
    assert heard == ["shop-11"]
    assert choices.chosen == {"shop-11"}


def test_the_gap_is_pointed_at_on_its_own_page(qtbot: QtBot) -> None:
    cards = [ChoiceCard(THEME, f"shop-{n}", f"第{n}家店") for n in range(12)]
    page = shown(qtbot, ChoiceList(THEME, "shops", cards))
    page.point_at("shop-11")
    assert page.page == page.pages - 1
    assert cards[11].isVisible()


def test_rows_and_paragraphs_go_over_pages_line_by_line(qtbot: QtBot) -> None:
    rows = [ReviewRow(f"第{n}项", "沙湖镇", change=f"change-{n}") for n in range(15)]
    text = Paragraph(THEME, "本人所填写的内容真实。" * 90)
    page = shown(qtbot, RowsCard(THEME, rows), text)
    buttons: list[str] = []
    lines = 0
    for number in range(page.pages):
        page.turn(number)
        buttons += [b.test_id for b in page.findChildren(SmallButton) if b.isVisible()]
        if text.isVisible():
            lines += text.height() // THEME.line_height("body")
    assert buttons == [f"change-{n}" for n in range(15)]
    assert lines == len(text._flow(text.width()).lines)


def test_a_sheet_lies_over_the_page_and_keeps_the_keyboard(qtbot: QtBot) -> None:
    page = shown(qtbot, SecondaryButton(THEME, "below", "下面"))
    heard = touches(page)
    page.open_sheet(Sheet(THEME, SheetSpec("您还在吗？", buttons=[DockButton("stay", "还在", "forward")])))
    page.activateWindow()
    assert page.sheet is not None
    assert page.childAt(page.control("below").geometry().center()) is not page.control("below")
    for _ in range(3):
        page.sheet.focusNextPrevChild(True)
    assert page.focusWidget() is page.control("stay")
    tap(page.control("stay"))
    assert heard == ["stay"]
    page.close_sheet()
    assert page.sheet is None


def test_a_long_pledge_is_read_page_by_page(qtbot: QtBot) -> None:
    text = Paragraph(THEME, "\n".join("本人愿意承担相应的法律责任。" for _ in range(60)))
    page = shown(qtbot)
    heard = touches(page)
    page.open_sheet(Sheet(THEME, SheetSpec("承诺书", blocks=[text], buttons=[DockButton("read", "看完了", "forward")])))
    sheet = page.sheet
    assert sheet is not None
    assert sheet.pages > 1
    while sheet.page < sheet.pages - 1:
        assert not page.control("read").isVisible()
        next_page = next(b for b in sheet.findChildren(Button) if b.test_id == "page-next")
        tap(next_page)
    tap(page.control("read"))
    assert heard == ["read"]


def _visible_controls(root: QWidget) -> list[Control]:
    return [c for c in root.findChildren(Control) if c.isVisible() and not c.visibleRegion().isEmpty()]


def _place(control: QWidget, page: QWidget) -> QRect:
    return QRect(control.mapTo(page, QPoint(0, 0)), control.size())


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_page_can_be_touched_as_drawn(qtbot: QtBot, name: str) -> None:
    """Inside the panel, apart from each other, large enough, named, and at most one amber button a page."""
    build, theme = SAMPLES[name]
    page = build(theme)
    assert isinstance(page, Page)
    kept(qtbot, page)
    least = theme.target("smallest")
    for number in range(page.pages):
        page.turn(number)
        root: QWidget = page.sheet or page
        controls = _visible_controls(root)
        places = {control: _place(control, page) for control in controls}
        assert len({control.test_id for control in controls}) == len(controls)
        for control, place in places.items():
            assert page.rect().contains(place), control.test_id
            assert control.accessibleName()
            assert min(place.width(), place.height()) >= least, control.test_id
        for i, one in enumerate(controls):
            for other in controls[i + 1 :]:
                if not (one.isAncestorOf(other) or other.isAncestorOf(one)):
                    assert not places[one].intersects(places[other]), f"{one.test_id} {other.test_id}"
        amber = [b for b in controls if isinstance(b, Button) and b.look is PRIMARY and not b.missing and b.isEnabled()]
        assert len(amber) <= 1


PANELS = [(1080, 1920, False), (1080, 1920, True), (1920, 1080, False), (1280, 1024, False), (1280, 1024, True)]
PAGES = sorted({build for build, _ in SAMPLES.values()}, key=lambda build: build.__name__)


@pytest.mark.parametrize("stop", STOPS)
@pytest.mark.parametrize(("width", "height", "lowered"), PANELS)
def test_nothing_is_cut_off_on_any_panel_at_any_size(width: int, height: int, lowered: bool, stop: int) -> None:
    """Every block of every sample page has its least height, lies above the dock and covers no other."""
    theme = Theme(width, height, stop=stop, lowered=lowered)
    for build in PAGES:
        page = build(theme)
        assert isinstance(page, Page)
        page.show()
        for number in range(page.pages):
            page.turn(number)
            visible = [block for block in (*page.spec.blocks, *page.spec.foot) if block.isVisible()]
            edges = [(block.y(), block.geometry().bottom() + 1) for block in visible]
            edges.append((page.control("dock").y(), page.height()))
            told = f"{build.__name__}, page {number}: {[block.test_id for block in visible]}"
            assert all(block.height() >= block.least(block.width()) for block in visible), told
            assert all(bottom <= top for (_, bottom), (top, _) in pairwise(edges)), told
        page.close()
