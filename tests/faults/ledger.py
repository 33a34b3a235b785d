"""A licensing server that does nothing but keep filings: one row a key, on disk before it answers.

It has no rule against two open filings of one licence, so a terminal that doubled one is found out here.
Run as ``python -m tests.faults.ledger FILE PORT``; prints ``ready PORT``.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec

from backend_client.models import FilingBody
from tests.backend_client import samples


class Ledger:
    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._database.execute("PRAGMA synchronous = FULL")
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS filing (number INTEGER PRIMARY KEY, key TEXT UNIQUE, body BLOB NOT NULL)"
        )

    def file(self, key: str, body: bytes) -> int:
        with self._lock:
            self._database.execute("INSERT OR IGNORE INTO filing (key, body) VALUES (?, ?)", (key, body))
            number, stored = self._database.execute("SELECT number, body FROM filing WHERE key = ?", (key,)).fetchone()
        assert stored == body, "the same key with another body"
        return int(number)


class Handler(BaseHTTPRequestHandler):
    ledger: Ledger

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        key = self.headers["Idempotency-Key"]
        number = self.ledger.file(key, body)
        filed = samples.filing(key, of=msgspec.json.decode(body, type=FilingBody), filing_no=filing_no(number))
        answer = msgspec.json.encode(filed)
        self.send_response(201)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_arguments: object) -> None:
        """Says nothing."""


def filing_no(number: int) -> str:
    return f"YC{number:011d}"


def entries(path: Path) -> dict[str, tuple[str, FilingBody]]:
    """What it holds: key → filing number and body."""
    database = sqlite3.connect(path)
    try:
        rows = database.execute("SELECT key, number, body FROM filing").fetchall()
    finally:
        database.close()
    return {key: (filing_no(number), msgspec.json.decode(body, type=FilingBody)) for key, number, body in rows}


if __name__ == "__main__":
    Handler.ledger = Ledger(Path(sys.argv[1]))
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler)
    print("ready", server.server_address[1], flush=True)
    server.serve_forever()
