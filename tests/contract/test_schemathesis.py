"""A machine reads the contract and tries what it allows and what it forbids: no status, body or header may surprise.

Bounded and seeded, so that every run asks the same questions. Closing the session is left out, for everything after it
would only be told 401; the API's own tests close sessions.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.licensing_server.citizen import Citizen

EXAMPLES, SEED = 12, 20260312
ENOUGH = 500  # requests; fewer would mean that it could not read the contract
CONFIG = """
[phases.examples]
fill-missing = true

[checks.positive_data_acceptance]
expected-statuses = ["2xx", 403, 404, 409]  # a card or a number made up by chance is refused or not found

[[operations]]
include-operation-id = "submit_filing"
checks.positive_data_acceptance.expected-statuses = ["2xx", 404, 409, 422]  # 422 also where a key was used before
"""


@pytest.mark.logs("Invalid HTTP request received")  # its first question is whether a header may hold a NUL
def test_the_server_keeps_its_contract(http: httpx.Client, arrive: Callable[[str], Citizen], tmp_path: Path) -> None:
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG, "utf-8")
    token = arrive("everything").session["token"]
    options = {
        "--header": f"Authorization: Bearer {token}",
        "--exclude-operation-id": "close_session",
        "--max-examples": str(EXAMPLES),
        "--seed": str(SEED),
        "--suppress-health-check": "all",
    }
    run = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run"),
            *(part for option in options.items() for part in option),
            str(http.base_url.join("/openapi.json")),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    asked = re.search(r"(\d+) generated", run.stdout)
    assert asked
    assert int(asked[1]) > ENOUGH
