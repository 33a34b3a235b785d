"""What a screen is built from, and what it gives back. A screen is a function of the terminal's state: it
shows, and names for each control the one move that a touch means. It never decides where to go next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk import words
from kiosk.screens.page import PageSpec
from kiosk.screens.textflow import literal
from kiosk.screens.theme import Theme
from kiosk.session import Visit
from kiosk.terminal import Terminal
from kiosk.transactions import Flow, Step

Moves = Mapping[str, Callable[[], None]]


@dataclass(frozen=True)
class Shown:
    """A page and the moves behind its controls, by their ids."""

    spec: PageSpec
    moves: Moves = field(default_factory=dict)
    tick: Callable[[], None] | None = None  # once a second, for what counts down
    placed: Callable[[], None] | None = None  # once the page has been laid out


@dataclass(frozen=True)
class Context:
    """The state at hand, with short ways to what screens ask most."""

    terminal: Terminal
    theme: Theme

    @property
    def visit(self) -> Visit:
        return self.terminal.desk.visit

    @property
    def flow(self) -> Flow:
        assert self.terminal.navigator is not None
        return self.terminal.navigator.flow

    @property
    def step(self) -> Step:
        assert self.terminal.navigator is not None
        return self.terminal.navigator.step

    @property
    def elder(self) -> bool:
        return self.theme.elder

    def say(self, text_id: str, /, **values: object) -> str:
        """A text by its id. Values are people's and papers' own words: none of their characters is taken for a mark."""
        return words.text(text_id, elder=self.elder, **_literal(values))

    def ask(self, part: str, /, **values: object) -> str:
        """A text of the present step, in the transaction's own words where it has some."""
        return self.say(self.flow.word_id(self.step.name, part), **values)

    def ask_or(self, part: str, otherwise: str, /, **values: object) -> str:
        """A text of the present step, or of another id where neither the step nor its common form words it."""
        text_id = self.flow.word_id(self.step.name, part)
        return self.say(text_id if words.has(text_id) else otherwise, **values)


def _literal(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: literal(value) if isinstance(value, str) else value for key, value in values.items()}
