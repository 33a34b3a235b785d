"""The flow table: a transaction is a list of steps, and everything else is driven from it.

Screens, tests, progress bar and guides read the same table, so that none of them can drift. A step names the kind
of screen that asks it; its answer is kept under the step's name; its words are found under
``<transaction>.<step>``, else ``common.<step>``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from backend_client.models import Licence
from kiosk import words
from kiosk.session import Visit

Condition = Callable[[Visit], bool]


def always(_visit: Visit) -> bool:
    return True


@dataclass(frozen=True)
class Step:
    """One question or statement.

    ``stage`` is the index of the progress bar's stage; ``when`` tells whether the step is asked at all;
    ``then`` names the step that follows where it is not the next one; ``final`` steps have no way back.
    """

    name: str
    screen: str
    stage: int
    when: Condition = always
    then: str | None = None
    final: bool = False


@dataclass(frozen=True)
class Flow:
    """One transaction. ``becomes`` names another transaction where the licence's state asks for that one instead."""

    transaction: str
    icon: str
    stages: tuple[str, ...]
    steps: tuple[Step, ...]
    answers: Callable[[Visit], dict[str, object]]
    prefill: Callable[[Visit], Mapping[str, object]] = lambda _visit: {}
    becomes: Callable[[Licence], str | None] = lambda _licence: None

    def step(self, name: str) -> Step:
        """Raises KeyError for a step that the flow has not."""
        for step in self.steps:
            if step.name == name:
                return step
        raise KeyError(f"{self.transaction} has no step {name}")

    def after(self, name: str, visit: Visit) -> Step:
        """The step that follows, past those that are not asked."""
        here = self.step(name)
        start = self.steps.index(self.step(here.then)) if here.then else self.steps.index(here) + 1
        return next(step for step in self.steps[start:] if step.when(visit))

    def stage_names(self) -> tuple[str, ...]:
        return tuple(words.text(stage) for stage in self.stages)

    def word_id(self, step: str, part: str) -> str:
        """``renew.delivery.title`` where the transaction words the step itself, else ``common.delivery.title``."""
        own = f"{self.transaction}.{step}.{part}"
        return own if words.has(own) else f"common.{step}.{part}"
