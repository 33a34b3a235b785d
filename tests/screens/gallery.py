"""Draws sample pages and every widget into a folder, to be looked at: ``python -m tests.screens.gallery OUT [name …]``.

All data is made up. The pages follow the pictures that the interface was designed with.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import segno
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screens.page import DockButton, Figure, Link, Page, PageSpec, Sheet, SheetSpec, StripItem
from kiosk.screens.textflow import literal
from kiosk.screens.theme import Theme, load_fonts
from kiosk.screens.widgets.block import Block, Row, beside
from kiosk.screens.widgets.buttons import PrimaryButton, SecondaryButton, SmallButton
from kiosk.screens.widgets.calendar import Calendar, CalendarWords
from kiosk.screens.widgets.card_drawing import CardDrawing
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList, Detail
from kiosk.screens.widgets.compare_card import CompareCard
from kiosk.screens.widgets.countdown import CountdownBar, CountdownRing
from kiosk.screens.widgets.date_pages import date_grid
from kiosk.screens.widgets.facts_card import FactsCard
from kiosk.screens.widgets.failure_cards import ByItselfCard, OtherWayCard, StaffLine
from kiosk.screens.widgets.hold_button import DoubleTouch, HoldButton
from kiosk.screens.widgets.keypad import Keypad, Offer
from kiosk.screens.widgets.loss_list import LossList
from kiosk.screens.widgets.number_qr_card import Fact, NumberQrCard
from kiosk.screens.widgets.offer_card import OfferCard
from kiosk.screens.widgets.peek import PeekButton
from kiosk.screens.widgets.pledge import PledgeTick
from kiosk.screens.widgets.rows_card import ReviewRow, RowsCard
from kiosk.screens.widgets.signature_pad import SignaturePad
from kiosk.screens.widgets.status_line import StatusLine
from kiosk.screens.widgets.text import Note, Paragraph, Statement
from kiosk.screens.widgets.tile import Tile
from kiosk.screens.widgets.timeline import Step, Timeline

CLOCK = "3月12日 星期四 9:41"
RENEW = ("身份证", "领证方式", "核对", "签名", "完成")
BACK = DockButton("back", "返回", "back")
NUMBER = "YC26 0312 0478"


def strip(theme: Theme, *, home: bool = False) -> list[StripItem]:
    first = StripItem("language", "speech", "普通话") if home else StripItem("exit", "exit", "退出")
    size = "字大小" if theme.elder else "长辈版" if home else "大字"
    call = "叫人" if theme.elder else "叫人帮忙"
    return [
        first,
        StripItem("listen", "speaker", "听讲解"),
        StripItem("size", "letters", size),
        StripItem("lower", "lower", "下移"),
        StripItem("help", "person", call),
    ]


def page(
    theme: Theme,
    title: str,
    lead: str,
    stage: int,
    blocks: Sequence[Block],
    dock: Sequence[Sequence[DockButton]],
    *,
    service: str = "延长有效期（延续）",
    stages: Sequence[str] = RENEW,
    foot: Sequence[Block] = (),
    ok: bool = False,
    figure: Figure | None = None,
) -> Page:
    spec = PageSpec(
        service=service.split("（")[0] if theme.elder else service,
        title=title,
        lead=lead,
        clock=CLOCK,
        stages=stages,
        stage=stage,
        band="ok" if ok else "normal",
        figure=figure,
        blocks=blocks,
        foot=foot,
        dock=dock,
        strip=strip(theme),
    )
    return Page(theme, spec)


def home(theme: Theme) -> Page:
    pair = [
        Tile(theme, "query", "page-glass", "查询与打印", "进度 · 电子许可证", "查办到哪步，打印电子证"),
        Tile(theme, "modify", "page-pencil", "修改登记信息", "变更", "店名、经营者、地址有变"),
        Tile(theme, "suspend", "shop-pause", "暂停 / 恢复营业", "停业 · 恢复营业", "停一个月以上要申请"),
        Tile(theme, "reissue", "page-plus", "补办许可证", "遗失、毁损补办", "证丢了，或者坏了"),
    ]
    first = Tile(theme, "renew", "calendar-plus", "延长有效期", "延续", "证快到期了，接着用", kind="wide")
    last = Tile(theme, "cancel", "shop-shutter", "不再经营", "注销 / 歇业", "交回许可证，以后不卖烟了", kind="last")
    links = [
        Link("guide", "play", "第一次来？看一遍怎么办", "看演示"),
        Link("policy", "page", "政策与法规", "政策法规"),
    ]
    blocks: list[Block] = [first, *pair, last]
    if theme.elder:
        links = []
    else:
        blocks = [first, Row(theme, pair[:2]), Row(theme, pair[2:]), last]
    return Page(
        theme,
        PageSpec(
            service="烟草零售许可证" if theme.elder else "烟草零售许可证 自助办理",
            title="您想办什么？" if theme.elder else "您今天|想办什么？",
            lead="请点下面一行" if theme.elder else "先点一件事，再放身份证。|大约 5 分钟办好。",
            clock="9:41" if theme.elder else "恩平市沙湖镇政务服务中心　9:41",
            reassurances=() if theme.elder else ("全程不收费", "不用手机", "随时可以返回"),
            blocks=blocks,
            strip=strip(theme, home=True),
            links=links,
            home=True,
        ),
    )


def delivery(theme: Theme) -> Page:
    if theme.elder:
        cards = [
            ChoiceCard(theme, "mail", "寄给我", "沙湖镇＊＊路 18 号", icon="envelope"),
            ChoiceCard(theme, "shop", "送到店里", "先打电话给您", icon="house"),
            ChoiceCard(theme, "hall", "我自己去拿", "镇政务中心 3 号窗口", icon="hall"),
        ]
        dock = [[BACK, DockButton("next", "下一步", "forward")]]
        return page(
            theme,
            "新证怎么给您？",
            "点一个，都不收费",
            2,
            [ChoiceList(theme, "delivery", cards, chosen={"mail"})],
            dock,
        )
    detail = Detail(
        theme,
        "寄到",
        ["沙湖镇＊＊路 18 号", "陈＊　138＊＊＊＊5678"][: 1 if theme.landscape else 2],
        button=SmallButton(theme, "address", "改地址"),
    )
    cards = [
        ChoiceCard(theme, "mail", "寄给我", "邮政快递，审批后 3 天左右到", icon="envelope", detail=detail),
        ChoiceCard(theme, "shop", "送到店里", "帮办员上门送证，先打电话给您", icon="house"),
        ChoiceCard(theme, "hall", "我自己去拿", "沙湖镇政务服务中心 3 号窗口，带身份证", icon="hall"),
    ]
    blocks: list[Block] = [ChoiceList(theme, "delivery", cards, chosen={"mail"})]
    if not theme.landscape:
        blocks.append(Note(theme, "info", "新证上的许可证号不变。旧证请收好，领新证时交回。"))
    dock = [[BACK, DockButton("next", "下一步：核对", "forward")]]
    return page(theme, "新证办好后，|怎么交给您？", "三种都不收费，选一种。", 1, blocks, dock)


def elder_renew(theme: Theme) -> Page:
    lines = ["延长后，最多再用 **5 年**", "号码不变，**不收费**"]
    blocks: list[Block] = [FactsCard(theme, "店名", "沙湖镇惠芳便利店", lines)]
    if not theme.landscape:
        blocks.append(Note(theme, "speaker", "点“听讲解”，念给您听"))
    dock = [[DockButton("back", "不延长，返回", "back"), DockButton("renew", "我要延长", "forward", arrow=False)]]
    figure = Figure("41", "天", "到 4月22日")
    return page(theme, "您的证|还能用", "", 1, blocks, dock, figure=figure)


def review(theme: Theme) -> Page:
    facts = [
        ReviewRow("许可证号", "4407 8510 2236"),
        ReviewRow("店名", "沙湖镇惠芳便利店"),
        ReviewRow("经营者", "陈＊（身份证尾号 0024）", full="陈芳（身份证尾号 0024）"),
    ]
    answers = [
        ReviewRow("联系电话", "138＊＊＊＊5678", full="138 0013 5678", change="change-phone"),
        ReviewRow("领证方式", "寄给我", "沙湖镇＊＊路 18 号", change="change-delivery"),
        ReviewRow("费用", "不收费", bold=True),
    ]
    blocks = [
        Statement(theme, "申请延长许可证有效期，|从 4月22日 接着算，最长 5 年。"),
        *beside(theme, [RowsCard(theme, facts, "facts"), RowsCard(theme, answers, "answers")]),
    ]
    foot = [
        Note(
            theme,
            "lock",
            "按住“看全部”才显示"
            if theme.elder
            else "怕旁边有人看到，号码遮了一部分。\n按住“看全部”才显示，松手又遮住。",
            button=PeekButton(theme, "peek", "看全部"),
        )
    ]
    dock = [[BACK, DockButton("next", "都对，去签名", "forward")]]
    return page(theme, "请看一遍，都对吗？", "哪一行不对，就点那一行的“改”。", 2, blocks, dock, foot=foot)


def sign(theme: Theme) -> Page:
    pledge = PledgeTick(
        theme,
        "pledge",
        "我看过了，上面的内容都是真的。",
        "如有虚假，要承担法律责任。",
        full_text_id="pledge-text",
        full_text="看全文",
    )
    pledge.set_ticked(True)
    pad = SignaturePad(theme, "signature")
    note = Note(theme, "info", "要您本人签，帮办员不能代签。\n提交以后，办结以前还能撤回。")
    dock = [[BACK, DockButton("next", "签好了，提交申请", "forward")]]
    shown = page(theme, "请签上您的名字", "签在白框里，和平时签字一样，用手指写。", 3, [pledge, pad, note], dock)
    name = (
        ((180, 330), (180, 500)),
        ((180, 330), (215, 335), (235, 360), (225, 390), (190, 400), (230, 410), (240, 440), (215, 460), (190, 462)),
        ((270, 320), (400, 300)),
        ((335, 280), (300, 360), (270, 395)),
        ((265, 385), (420, 372)),
        ((345, 370), (350, 430), (330, 485)),
        ((520, 320), (640, 305)),
        ((545, 290), (548, 340)),
        ((615, 285), (613, 335)),
        ((525, 385), (640, 375)),
        ((580, 380), (560, 440), (520, 490)),
        ((580, 430), (650, 425), (640, 480), (620, 490)),
    )
    pad.restore(name, 960, 760)
    return shown


def qr() -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(row) for row in segno.make_qr("YC2603120478", error="m", version=4).matrix)


def receipt(theme: Theme) -> Page:
    facts = [Fact("办件编号（查进度用）", NUMBER), Fact("最晚哪天有结果", "3月24日 星期二", "8 个工作日")]
    steps = [
        Step("您已经提交", "3月12日 9:46", done=True),
        Step("烟草专卖局审核", "可能有两位工作人员上门看一次店"),
        Step("新证寄给您", "沙湖镇＊＊路 18 号，领证时交回旧证"),
    ]
    blocks = beside(
        theme,
        [
            NumberQrCard(theme, facts, matrix=qr(), caption="在终端上扫，查结果"),
            Timeline(theme, "接下来", steps),
        ],
    )
    dock = [
        [
            DockButton("again", "再打一张", "secondary", icon="printer"),
            DockButton("form", "打印申请表", "secondary", icon="printer"),
        ],
        [DockButton("rate", "办完了，去评价", "forward")],
    ]
    return page(theme, "申请交上去了", "请取走回执单，拿好身份证。", 4, blocks, dock, ok=True)


def unknown(theme: Theme) -> Page:
    steps = [
        Step("您的申请存在这台机器里", "加了密，停电也不会丢", done=True),
        Step("机器会一直接着送", "不用您等，网络一通就送到"),
        Step("送到以后您会知道", "扫查询单就能看到，不用手机"),
    ]
    text = "拿着查询单，在**任何一台**自助终端|扫一扫，就知道结果。"
    blocks = [
        NumberQrCard(theme, [Fact("查询单编号", NUMBER)], matrix=qr(), caption="查询单已打好", text=text),
        Timeline(theme, "接下来", steps),
    ]
    foot = [Note(theme, "clock", "现在还在送。想等一等也可以，已经等了 **24 秒**。")]
    dock = [[DockButton("wait", "再等 1 分钟", "secondary"), DockButton("end", "拿好查询单，结束", "forward")]]
    lead = "网络慢，对方还没回话。\n**不用再办一次，不会重复提交。**"
    return page(theme, "申请存好了，还在往上送", lead, 4, blocks, dock, foot=foot)


def suspend(theme: Theme) -> Page:
    say = CalendarWords(
        start="开始",
        end="结束",
        hint="有框的日子可以点",
        total="一共停 {days} 天",
        hint_end=lambda start: f"有框的日子可以点，{start.month + 1}月15日起满一个月",
    )
    calendar = Calendar(
        theme,
        "period",
        start_from=date(2026, 3, 13),
        start_until=date(2026, 6, 30),
        end_range=lambda start: (start.replace(month=start.month + 1, day=15), date(start.year + 1, start.month, 15)),
        start=date(2026, 3, 16),
        end=date(2026, 4, 30),
        say=say,
    )
    return page(
        theme,
        "从哪天停到哪天？",
        "至少停一个月，最长一年。",
        1,
        [calendar],
        [[BACK, DockButton("next", "下一步：原因", "forward")]],
        service="暂停营业（停业）",
        stages=("身份证", "停多久", "原因", "核对", "签名"),
    )


def elder_date(theme: Theme) -> Page:
    grid = date_grid(
        theme, "end", "day", date(2026, 4, 3), date(2027, 3, 15), year=2026, month=4, chosen="day-2026-04-30"
    )
    dock = [[BACK, DockButton("next", "下一步", "forward")]]
    return page(theme, "停到 4月 哪一天？", "点一个日子", 1, [grid], dock, service="暂停营业（停业）")


def compare(theme: Theme) -> Page:
    blocks = [
        CompareCard(theme, "店名", "许可证上（旧）", "沙湖镇惠芳便利店", "营业执照上（新）", "沙湖镇惠芳百货商行"),
        RowsCard(
            theme,
            [
                ReviewRow("经营者", "陈＊", same=True),
                ReviewRow("经营地址", "沙湖镇＊＊路 18 号", same=True),
                ReviewRow("经济类型", "个体工商户", same=True),
            ],
        ),
        Note(
            theme,
            "info",
            "店搬到了别的地方，不能在这里改，|要重新申请。",
            button=SmallButton(theme, "moved", "搬了店怎么办"),
        ),
    ]
    dock = [
        [DockButton("keep", "店名先不改", "secondary"), DockButton("other", "我要改别的", "secondary")],
        [BACK, DockButton("next", "改成新店名", "forward")],
    ]
    return page(
        theme,
        "营业执照上有 1 处|和许可证不一样",
        "要把许可证改成和营业执照一样吗？",
        1,
        blocks,
        dock,
        service="修改登记信息（变更）",
        stages=("身份证", "改什么", "核对", "签名", "完成"),
    )


def cancel(theme: Theme) -> Page:
    losses = [
        "许可证作废，正本、副本要交回。",
        "烟草公司不再供货，不能再卖烟。",
        "以后想再卖，要**重新申请**，|可能要排队，|也可能批不下来。",
    ]
    milder = SecondaryButton(theme, "suspend", "改办暂停营业", icon="shop-pause")
    hold = HoldButton(theme, "cancel", "按住 3 秒：我决定不再经营")
    shown = page(
        theme,
        "真的以后都不卖烟了吗？",
        "这件事办了就**不能恢复**，请看完再决定。",
        2,
        [
            LossList(theme, "办了以后", losses),
            OfferCard(theme, "只是想停一阵子？", "可以暂停营业，最长一年，|许可证还在。", milder),
        ],
        [[DockButton("back", "我再想想，返回", "return")]],
        foot=[hold],
        service="不再经营（注销 / 歇业）",
        stages=("身份证", "原因", "想清楚", "签名", "完成"),
    )
    hold._press(True)
    hold.filling.pause()
    hold.filling.setCurrentTime(1130)
    return shown


def place_card(theme: Theme) -> Page:
    drawing = CardDrawing(theme)
    status = StatusLine(theme, "正在等您放卡…")
    foot = [Note(theme, "lock", "只用来核对您本人和您的许可证。\n办完就清除，机器里不留。")]
    dock = [[BACK, DockButton("no-card", "没带身份证", "secondary")]]
    return page(theme, "请放上您的身份证", "放在屏幕右下方，平放，先别拿走。", 0, [drawing, status], dock, foot=foot)


def card_read(theme: Theme) -> Page:
    drawing = CardDrawing(theme, place="left")
    drawing.show_state("read")
    return page(
        theme, "请拿好您的身份证", "", 0, [drawing, StatusLine(theme, "读好了，请拿好身份证", "read")], [[BACK]]
    )


def paper(theme: Theme) -> Page:
    bar = CountdownBar(theme, 0.7, "最多再等 **1 分 38 秒**")
    blocks = [
        ByItselfCard(
            theme, "printer-empty", "已经叫工作人员来加纸", "加好纸，回执单**自动**打出来，|您不用再点。", bar
        ),
        OtherWayCard(theme, "不想等，可以这样", "记下办件编号，以后在任何一台终端都能补打：", NUMBER),
    ]
    foot = [StaffLine(theme, "给工作人员看：**故障 P02**　打印机缺纸（纸盒 1）　9:47")]
    dock = [
        [
            DockButton("call", "再叫一次人", "secondary", icon="person"),
            DockButton("skip", "编号记好了，不打了", "secondary"),
        ]
    ]
    lead = "**您的申请已经交上去了，不受影响。**\n只差回执单没打出来。"
    return page(theme, "打印机没纸了", lead, 4, blocks, dock, foot=foot)


def timeout(theme: Theme) -> Page:
    shown = review(theme)
    buttons = [DockButton("stay", "我还在，接着办", "forward"), DockButton("leave", "不办了，退出", "secondary")]
    blocks = [
        CountdownRing(theme, 30, 40, "秒后退出"),
        Paragraph(theme, "已填的内容还在，回来接着办。", "label", align="center"),
    ]
    lead = "没人碰屏幕，过一会儿就退出，|免得别人看到您的信息。"
    shown.open_sheet(Sheet(theme, SheetSpec("您还在吗？", lead, blocks, buttons)))
    return shown


def pledge_text(theme: Theme) -> Page:
    shown = sign(theme)
    text = "\n".join(
        f"{n}．本人所填写的内容和交来的材料真实、准确，如有不实，愿意承担相应的法律责任。" for n in range(1, 13)
    )
    buttons = [DockButton("read", "看完了", "forward")]
    shown.open_sheet(Sheet(theme, SheetSpec("承诺书", "", [Paragraph(theme, text)], buttons, align="left")))
    return shown


def phone(theme: Theme) -> Page:
    keypad = Keypad(
        theme,
        "phone",
        label="手机号",
        offered=Offer("13800135678", "138＊＊＊＊5678", "上次留的号码", "就用这个"),
    )
    dock = [[BACK, DockButton("next", "下一步", "forward", missing="请先写完手机号", gap="phone")]]
    return page(theme, "办好了打哪个电话？", "写 11 位手机号。", 1, [keypad], dock)


def licences(theme: Theme) -> Page:
    cards = [
        ChoiceCard(theme, "a", literal("沙湖镇惠芳便利店"), "4407 8510 2236，还能用 41 天", icon="shop-pause"),
        ChoiceCard(theme, "b", "沙湖镇惠芳二店", "4407 8510 2237，正在暂停营业", icon="shop-pause"),
        ChoiceCard(
            theme,
            "c",
            "𬭎兴商行",
            "现在还不能延长：离到期还有 200 天。|到 8月20日 再来。",
            icon="shop-pause",
            open=False,
        ),
    ]
    double = DoubleTouch(theme, "cancel", "我决定不再经营", "确定不再经营", "先点左边")
    return page(
        theme,
        "哪一家店？",
        "您有三家店，选一家。",
        0,
        [ChoiceList(theme, "licence", cards, multi=True, chosen={"b"}), double],
        [[BACK, DockButton("next", "下一步", "forward")]],
    )


def buttons(theme: Theme) -> Page:
    busy = PrimaryButton(theme, "busy", "提交")
    busy.set_busy("正在提交…")
    pressed = SecondaryButton(theme, "pressed", "按下的样子")
    pressed.pressed = True
    amber = PrimaryButton(theme, "amber", "按下的样子", arrow="right")
    amber.pressed = True
    return page(theme, "按钮", "", 0, [busy, pressed, amber], [])


PORTRAIT = Theme(1080, 1920)
ELDER = Theme(1080, 1920, stop=3)
WIDE = Theme(1920, 1080)
SAMPLES: dict[str, tuple[Callable[[Theme], QWidget], Theme]] = {
    "home-standard": (home, PORTRAIT),
    "home-elder": (home, ELDER),
    "home-landscape": (home, WIDE),
    "home-large": (home, Theme(1080, 1920, stop=2)),
    "home-elder-landscape": (home, Theme(1920, 1080, stop=3)),
    "theme-contrast": (home, Theme(1080, 1920, scheme="contrast")),
    "theme-dark": (delivery, Theme(1080, 1920, scheme="dark")),
    "elder-dark": (delivery, Theme(1080, 1920, stop=3, scheme="dark")),
    "renew-delivery": (delivery, PORTRAIT),
    "renew-1280x1024": (delivery, Theme(1280, 1024)),
    "renew-lowered": (delivery, Theme(1080, 1920, lowered=True)),
    "elder-delivery": (delivery, ELDER),
    "elder-renew": (elder_renew, ELDER),
    "elder-max": (elder_renew, Theme(1080, 1920, stop=4)),
    "elder-landscape": (elder_renew, Theme(1920, 1080, stop=3)),
    "review": (review, PORTRAIT),
    "review-elder": (review, ELDER),
    "review-landscape": (review, WIDE),
    "sign": (sign, PORTRAIT),
    "sign-landscape": (sign, WIDE),
    "sign-elder-landscape": (sign, Theme(1920, 1080, stop=3)),
    "receipt": (receipt, PORTRAIT),
    "receipt-landscape": (receipt, WIDE),
    "receipt-elder": (receipt, ELDER),
    "outcome-unknown": (unknown, PORTRAIT),
    "suspend-calendar": (suspend, PORTRAIT),
    "suspend-landscape": (suspend, WIDE),
    "suspend-1280x1024": (suspend, Theme(1280, 1024)),
    "elder-date": (elder_date, ELDER),
    "modify-compare": (compare, PORTRAIT),
    "modify-elder": (compare, ELDER),
    "modify-contrast": (compare, Theme(1080, 1920, scheme="contrast")),
    "cancel-confirm": (cancel, PORTRAIT),
    "cancel-landscape": (cancel, WIDE),
    "place-card": (place_card, PORTRAIT),
    "place-card-landscape": (place_card, WIDE),
    "place-card-read": (card_read, Theme(1080, 1920, scheme="dark")),
    "failure-paper": (paper, PORTRAIT),
    "failure-elder": (paper, ELDER),
    "timeout": (timeout, PORTRAIT),
    "timeout-landscape": (timeout, WIDE),
    "timeout-elder": (timeout, ELDER),
    "pledge-text": (pledge_text, PORTRAIT),
    "phone": (phone, PORTRAIT),
    "phone-elder": (phone, ELDER),
    "phone-landscape": (phone, WIDE),
    "licences": (licences, PORTRAIT),
    "buttons": (buttons, PORTRAIT),
}


def draw(folder: Path, names: Sequence[str] = ()) -> None:
    """Write one PNG a sample; all of them where no names are given."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or SAMPLES:
        build, theme = SAMPLES[name]
        shown = build(theme)
        pages = shown.pages if isinstance(shown, Page) else 1
        shown.grab().save(str(folder / f"{name}.png"))
        if pages > 1 and isinstance(shown, Page):
            shown.turn(pages - 1)
            shown.grab().save(str(folder / f"{name}-last.png"))


if __name__ == "__main__":
    application = QApplication([])
    load_fonts()
    draw(Path(sys.argv[1]), sys.argv[2:])
