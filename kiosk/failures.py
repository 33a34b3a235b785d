"""The failure catalogue: each failure has a code that can be spoken by phone, and its words in
``assets/words/failures.toml``: ``title`` (what happened), ``safe`` (what it means for the citizen), ``way`` (how he
goes on), ``helper`` and ``technician``.

The letter names the layer that failed: R reader, N network, S server, P printer, J journal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backend_client.errors import ApiError, OutcomeUnknown, Refused, SessionEnded, Unreachable
from backend_client.models import Reason
from kiosk import words
from kiosk.devices.id_card.reader import Failure
from kiosk.embedded_server import ServerDown

READER = {
    Failure.NO_READER: "R01",
    Failure.SERVICE_DOWN: "R07",
    Failure.NO_CARD: "R02",
    Failure.CARD_MOVED: "R02",
    Failure.CARD_REJECTED: "R03",
    Failure.READER_FAULT: "R04",
    Failure.LINK: "R05",
    Failure.UNDECODABLE: "R06",
}
# IPP printer-state-reasons, matched by their beginning: a printer appends -error, -warning or -report.
PRINTER = {"offline": "P01", "media-empty": "P02", "media-needed": "P02", "media-jam": "P03", "door-open": "P04",
           "cover-open": "P04", "toner-empty": "P05", "marker-supply-empty": "P05"}  # fmt: skip
PRINT_ENDED = "P06"
CODES = (
    *sorted(set(READER.values())),
    "N01",
    "N02",
    "S01",
    "S02",
    "S03",
    "S04",
    *sorted(set(PRINTER.values())),
    "P06",
    "J01",
)


@dataclass(frozen=True)
class Trouble:
    """A failure as the screens show it. ``sentence`` is the server's own where it gave one."""

    code: str
    sentence: str = ""
    reasons: tuple[Reason, ...] = ()

    def text(self, part: str, *, elder: bool = False) -> str:
        return words.text(f"failures.{self.code}.{part}", elder=elder)


def of_reader(failure: Failure) -> Trouble:
    return Trouble(READER[failure])


def of_api(error: ApiError) -> Trouble:
    match error:
        case SessionEnded():
            return Trouble("S03")
        case Refused(problem=problem):
            return Trouble("S01", problem.detail, problem.reasons)
        case ServerDown():
            return Trouble("S04")
        case Unreachable():
            return Trouble("N01")
        case OutcomeUnknown():
            return Trouble("N02")
    return Trouble("S02")


def of_printer(reasons: Iterable[str]) -> Trouble:
    """The first reason that the catalogue knows; P06 where the job simply ended without paper."""
    for reason in reasons:
        for beginning, code in PRINTER.items():
            if reason.startswith(beginning):
                return Trouble(code)
    return Trouble(PRINT_ENDED)
