"""Starting the server: its database, the demonstration in it, and uvicorn around the app."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
import tomllib
from datetime import timedelta

from platformdirs import user_state_path
from pydantic import ValidationError
from sqlalchemy import URL

from licensing_server import settings
from licensing_server.clock import system_clock
from licensing_server.desk.office import Office
from licensing_server.rules.working_days import years_unknown
from licensing_server.store.database import Database, DatabaseUnusable

log = logging.getLogger("licensing_server")
PARENT_VARIABLE = "LICENSING_PARENT_STDIN"  # "1": end when standard input ends, so that no orphan stays behind
LOOK_AHEAD = timedelta(60)  # promised days may lie in the next year


class CannotServe(Exception):
    """The message is one plain sentence for the operator."""


def default_url() -> str:
    folder = user_state_path("licensing-server", ensure_exists=True)
    return URL.create("sqlite", database=str(folder / "licensing.db")).render_as_string()


def open_office(url: str | None, *, serving: bool = False) -> Office:
    """The office on its database, created or migrated as needed. Raises CannotServe."""
    try:
        loaded = settings.load()
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise CannotServe(f"the settings cannot be used: {error}") from error
    try:
        database = Database(url or default_url(), serving=serving)
    except (DatabaseUnusable, OSError) as error:
        raise CannotServe(str(error)) from error
    return Office(loaded, system_clock, database)


def serve(url: str | None, host: str, port: int) -> None:
    """Serve until told to stop. Raises CannotServe."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        bound = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, OverflowError) as error:
        raise CannotServe(f"cannot listen on {host} port {port}: {error}") from error
    with bound:
        office = open_office(url, serving=True)
        try:
            _serve(office, bound)
        finally:
            office.database.close()


def _serve(office: Office, bound: socket.socket) -> None:
    import uvicorn

    from licensing_server.app import create_app
    from licensing_server.demo.seed import seed

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            host, port = bound.getsockname()[:2]
            print(f"ready http://{f'[{host}]' if ':' in host else host}:{port}", flush=True)

    seed(office)
    today = office.today()
    for year in years_unknown(today, today + LOOK_AHEAD):
        log.warning("the public holidays of %s are not known: only weekends count", year)
    config = uvicorn.Config(
        create_app(office), log_level="warning", access_log=False, workers=1, timeout_graceful_shutdown=2
    )
    server = Announcing(config)
    if os.environ.get(PARENT_VARIABLE) == "1":
        threading.Thread(target=_follow_parent, args=(server,), name="parent-watch", daemon=True).start()
    server.run(sockets=[bound])


def _follow_parent(server: object) -> None:
    while os.read(sys.stdin.fileno(), 4096):
        pass
    server.should_exit = True  # type: ignore[attr-defined]
