"""Codes and signatures, looked at as a scanner and a clerk see them: as pixels."""

from __future__ import annotations

from pathlib import Path

import pytest
import segno
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm

from backend_client.models import Signature
from kiosk.documents.parts import QUIET, SMALLEST_MODULE, qr_code, signature_ink
from tests.documents import samples
from tests.documents.paper import Paper

DPI = 288  # four pixels a point


def seen(drawing: Drawing, folder: Path) -> list[bytes]:
    return Paper(renderPDF.drawToString(drawing), folder).pixels(DPI)


def dark(pixels: list[bytes], x: float, y: float) -> bool:
    """Whether the page is dark at a point, in points from the upper left."""
    return pixels[int(y * DPI / 72)][int(x * DPI / 72)] < 128


@pytest.mark.parametrize("payload", ["LT1:YC26031204785", "LT1:123412341234", samples.certificate().qr_payload])
def test_every_module_of_a_code_is_where_the_standard_puts_it(payload: str, tmp_path: Path) -> None:
    expected = segno.make(payload, micro=False, error="m").matrix
    drawing = qr_code(payload, 40 * mm)
    module = drawing.height / (len(expected) + 2 * QUIET)
    pixels = seen(drawing, tmp_path)

    found = [
        [dark(pixels, (QUIET + column + 0.5) * module, (QUIET + row + 0.5) * module) for column in range(len(expected))]
        for row in range(len(expected))
    ]

    assert found == [[bool(bit) for bit in row] for row in expected]


def test_the_quiet_zone_is_kept(tmp_path: Path) -> None:
    drawing = qr_code("LT1:YC26031204785", 40 * mm)
    pixels = seen(drawing, tmp_path)
    quiet = int(drawing.height / 29 * QUIET * DPI / 72) - 1

    assert min(min(row) for row in pixels[:quiet]) == 255
    assert min(min(row) for row in pixels[-quiet:]) == 255
    assert min(min(row[:quiet]) for row in pixels) == 255


def test_a_large_payload_gets_a_larger_code_not_smaller_modules() -> None:
    payload = "x" * 1500
    modules = len(segno.make(payload, micro=False, error="m").matrix) + 2 * QUIET

    assert qr_code(payload, 40 * mm).height == pytest.approx(modules * SMALLEST_MODULE)


def test_the_signature_stays_in_its_field_as_it_was_drawn(tmp_path: Path) -> None:
    corners = Signature(width=800, height=440, strokes=(((0, 0), (400, 220)), ((790, 430),)))
    pixels = seen(signature_ink(corners, 200, 110), tmp_path)

    assert dark(pixels, 50, 27.5)  # half way down the stroke from the upper left corner
    assert dark(pixels, 197.5, 107.5)  # one touch is a dot
    assert not dark(pixels, 150, 27.5)


def test_a_pad_of_other_proportions_is_not_stretched(tmp_path: Path) -> None:
    square = Signature(width=400, height=400, strokes=(((0, 200), (400, 200)),))
    pixels = seen(signature_ink(square, 200, 100), tmp_path)

    assert dark(pixels, 97, 50)
    assert not dark(pixels, 105, 50)
