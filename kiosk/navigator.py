"""Moves through a flow: on, back, to a step and back to the review. Going back loses nothing: answers stay
where they are.
"""

from __future__ import annotations

from kiosk.session import Visit
from kiosk.transactions import Flow, Step


class Navigator:
    """Where a visit stands in its flow. Knows no screen and no device."""

    def __init__(self, flow: Flow, visit: Visit) -> None:
        self.flow = flow
        self.visit = visit
        self.step: Step = flow.steps[0]
        self._trail: list[str] = []
        self._passed: set[str] = set()
        self._return_to: str | None = None

    def forward(self) -> Step:
        """On to the next step that is asked; after a mending, past what was answered, back to the review."""
        self._passed.add(self.step.name)
        following = self.flow.after(self.step.name, self.visit)
        if self._return_to is not None:
            while following.name != self._return_to and following.name in self._passed:
                following = self.flow.after(following.name, self.visit)
            if following.name == self._return_to:
                self._return_to = None
        if following.name in self._trail:  # a hub such as the query menu: the way back must not grow
            del self._trail[self._trail.index(following.name) :]
        else:
            self._trail.append(self.step.name)
        self.step = following
        return following

    def back(self) -> Step | None:
        """The step before, past those that are no longer asked; None where the visit begins or nothing may be
        undone.
        """
        if self.step.final:
            return None
        while self._trail:
            before = self.flow.step(self._trail.pop())
            if before.when(self.visit):
                if before.name == self._return_to:  # he came back from the mending by himself
                    self._return_to = None
                self.step = before
                return before
        return None

    def edit(self, name: str) -> Step:
        """To a step that the review shows, to come back to the review afterwards."""
        self._return_to = self.step.name
        self._trail.append(self.step.name)
        self.step = self.flow.step(name)
        return self.step

    def jump(self, name: str) -> Step:
        """To a step beside the row, such as the withdrawal of a filing; back leads here again."""
        self._trail.append(self.step.name)
        self.step = self.flow.step(name)
        return self.step

    def return_to(self, name: str) -> Step:
        """Back to a step of the way that was come, also from a final one."""
        if name in self._trail:
            del self._trail[self._trail.index(name) :]
        self.step = self.flow.step(name)
        return self.step

    def change_flow(self, flow: Flow) -> Step:
        """The same visit goes on in another transaction from its present place, e.g. suspend → resume, or
        modify first.
        """
        names = {step.name for step in flow.steps}
        self.flow = flow
        self._trail = [name for name in self._trail if name in names]
        self._passed &= names
        self._return_to = None
        self.step = flow.step(self.step.name) if self.step.name in names else flow.steps[0]
        return self.step
