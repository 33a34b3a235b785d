"""A terminal without a screen, to be killed: files its intents one after the other, then waits until all are settled.

Run as ``python -m tests.faults.kiosk_child FOLDER URL SERVER INTENTS FLAW``. What a citizen would have been promised or
told is appended to FOLDER/diary, which outlives the kill. A FLAW other than "none" makes it a control: a terminal known
to be wrong, which the campaign must notice.
"""

from __future__ import annotations

import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

from backend_client.client import LicensingClient
from backend_client.models import Filing
from backend_client.query_code import new_submission_id
from kiosk.delivery import Deliverer, Filed, Pace, Settled
from kiosk.journal import Entry, Journal, load_key
from tests.faults.citizens import AtLedger, AtReference, Citizen

_PACE = Pace(deadline=0.3, first_pause=0.01, longest_pause=0.05)


class Diary:
    """Lines of ``event intent-or-id …``; each is whole or, if the kill cut it, the last."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)

    def write(self, *words: object) -> None:
        self._file.write((" ".join(map(str, words)) + "\n").encode())


class WatchedJournal(Journal):
    """From the moment ``record`` returns, the filing must arrive."""

    def __init__(self, path: Path, key: bytes, diary: Diary) -> None:
        super().__init__(path, key)
        self._diary = diary

    def record(self, submission_id: str, *, body: bytes, ticket: str, transaction: str, now: datetime) -> Entry:
        entry = super().record(submission_id, body=body, ticket=ticket, transaction=transaction, now=now)
        self._diary.write("recorded", submission_id)
        return entry


class FreshKeys(LicensingClient):
    """Takes a new key for every attempt, as naive clients do."""

    def file(self, body: bytes, *, submission_id: str, bearer: str, deadline: float | None = None) -> Filing:
        del submission_id
        fresh = new_submission_id(datetime.now(UTC))
        return super().file(body, submission_id=fresh, bearer=bearer, deadline=deadline)


def run(folder: Path, url: str, server: str, intents: int, flaw: str) -> None:
    diary, bell = Diary(folder / "diary"), threading.Event()
    client = (FreshKeys if flaw == "fresh-keys" else LicensingClient)(url, timeout=0.5)
    if flaw == "forgetful":  # keeps its filings no better than in memory
        (folder / "journal.db").unlink(missing_ok=True)
        (folder / "journal.db-wal").unlink(missing_ok=True)
    journal = WatchedJournal(folder / "journal.db", load_key(folder), diary)

    def on_settled(submission_id: str, outcome: Settled) -> None:
        diary.write("settled", submission_id, outcome.filing.filing_no if isinstance(outcome, Filed) else "refused")
        bell.set()

    def wait_until_settled() -> None:
        while journal.postponed():
            bell.wait()
            bell.clear()

    deliverer = Deliverer(journal, client, on_settled=on_settled, pace=_PACE)
    deliverer.start()
    print("up", flush=True)
    citizen: Citizen = AtLedger() if server == "ledger" else AtReference(client)
    for intent in range(begun(folder), intents):
        if server == "reference":  # one open filing of a kind: the next one has to wait
            wait_until_settled()
            citizen.make_way()
        diary.write("begun", intent)
        deliverer.deliver(citizen.body(intent), token=citizen.token, ticket=citizen.ticket)
    wait_until_settled()
    deliverer.close()
    journal.close()


def begun(folder: Path) -> int:
    """How many intents earlier runs began: whoever was cut off in one does not come back to file it again."""
    return sum(line.startswith("begun") for line in (folder / "diary").read_text().splitlines())


if __name__ == "__main__":
    place, address, kind, count, chosen_flaw = sys.argv[1:]
    run(Path(place), address, kind, int(count), chosen_flaw)
