"""Choice cards: icon, words, ring. Choosing never moves on by itself; details of the chosen one open inside it.

choices = ChoiceList(theme, "delivery", [
    ChoiceCard(theme, "mail", "寄给我", "邮政快递，审批后 3 天左右到", icon="envelope",
               detail=Detail(theme, "寄到", [address, holder], button=SmallButton(theme, "address", "改地址"))),
    ChoiceCard(theme, "shop", "送到店里", "帮办员上门送证，先打电话给您", icon="house"),
], chosen={"mail"})
choices.chosen      # a set of card ids; emits activated(card id) on every touch
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk import words
from kiosk.screens.colours import ColourRole
from kiosk.screens.textflow import TextFlow, literal
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block, Column
from kiosk.screens.widgets.buttons import SmallButton
from kiosk.screens.widgets.control import Control


class Detail(Block):
    """Inside a chosen card: a soft label, data lines (the first bold, none of them marked up) and a small button."""

    def __init__(self, theme: Theme, label: str, lines: Sequence[str], *, button: SmallButton | None = None) -> None:
        super().__init__(theme, "", f"{label} {' '.join(literal(line) for line in lines)}")
        self._label, self._lines, self._button = label, list(lines), button
        if button is not None:
            self.adopt(button)

    def _texts(self, width: int) -> list[TextFlow]:
        room = width - (self._button.width_hint() + self.theme.px(24) if self._button else 0)
        label = self.flow(self._label, "note", room, color_role="ink_soft")
        return [label, *(self.flow(literal(s), "label", room, bold=i == 0) for i, s in enumerate(self._lines))]

    def height_for(self, width: int) -> int:
        return sum(flow.height for flow in self._texts(width))

    def arrange(self) -> None:
        if self._button:
            width, height = self._button.width_hint(), self.theme.target("small") + self.theme.px(8)
            self._button.setGeometry(self.width() - width, (self.height() - height) // 2, width, height)

    def paint(self, painter: QPainter) -> None:
        y = 0
        for flow in self._texts(self.width()):
            flow.draw(painter, 0, y)
            y += flow.height


class ChoiceCard(Control):
    """``note`` may be marked up. A card that is not ``open`` shows why in its note and cannot be chosen."""

    def __init__(
        self,
        theme: Theme,
        test_id: str,
        head: str,
        note: str = "",
        *,
        icon: str = "",
        detail: Block | None = None,
        open: bool = True,
    ) -> None:
        super().__init__(theme, test_id, f"{head} {note}".strip())
        self.grow = theme.px(280)
        self.open = open
        self.chosen = False
        self.square = False
        self._head, self._note, self._icon, self._detail = head, note, icon, detail
        self.setEnabled(open)
        if detail is not None:
            self.adopt(detail)

    def set_chosen(self, chosen: bool) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self.setAccessibleDescription(words.text("widget.chosen") if chosen else "")
            self.rearrange()

    # ---- measure

    def _text_left(self) -> int:
        if not self._icon:
            return self.theme.px(42)
        return self.theme.px(176 if self.theme.elder else 147)

    def _ring(self) -> int:
        return 84 if self.theme.elder else 60

    def _texts(self, width: int) -> list[TextFlow]:
        ring = self.theme.px(self._ring() + 70) if self.open else self.theme.px(42)
        room = width - self._text_left() - ring
        texts = [self.flow(self._head, "head", room, bold=True)]
        if self._note:
            texts.append(self.flow(self._note, "note", room, color_role="ink_soft"))
        return texts

    def _top_height(self, width: int) -> int:
        return sum(t.height for t in self._texts(width)) + 2 * self.theme.px(29)

    def _opened(self) -> bool:
        return self._detail is not None and self.chosen

    def _detail_width(self, width: int) -> int:
        return width - self._text_left() - self.theme.px(39)

    def height_for(self, width: int) -> int:
        height = self._top_height(width)
        if self._detail is not None and self.chosen:
            height += self._detail.height_for(self._detail_width(width)) + 2 * self.theme.px(28)
        return height

    def least(self, width: int) -> int:
        return self.height_for(width) - (0 if self._opened() else 2 * self.theme.px(15))

    def tallest(self, width: int) -> int:
        return self.height_for(width) if self._opened() else super().tallest(width)

    def arrange(self) -> None:
        if self._detail is None:
            return
        self._detail.setVisible(self.chosen)
        width = self._detail_width(self.width())
        top = self._top_height(self.width()) + self.theme.px(28)
        self._detail.setGeometry(self._text_left(), top, width, self._detail.height_for(width))

    # ---- paint

    def paint(self, painter: QPainter) -> None:
        theme, width = self.theme, self.width()
        tinted = self.chosen or self.pressed
        line = shapes.SELECTED_LINE if tinted else shapes.CONTROL_LINE if self.open else shapes.HAIRLINE
        fill: ColourRole = "tint" if tinted else "surface" if self.open else "paper"
        border: ColourRole = "action" if tinted else "edge" if self.open else "line"
        shapes.card(painter, theme, self.rect(), fill=fill, border=border, line=line)
        top_height = self._top_height(width) if self._opened() else self.height()
        middle = top_height / 2
        if self._icon:
            center = QPointF(theme.px(92 if theme.elder else 73), middle)
            shapes.icon(painter, theme, self._icon, center, 104 if theme.elder else 84)
        texts = self._texts(width)
        y = middle - sum(t.height for t in texts) / 2
        for text in texts:
            text.draw(painter, self._text_left(), y)
            y += text.height
        if self.open:
            center = QPointF(width - theme.px(39) - theme.px(self._ring()) / 2, middle)
            shapes.choice_mark(painter, theme, center, self._ring(), on=self.chosen, square=self.square)
        if self._opened():
            shapes.hairline(painter, theme, theme.px(39), top_height, width - 2 * theme.px(39))


class ChoiceList(Column):
    """One of the cards, or with ``multi`` any number of them, is chosen."""

    def __init__(
        self,
        theme: Theme,
        test_id: str,
        cards: Sequence[ChoiceCard],
        *,
        multi: bool = False,
        chosen: Collection[str] = (),
    ) -> None:
        super().__init__(theme, cards)
        self.setObjectName(test_id)
        self.cards = list(cards)
        self.multi = multi
        for card in self.cards:
            card.square = multi
            card.set_chosen(card.test_id in chosen)
            card.activated.connect(self._touched)

    @property
    def chosen(self) -> set[str]:
        return {card.test_id for card in self.cards if card.chosen}

    def _touched(self, test_id: str) -> None:
        touched = next((card for card in self.cards if card.test_id == test_id), None)
        if touched is None:  # a button inside a card
            return
        for card in self.cards:
            if self.multi:
                card.set_chosen(card.chosen != (card is touched))
            else:
                card.set_chosen(card is touched)
        self.reshape()
