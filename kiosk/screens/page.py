"""A page: the band to read, the content and the dock to touch, the strip. Screens describe it, it does the rest.

    page = Page(theme, PageSpec(
        service="延长有效期（延续）", clock="3月12日 星期四 9:41",
        title="新证办好后，|怎么交给您？", lead="三种都不收费，选一种。",
        stages=("身份证", "领证方式", "核对", "签名", "完成"), stage=1,
        blocks=[choices], foot=[Note(theme, "info", "新证上的许可证号不变。")],
        dock=[[DockButton("back", "返回", "back"), DockButton("next", "下一步：核对", "forward")]],
        strip=[StripItem("exit", "exit", "退出"), ...],
    ))
    page.activated.connect(on_touch)              # one slot: the id of whatever was touched, in page or sheet
    page.button("next").set_missing("请先选一种")  # and its gap: DockButton(..., gap="delivery")
    page.open_sheet(Sheet(theme, SheetSpec(...)))  # over everything, until page.close_sheet()

Blocks that do not fit go on a further page by themselves (``turned`` tells which is shown); the page is built for
``theme.width`` × ``theme.height`` and not resized after. The home page is ``home=True`` with reassurances and links.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk import words
from kiosk.elder_mode.scale import REACH_MM
from kiosk.screens.theme import Theme
from kiosk.screens.widgets.band import Band, BandKind, BandSpec, Figure
from kiosk.screens.widgets.block import Block, stack
from kiosk.screens.widgets.buttons import Button, QuietButton
from kiosk.screens.widgets.dock import NEXT_ID, PREVIOUS_ID, Dock, DockButton
from kiosk.screens.widgets.focus_ring import FocusRing
from kiosk.screens.widgets.paging import Pages, least_height, paginate, show_page
from kiosk.screens.widgets.sheet import Sheet, SheetSpec
from kiosk.screens.widgets.strip import Strip, StripItem

__all__ = ["DockButton", "Figure", "Link", "Page", "PageSpec", "Sheet", "SheetSpec", "StripItem"]


@dataclass(frozen=True)
class Link:
    """Quiet words on the home page; in landscape they stand in the strip under ``short``."""

    id: str
    icon: str
    text: str
    short: str


@dataclass(frozen=True)
class PageSpec:
    """``stage`` counts from 0; ``foot`` stays just above the dock on every page."""

    service: str
    title: str
    lead: str = ""
    clock: str = ""
    stages: Sequence[str] = ()
    stage: int = 0
    band: BandKind = "normal"
    figure: Figure | None = None
    blocks: Sequence[Block] = ()
    foot: Sequence[Block] = ()
    dock: Sequence[Sequence[DockButton]] = ()
    strip: Sequence[StripItem] = ()
    home: bool = False
    reassurances: Sequence[str] = ()
    links: Sequence[Link] = ()


class Page(QWidget):
    activated = Signal(str)
    missed = Signal(str)  # a dock button touched before it was ready
    turned = Signal(int, int)  # page shown, from 0, and how many there are

    def __init__(self, theme: Theme, spec: PageSpec) -> None:
        super().__init__()
        self.theme, self.spec = theme, spec
        self.page = 0
        self._pages: Pages = [[]]
        self._sheet: Sheet | None = None
        self._area = QRect()
        self.setFixedSize(theme.width, theme.height)
        self.setAccessibleName(spec.service)
        self._band = Band(
            theme,
            BandSpec(
                service=spec.service,
                title=spec.title,
                lead=spec.lead,
                clock=spec.clock,
                stages=spec.stages,
                stage=spec.stage,
                kind=spec.band,
                figure=spec.figure,
                reassurances=spec.reassurances,
                home=spec.home,
            ),
        )
        in_strip = [StripItem(link.id, link.icon, link.short) for link in spec.links] if theme.landscape else []
        self._links = [] if theme.landscape else [QuietButton(theme, k.id, k.text, icon=k.icon) for k in spec.links]
        self._strip = Strip(theme, [*spec.strip, *in_strip])
        self._dock = Dock(theme, spec.dock)
        self._dock.missed.connect(self._missed)
        self._foot: list[Block] = []
        self._marker = ""
        self._ring = FocusRing(theme, self)
        for block in (self._band, *spec.blocks, *spec.foot, *self._links, self._dock, self._strip):
            block.setParent(self)
            block.activated.connect(self._touched)
            block.reshaped.connect(self.lay_out)
        self.lay_out()

    # ------------------------------------------------------------------ for screens

    @property
    def pages(self) -> int:
        return len(self._pages)

    def button(self, test_id: str) -> Button:
        """A button of the dock. Raises KeyError."""
        return self._dock.buttons[test_id]

    def control(self, test_id: str) -> Block:
        """Any block or control of the page by its id. Raises KeyError."""
        found = self.findChild(Block, test_id)
        if found is None:
            raise KeyError(test_id)
        return found

    def turn(self, page: int) -> None:
        self.page = max(0, min(page, self.pages - 1))
        self._show_page()
        self.turned.emit(self.page, self.pages)

    def point_at(self, test_id: str) -> None:
        """Turn to the page of a block and ring it: here something is missing. The next touch takes the ring away."""
        target = self.control(test_id)
        for number, placed in enumerate(self._pages):
            if any(block is target or block.isAncestorOf(target) for block, _ in placed):
                self.turn(number)
                if target.isVisibleTo(self):
                    break
        self._ring.surround(target, "amber_edge")

    def open_sheet(self, sheet: Sheet) -> None:
        self.close_sheet()
        self._sheet = sheet
        sheet.setParent(self)
        sheet.setGeometry(self.rect())
        sheet.activated.connect(self.activated)
        sheet.show()
        sheet.raise_()

    def close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.setParent(None)
            self._sheet.deleteLater()
            self._sheet = None

    @property
    def sheet(self) -> Sheet | None:
        return self._sheet

    def show_focus(self, control: QWidget | None) -> None:
        if control is None:
            self._ring.hide()
        else:
            self._ring.surround(control)

    # ------------------------------------------------------------------ placing

    def lay_out(self) -> None:
        """Place the band, the dock and the strip, spread the blocks over pages and show the current one."""
        theme = self.theme
        strip_top = theme.height - self._strip.height_for(theme.width)
        self._strip.setGeometry(0, strip_top, theme.width, theme.height - strip_top)
        reach = theme.height - theme.mm(REACH_MM) if theme.lowered else 0
        self._foot = list(self.spec.foot)
        while True:
            left, top = self._place_band(strip_top, reach)
            width = theme.width - left - theme.margin
            bottom = self._place_links(left, width, strip_top)
            self._area = QRect(left, top, width, bottom - top)
            over = self._paginate()
            if over > 0 and self._foot:
                self._foot = []  # no room for it on every page: it comes last
            elif over > 0 and reach > 0:
                reach -= over  # nothing is cut off for the sake of being low
            else:
                break
        self.turn(self.page)

    def _place_band(self, strip_top: int, reach: int) -> tuple[int, int]:
        """Left edge and top of the content, which begins no higher than ``reach``."""
        theme = self.theme
        if theme.landscape:
            width = max(round(theme.width * 0.302), 0 if theme.elder else theme.px(500))
            self._band.setGeometry(0, 0, width, strip_top)
            return width + theme.margin, max(theme.px(48), reach)
        height = max(self._band.height_for(theme.width), reach)
        self._band.setGeometry(0, 0, theme.width, height)
        return theme.margin, height + theme.px(40)

    def _place_links(self, left: int, width: int, bottom: int) -> int:
        if not self._links:
            return bottom
        theme = self.theme
        height = theme.target("small")
        top = bottom - theme.px(30) - height
        for number, link in enumerate(self._links):
            own = link.width_hint()
            link.setGeometry(left if number == 0 else left + width - own, top, own, height)
        return top + theme.px(12)

    def _paginate(self) -> int:
        """Spread the blocks; returns by how much the highest page is too high."""
        theme, area = self.theme, self._area
        foot = self._foot_height()
        flowing = [*self.spec.blocks, *(() if self._foot else self.spec.foot)]
        for paged in (False, True):
            height = area.height() - self._dock.highest(area.width(), paged=paged) - foot
            height -= self._marker_height() if paged else 0
            self._pages = paginate(flowing, area.width(), height, theme.gap)
            if len(self._pages) == 1:
                break
        return max(least_height(placed, area.width(), theme.gap) for placed in self._pages) - height

    def _foot_height(self) -> int:
        return sum(b.height_for(self._area.width()) + self.theme.gap for b in self._foot)

    def _marker_height(self) -> int:
        return self.theme.line_height("caption") + self.theme.px(8)

    def _show_page(self) -> None:
        theme, area = self.theme, self._area
        last = self.page == self.pages - 1
        self._dock.show_page(first=self.page == 0, last=last)
        dock_top = area.bottom() + 1 - self._dock.height_for(area.width())
        self._dock.setGeometry(area.left(), dock_top, area.width(), area.bottom() + 1 - dock_top)
        bottom = dock_top - (self._marker_height() if self.pages > 1 else 0)
        if self._foot:
            top = bottom - self._foot_height() + theme.gap
            stack(self._foot, area.left(), top, area.width(), bottom - top, theme.gap)
            bottom = top - theme.gap
        show_page(self._pages, self.page, area.left(), area.top(), area.width(), bottom - area.top(), theme.gap)
        self._marker = words.text("widget.page", number=self.page + 1, total=self.pages) if self.pages > 1 else ""
        self._ring.hide()
        self.update()

    # ------------------------------------------------------------------ touches and painting

    def _touched(self, test_id: str) -> None:
        self._ring.hide()
        if test_id == NEXT_ID:
            self.turn(self.page + 1)
        elif test_id == PREVIOUS_ID:
            self.turn(self.page - 1)
        else:
            self.activated.emit(test_id)

    def _missed(self, test_id: str) -> None:
        gap = next(spec.gap for row in self.spec.dock for spec in row if spec.id == test_id)
        if gap:
            self.point_at(gap)
        self.missed.emit(test_id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("paper"))
            if self._marker:
                flow = self._band.flow(self._marker, "caption", self._area.width(), align="center")
                flow.draw(painter, self._area.left(), self._dock.y() - self._marker_height() + theme.px(14), "ink_soft")
