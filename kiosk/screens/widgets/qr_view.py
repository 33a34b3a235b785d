"""A QR code from a matrix of dark and light modules: always black on white, whatever the scheme, so that it scans."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

Matrix = Sequence[Sequence[bool | int]]
QUIET_ZONE = 4  # modules of white round the code


def paint_qr(painter: QPainter, rect: QRect, matrix: Matrix) -> None:
    """Paint into the middle of ``rect`` with whole pixels a module."""
    count = len(matrix) + 2 * QUIET_ZONE
    module = max(1, min(rect.width(), rect.height()) // count)
    side = module * count
    left, top = rect.left() + (rect.width() - side) // 2, rect.top() + (rect.height() - side) // 2
    painter.fillRect(left, top, side, side, Qt.GlobalColor.white)
    for y, row in enumerate(matrix):
        start = 0
        while start < len(row):
            stop = start + 1
            if row[start]:
                while stop < len(row) and row[stop]:
                    stop += 1
                x = left + (start + QUIET_ZONE) * module
                painter.fillRect(
                    x, top + (y + QUIET_ZONE) * module, (stop - start) * module, module, Qt.GlobalColor.black
                )
            start = stop
