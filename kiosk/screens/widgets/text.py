"""Plain words on the page: a paragraph, the tinted sentence that says what will be filed, the note with its icon."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk.elder_mode.scale import Role
from kiosk.screens.colours import ColourRole
from kiosk.screens.textflow import Align, TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.buttons import SmallButton
from kiosk.screens.widgets.sharing import cut


class Paragraph(Block):
    """A text without a frame; a long one goes over several pages line by line."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: Role = "body",
        *,
        bold: bool = False,
        align: Align = "left",
        color: ColourRole = "ink",
        test_id: str = "",
    ) -> None:
        super().__init__(theme, test_id, text)
        self._text, self._role, self._bold, self._align, self._color = text, role, bold, align, color

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.reshape()

    def _flow(self, width: int) -> TextFlow:
        return self.flow(self._text, self._role, width, bold=self._bold, align=self._align)

    def height_for(self, width: int) -> int:
        flow = self._flow(width)
        return flow.line_height * len(flow.lines[self.part])

    def split(self, width: int, first: int, rest: int) -> list[slice]:
        flow = self._flow(width)
        return cut([flow.line_height] * flow.line_count, 0, first, rest)

    def paint(self, painter: QPainter) -> None:
        flow = self._flow(self.width())
        start = self.part.indices(flow.line_count)[0]
        flow.draw(painter, 0, -start * flow.line_height, self._color)


class Statement(Block):
    """One sentence in a tinted card: what will be filed."""

    def __init__(self, theme: Theme, text: str, test_id: str = "statement") -> None:
        super().__init__(theme, test_id, text)
        self._text = text

    def _flow(self, width: int) -> TextFlow:
        return self.flow(self._text, "head", width - 2 * self.theme.px(42), bold=True)

    def height_for(self, width: int) -> int:
        return self._flow(width).height + 2 * self.theme.px(35)

    def least(self, width: int) -> int:
        return self.height_for(width) - 2 * self.theme.px(15)

    def paint(self, painter: QPainter) -> None:
        theme = self.theme
        shapes.card(painter, theme, self.rect(), fill="tint", border="action")
        flow = self._flow(self.width())
        flow.draw(painter, theme.px(42), (self.height() - flow.height) / 2)


class Note(Block):
    """An icon, a line or two in soft ink, and if need be one small button at the right.

    The button may be any SmallButton, also a PeekButton; the note emits its touches.
    """

    def __init__(
        self, theme: Theme, icon: str, text: str, *, button: SmallButton | None = None, test_id: str = ""
    ) -> None:
        super().__init__(theme, test_id, text)
        self._icon, self._text, self._button = icon, text, button
        self._role: Role = "label" if theme.elder else "note"
        if button is not None:
            self.adopt(button)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.reshape()

    def _left(self) -> int:
        return self.theme.px(92 if self.theme.elder else 64)

    def _flow(self, width: int) -> TextFlow:
        button = self._button.width_hint() + self.theme.px(24) if self._button else 0
        return self.flow(self._text, self._role, width - self._left() - button)

    def height_for(self, width: int) -> int:
        return max(self._flow(width).height, self.theme.target("small") if self._button else 0)

    def arrange(self) -> None:
        if self._button:
            width, height = self._button.width_hint(), self.theme.target("small")
            self._button.setGeometry(self.width() - width, 0, width, height)

    def paint(self, painter: QPainter) -> None:
        theme, flow = self.theme, self._flow(self.width())
        size = 64 if theme.elder else 44
        middle = QPointF(theme.px(size / 2), flow.line_height / 2)
        shapes.icon(painter, theme, self._icon, middle, size)
        flow.draw(painter, self._left(), 0, "ink" if theme.elder else "ink_soft", strong="ink")
