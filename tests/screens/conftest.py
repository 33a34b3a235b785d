"""The fonts of the terminal, for every test that shows something."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.screens.theme import load_fonts


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:  # noqa: ARG001 - fonts need an application
    load_fonts()
