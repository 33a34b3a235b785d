"""The command line as an operator, a clerk and a parent process use it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.licensing_server.citizen import Citizen, expect
from tests.licensing_server.conftest import url_of
from tests.licensing_server.samples import filing_body

PATIENCE_S = 30


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "licensing_server", *arguments]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), capture_output=True, text=True, timeout=PATIENCE_S, check=False)


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and the URL that it said it is ready at."""
    with subprocess.Popen(
        command("run", *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **environment},
    ) as process:
        try:
            assert process.stdout is not None
            word, url = process.stdout.readline().split()
            assert word == "ready"
            yield process, url
        finally:
            process.kill()


@pytest.fixture
def db(tmp_path: Path) -> str:
    return url_of(tmp_path / "clerk.db")


def renew_late(url: str) -> str:
    """Somebody files what a clerk must decide; returns the number."""
    with httpx.Client(base_url=url, trust_env=False, verify=False) as http:
        number: str = Citizen(http, "urgent").files("renew", {})["filing_no"]
    return number


def test_a_clerk_sees_what_waits_and_decides_while_the_server_runs(db: str) -> None:
    with running("--port", "0", "--db", db) as (_, url):
        number = renew_late(url)
        listed = run("filings", "--db", db).stdout
        assert f"{number}  延续  君堂丽芬杂货店  审核中  最晚" in listed
        sent_back = run("decide", number, "correct", "--reason", "电话打不通。", "--db", db)
        assert (sent_back.returncode, sent_back.stdout) == (0, "to_be_corrected\n")
        assert number not in run("filings", "--db", db).stdout
        with httpx.Client(base_url=url, trust_env=False, verify=False) as http:
            urgent = Citizen(http, "urgent")
            (filing,) = urgent.filings()
            assert filing["reason"] == "电话打不通。"
            expect(201, urgent.file(filing["body"] | {"corrects": number}))
            assert run("decide", number, "grant", "--db", db).stdout == "delivering\n"
            assert run("decide", number, "delivered", "--db", db).stdout == "closed\n"
            assert expect(200, urgent.get(f"/filings/{number}"))["state_text"] == "已办完"


def test_what_cannot_be_decided_is_said_in_one_sentence(db: str) -> None:
    with running("--port", "0", "--db", db) as (_, url):
        number = renew_late(url)
    assert run("decide", number, "refuse", "--reason", "不行。", "--db", db).stdout == "refused\n"
    again = run("decide", number, "grant", "--db", db)
    assert (again.returncode, again.stderr) == (
        1,
        "licensing-server: a filing that is refused cannot become granted\n",
    )
    unknown = run("decide", "YC26010100017", "grant", "--db", db)
    assert (unknown.returncode, unknown.stderr) == (1, "licensing-server: there is no filing YC26010100017\n")
    wordless = run("decide", number, "refuse", "--db", db)
    assert (wordless.returncode, "--reason" in wordless.stderr) == (2, True)
    assert run("decide", number, "perhaps", "--db", db).returncode == 2
    assert run().returncode == 2


def test_a_bad_database_or_a_port_in_use_is_said_in_one_sentence(db: str, tmp_path: Path) -> None:
    bad = run("filings", "--db", "nonsense")
    assert (bad.returncode, bad.stderr.count("\n")) == (1, 1)
    assert "not a database URL" in bad.stderr
    with socket.create_server(("127.0.0.1", 0)) as taken:
        busy = run("run", "--port", str(taken.getsockname()[1]), "--db", db)
    assert (busy.returncode, busy.stderr.count("\n")) == (1, 1)
    assert "cannot listen" in busy.stderr
    assert not (tmp_path / "clerk.db").exists()


def test_a_second_worker_on_the_same_database_is_refused(db: str) -> None:
    with running("--port", "0", "--db", db):
        second = run("run", "--port", "0", "--db", db)
    assert second.returncode == 1
    assert "only one worker" in second.stderr


def test_a_settings_file_that_cannot_be_used_stops_the_start(
    db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = tmp_path / "local.toml"
    local.write_text("[renew]\nwindow_day = 60\n", "utf-8")
    monkeypatch.setenv("LICENSING_SETTINGS", str(local))
    stopped = run("run", "--port", "0", "--db", db)
    assert stopped.returncode == 1
    assert "window_day" in stopped.stderr


def test_an_embedded_server_dies_with_its_parent(db: str) -> None:
    with running("--port", "0", "--db", db, LICENSING_PARENT_STDIN="1") as (process, url):
        assert httpx.get(f"{url}/v1/service", trust_env=False).is_success
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(PATIENCE_S) == 0


def test_a_filing_that_was_acknowledged_survives_a_sudden_death(db: str) -> None:
    with running("--port", "0", "--db", db) as (process, url):
        number = renew_late(url)
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE_S)
    with running("--port", "0", "--db", db) as (_, url), httpx.Client(base_url=url, trust_env=False) as http:
        assert Citizen(http, "urgent").filings()[0]["filing_no"] == number


def test_an_answer_given_before_a_sudden_death_is_repeated_after_it(db: str) -> None:
    key = str(uuid.uuid4())
    with running("--port", "0", "--db", db) as (process, url), httpx.Client(base_url=url, trust_env=False) as http:
        urgent = Citizen(http, "urgent")
        body = filing_body(urgent.licence(), "renew", {})
        first = urgent.file(body, key=key)
        process.send_signal(signal.SIGKILL)
    with running("--port", "0", "--db", db) as (_, url), httpx.Client(base_url=url, trust_env=False) as http:
        again = Citizen(http, "urgent").file(body, key=key)
    assert (again.status_code, again.content) == (201, first.content)


def test_without_a_database_named_it_keeps_one_in_the_users_state_folder() -> None:
    with running("--port", "0"):
        assert (Path(os.environ["XDG_STATE_HOME"]) / "licensing-server" / "licensing.db").exists()


def test_the_contract_can_be_printed() -> None:
    assert json.loads(run("openapi").stdout)["openapi"].startswith("3.1")
