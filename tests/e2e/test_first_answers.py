"""The first answers after the start come to several threads at once; the program must live to read them."""

from __future__ import annotations

import subprocess
import sys

import msgspec

from tests.unit.samples import SERVICE

# Types are known to msgspec from their first use, so every round begins with types that nobody has used yet.
CHILD = """
import importlib, sys, threading
from backend_client import models, wire
from backend_client.answer import Answer
sys.setswitchinterval(1e-6)
body = sys.stdin.buffer.read()
for _ in range(60):
    importlib.reload(models)
    together = threading.Barrier(3)
    def read():
        together.wait()
        wire.decode(Answer(200, {}, body), models.Service)
    threads = [threading.Thread(target=read) for _ in range(3)]
    for each in threads: each.start()
    for each in threads: each.join()
"""


def test_several_threads_read_the_first_answer_of_a_kind_at_once() -> None:
    ended = subprocess.run([sys.executable, "-c", CHILD], input=msgspec.json.encode(SERVICE), capture_output=True)
    assert (ended.returncode, ended.stderr) == (0, b"")
