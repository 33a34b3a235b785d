"""Words come from the catalogue: no screen holds a Chinese one of its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SETTING = {"linebreaks"}  # the rules of setting Chinese speak of its characters
FOLDER = Path(__file__).parents[2] / "kiosk" / "screens"
SCREENS = sorted(path for path in FOLDER.rglob("*.py") if path.stem not in SETTING)
FIRST, LAST = "一", "鿿"


def literals(tree: ast.Module) -> list[str]:
    """Texts of the program that are not docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def chinese(text: str) -> bool:
    return any(FIRST <= character <= LAST for character in text)


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.stem)
def test_a_screen_holds_no_chinese_of_its_own(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [text for text in literals(tree) if chinese(text)] == []


def test_chinese_would_be_seen() -> None:
    tree = ast.parse('"""说明"""\ndef f() -> str:\n    """说明"""\n    return f"您好{1}"\n')
    assert [text for text in literals(tree) if chinese(text)] == ["您好"]
