"""Claim: from a standing start the terminal shows its home screen in 0.45 of the time, and holds 0.5 of the memory,
that Debian's Chromium in kiosk mode needs for the same page.

Both run on one virtual display without a GPU, in turn, each with a profile that has been used before. Time is from exec
to the first painted frame with its fonts; memory is the proportional set size of all processes some seconds later, on
the terminal's side with the embedded licensing server.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.home_page import html
from benchmarks.measure import end, pss_mb, tell
from kiosk.assets import ASSETS

ROUNDS = 7
SETTLED_S = 3.0
PATIENCE_S = 60.0
CHROMIUM = [
    *("chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *(
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1080,1920",
        "--window-position=0,0",
    ),
    "--disable-features=Translate",
]


@contextmanager
def display() -> Iterator[str]:
    """A virtual panel of 1080×1920; gives its DISPLAY."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1080x1920x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL, start_new_session=True)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as number:
            yield f":{number.readline().strip()}"
    finally:
        end(server)


@contextmanager
def web() -> Iterator[tuple[str, threading.Event]]:
    """The page on loopback; gives its address and the event of its first frame."""
    page, painted = html().encode(), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            font = ASSETS / "fonts" / self.path.lstrip("/")
            body = font.read_bytes() if font.suffix == ".ttf" else page
            self.send_response(200)
            self.send_header("Content-Type", "font/ttf" if font.suffix == ".ttf" else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            painted.set()
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing is told of single requests."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", painted
        server.shutdown()


def one_run(
    command: list[str], environment: dict[str, str], painted: Callable[[subprocess.Popen[bytes]], bool]
) -> tuple[float, float]:
    """Milliseconds to the first frame, and megabytes some seconds later. Raises RuntimeError where no frame came."""
    began = time.monotonic()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    watchdog = threading.Timer(PATIENCE_S, end, [process])
    watchdog.start()
    try:
        if not painted(process):
            raise RuntimeError(f"{command[0]} painted nothing")
        took = (time.monotonic() - began) * 1000
        time.sleep(SETTLED_S)
        return took, pss_mb(process.pid)
    finally:
        watchdog.cancel()
        end(process)
        assert process.stdout is not None
        process.stdout.close()


def kiosk_painted(process: subprocess.Popen[bytes]) -> bool:
    assert process.stdout is not None
    return any(line.strip() == b"first-frame" for line in process.stdout)


def main() -> int:
    kiosk_runs, chromium_runs = [], []
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home,
        display() as screen,
        web() as (address, painted),
    ):
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": home, "DISPLAY": screen}
        kiosk = [str(Path(sys.executable).with_name("kiosk")), "run"]
        chromium = [*CHROMIUM, f"--user-data-dir={home}/chromium", address]

        def chromium_painted(_: subprocess.Popen[bytes]) -> bool:
            return painted.wait(PATIENCE_S)

        for count in range(ROUNDS + 1):
            kiosk_run = one_run(kiosk, environment | {"KIOSK_MARK": "first-frame"}, kiosk_painted)
            painted.clear()
            chromium_run = one_run(chromium, environment, chromium_painted)
            if count:  # the first of each makes its profile and warms the disk cache
                kiosk_runs.append(kiosk_run)
                chromium_runs.append(chromium_run)
    kiosk_times, kiosk_sizes = zip(*kiosk_runs, strict=True)
    chromium_times, chromium_sizes = zip(*chromium_runs, strict=True)
    quick = tell("exec to first frame, against Chromium", kiosk_times, chromium_times, "ms", 0.45)
    small = tell("memory on the home screen, against Chromium", kiosk_sizes, chromium_sizes, "MB", 0.5)
    return not (quick and small)


if __name__ == "__main__":
    sys.exit(main())
