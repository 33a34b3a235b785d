"""One look for every screen: sizes through the panel's pitch, colours by role, fonts and icons kept ready.

    theme = Theme(1080, 1920, stop=3, scheme="dark")
    theme.px(60)                        # pixels of the default panel → pixels of this panel
    theme.mm(15)                        # millimetres → pixels of this panel
    theme.font("label", bold=True)      # QFont of a size role (kiosk.elder_mode.scale)
    theme.color("action")               # QColor of a colour role (kiosk.screens.colours)
    theme.icon("printer", 52)           # QPixmap, the size in pixels of the default panel
    theme.advance(36, True, "证")       # width of one character of a font of 36 pixels

A theme never changes: another size, scheme or panel is another theme, and a page is built anew with it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import KW_ONLY, dataclass
from functools import cached_property, lru_cache
from typing import Any

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.assets import ASSETS
from kiosk.elder_mode import scale
from kiosk.elder_mode.scale import Role
from kiosk.screens.colours import ColourRole, Palette, Scheme, palette

FAMILIES = ["Noto Sans SC", "HanaMinB"]
_LINE = {"title": 1.22, "home_title": 1.22, "figure": 1.0}


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, ...]:
    """Register the terminal's fonts; needs a QGuiApplication. Raises FileNotFoundError if one is missing."""
    families: list[str] = []
    for path in sorted((ASSETS / "fonts").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    missing = set(FAMILIES) - set(families)
    if missing:
        raise FileNotFoundError(f"fonts missing in {ASSETS / 'fonts'}: {', '.join(sorted(missing))}")
    return tuple(families)


@lru_cache(maxsize=128)
def _icon_source(name: str) -> str:
    return (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Theme:
    """``width``, ``height``: pixels of this panel; ``pitch_mm``: size of one of them, where the settings know it."""

    width: int
    height: int
    _: KW_ONLY
    stop: int = 1
    scheme: Scheme = "standard"
    pitch_mm: float | None = None
    reduced_motion: bool = False
    lowered: bool = False

    # ------------------------------------------------------------------ sizes

    @cached_property
    def scale(self) -> float:
        return scale.panel_scale(self.width, self.height, self.pitch_mm)

    @cached_property
    def elder(self) -> bool:
        return scale.is_elder(self.stop)

    @cached_property
    def landscape(self) -> bool:
        return scale.is_landscape(self.width, self.height)

    def px(self, n: float) -> int:
        return round(n * self.scale)

    def mm(self, millimetres: float) -> int:
        return round(millimetres / scale.DEFAULT_PITCH_MM * self.scale)

    def size(self, role: Role) -> int:
        """Em of a size role in pixels of this panel."""
        return self.px(scale.em(role, self.stop))

    def line_height(self, role: Role) -> int:
        return round(self.size(role) * _LINE.get(role, 1.4))

    def target(self, name: str) -> int:
        """Height of a kind of target, or a gap: see kiosk.elder_mode.scale."""
        return self.px(scale.target(name, self.stop))

    @property
    def margin(self) -> int:
        return self.px(56 if self.landscape else 60)

    @property
    def gap(self) -> int:
        return self.target("gap")

    # ------------------------------------------------------------------ colours

    @cached_property
    def _palette(self) -> Palette:
        return palette(self.scheme, elder=self.elder)

    @cached_property
    def _colors(self) -> dict[ColourRole, QColor]:
        return {role: QColor(value) for role, value in self._palette.items()}

    def color(self, role: ColourRole) -> QColor:
        return self._colors[role]

    def pen(self, role: ColourRole, width: float) -> QPen:
        """A round pen, its width in pixels of the default panel."""
        pen = QPen(self.color(role), max(1.0, width * self.scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    # ------------------------------------------------------------------ fonts

    @cached_property
    def _fonts(self) -> dict[tuple[int, bool], QFont]:
        return {}

    @cached_property
    def _advances(self) -> dict[tuple[int, bool, str], float]:
        return {}

    def font(self, role: Role, bold: bool = False) -> QFont:
        return self.font_px(self.size(role), bold)

    def font_px(self, pixels: int, bold: bool = False) -> QFont:
        found = self._fonts.get((pixels, bold))
        if found is None:
            found = QFont()
            found.setFamilies(FAMILIES)
            found.setPixelSize(pixels)
            found.setBold(bold)
            found.setKerning(False)  # so that a line is as wide as its characters
            found.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[pixels, bold] = found
        return found

    def advance(self, pixels: int, bold: bool, character: str) -> float:
        """Width of one character. Only single characters are remembered: a whole text may be personal."""
        key = (pixels, bold, character)
        found = self._advances.get(key)
        if found is None:
            found = QFontMetricsF(self.font_px(pixels, bold)).horizontalAdvance(character)
            self._advances[key] = found
        return found

    # ------------------------------------------------------------------ what is laid out or drawn once

    @cached_property
    def flows(self) -> dict[tuple[Any, ...], Any]:
        """Texts of the catalogue as they were laid out; never a text that may be personal."""
        return {}

    @cached_property
    def _pictures(self) -> dict[Hashable, QPixmap]:
        return {}

    def picture(self, key: Hashable, draw: Callable[[], QPixmap]) -> QPixmap:
        """A large drawing, made once for a theme: the next page that shows it need not wait for it."""
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = draw()
        return found

    @cached_property
    def _icons(self) -> dict[tuple[str, int, ColourRole, ColourRole], QPixmap]:
        return {}

    def icon(self, name: str, size: float, color: ColourRole = "action", tint: ColourRole = "tint") -> QPixmap:
        """An icon of assets/icons in colours of this theme. Raises FileNotFoundError for an unknown name."""
        pixels = self.px(size)
        key = (name, pixels, color, tint)
        found = self._icons.get(key)
        if found is None:
            found = self._icons[key] = self._render(name, pixels, color, tint)
        return found

    def _render(self, name: str, pixels: int, color: ColourRole, tint: ColourRole) -> QPixmap:
        svg = (
            _icon_source(name)
            .replace("currentColor", self.color(color).name())
            .replace('"tint"', f'"{self.color(tint).name()}"')
        )
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        return pixmap
