"""Where a line of Chinese may end: words and numbers stay whole, no comma begins a line, none holds one character."""

from __future__ import annotations

import re
from collections.abc import Callable

_OPENING = "（《〈“‘「『【〔［｛"
_CLOSING = "，。、；：？！）》〉”’」』】〕］｝…—·％"
_WORD = r"[!-~\u00c0-\u024f]+(?: ?[年月日号个天岁])?"  # Latin words and numbers, a number with its unit
_UNIT = re.compile(rf"\s+|[{_OPENING}]*(?:{_WORD}|[^\s])[{_CLOSING}]*")


def break_lines(text: str, limit: float, measure: Callable[[str], float]) -> list[str]:
    """The lines of a text, none wider than the limit once its trailing space is off; joined they are the text again.

    A word that is wider than a whole line is broken between characters.
    """
    lines: list[list[str]] = [[]]
    used = 0.0
    for unit in _UNIT.findall(text):
        for piece in [unit] if measure(unit) <= limit else unit:
            wide = measure(piece)
            if used + wide > limit and lines[-1] and not piece.isspace():
                lines.append([])
                used = 0.0
            lines[-1].append(piece)
            used += wide
    _feed_orphan(lines, limit, measure)
    return ["".join(line) for line in lines]


def _feed_orphan(lines: list[list[str]], limit: float, measure: Callable[[str], float]) -> None:
    """Gives a last line of one character company from the line above, where there is room."""
    if len(lines) < 2 or len(lines[-2]) < 3 or len("".join(lines[-1]).rstrip(_CLOSING)) > 1:
        return
    company = lines[-2][-1]
    if not company.isspace() and measure(company) + measure("".join(lines[-1])) <= limit:
        lines[-1].insert(0, lines[-2].pop())
