"""Notices that a villager can read: short, plain, and with their source."""

from __future__ import annotations

import httpx
import pytest

from licensing_server.notices import get_notice, list_notices
from tests.licensing_server.citizen import expect

IDS = [notice.notice_id for notice in list_notices().notices]
NEVER = ("请知悉", "进行", "操作", "系统异常", "办理失败", "相关")
LONGEST = 48  # characters a sentence


def test_they_are_listed_newest_first_without_their_text(http: httpx.Client) -> None:
    listed = expect(200, http.get("/v1/notices"))["notices"]
    assert 5 <= len(listed) <= 8
    days = [notice["published_on"] for notice in listed]
    assert days == sorted(days, reverse=True)
    assert all("paragraphs" not in notice for notice in listed)
    assert expect(200, http.get(f"/v1/notices/{listed[0]['notice_id']}"))["paragraphs"]


@pytest.mark.parametrize("notice_id", IDS)
def test_each_is_short_plain_and_names_its_source(notice_id: str) -> None:
    notice = get_notice(notice_id)
    assert notice.source
    text = "".join(notice.paragraphs)
    assert not [word for word in NEVER if word in text]
    assert max(len(sentence) for sentence in text.split("。")) <= LONGEST
