"""Whatever fails has a code that can be spoken by telephone, and words for it."""

from __future__ import annotations

import re

import pytest

from backend_client import errors
from backend_client.errors import ApiError, OutcomeUnknown, Refused, SessionEnded, Unreachable
from backend_client.models import Problem
from kiosk.devices.id_card.reader import Failure
from kiosk.devices.printer.folder import STOPPING
from kiosk.embedded_server import ServerDown
from kiosk.failures import CODES, Trouble, of_api, of_printer, of_reader
from tests.unit.samples import eligibility, licence

PROBLEM = Problem(type="about:blank", title="no", status=409, code="renew.too-early", detail="现在还不能延长")
API_ERRORS: dict[ApiError, str] = {
    Refused(PROBLEM): "S01",
    SessionEnded("ended"): "S03",
    Unreachable("away"): "N01",
    ServerDown("gone"): "S04",
    OutcomeUnknown("cut off"): "N02",
}
PARTS = ("title", "safe", "way", "helper", "technician")


def all_api_errors(kind: type[ApiError] = ApiError) -> set[type[ApiError]]:
    return {each for below in kind.__subclasses__() for each in (below, *all_api_errors(below))}


def worded(trouble: Trouble) -> bool:
    return trouble.code in CODES and all(trouble.text(part) for part in PARTS)


@pytest.mark.parametrize("failure", Failure)
def test_every_failure_of_the_reader_has_words(failure: Failure) -> None:
    trouble = of_reader(failure)
    assert worded(trouble)
    assert trouble.code.startswith("R")


@pytest.mark.parametrize(("error", "code"), API_ERRORS.items(), ids=lambda value: type(value).__name__)
def test_every_failure_of_the_api_has_words(error: ApiError, code: str) -> None:
    assert of_api(error).code == code
    assert worded(of_api(error))


def test_no_error_of_the_client_has_been_forgotten_here() -> None:
    assert {type(error) for error in API_ERRORS} >= {
        each for each in all_api_errors() if each.__module__ == errors.__name__
    }


def test_an_answer_that_nobody_understands_has_words_too() -> None:
    class Odd(ApiError):
        code = "odd"

    assert of_api(Odd()).code == "S02"


def test_a_refusal_speaks_in_the_servers_own_sentence_with_its_reasons() -> None:
    reasons = licence(renew=eligibility(can_apply=False)).transactions.renew.reasons
    refused = Refused(Problem(type="", title="", status=409, code="x", detail="现在还不能延长", reasons=reasons))
    trouble = of_api(refused)
    assert (trouble.sentence, trouble.reasons) == ("现在还不能延长", reasons)


@pytest.mark.parametrize("reason", sorted(STOPPING))
def test_whatever_stops_a_printer_has_words(reason: str) -> None:
    trouble = of_printer([f"{reason}-error"])
    assert worded(trouble)
    assert trouble.code != "P06"


@pytest.mark.parametrize(
    ("reasons", "code"),
    [
        (["media-empty-warning"], "P02"),
        (["toner-low-report", "media-jam-error"], "P03"),
        (["cover-open"], "P04"),
        (["other"], "P06"),
        ([], "P06"),
    ],
)
def test_of_several_reasons_the_first_known_one_counts(reasons: list[str], code: str) -> None:
    assert of_printer(reasons).code == code


def test_a_code_is_a_letter_and_two_digits() -> None:
    assert len(set(CODES)) == len(CODES)
    assert [code for code in CODES if not re.fullmatch(r"[RNSPJ]\d\d", code)] == []
