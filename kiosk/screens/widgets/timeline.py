"""What happens next (接下来): steps from top to bottom, those behind us ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import shapes
from kiosk.screens.widgets.block import Block
from kiosk.screens.widgets.sharing import cut

_PAD, _DISC = 46, 60
_GAP, _LEAST_GAP = 20, 8


@dataclass(frozen=True)
class Step:
    head: str
    note: str = ""
    done: bool = False


class Timeline(Block):
    """A card; its steps stand closer or wider as there is room."""

    def __init__(self, theme: Theme, head: str, steps: Sequence[Step], test_id: str = "timeline") -> None:
        super().__init__(theme, test_id, f"{head}：" + "；".join(f"{s.head} {s.note}".strip() for s in steps))
        self.grow = theme.px(620)
        self._head, self._steps = head, list(steps)

    def _left(self) -> int:
        return self.theme.px(_PAD + _DISC + 28)

    def _texts(self, step: Step, width: int) -> list[TextFlow]:
        room = width - self._left() - self.theme.px(_PAD)
        texts = [self.flow(step.head, "label", room, bold=True)]
        if step.note:
            texts.append(self.flow(step.note, "note", room, color_role="ink_soft"))
        return texts

    def _step_height(self, step: Step, width: int) -> int:
        return max(self.theme.px(_DISC), sum(t.height for t in self._texts(step, width)))

    def _top(self) -> int:
        return self.theme.px(40) + self.theme.line_height("head") + self.theme.px(20)

    def _height(self, width: int, gap: int) -> int:
        steps = self._steps[self.part]
        heights = sum(self._step_height(step, width) for step in steps)
        return self._top() + heights + self.theme.px(gap) * (len(steps) - 1) + self.theme.px(40)

    def height_for(self, width: int) -> int:
        return self._height(width, _GAP)

    def split(self, width: int, first: int, rest: int) -> list[slice]:
        heights = [self._step_height(step, width) for step in self._steps]
        return cut(heights, self.theme.px(_LEAST_GAP), first, rest, self._top() + self.theme.px(40))

    def least(self, width: int) -> int:
        return self._height(width, _LEAST_GAP)

    def paint(self, painter: QPainter) -> None:
        theme, width = self.theme, self.width()
        shapes.card(painter, theme, self.rect())
        self.flow(self._head, "head", width, bold=True).draw(painter, theme.px(_PAD), theme.px(40))
        spare = self.height() - self._height(width, 0)
        gap = min(theme.px(_GAP + 26), spare // max(len(self._steps[self.part]), 1))
        x, y = theme.px(_PAD) + theme.px(_DISC) / 2, float(self._top())
        shown = list(enumerate(self._steps))[self.part]
        for number, step in shown:
            center = QPointF(x, y + theme.px(_DISC) / 2)
            self._paint_disc(painter, center, number, step)
            top = y + max(0.0, (theme.px(_DISC) - theme.line_height("label")) / 2)
            for text in self._texts(step, width):
                text.draw(painter, self._left(), top)
                top += text.height
            own = self._step_height(step, width)
            if number != shown[-1][0]:
                painter.setPen(theme.pen("edge", 4))
                start, end = y + theme.px(_DISC + 10), y + own + gap - theme.px(10)
                painter.drawLine(QPointF(x, start), QPointF(x, end))
            y += own + gap

    def _paint_disc(self, painter: QPainter, center: QPointF, number: int, step: Step) -> None:
        theme, size = self.theme, self.theme.px(_DISC)
        if step.done:
            shapes.disc(painter, theme, center, size, fill="ok", border=None)
            shapes.icon(painter, theme, "tick", center, 34, "surface")
            return
        shapes.disc(painter, theme, center, size, fill=None, border="edge", line=4)
        figure = self.flow(str(number + 1), "note", size, bold=True, align="center", px=theme.px(32))
        figure.draw(painter, center.x() - size / 2, center.y() - figure.height / 2)
