"""The home screen as a web page, for the browser that is the yardstick: same words, fonts, icons, colours and tiles."""

from __future__ import annotations

from pathlib import Path
from string import Template

from kiosk import words
from kiosk.assets import ASSETS

TILES = {
    "renew": "calendar-plus",
    "query": "page-glass",
    "modify": "page-pencil",
    "suspend": "shop-pause",
    "reissue": "page-plus",
    "cancel": "shop-shutter",
}
STRIP = {"语言": "speech", "听讲解": "speaker", "大字": "letters", "下移": "lower", "叫人帮忙": "person"}

PAGE = Path(__file__).with_suffix(".html")


def html() -> str:
    """The page for a panel of 1080×1920. It fetches its fonts whence it came, and posts ``/first-frame`` there."""
    said = {name: words.plain(words.text(f"home.{name}")) for name in ("brand", "title", "lead")}
    tiles = (
        f"<button>{_icon(icon)}<i></i><div><b>{words.text(f'tile.{name}.name')}</b>"
        f"<small>{words.text(f'tile.{name}.official')}</small><span>{words.text(f'tile.{name}.line')}</span></div></button>"
        for name, icon in TILES.items()
    )
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        said,
        mark=_icon("mark"),
        promises=" · ".join(words.text(f"home.{name}") for name in ("free", "no_phone", "back")),
        tiles="".join(tiles),
        strip="".join(f"<div>{_icon(icon)}{text}</div>" for text, icon in STRIP.items()),
    )


def _icon(name: str) -> str:
    return (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace('"tint"', '"#E6EFFA"')
