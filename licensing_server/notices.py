"""Notices on law and policy: one TOML file each, in plain words, with its source."""

from __future__ import annotations

import tomllib
from functools import cache

from licensing_server.assets import NOTICES
from licensing_server.contract.service import Notice, NoticeList, NoticeSummary
from licensing_server.problems import not_found


@cache
def _notices() -> dict[str, Notice]:
    """By id (the file's name), newest first."""
    loaded = [
        Notice.model_validate({"notice_id": file.stem, **tomllib.loads(file.read_text("utf-8"))})
        for file in NOTICES.glob("*.toml")
    ]
    loaded.sort(key=lambda notice: (notice.published_on, notice.notice_id), reverse=True)
    return {notice.notice_id: notice for notice in loaded}


def list_notices() -> NoticeList:
    return NoticeList(
        notices=[
            NoticeSummary(**{field: getattr(notice, field) for field in NoticeSummary.model_fields})
            for notice in _notices().values()
        ]
    )


def get_notice(notice_id: str) -> Notice:
    """Raises ProblemError 404."""
    try:
        return _notices()[notice_id]
    except KeyError:
        raise not_found("条消息") from None
