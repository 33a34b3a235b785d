"""The marks of a text and where its lines may break: what a text flow is set from. Nothing here is measured.

A line never begins with a closing sign nor ends with an opening one (kinsoku); words, numbers, a number and its unit,
a date's parts stay together. Each place where a line may begin has a cost: the text flow takes the cheapest way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.words import plain

_STAR, _BAR, _MARK_ON, _MARK_OFF = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"  # Unicode non-characters: no text holds them
_ESCAPE = str.maketrans({"*": _STAR, "|": _BAR, "\n": " "})
_UNESCAPE = str.maketrans({_STAR: "*", _BAR: "|", _MARK_ON: None, _MARK_OFF: None})

_NOT_FIRST = frozenset("，。？！、；：）》〉」』】”’…·,.?!;:)%")
_NOT_LAST = frozenset("（《〈「『【“‘(")
_HALF_FULL = frozenset("，。、；：）》〉」』】”’")  # full-width signs whose right half is empty
_PAUSE = frozenset("，。？！；：")
_WORD = r"[0-9A-Za-z＊*.:,%+\-]+(?: [0-9A-Za-z]*[0-9][0-9A-Za-z]*)*"
_UNIT = "(?:个?(?:工作日|小时|分钟|月)|[年月日天号岁元次分秒时点步周页处项件家条位个])"
_TOGETHER = re.compile(rf"{_WORD}(?: ?{_UNIT})?(?:{_WORD} ?{_UNIT})*|星期[一二三四五六日天]")

# What a line costs, and a break at a place: the cheapest way to set a paragraph is taken.
LINE, RAGGED = 100.0, 20.0
_PREFERRED, _AFTER_PAUSE, _ANYWHERE = 0.0, 20.0, 60.0
_BETWEEN_GROUPS, _INSIDE, _AGAINST_RULE = 1e3, 1e4, 1e6  # only where a word is longer than a line
SHORT_LAST = {0: 400.0, 1: 400.0, 2: 80.0}  # characters on the last line


def literal(value: str) -> str:
    """A value as it is: none of its characters is a mark."""
    return value.translate(_ESCAPE)


def underlined(value: str) -> str:
    """A literal value whose place in the flow is remembered in ``mark_rects``."""
    return f"{_MARK_ON}{literal(value)}{_MARK_OFF}"


def spoken(text: str) -> str:
    """A text without marks: accessible names and speech."""
    return plain(text).translate(_UNESCAPE).replace("\n", " ")


@dataclass
class Paragraph:
    chars: list[str]
    bold: list[bool]
    marked: list[bool]
    preferred: set[int]  # a line may well begin before these characters

    def squeezed(self, i: int) -> bool:
        """Of two full-width signs in a row the first gives up its empty half: ”。"""
        if i + 1 >= len(self.chars) or self.chars[i] not in _HALF_FULL:
            return False
        return self.chars[i + 1] in _HALF_FULL or self.chars[i + 1] in _NOT_LAST


def parse(text: str, bold: bool) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    strong = marked = False
    for source in text.split("\n"):
        paragraph = Paragraph([], [], [], set())
        for piece in re.split(rf"(\*\*|[|{_MARK_ON}{_MARK_OFF}])", source):
            if piece == "**":
                strong = not strong
            elif piece == "|":
                paragraph.preferred.add(len(paragraph.chars))
            elif piece in (_MARK_ON, _MARK_OFF):
                marked = piece == _MARK_ON
            else:
                shown = piece.translate(_UNESCAPE)
                paragraph.chars += shown
                paragraph.bold += [bold or strong] * len(shown)
                paragraph.marked += [marked] * len(shown)
        paragraphs.append(paragraph)
    return paragraphs


def break_costs(paragraph: Paragraph, *, inside_words: bool = False) -> dict[int, float]:
    """Cost of beginning a line before each character where a line may begin."""
    chars = paragraph.chars
    together = {i for found in _TOGETHER.finditer("".join(chars)) for i in range(found.start() + 1, found.end())}
    costs: dict[int, float] = {}
    for i in range(1, len(chars)):
        if chars[i] == " ":
            continue
        if chars[i] in _NOT_FIRST or chars[i - 1] in _NOT_LAST:
            cost = _AGAINST_RULE
        elif i in paragraph.preferred:
            cost = _PREFERRED
        elif i in together:
            cost = _BETWEEN_GROUPS if chars[i - 1] == " " else _INSIDE
        else:
            cost = _AFTER_PAUSE if chars[i - 1] in _PAUSE else _ANYWHERE
        if cost <= _ANYWHERE or inside_words:
            costs[i] = cost
    return costs


def characters(chars: list[str]) -> int:
    return sum(c not in _NOT_FIRST and c != " " for c in chars)
