"""The tour as a process: every transaction through the real screens, and nothing of anybody left when it has ended."""

from __future__ import annotations

import re
import struct
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.e2e.conftest import NAME, Tour

ROOT = Path(__file__).parents[2]
KEYS = {
    "transaction", "outcome", "filing_no", "touches", "machine_seconds", "longest_stall_ms", "screens", "documents",
}  # fmt: skip
TRANSACTIONS = {"renew", "cancel", "modify", "suspend", "resume", "reissue"}
REFUSALS = {"not-eligible": "not_eligible", "card-unreadable": "card_unreadable"}
UNSETTLED = {"answer-lost": "outcome_unknown", "server-away": "server_away"}
FILING_NO = re.compile(r"YC\d{11}")
NAMED = ("application-form", "licence-copy")  # documents that hold the holder's name


def pdf_text(path: Path) -> str:
    """All text of a document, without the white space that lines and columns bring in."""
    read = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
    return re.sub(r"\s", "", read.stdout.decode())


def png_size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


# --- what it tells ----------------------------------------------------------------------------------------------------


def test_it_ends_well(tour: Tour) -> None:
    assert (tour.status, tour.stderr) == (0, b"")
    assert [record for record in tour.summary if record["problem"]] == []


def test_the_summary_has_its_keys(tour: Tour) -> None:
    assert [record["walk"] for record in tour.summary if not set(record) >= KEYS] == []


def test_every_transaction_is_walked_once_and_has_its_own_filing_number(tour: Tour) -> None:
    filed = {record["transaction"]: record["filing_no"] for record in tour.summary if record["outcome"] == "filed"}
    assert len([record for record in tour.summary if record["outcome"] == "filed"]) == len(TRANSACTIONS)
    assert set(filed) == TRANSACTIONS
    assert all(FILING_NO.fullmatch(number) for number in filed.values())
    assert len(set(filed.values())) == len(TRANSACTIONS)


def test_a_refusal_has_no_filing_number(tour: Tour) -> None:
    planned = REFUSALS | UNSETTLED
    told = {record["walk"]: (record["outcome"], record["filing_no"]) for record in tour.summary}
    assert {walk: told[walk] for walk in planned} == {walk: (outcome, None) for walk, outcome in planned.items()}


def test_everything_was_touched_and_timed(tour: Tour) -> None:
    assert [record["walk"] for record in tour.summary if record["touches"] < 1] == []
    assert [record["walk"] for record in tour.summary if record["machine_seconds"] <= 0] == []
    assert [record["walk"] for record in tour.summary if record["longest_stall_ms"] < 0] == []


# --- what it leaves ---------------------------------------------------------------------------------------------------


def test_every_picture_is_there_and_of_the_panels_size(tour: Tour) -> None:
    pictures = [Path(path) for record in tour.summary for path in record["screens"]]
    assert len(pictures) > 60
    assert len(set(pictures)) == len(pictures)
    assert {png_size(path) for path in pictures} == {tour.size}
    assert set(pictures) == set((tour.out / "screens").iterdir())


def test_what_is_filed_is_on_paper(tour: Tour) -> None:
    for record in tour.summary:
        kinds = {re.sub(r"^\d+-", "", Path(path).stem) for path in record["documents"]}
        if record["outcome"] == "filed":
            assert kinds == {"receipt", "application-form"}
            assert all(record["filing_no"] in pdf_text(Path(path)) for path in record["documents"])
    assert [Path(path).name for path in tour.walked("query")["documents"] if path.endswith("-licence-copy.pdf")]
    assert [Path(path).name for path in tour.walked("answer-lost")["documents"] if path.endswith("-outcome-slip.pdf")]
    assert tour.walked("not-eligible")["documents"] == []


def test_a_name_of_rare_characters_is_on_paper_as_it_is(tours: dict[str, Tour]) -> None:
    documents = [Path(path) for record in tours["standard"].summary for path in record["documents"]]
    named = [path for path in documents if path.stem.endswith(NAMED)]
    assert len(named) > len(TRANSACTIONS)
    assert [path.name for path in named if NAME not in pdf_text(path)] == []


# --- what it does not leave -------------------------------------------------------------------------------------------


def personal(tour: Tour) -> set[str]:
    """Everything about anybody that must not outlive his visit."""
    people = tomllib.loads((ROOT / "assets/demo/people.toml").read_text(encoding="utf-8"))["people"].values()
    licences = tomllib.loads((ROOT / "licensing_server/demo/licences.toml").read_text(encoding="utf-8"))["licence"]
    told = {each["name"] for each in people if len(each["name"]) > 2} | {each["id_number"] for each in people}
    told |= {
        each[key] for each in licences for key in ("contact_phone", "shop_name", "premises_address") if key in each
    }
    return told | ({tour.name} if tour.name else set())


def needles(tour: Tour) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for value in personal(tour):
        for encoding in ("utf-8", "utf-16-le", "gb18030"):
            found[value.encode(encoding)] = value
    return found


def finds(content: bytes, tour: Tour) -> set[str]:
    return {value for needle, value in needles(tour).items() if needle in content}


def test_the_search_would_find_somebody(tour: Tour) -> None:
    """The simulator's own folder holds the card that lies there: what is looked for is what is there to be found."""
    assert len(personal(tour)) > 60
    assert finds("电话 13800005678".encode("utf-16-le"), tour) == {"13800005678"}


def test_nothing_of_anybody_stays_on_the_disk(tour: Tour) -> None:
    """Below the home, the XDG folders and the temporary folder. By design the tour's own --out folder holds what was
    asked for, and the reference server's database, which is the office's, is removed with the tour's scratch folder.
    """
    files = [path for path in tour.home.rglob("*") if path.is_file()]
    assert {path: finds(path.read_bytes(), tour) for path in files if finds(path.read_bytes(), tour)} == {}


def test_no_file_is_named_after_anybody(tour: Tour) -> None:
    names = "\n".join(str(path) for folder in (tour.home, tour.out) for path in folder.rglob("*"))
    assert finds(names.encode(), tour) == set()


def test_nothing_of_anybody_is_said_on_the_command_line(tour: Tour) -> None:
    assert finds(tour.stdout + tour.stderr, tour) == set()


def test_the_scratch_folder_is_gone(tour: Tour) -> None:
    assert list((tour.home / "tmpdir").iterdir()) == []


def test_no_process_is_left(tour: Tour) -> None:
    assert processes_of(tour.session) == []


def processes_of(session: int) -> list[int]:
    """Processes of a session, from the kernel's own list."""
    found: list[int] = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue  # it ended while we looked
            if int(fields[3]) == session:
                found.append(int(entry.name))
    return found


@pytest.mark.parametrize("walk", ["answer-lost", "server-away"])
def test_what_goes_wrong_has_its_own_page(tour: Tour, walk: str) -> None:
    assert len(tour.walked(walk)["screens"]) >= 3
