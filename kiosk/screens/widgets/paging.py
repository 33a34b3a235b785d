"""Spread blocks over as many pages as they need: nothing is made smaller and nothing scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.screens.widgets.block import Block, stack
from kiosk.screens.widgets.sharing import WHOLE


class Placed(NamedTuple):
    block: Block
    part: slice


Pages = list[list[Placed]]


def paginate(blocks: Sequence[Block], width: int, height: int, gap: int) -> Pages:
    """Pages of blocks that fit in ``height`` at their least height; a block that can be split may go over two pages.

    A block that can neither be split nor fits a page of its own gets one all the same.
    """
    pages: Pages = [[]]
    used = 0

    def turn() -> None:
        nonlocal used
        if pages[-1]:
            pages.append([])
            used = 0

    for block in blocks:
        block.show_part(WHOLE)
        room = height - used - (gap if pages[-1] else 0)
        parts = [WHOLE] if block.least(width) <= room else block.split(width, room, height)
        for part in parts:
            block.show_part(part)
            own = block.least(width)
            if pages[-1] and used + gap + own > height:
                turn()
            used += own + (gap if pages[-1] else 0)
            pages[-1].append(Placed(block, part))
    return pages


def show_page(pages: Pages, number: int, x: int, y: int, width: int, height: int, gap: int) -> None:
    """Place the blocks of one page and hide those of the others."""
    shown = pages[number]
    blocks = [placed.block for placed in shown]
    for other in (placed.block for page in pages for placed in page):
        if other not in blocks:
            other.hide()
    for placed in shown:
        placed.block.show_part(placed.part)
        placed.block.show()
    stack(blocks, x, y, width, height, gap)


def natural_height(page: Sequence[Placed], width: int, gap: int) -> int:
    """Height of one page of blocks, neither stretched nor pressed."""
    for placed in page:
        placed.block.show_part(placed.part)
    return sum(placed.block.height_for(width) for placed in page) + gap * max(len(page) - 1, 0)


def least_height(page: Sequence[Placed], width: int, gap: int) -> int:
    """Height down to which one page of blocks may be pressed."""
    for placed in page:
        placed.block.show_part(placed.part)
    return sum(placed.block.least(width) for placed in page) + gap * max(len(page) - 1, 0)
