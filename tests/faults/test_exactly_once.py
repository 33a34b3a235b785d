"""No filing is lost and none doubled, whatever fails and whoever is killed; and the campaign can see both."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.faults.campaign import Campaign
from tests.faults.servers import LedgerServer, ReferenceServer


def test_nothing_is_lost_or_doubled_while_everything_fails(tmp_path: Path) -> None:
    tally = asyncio.run(Campaign(tmp_path, LedgerServer(tmp_path), seed=1, intents=60, kills=8).run())
    assert (tally.lost, tally.duplicates, tally.mistold) == (0, 0, 0), tally
    assert tally.submissions >= 50, "hardly a filing was begun"
    assert tally.kiosk_kills >= 4
    assert tally.server_kills >= 2
    assert tally.faults.total() >= 20


def test_nor_by_the_real_server(tmp_path: Path) -> None:
    tally = asyncio.run(Campaign(tmp_path, ReferenceServer(tmp_path), seed=1, intents=12, kills=2).run())
    assert (tally.lost, tally.duplicates, tally.mistold) == (0, 0, 0), tally
    assert tally.submissions >= 10
    assert tally.server_kills == 1


def test_the_campaign_sees_doubled_filings(tmp_path: Path) -> None:
    campaign = Campaign(tmp_path, LedgerServer(tmp_path), seed=2, intents=30, kills=2, flaw="fresh-keys")
    tally = asyncio.run(campaign.run())
    assert tally.duplicates > 0, tally


def test_the_campaign_sees_lost_filings(tmp_path: Path) -> None:
    """A kill must hit the moment between sending and the answer; where none of the first does, another seed's will."""
    for seed in range(3, 9):
        folder = tmp_path / str(seed)
        folder.mkdir()
        campaign = Campaign(folder, LedgerServer(folder), seed=seed, intents=30, kills=8, flaw="forgetful")
        if asyncio.run(campaign.run()).lost > 0:
            return
    raise AssertionError("six campaigns without a journal lost nothing")
