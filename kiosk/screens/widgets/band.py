"""The band: where I am and what is asked. It is only read; nothing in it can be touched.

Across the top in portrait, down the left side in landscape. Shows the service's name, the progress, the question, its
second sentence, on the elder's renewal the days that are left, on the home page the reassurances.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kiosk.elder_mode.scale import FIGURE_FLOOR, Role
from kiosk.screens.colours import ColourRole
from kiosk.screens.textflow import TextFlow
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import progress, shapes
from kiosk.screens.widgets.block import Block

BandKind = Literal["normal", "ok"]
HEADER = 104


@dataclass(frozen=True)
class Figure:
    """The great number of the elder's band: ``Figure("41", "天", "到 4月22日")``."""

    number: str
    unit: str
    note: str


@dataclass(frozen=True)
class BandSpec:
    service: str
    title: str
    lead: str = ""
    clock: str = ""
    stages: Sequence[str] = ()
    stage: int = 0
    kind: BandKind = "normal"
    figure: Figure | None = None
    reassurances: Sequence[str] = ()
    home: bool = False


class Band(Block):
    """Height follows from the width in portrait; in landscape the page gives it the full height."""

    def __init__(self, theme: Theme, spec: BandSpec) -> None:
        super().__init__(theme, "band", f"{spec.title} {spec.lead}")
        self.spec = spec
        self._ground: ColourRole = "band_ok" if spec.kind == "ok" else "band"
        self._soft: ColourRole = "on_band" if spec.kind == "ok" else "on_band_soft"

    # ---- measure

    def _titles_top(self) -> int:
        theme, spec = self.theme, self.spec
        if theme.landscape:
            return theme.px(176 if spec.home else 140)
        if spec.home:
            return theme.px(140 if theme.elder else 153)
        if theme.elder:
            return theme.px(108 if spec.figure else 128)
        return theme.px(progress.BARS_LOWER_EDGE + 38 if spec.stages else HEADER + 36)

    def _left(self) -> int:
        shift = 170 if self.spec.kind == "ok" and not self.theme.landscape else 0
        return self.theme.margin + self.theme.px(shift)

    def _room(self, width: int) -> int:
        beyond = 12 if self.theme.landscape and not self.spec.figure else 0  # a full-width sign may end in the margin
        return width - self._left() - self.theme.margin + self.theme.px(beyond)

    def _title(self, width: int) -> TextFlow:
        role: Role = "home_title" if self.spec.home else "title"
        return self.flow(self.spec.title, role, self._room(width), bold=True)

    def _lead(self, width: int) -> TextFlow:
        return self.flow(self.spec.lead, "label", self._room(width))

    def _figure_px(self, width: int) -> int:
        """As large as the number and its unit fit, between the floor and the figure's own size."""
        theme = self.theme
        figure = self.spec.figure
        assert figure is not None
        room = self._room(width) - theme.size("title") * (len(figure.unit) + 0.5)
        own = sum(theme.advance(100, True, c) for c in figure.number) / 100
        # Four digits on a narrow band go below the floor of a figure, but never below the title beside it.
        floor = min(theme.px(FIGURE_FLOOR), max(theme.size("title"), int(room / own)))
        return max(floor, min(theme.size("figure"), int(room / own)))

    def height_for(self, width: int) -> int:
        theme, spec = self.theme, self.spec
        bottom = self._titles_top() + self._title(width).height
        if spec.figure:
            return bottom + round(0.95 * self._figure_px(width)) + theme.px(86)
        if spec.lead:
            bottom += theme.px(16) + self._lead(width).height
        if spec.reassurances:
            bottom += theme.px(33) + theme.line_height("body")
        return bottom + theme.px(46)

    # ---- paint

    def paint(self, painter: QPainter) -> None:
        theme, width = self.theme, self.width()
        painter.fillRect(self.rect(), theme.color(self._ground))
        self._paint_header(painter)
        if theme.landscape and self.spec.kind == "ok":
            self._paint_tick(painter, self._titles_top())
        top = self._titles_top() + (theme.px(150) if theme.landscape and self.spec.kind == "ok" else 0)
        title = self._title(width)
        title.draw(painter, self._left(), top, "on_band")
        bottom = top + title.height
        if self.spec.figure:
            bottom = self._paint_figure(painter, bottom)
        elif self.spec.lead:
            lead = self._lead(width)
            lead.draw(painter, self._left(), bottom + theme.px(16), self._soft, strong="on_band")
            bottom += theme.px(16) + lead.height
        if theme.landscape:
            self._paint_below(painter, bottom)
        else:
            self._paint_reassurances(painter, bottom + theme.px(33))
            if self.spec.kind == "ok":
                self._paint_tick(painter, top)
        if theme.scheme == "contrast":
            self._paint_edge(painter)

    def _paint_header(self, painter: QPainter) -> None:
        theme, spec = self.theme, self.spec
        middle = theme.px(HEADER / 2)
        shapes.icon(painter, theme, "mark", QPointF(theme.margin + theme.px(21), middle), 50, "on_band")
        left = theme.margin + theme.px(64)
        room = self.width() - left - theme.margin
        service = self.flow(spec.service, "caption", room, bold=True, max_lines=1)
        service.draw(painter, left, middle - service.height / 2, "on_band")
        if theme.landscape:
            return
        stages = bool(spec.stages)
        aside = progress.step_words(spec.stages, spec.stage) if theme.elder and stages else spec.clock
        clock = self.flow(aside, "caption", self.width() - 2 * theme.margin, align="right", max_lines=1)
        if service.natural_width + theme.px(30) + clock.natural_width <= room:
            clock.draw(painter, theme.margin, middle - clock.height / 2, self._soft)
        if stages and not theme.elder:
            progress.paint_bars(painter, theme, spec.stages, spec.stage, theme.margin, self.width() - 2 * theme.margin)

    def _paint_tick(self, painter: QPainter, top: int) -> None:
        theme = self.theme
        center = QPointF(theme.margin + theme.px(66), top + theme.px(66))
        shapes.disc(painter, theme, center, theme.px(132), fill=None, border="on_band", line=5)
        shapes.icon(painter, theme, "tick", center, 74, "on_band")

    def _paint_figure(self, painter: QPainter, top: int) -> int:
        theme, figure = self.theme, self.spec.figure
        assert figure is not None
        px = self._figure_px(self.width())
        baseline = top + round(0.95 * px) + theme.px(12)
        number = self.flow(figure.number, "figure", 10**5, bold=True, px=px)
        number.draw(painter, self._left(), baseline - number.height / 2 - 0.38 * px, "on_band")
        unit = self.flow(figure.unit, "title", 10**5, bold=True)
        x = self._left() + number.natural_width + theme.px(28)
        unit.draw(painter, x, baseline - unit.height / 2 - 0.38 * unit.size, "on_band")
        note = self.flow(figure.note, "label", self._room(self.width()))
        if theme.landscape:
            note.draw(painter, self._left(), baseline + theme.px(44), self._soft)
            return baseline + theme.px(44) + note.height
        x += unit.natural_width + theme.px(48)
        note.draw(painter, x, baseline - note.height / 2 - 0.38 * note.size, self._soft)
        return baseline

    def _paint_reassurances(self, painter: QPainter, top: int) -> None:
        theme, x = self.theme, float(self._left())
        middle = top + theme.line_height("body") / 2
        for words in self.spec.reassurances:
            flow = self.flow(words, "body", 10**5)
            if x + theme.px(50) + flow.natural_width > self.width() - theme.margin:
                return
            shapes.icon(painter, theme, "tick", QPointF(x + theme.px(18), middle), 36, "on_band")
            flow.draw(painter, x + theme.px(50), top, "on_band")
            x += theme.px(50) + flow.natural_width + theme.px(46)

    def _paint_below(self, painter: QPainter, top: int) -> None:
        """Landscape: what stands under the question, and at the very bottom the place and the time or the step."""
        theme, spec = self.theme, self.spec
        foot = progress.step_words(spec.stages, spec.stage) if theme.elder and spec.stages else spec.clock
        last = self.flow(foot, "caption", self._room(self.width()))
        foot_top = self.height() - theme.px(40) - last.height
        last.draw(painter, self._left(), foot_top, self._soft)
        y = top + theme.px(70)
        if spec.stages and not theme.elder and y + progress.discs_height(theme, spec.stages) <= foot_top:
            progress.paint_discs(painter, theme, spec.stages, spec.stage, self._left(), y)
        for words in spec.reassurances:
            flow = self.flow(words, "body", self._room(self.width()))
            if y + flow.height > foot_top:
                return
            shapes.icon(
                painter, theme, "tick", QPointF(self._left() + theme.px(18), y + flow.height / 2), 36, "on_band"
            )
            flow.draw(painter, self._left() + theme.px(50), y, "on_band")
            y += theme.px(66)

    def _paint_edge(self, painter: QPainter) -> None:
        thick = self.theme.px(4)
        edge = QRectF(self.width() - thick, 0, thick, self.height())
        if not self.theme.landscape:
            edge = QRectF(0, self.height() - thick, self.width(), thick)
        painter.fillRect(edge, self.theme.color("on_band"))
