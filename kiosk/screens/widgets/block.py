"""What every part of a page is: a Block knows its height for a width, paints itself and reports touches by id.

    class Hello(Block):
        def height_for(self, width: int) -> int:
            return self.flow("您好", "body", width).height
        def paint(self, painter: QPainter) -> None:
            self.flow("您好", "body", self.width()).draw(painter, 0, 0)

A page stacks blocks: each gets ``height_for``, while there is room up to ``grow`` (0 = fixed), and where a page would
else be one too many, down to ``least``. Blocks inside a block are taken in with ``adopt`` and placed in ``arrange``.
Every touch inside a block arrives at its one signal ``activated`` with the id of the control. A block whose natural
height has changed calls ``reshape`` and the page stacks anew. A block made of equal parts (rows, choices, lines) says
in ``split`` how it goes over several pages, and then shows the part it is told. Layouts are ours (no QLayout).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk import words
from kiosk.elder_mode.scale import Role
from kiosk.screens.textflow import TextFlow, spoken
from kiosk.screens.theme import Theme
from kiosk.screens.widgets.sharing import WHOLE, cut, fill, press


class Block(QWidget):
    """``test_id`` becomes objectName, ``name`` (marks removed) accessibleName."""

    activated = Signal(str)
    reshaped = Signal()

    def __init__(self, theme: Theme, test_id: str = "", name: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.grow = 0
        self.part = WHOLE
        self.resize(0, 0)  # nothing is placed before the page gives a size
        self._laid_out: dict[tuple[Any, ...], TextFlow] = {}
        self.setObjectName(test_id)
        self.setAccessibleName(spoken(name))

    @property
    def test_id(self) -> str:
        return self.objectName()

    # ---- sizes: for a subclass to say

    def height_for(self, width: int) -> int:
        """Natural height in panel pixels."""
        raise NotImplementedError

    def least(self, width: int) -> int:
        """Height down to which it may be pressed, with less air inside."""
        return self.height_for(width)

    def tallest(self, width: int) -> int:
        """Height up to which it may be stretched."""
        return max(self.height_for(width), self.grow)

    def split(self, width: int, first: int, rest: int) -> list[slice]:  # noqa: ARG002 - the default cannot be split
        """Parts for several pages: the first at most ``first`` high, the others ``rest``. Most blocks stay whole."""
        return [WHOLE]

    def show_part(self, part: slice) -> None:
        """Be only this part: height, placing and painting follow ``self.part``."""
        if part != self.part:
            self.part = part
            self.rearrange()

    # ---- painting and placing: for a subclass to do

    def paint(self, painter: QPainter) -> None:
        """Paint with antialiasing on, in own coordinates."""

    def arrange(self) -> None:
        """Place the adopted blocks; called whenever the size or the content has changed."""

    # ---- help for subclasses

    def adopt(self, block: Block) -> None:
        block.setParent(self)
        block.activated.connect(self.activated)
        block.reshaped.connect(self.reshaped)
        block.show()

    def rearrange(self) -> None:
        """Place and paint anew, once there is a size to do it in."""
        if self.width() > 0:
            self.arrange()
            self.update()

    def reshape(self) -> None:
        self.rearrange()
        self.reshaped.emit()

    def flow(self, text: str, role: Role, width: float, **options: Any) -> TextFlow:
        """A text laid out once and kept as long as the block lives; options as TextFlow's."""
        key = (text, role, width, *options.items())
        kept = self.theme.flows if words.is_fixed(text) else self._laid_out
        found: TextFlow | None = kept.get(key)
        if found is None:
            if len(self._laid_out) > 64:  # countdowns make many
                self._laid_out.clear()
            found = kept[key] = TextFlow(text, self.theme, role, width=width, **options)
        return found

    # ---- Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange()


class Column(Block):
    """Blocks one below another; stretched by ``fill`` when there is room."""

    def __init__(self, theme: Theme, blocks: Sequence[Block], gap: int | None = None) -> None:
        super().__init__(theme)
        self.blocks = list(blocks)
        self.gap = theme.gap if gap is None else gap
        for block in self.blocks:
            self.adopt(block)

    @property
    def shown(self) -> list[Block]:
        return self.blocks[self.part]

    def height_for(self, width: int) -> int:
        return sum(b.height_for(width) for b in self.shown) + self.gap * max(len(self.shown) - 1, 0)

    def least(self, width: int) -> int:
        return sum(b.least(width) for b in self.shown) + self.gap * max(len(self.shown) - 1, 0)

    def tallest(self, width: int) -> int:
        return sum(b.tallest(width) for b in self.shown) + self.gap * max(len(self.shown) - 1, 0)

    def split(self, width: int, first: int, rest: int) -> list[slice]:
        return cut([b.least(width) for b in self.blocks], self.gap, first, rest)

    def arrange(self) -> None:
        shown = self.shown
        for block in self.blocks:
            block.setVisible(block in shown)
        stack(shown, 0, 0, self.width(), self.height(), self.gap)


class Row(Block):
    """Blocks side by side, all as high as the row; ``shares`` are parts of the width, equal by default."""

    def __init__(
        self, theme: Theme, blocks: Sequence[Block], gap: int | None = None, shares: Sequence[float] = ()
    ) -> None:
        super().__init__(theme)
        self.blocks = list(blocks)
        self.gap = theme.gap if gap is None else gap
        self._shares = list(shares) or [1.0] * len(self.blocks)
        for block in self.blocks:
            self.adopt(block)

    def widths(self, width: int) -> list[int]:
        space = width - self.gap * (len(self.blocks) - 1)
        edges = [round(space * sum(self._shares[:i]) / sum(self._shares)) for i in range(len(self.blocks) + 1)]
        return [right - left for left, right in pairwise(edges)]

    def height_for(self, width: int) -> int:
        return max(b.height_for(w) for b, w in zip(self.blocks, self.widths(width), strict=True))

    def least(self, width: int) -> int:
        return max(b.least(w) for b, w in zip(self.blocks, self.widths(width), strict=True))

    def tallest(self, width: int) -> int:
        return max(b.tallest(w) for b, w in zip(self.blocks, self.widths(width), strict=True))

    def arrange(self) -> None:
        x = 0
        for block, width in zip(self.blocks, self.widths(self.width()), strict=True):
            block.setGeometry(x, 0, width, self.height())
            x += width + self.gap


def beside(theme: Theme, blocks: Sequence[Block]) -> list[Block]:
    """The blocks side by side where the panel has room for both, else as they are, one below another."""
    roomy = theme.landscape and theme.stop == 1 and not theme.lowered and theme.width >= theme.px(1700)
    return [Row(theme, blocks)] if roomy else list(blocks)


def stack(blocks: Sequence[Block], x: int, y: int, width: int, height: int, gap: int) -> int:
    """Place blocks one below another within ``height``; returns the lower edge of the last."""
    space = height - gap * (len(blocks) - 1)
    natural = [b.height_for(width) for b in blocks]
    if sum(natural) > space:
        heights = press(natural, [b.least(width) for b in blocks], space)
    else:
        heights = fill(natural, [b.tallest(width) for b in blocks], space)
    for block, own in zip(blocks, heights, strict=True):
        block.setGeometry(x, y, width, own)
        y += own + gap
    return y - gap
