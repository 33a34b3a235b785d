"""The slip for a filing without an answer yet: safe, not to be repeated, found again by its code."""

from __future__ import annotations

from pathlib import Path

from kiosk.documents import outcome_slip
from tests.documents import samples
from tests.documents.paper import A4, Paper


def test_it_says_what_is_safe_and_gives_the_code_in_fours(tmp_path: Path) -> None:
    paper = Paper(
        outcome_slip(
            query_code="560112349876",
            transaction_title="延长有效期",
            shop_name=samples.LONG_SHOP,
            saved_at=samples.FILED_AT,
            terminal=samples.TERMINAL,
            printed_at=samples.PRINTED_AT,
            reprint=True,
        ),
        tmp_path,
    )
    text = paper.text()

    for said in ("查询单", "补打", "申请存好了，还在往上送", "不用再办一次，不会重复提交", "2026年3月12日9:46存好的"):
        assert said in text
    assert [word.text for word in paper.words() if word.bottom - word.top > 24][:3] == ["5601", "1234", "9876"]
    assert "已受理" not in text
    assert "失败" not in text
    assert paper.pages() == 1
    assert max(word.bottom for word in paper.words()) < A4[1] / 2
