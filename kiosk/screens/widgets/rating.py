"""The five answers of 好差评, words first, a drawn face beside each. 不评价 is a button of the dock, equal in size."""

from __future__ import annotations

from kiosk.screens.theme import Theme
from kiosk.screens.widgets.choice import ChoiceCard, ChoiceList

WORDS = {5: "非常满意", 4: "满意", 3: "一般", 2: "不满意", 1: "非常不满意"}


def rating_rows(theme: Theme, test_id: str = "rating") -> ChoiceList:
    """Five cards with the ids ``rate-5`` … ``rate-1``, best first."""
    cards = [ChoiceCard(theme, f"rate-{score}", word, icon=f"face-{score}") for score, word in WORDS.items()]
    return ChoiceList(theme, test_id, cards)


def score_of(rating: ChoiceList) -> int | None:
    """5 to 1, or None before a choice."""
    return next((int(test_id.removeprefix("rate-")) for test_id in rating.chosen), None)
