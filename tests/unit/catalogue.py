"""Reads the program's source for the words that it names: no id is to be named in vain, none kept in vain."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk import words
from kiosk.transactions import FLOWS

ROOT = Path(__file__).parents[2]
KIOSK = ROOT / "kiosk"
SCREENS = KIOSK / "screens"
BY_ID = {"text", "say"}  # the whole id is named
BY_PART = {"ask", "ask_or"}  # only the part behind <transaction>.<step>
HANDED_ON = SCREENS / "context.py"  # defines say and ask; what they are given is named elsewhere
PART = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Named:
    """One place in the source that names a text; ``pattern`` matches every id that it may mean."""

    where: str
    pattern: str


def sources() -> list[Path]:
    return sorted(KIOSK.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def named_ids() -> Iterator[Named]:
    """Every text named by its whole id, by a part of the present step, in the flow table or by a constant."""
    for path in sources():
        for call in _calls(path) if path != HANDED_ON else ():
            name = _called(call)
            if name in BY_ID and call.args:
                for pattern in _patterns(path, call.args[0]):
                    yield Named(f"{path.relative_to(ROOT)}:{call.lineno}", pattern)
            elif name in BY_PART:
                for pattern in _patterns(path, call.args[0]):
                    yield Named(f"{path.relative_to(ROOT)}:{call.lineno}", f"({_steps_of(path)})\\.{pattern}")
            if name == "ask_or":
                for pattern in _patterns(path, call.args[1]):
                    yield Named(f"{path.relative_to(ROOT)}:{call.lineno}", pattern)
    for flow in FLOWS.values():
        for stage in flow.stages:
            yield Named(f"kiosk/transactions/{flow.transaction}.py", re.escape(stage))


@cache
def matching(pattern: str) -> frozenset[str]:
    """The ids of the catalogue, their elder twins included, that the pattern means."""
    whole = re.compile(f"{pattern}(_elder)?")
    return frozenset(text_id for text_id in words.catalogue() if whole.fullmatch(text_id))


def places(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=attr, value=ast.Name(id="words" | "ctx" | "self")):
            return attr
        case ast.Name(id="say"):
            return "say"
    return ""


def _patterns(path: Path, argument: ast.expr) -> set[str]:
    """What an id may be: literal, an f-string with holes, one of several literals, or one of the module's constants."""
    if isinstance(argument, ast.JoinedStr):
        return {"".join(_piece(path, piece) for piece in argument.values)}
    literals = {re.escape(each) for each in _strings(argument)}
    if literals and not isinstance(argument, ast.Subscript | ast.Call):
        return literals
    if isinstance(argument, ast.Name | ast.Attribute | ast.Subscript | ast.Call) and path.is_relative_to(SCREENS):
        parts = {each for each in _strings(tree(path)) if PART.fullmatch(each) or words.has(each)}
        return {"(" + "|".join(sorted(map(re.escape, parts | _states()))) + ")"}
    return set()


def _piece(path: Path, piece: ast.expr) -> str:
    if isinstance(piece, ast.Constant):
        return re.escape(str(piece.value))
    assert isinstance(piece, ast.FormattedValue)
    if isinstance(piece.value, ast.Name) and piece.value.id.isupper():  # a constant of the module, such as _TEXT
        return re.escape(_constant(path, piece.value.id))
    return "[^.]+"


def _constant(path: Path, name: str) -> str:
    for node in tree(path).body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            assert isinstance(node.value, ast.Constant)
            return str(node.value.value)
    raise LookupError(f"{path.name} has no constant {name}")


def _strings(node: ast.AST) -> set[str]:
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def _states() -> set[str]:
    """States that are worded by their own names: the reader's place says what the login is about."""
    from kiosk.identity.id_card_login import Login

    return {state.value for state in Login}


def _steps_of(path: Path) -> str:
    """``<transaction>.<step>`` and ``common.<step>`` of every step whose screen this module has a hand in."""
    kinds = _kinds_of(path)
    steps = [(flow.transaction, step.name) for flow in FLOWS.values() for step in flow.steps if step.screen in kinds]
    return "|".join(sorted({re.escape(f"{head}.{step}") for flow, step in steps for head in (flow, "common")}))


@cache
def _kinds_of(path: Path) -> frozenset[str]:
    """Kinds of screen built in this module, or in one that imports it."""
    using = {path.stem, *(other.stem for other in SCREENS.glob("*.py") if _imports(other, path.stem))}
    return frozenset(kind for kind, module in registered().items() if module in using)


def _imports(path: Path, module: str) -> bool:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == f"kiosk.screens.{module}":
                return True
            if node.module == "kiosk.screens" and any(alias.name == module for alias in node.names):
                return True
    return False


@cache
def registered() -> dict[str, str]:
    """Kind of screen → module that builds it, from the registry's source: this side of the tests loads no Qt."""
    for node in tree(SCREENS / "registry.py").body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict):
            found: dict[str, str] = {}
            for key, value in zip(node.value.keys, node.value.values, strict=True):
                assert isinstance(key, ast.Constant)
                assert isinstance(value, ast.Attribute)
                assert isinstance(value.value, ast.Name)
                found[str(key.value)] = value.value.id
            return found
    raise LookupError("the registry has no table of screens")
