"""Walks a story from the home screen to the filing by answering whatever is asked, as anybody would."""

from __future__ import annotations

from datetime import date

from backend_client.models import Delivery, Licence
from kiosk.session import Visit
from kiosk.transactions import FLOWS
from tests.unit.samples import ADDRESS, REASONS, eligibility, licence
from tests.unit.story import Story

LONGEST_WALK = 25
TWO_PLACES = [{"method": "post", "text": "邮政快递", "addresses": [ADDRESS, "恩平市恩城街道1号"]}]


def plain_licence(transaction: str) -> Licence:
    return licence(status="suspended" if transaction == "resume" else "valid")


INSISTED = eligibility(can_apply=False, may_insist=True, delivery=TWO_PLACES)
# Two licences each; the second is chosen, the pre-check is against it, and there is more than one place to send to.
HARDEST = {
    "renew": (licence("440785100001"), licence("440785100002", renew=INSISTED)),
    "modify": (licence("440785100001"), licence("440785100002", modify=INSISTED)),
}


def answer_to(screen: str, visit: Visit) -> object:
    """A plain answer to one question, None where the step asks for none."""
    match screen:
        case "reason":
            return REASONS[0]["code"]
        case "cause":
            return "lost"
        case "copies":
            return ("original",)
        case "ground":
            return "renamed"
        case "period":
            return (date(2026, 3, 16), date(2026, 4, 30))
        case "delivery":
            return Delivery(method="post", address=ADDRESS)
        case "phone":
            return visit.chosen().contact_phone
    return None


def step(story: Story) -> None:
    """Does what the screen in front of him asks."""
    terminal = story.terminal
    screen = terminal.screen
    answer = answer_to(screen, terminal.desk.visit) if screen not in ("intro", "card") else None
    match screen:
        case "card":
            story.places_card()
        case "licence":
            story.picks(terminal.desk.visit.licences[-1].licence_no)
        case "refusal":
            terminal.insist()
        case "sign":
            story.signs()
        case _ if answer is not None:
            story.says(answer)
        case _:
            story.goes_on()


def walk_to(story: Story, transaction: str, screen: str) -> Story:
    """From the home screen to a screen of the transaction. Raises AssertionError where it never comes."""
    story.chooses("suspend" if transaction == "resume" else transaction)
    for _ in range(LONGEST_WALK):
        if story.terminal.screen == screen:
            return story
        step(story)
    raise AssertionError(f"{transaction} never came to {screen}")


def walk_to_the_end(transaction: str, *licences: Licence) -> Story:
    story = Story(*(licences or (plain_licence(transaction),)))
    return walk_to(story, transaction, "filed")


def filing_screens(transaction: str) -> set[str]:
    return {step.screen for step in FLOWS[transaction].steps}
