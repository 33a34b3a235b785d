"""The look of paper: A4, one family, two weights, one hairline, black text so that a mono laser prints it sharp."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 18 * mm
CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN
HALF = PAGE_HEIGHT / 2  # a slip folds here

INK = HexColor(0x000000)
BLUE = HexColor(0x0B3C7D)  # the screens' band; dark grey on a mono printer
LINE = HexColor(0x8A8A8A)
PALE = HexColor(0xE4E7EC)  # the copy mark behind the text
HAIRLINE = 0.6
GAP = 3 * mm


@dataclass(frozen=True)
class Type:
    """A role of text. Sizes in points; a line is ``spacing`` times as high."""

    size: float
    bold: bool = False
    align: Literal["left", "centre", "right"] = "left"
    spacing: float = 1.4
    blue: bool = False


SMALL = Type(11)
SMALL_RIGHT = Type(11, align="right")
BODY = Type(12)
LABEL = Type(12, spacing=1.64)  # stands beside a VALUE, line for line
VALUE = Type(14, bold=True)
STRONG = Type(12, bold=True)
HEAD = Type(14, bold=True)
LEAD = Type(18, bold=True)
TITLE = Type(22, bold=True, blue=True, spacing=1.22)
TITLE_CENTRE = Type(22, bold=True, align="centre", spacing=1.3)
FIGURE = Type(27, bold=True, spacing=1.22)
