"""Counts what is lost and what is doubled while lines fail and terminal and server are killed at random, by seed.

``python -m tests.faults.campaign --rounds 10`` prints the counts of ten seeds, then of two controls. A terminal that
takes a fresh key for every attempt must double filings, and one that forgets its journal must lose some; else the
campaign is blind. ``--server reference`` runs the sound terminal against the real server instead of the ledger.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tests.faults.proxy import FaultProxy
from tests.faults.servers import LedgerServer, ReferenceServer, Server, start, wait_for_line

Flaw = Literal["none", "fresh-keys", "forgetful"]


@dataclass
class Tally:
    submissions: int = 0  # recorded: the citizen may go home
    kiosk_kills: int = 0
    server_kills: int = 0
    lost: int = 0
    duplicates: int = 0
    mistold: int = 0  # told another filing number than the server's, or a refusal
    faults: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        spoilt = ", ".join(f"{kind} {count}" for kind, count in sorted(self.faults.items()))
        return (
            f"{self.submissions} submissions, {self.kiosk_kills} kiosk kills, {self.server_kills} server kills, "
            f"{self.faults.total()} faults: {self.lost} lost, {self.duplicates} duplicates, {self.mistold} mistold"
            f"  ({spoilt})"
        )


class Campaign:
    """One run in ``folder``. ``kills`` is how often the terminal is killed; the server half as often."""

    def __init__(
        self, folder: Path, server: Server, *, seed: int, intents: int, kills: int, flaw: Flaw = "none"
    ) -> None:
        self._folder = folder
        self._server = server
        self._seed = seed
        self._intents = intents
        self._kills = kills
        self._flaw = flaw
        self._chance = random.Random(seed)

    async def run(self) -> Tally:
        tally = Tally()
        await self._server.start()
        proxy = FaultProxy(self._server.port, seed=self._seed, share=0.5)
        url = f"http://127.0.0.1:{await proxy.start()}"
        kiosk = await self._start_kiosk(url)
        while tally.kiosk_kills < self._kills and not await _ended_within(kiosk, self._chance.uniform(0.05, 0.8)):
            kiosk.kill()
            tally.kiosk_kills += 1
            await kiosk.communicate()
            kiosk = await self._start_kiosk(url)
            if tally.kiosk_kills % 2 == 0:
                await asyncio.sleep(self._chance.uniform(0.0, 0.2))
                await self._server.kill()
                tally.server_kills += 1
                await self._server.start()
        last_words, _ = await kiosk.communicate()
        assert kiosk.returncode == 0, last_words.decode()
        self._count(tally)
        await self._server.kill()
        await proxy.stop()
        tally.faults = proxy.faults
        return tally

    async def _start_kiosk(self, url: str) -> asyncio.subprocess.Process:
        arguments = [str(self._folder), url, self._server.kind, str(self._intents), self._flaw]
        kiosk = await start("tests.faults.kiosk_child", *arguments)
        await wait_for_line(kiosk, "up")
        return kiosk

    def _count(self, tally: Tally) -> None:
        """Holds what the terminal promised and told against what the server has."""
        held = self._server.held()
        lines = [line.split() for line in (self._folder / "diary").read_text().splitlines()]
        recorded = {line[1] for line in lines if line[0] == "recorded"}
        told = [(line[1], line[2]) for line in lines if line[0] == "settled"]
        copies = Counter(body.contact_phone for _, body in held.values())
        tally.submissions = len(recorded)
        tally.duplicates = copies.total() - len(copies)
        if self._flaw != "fresh-keys":  # under a fresh key nothing says which filing it was meant for
            tally.lost = len(recorded - held.keys())
            tally.mistold = sum(submission not in held or held[submission][0] != number for submission, number in told)


async def _ended_within(process: asyncio.subprocess.Process, seconds: float) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), seconds)
    return process.returncode is not None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1, help="of the first round")
    parser.add_argument("--intents", type=int, default=150)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--server", choices=("ledger", "reference"), default="ledger")
    chosen = parser.parse_args()
    flaws: list[Flaw] = ["none"] * chosen.rounds
    if chosen.server == "ledger":
        flaws += ["fresh-keys", "forgetful"]
    for seed, flaw in enumerate(flaws, start=chosen.seed):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            server = LedgerServer(folder) if chosen.server == "ledger" else ReferenceServer(folder)
            campaign = Campaign(folder, server, seed=seed, intents=chosen.intents, kills=chosen.kills, flaw=flaw)
            tally = asyncio.run(campaign.run())
        print(f"seed {seed}:" if flaw == "none" else f"control, {flaw}:", tally, flush=True)


if __name__ == "__main__":
    main()
