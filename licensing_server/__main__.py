"""The command line: run the server, print its contract, and the clerk's two commands."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import NoReturn

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8790
FAILED, MISUSED = 1, 2
DECISIONS = ("grant", "refuse", "correct", "delivered")


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit code: 0, 1 when it could not be done, 2 when it was asked wrongly."""
    given = _parser().parse_args(arguments)
    try:
        result: int = given.command(given)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read along has seen enough, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="licensing-server", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="serve the API; prints 'ready URL' when it answers")
    run.add_argument("--host", default=DEFAULT_HOST)
    run.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 takes any free port")
    run.set_defaults(command=_run)

    openapi = commands.add_parser("openapi", help="print the contract as OpenAPI JSON")
    openapi.set_defaults(command=_openapi)

    waiting = commands.add_parser("filings", help="list what waits for a clerk")
    waiting.set_defaults(command=_filings)

    decide = commands.add_parser("decide", help="decide a filing as the clerk")
    decide.add_argument("filing_no", metavar="NO")
    decide.add_argument("decision", choices=DECISIONS)
    decide.add_argument("--reason", metavar="TEXT", help="needed to refuse and to ask for a correction")
    decide.set_defaults(command=_decide)

    for each in (run, waiting, decide):
        each.add_argument("--db", metavar="URL", help="sqlite:////absolute/path; default: this user's state folder")
    return parser


def _fail(sentence: str, code: int = FAILED) -> NoReturn:
    print(f"licensing-server: {sentence}", file=sys.stderr)
    raise SystemExit(code)


def _run(given: argparse.Namespace) -> int:
    from licensing_server.serve import CannotServe, serve

    try:
        serve(given.db, given.host, given.port)
    except CannotServe as problem:
        _fail(str(problem))
    return 0


def _openapi(_given: argparse.Namespace) -> int:
    from licensing_server.app import bare_app
    from licensing_server.clock import system_clock
    from licensing_server.openapi import document

    print(json.dumps(document(bare_app(), system_clock().date()), ensure_ascii=False, indent=1))
    return 0


def _filings(given: argparse.Namespace) -> int:
    from licensing_server.clerk import waiting_lines
    from licensing_server.serve import CannotServe

    try:
        for line in waiting_lines(given.db):
            print(line)
    except CannotServe as problem:
        _fail(str(problem))
    return 0


def _decide(given: argparse.Namespace) -> int:
    from licensing_server.clerk import decide
    from licensing_server.desk.decisions import UnknownFiling
    from licensing_server.rules.life import IllegalMove
    from licensing_server.serve import CannotServe

    if given.decision in ("refuse", "correct") and not given.reason:
        _fail(f"to {given.decision} a filing, give --reason TEXT: the citizen must be told why", MISUSED)
    try:
        print(decide(given.db, given.filing_no, given.decision, given.reason or ""))
    except UnknownFiling:
        _fail(f"there is no filing {given.filing_no}")
    except (IllegalMove, CannotServe) as problem:
        _fail(str(problem))
    return 0


if __name__ == "__main__":
    sys.exit(main())
