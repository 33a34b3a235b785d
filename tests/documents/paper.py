"""Reads a PDF back with poppler, as a clerk's viewer or a printer would."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

A4 = (595.28, 841.89)


@dataclass(frozen=True)
class Word:
    """A word on a page; the box in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Paper:
    """A document in a file of ``folder``."""

    def __init__(self, pdf: bytes, folder: Path) -> None:
        self.path = folder / "document.pdf"
        self.path.write_bytes(pdf)

    def text(self) -> str:
        """All text, without the white space that lines and columns bring in."""
        return re.sub(r"\s", "", self._run("pdftotext", "-raw", str(self.path), "-"))

    def information(self) -> str:
        """The file's own title, author and so on."""
        return self._run("pdfinfo", str(self.path))

    def pages(self) -> int:
        found = re.search(r"Pages:\s+(\d+)", self.information())
        assert found
        return int(found[1])

    def page_size(self) -> tuple[float, float]:
        found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", self.information())
        assert found
        return float(found[1]), float(found[2])

    def words(self) -> list[Word]:
        boxes = re.findall(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
            self._run("pdftotext", "-bbox", str(self.path), "-"),
        )
        return [Word(text, *map(float, box)) for *box, text in boxes]

    def fonts(self) -> list[tuple[str, bool, bool]]:
        """Each font's name, whether it is embedded and whether it maps to Unicode."""
        rows = self._run("pdffonts", str(self.path)).splitlines()[2:]
        return [(row.split()[0], row.split()[-5] == "yes", row.split()[-3] == "yes") for row in rows]

    def pixels(self, dots_per_inch: int) -> list[bytes]:
        """The first page in grey, row by row; 0 is black."""
        command = ["pdftoppm", "-gray", "-aa", "no", "-r", str(dots_per_inch), "-f", "1", "-l", "1", str(self.path)]
        image = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", image)
        assert header
        width, height, start = int(header[1]), int(header[2]), header.end()
        return [image[start + row * width : start + (row + 1) * width] for row in range(height)]

    @staticmethod
    def _run(*command: str) -> str:
        return subprocess.run(command, capture_output=True, check=True, timeout=60, text=True, encoding="utf-8").stdout
