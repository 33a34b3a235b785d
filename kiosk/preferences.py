"""How one person wants to see the screen. Everything resets for the next one."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.settings import Scheme, Screen, TextSize

ELDER_STOP = 3  # stops 3 and 4 of the size axis are the elder layout


@dataclass(frozen=True)
class Preferences:
    text_size: TextSize = 1
    scheme: Scheme = "standard"
    lowered: bool = False  # 下移: the content comes down to the lower half

    @property
    def elder(self) -> bool:
        return self.text_size >= ELDER_STOP

    @classmethod
    def of(cls, screen: Screen) -> Preferences:
        return cls(text_size=screen.text_size, scheme=screen.scheme)
