"""What the benchmarks share: memory of a whole process tree, and the one line in which a result is told."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median


def tree(root: int) -> list[int]:
    """Process ids of ``root`` and all its descendants."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, parent = re.match(r"(\d+) \(.*\) \S (\d+)", stat.read_text(), re.DOTALL).groups()  # type: ignore[union-attr]
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
        children.setdefault(int(parent), []).append(int(pid))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def pss_mb(root: int) -> float:
    """Proportional set size of a process tree: shared pages are counted once, not once a process."""
    total = 0
    for pid in tree(root):
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += int(re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE).group(1))  # type: ignore[union-attr]
    return total / 1024


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process that leads its own session, and whatever it started."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, kind)
            process.wait(10)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue


def tell(claim: str, ours: Sequence[float], yardstick: Sequence[float], unit: str, goal: float) -> bool:
    """Prints one claim: the ratio of the medians, its goal, both medians with their ranges. True where it is met."""
    ratio = median(ours) / median(yardstick)
    met = ratio <= goal
    spans = " · ".join(
        f"{name} {median(values):.0f} {unit} ({min(values):.0f}–{max(values):.0f})"
        for name, values in (("terminal", ours), ("yardstick", yardstick))
    )
    print(f"{claim}: ratio {ratio:.2f}, goal ≤ {goal}, {'met' if met else 'MISSED'} · {spans}", flush=True)
    return met
