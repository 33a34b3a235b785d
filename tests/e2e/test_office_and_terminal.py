"""Terminal, client, journal and the licensing server as they stand in a hall: two programs, one of which may die."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from backend_client.models import Filing
from kiosk.filing_desk import FilingState
from tests.e2e.hall import Machine, Office, machine_in, office_in

PERSON = "cancel"  # no rule decides his filing at once
REASON = "日期写错了，请改一下"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as office:
        yield office


@pytest.fixture
def machine(tmp_path: Path, office: Office) -> Iterator[Machine]:
    with machine_in(tmp_path, office) as machine:
        yield machine


def to_sign(machine: Machine) -> dict[str, object]:
    """A cancellation up to the signature; what was answered on the way."""
    machine.identifies(PERSON, "cancel", "reason")
    terms = machine.terminal.desk.visit.terms("cancel")
    machine.says(terms.reasons[-1].code).sees("one_day").goes_on().sees("consider").goes_on()
    machine.sees("phone").says("13912345678").sees("review").goes_on().sees("sign")
    return dict(machine.terminal.desk.visit.answers)


def hand_in(machine: Machine) -> Filing:
    to_sign(machine)
    filing = machine.signs().filed()
    machine.terminal.leave()
    return filing


def test_what_is_to_be_corrected_opens_as_it_was_filed(machine: Machine, office: Office) -> None:
    answered = to_sign(machine)
    first = machine.signs().filed()
    machine.terminal.leave()
    office.decides(first.filing_no, "correct", "--reason", REASON)

    machine.identifies(PERSON, "query", "menu")
    (waiting,) = [each for each in machine.looks_up_filings() if each.filing_no == first.filing_no]
    assert (waiting.state, waiting.reason) == ("to_be_corrected", REASON)
    machine.terminal.pick_filing(waiting)
    machine.goes_on().sees("progress").terminal.correct(waiting)
    machine.sees("reason")
    assert machine.terminal.desk.visit.answers == answered

    later = machine.terminal.desk.visit.terms("cancel").start_until
    assert isinstance(later, date)
    machine.goes_on().sees("one_day").says(later).sees("consider").goes_on().sees("phone").goes_on()
    second = machine.sees("review").goes_on().sees("sign").signs().filed()
    assert second.body.corrects == first.filing_no
    assert second.body.answers == {**first.body.answers, "cease_on": later.isoformat()}


def test_a_server_that_dies_before_it_answers_loses_and_doubles_nothing(machine: Machine, office: Office) -> None:
    """It has taken the filing and is killed; the journal brings it to its outcome while he still stands there."""
    to_sign(machine)
    office.freezes()
    machine.signs().expects(FilingState.UNKNOWN)
    machine.workers.wait_until(lambda: machine.paper.titles == ["outcome-slip"])
    assert len(machine.journal.postponed()) == 1
    office.is_killed_and_comes_back()
    machine.terminal.wait_more()
    filing = machine.filed()
    assert machine.journal.postponed() == ()
    machine.workers.wait_until(lambda: machine.paper.titles == ["outcome-slip", "receipt"])
    machine.terminal.leave()
    machine.identifies(PERSON, "query", "menu")
    found = [each for each in machine.looks_up_filings() if each.transaction == "cancel"]
    assert [each.filing_no for each in found] == [filing.filing_no]


def test_after_a_restart_of_both_the_journal_hands_it_in(tmp_path: Path, office: Office) -> None:
    """He has gone home with the slip; the terminal's next run settles the filing, and the slip tells of it."""
    with machine_in(tmp_path, office) as machine:
        to_sign(machine)
        office.freezes()
        machine.signs().expects(FilingState.UNKNOWN)
        code = machine.terminal.desk.visit.query_code
        office.is_killed_and_comes_back()
        machine.terminal.leave()
    assert code is not None
    with machine_in(tmp_path, office) as machine:
        machine.identifies(PERSON, "query", "menu").says("slip").sees("slip")

        def told() -> bool:
            machine.terminal.inquiry.look_up_slip(code)
            machine.workers.wait_until(lambda: not machine.terminal.busy)
            return bool(machine.terminal.desk.visit.slip_sentence) and machine.journal.postponed() == ()

        machine.workers.wait_until(told)
        machine.terminal.finish()
        machine.terminal.another()
        machine.identifies(PERSON, "query", "menu")
        found = [each for each in machine.looks_up_filings() if each.transaction == "cancel"]
        assert [each.query_code for each in found] == [code]


def test_a_filing_may_be_withdrawn_and_made_anew(machine: Machine) -> None:
    first = hand_in(machine)
    machine.identifies(PERSON, "query", "menu")
    (open_one,) = [each for each in machine.looks_up_filings() if each.can_withdraw]
    assert open_one.filing_no == first.filing_no
    machine.terminal.pick_filing(open_one)
    machine.goes_on().sees("progress").terminal.ask_to_withdraw()
    machine.sees("withdraw").terminal.withdraw()
    machine.sees("progress")
    machine.terminal.leave()
    assert hand_in(machine).filing_no != first.filing_no


def test_a_second_filing_of_the_same_kind_is_advised_against(machine: Machine) -> None:
    hand_in(machine)
    machine.identifies(PERSON, "cancel", "refusal")


def test_nothing_of_the_first_citizen_is_known_to_the_second(machine: Machine) -> None:
    hand_in(machine)
    machine.identifies("chen_fang", "query", "menu")
    assert {each.licence_no for each in machine.looks_up_filings()} <= {
        each.licence_no for each in machine.terminal.desk.visit.licences
    }
