"""Where the files lie that the server shares with the terminal."""

from __future__ import annotations

from pathlib import Path

ASSETS = Path(__file__).parent.parent / "assets"
PEOPLE = ASSETS / "demo" / "people.toml"
NOTICES = ASSETS / "notices"
