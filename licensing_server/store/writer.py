"""The one writer: a thread that gathers waiting changes and commits them together.

One fsync then serves many requests, and SQLite never sees two writers of this process. A change that fails is
rolled back to its savepoint and harms no neighbour.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")
Change = Callable[[Connection], Any]
GROUP = 256  # changes a commit at most


class Writer:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: queue.SimpleQueue[tuple[Change, Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="database-writer", daemon=True)
        self._thread.start()

    def write(self, change: Callable[[Connection], T]) -> T:
        """Run ``change`` and return its result once it is on disk. Raises what it raises; then nothing is kept."""
        done: Future[T] = Future()
        self._waiting.put((change, done))
        return done.result()

    def close(self) -> None:
        """Finish what waits, then stop."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        running = True
        while running:
            group = [self._waiting.get()]
            while len(group) < GROUP and not self._waiting.empty():
                group.append(self._waiting.get())
            running = None not in group
            self._commit([job for job in group if job])

    def _commit(self, jobs: list[tuple[Change, Future[Any]]]) -> None:
        settled: list[Callable[[], None]] = []
        try:
            with self._engine.begin() as connection:
                for change, done in jobs:
                    settled.append(_attempt(connection, change, done))
        except Exception as failure:  # the commit itself failed: nobody's change is on disk
            for _, done in jobs:
                done.set_exception(failure)
            return
        for settle in settled:
            settle()


def _attempt(connection: Connection, change: Change, done: Future[Any]) -> Callable[[], None]:
    try:
        with connection.begin_nested():
            result = change(connection)
    except Exception as failure:
        return lambda failure=failure: done.set_exception(failure)  # type: ignore[misc]
    return lambda: done.set_result(result)
