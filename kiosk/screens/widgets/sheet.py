"""A sheet over a page: the page goes dim and a card rises from below with one question, a text or a choice.

    page.open_sheet(Sheet(theme, SheetSpec(
        title="您还在吗？", lead="没人碰屏幕，过一会儿就退出，|免得别人看到您的信息。", blocks=[ring],
        buttons=[DockButton("stay", "我还在，接着办", "forward"), DockButton("leave", "不办了，退出", "secondary")],
    )))

A text that is too long for the card goes over several pages, as on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.colours import ColourRole
from kiosk.screens.textflow import Align, TextFlow, spoken
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.control import Control
from kiosk.screens.widgets.dock import NEXT_ID, PREVIOUS_ID, Dock, DockButton
from kiosk.screens.widgets.focus_ring import FocusRing
from kiosk.screens.widgets.paging import Pages, natural_height, paginate, show_page


@dataclass(frozen=True)
class SheetSpec:
    title: str
    lead: str = ""
    blocks: Sequence[Block] = ()
    buttons: Sequence[DockButton] = ()
    align: Align = "center"


class Sheet(QWidget):
    activated = Signal(str)

    def __init__(self, theme: Theme, spec: SheetSpec) -> None:
        super().__init__()
        self.theme, self.spec = theme, spec
        self.page = 0
        self._pages: Pages = [[]]
        self._card = QRect()
        self.setObjectName("sheet")
        self.setAccessibleName(spoken(spec.title))
        width = min(theme.width - 2 * theme.margin, theme.px(1100))
        self._inner = width - 2 * theme.px(56)
        self._width = width
        self._title = TextFlow(spec.title, theme, "home_title", width=self._inner, bold=True, align=spec.align)
        self._lead = TextFlow(spec.lead, theme, "label", width=self._inner, align=spec.align) if spec.lead else None
        others = [button for button in spec.buttons if button.role != "forward"]
        forward = [button for button in spec.buttons if button.role == "forward"]
        self._dock = Dock(theme, [[*others, *forward]], in_sheet=True)
        self._ring = FocusRing(theme, self)
        for block in (*spec.blocks, self._dock):
            block.setParent(self)
            block.activated.connect(self._touched)
            block.reshaped.connect(self.lay_out)
            block.show()

    @property
    def pages(self) -> int:
        return len(self._pages)

    def show_focus(self, control: QWidget | None) -> None:
        if control is None:
            self._ring.hide()
        else:
            self._ring.surround(control)

    # ---- placing

    def _head_height(self) -> int:
        lead = self._lead.height + self.theme.px(12) if self._lead else 0
        return self.theme.px(60) + self._title.height + lead + self.theme.px(28)

    def lay_out(self) -> None:
        theme = self.theme
        limit = self.height() - 2 * theme.px(48)
        for paged in (False, True):
            room = limit - self._head_height() - self._dock.highest(self._inner, paged=paged)
            self._pages = paginate(self.spec.blocks, self._inner, room, theme.gap)
            if len(self._pages) == 1:
                break
        self.page = min(self.page, self.pages - 1)
        self._dock.show_page(first=self.page == 0, last=self.page == self.pages - 1)
        content = min(room, natural_height(self._pages[self.page], self._inner, theme.gap))
        dock = self._dock.height_for(self._inner)
        height = self._head_height() + content + dock + theme.px(20)
        bottom = self.height() - (theme.px(48) if height > limit - theme.px(140) else theme.px(188))
        self._card = QRect((self.width() - self._width) // 2, bottom - height, self._width, height)
        left, top = self._card.left() + theme.px(56), self._card.top() + self._head_height()
        self._dock.setGeometry(left, top + content, self._inner, dock)
        show_page(self._pages, self.page, left, top, self._inner, content, theme.gap)
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.lay_out()

    # ---- touches, keyboard, painting

    def _touched(self, test_id: str) -> None:
        if test_id in (NEXT_ID, PREVIOUS_ID):
            self.page += 1 if test_id == NEXT_ID else -1
            self.lay_out()
        else:
            self.activated.emit(test_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a touch beside the card reaches nothing below

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The keyboard stays inside the sheet."""
        stops = [c for c in self.findChildren(Control) if c.isVisible() and c.isEnabled()]
        if not stops:
            return True
        now = next((i for i, control in enumerate(stops) if control.hasFocus()), -1 if forward else 0)
        stops[(now + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.color("dim"))
            border: ColourRole | None = None if theme.scheme == "standard" else "edge"
            shapes.card(painter, theme, QRectF(self._card), fill="surface", border=border, radius=shapes.SHEET_RADIUS)
            x, y = self._card.left() + theme.px(56), self._card.top() + theme.px(60)
            self._title.draw(painter, x, y)
            if self._lead:
                self._lead.draw(painter, x, y + self._title.height + theme.px(12), "ink_soft")
