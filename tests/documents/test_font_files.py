"""The fonts in the repository are the ones whose licence and source are on record."""

from __future__ import annotations

import hashlib
import re

from kiosk.assets import ASSETS


def test_each_font_is_recorded_with_its_checksum() -> None:
    folder = ASSETS / "fonts"
    recorded = dict(
        re.findall(r"^\| (\S+\.ttf) .*`([0-9a-f]{64})` \|$", (folder / "README.md").read_text("utf-8"), re.M)
    )

    assert recorded == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.ttf"))
    }
