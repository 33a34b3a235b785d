"""``kiosk run`` as the service manager meets it: it shows its first frame and ends when it is asked to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

PATIENCE_S = 30


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_it_shows_its_first_frame_and_ends_well_when_asked(asked: signal.Signals) -> None:
    command = [sys.executable, "-m", "kiosk", "run"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_MARK": "first-frame"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0
    ) as terminal:
        assert terminal.stdout is not None
        assert terminal.stdout.readline() == "first-frame\n"
        terminal.send_signal(asked)
        _, complaints = terminal.communicate(timeout=PATIENCE_S)
    assert (terminal.returncode, complaints) == (0, "")
