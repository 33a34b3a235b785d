"""The typefaces of the printed page: every han character of GB 18030-2022 is drawn, embedded and extracts as itself.

Noto Sans SC comes first; a character it lacks is taken from HanaMinB; one that no face has becomes a visible box, never
blank. A face is loaded when first needed and then kept.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kiosk.assets import ASSETS

REGULAR, BOLD, RARE = "NotoSansSC-Regular", "NotoSansSC-Bold", "HanaMinB"
BOX = "□"
_BLOCK = 100  # bfchar entries in one block, the limit of the CMap format

_loading = Lock()
_loaded: dict[str, EmbeddedFont] = {}


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab is untyped
    """A TrueType face whose text extracts exactly, also beyond U+FFFF, where reportlab's own map is malformed."""

    def addObjects(self, doc: object) -> None:  # reportlab's name
        subsets = list(self.state[doc].subsets)
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict  # type: ignore[attr-defined]
        for name, subset in zip(names, subsets, strict=True):
            reference = fonts[name].ToUnicode
            doc.idToObject[reference.name].content = to_unicode_map(fonts[name].BaseFont, subset)  # type: ignore[attr-defined]


def to_unicode_map(font_name: str, subset: list[int]) -> str:
    """The CMap from a subset's codes to UTF-16BE text (ISO 32000-1, 9.10.3). Code 0 and unused codes have no entry."""
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def face(name: str) -> EmbeddedFont:
    """The loaded face of that name, known to reportlab under the same name."""
    with _loading:
        if name not in _loaded:
            font = EmbeddedFont(name, str(ASSETS / "fonts" / f"{name}.ttf"))
            pdfmetrics.registerFont(font)
            _loaded[name] = font
        return _loaded[name]


@cache
def _has(name: str, character: str) -> bool:
    return bool(face(name).face.charToGlyph.get(ord(character)))


def printable(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with a box for each character that no face has, and those characters."""
    missing = tuple(each for each in text if not (_has(REGULAR, each) or _has(RARE, each)))
    for each in missing:
        text = text.replace(each, BOX)
    return text, missing


def runs(text: str, *, bold: bool) -> list[tuple[str, str]]:
    """Pieces of printable text, each with the name of the face that draws it."""
    first = BOLD if bold else REGULAR
    return [(name, "".join(piece)) for name, piece in groupby(text, lambda each: first if _has(first, each) else RARE)]


def width(text: str, size: float, *, bold: bool) -> float:
    """How wide printable text is, in points."""
    return float(sum(face(name).stringWidth(piece, size) for name, piece in runs(text, bold=bold)))
