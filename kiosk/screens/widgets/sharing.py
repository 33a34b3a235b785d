"""How blocks share the height of a page: stretched into room, pressed where it is short, else cut into parts."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

WHOLE = slice(None)


def cut(heights: Sequence[int], gap: int, first: int, rest: int, extra: int = 0) -> list[slice]:
    """Parts of a row of units: the first part at most ``first`` high, the others ``rest``; each costs ``extra`` more.

    Where not even one unit fits in ``first`` the first part has the height of a whole page.
    """
    room = first if heights and heights[0] + extra <= first else rest
    parts: list[slice] = []
    start, used = 0, extra
    for number, height in enumerate(heights):
        need = height + (gap if number > start else 0)
        if number > start and used + need > room:
            parts.append(slice(start, number))
            start, used, room, need = number, extra, rest, height
        used += need
    parts.append(slice(start, len(heights)))
    return parts if len(parts) > 1 else [WHOLE]


def fill(natural: Sequence[int], tallest: Sequence[int], space: int) -> list[int]:
    """Heights that share ``space``: the lowest block is stretched first, none above its tallest."""
    heights = list(natural)
    spare = space - sum(heights)
    while spare > 0:
        open_ = [i for i, h in enumerate(heights) if h < tallest[i]]
        if not open_:
            break
        low = min(heights[i] for i in open_)
        lowest = [i for i in open_ if heights[i] == low]
        ceiling = min([tallest[i] for i in lowest] + [heights[i] for i in open_ if heights[i] > low])
        step = min(ceiling - low, spare // len(lowest)) or 1
        for i in lowest[: spare // step]:
            heights[i] += step
            spare -= step
    return heights


def press(natural: Sequence[int], least: Sequence[int], space: int) -> list[int]:
    """Heights pressed from natural towards ``space``, each by its share of what all can give, none below its least."""
    give = [n - s for n, s in zip(natural, least, strict=True)]
    part = min(1.0, (sum(natural) - space) / max(sum(give), 1))
    return [n - min(g, ceil(g * part)) for n, g in zip(natural, give, strict=True)]
