"""The receipt says what was handed in, by when the result is due, and how to see it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from backend_client.models import Filing, FilingState, NextStep
from kiosk.documents import receipt
from tests.documents import samples
from tests.documents.paper import A4, Paper


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    return Printed(tmp_path)


class Printed:
    """Prints receipts at the sample terminal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, filing: Filing, *, reprint: bool = False) -> Paper:
        pdf = receipt(filing, terminal=samples.TERMINAL, printed_at=samples.PRINTED_AT, reprint=reprint)
        return Paper(pdf, self.folder)


def test_what_he_looks_for_is_large(printed: Printed) -> None:
    large = [word.text for word in printed(samples.filing()).words() if word.bottom - word.top > 24]

    assert large == ["YC26", "0312", "04785", "3月24日", "星期二"]


def test_everything_is_on_the_upper_half(printed: Printed) -> None:
    paper = printed(samples.filing(shop_name=samples.LONG_SHOP), reprint=True)

    assert paper.pages() == 1
    assert max(word.bottom for word in paper.words()) < A4[1] / 2


def test_it_tells_what_comes_next_and_where_to_ask(printed: Printed) -> None:
    text = printed(samples.filing()).text()

    for said in (
        "延长有效期：申请交上去了", "2026年3月12日9:46交的", "8个工作日内", "3新证寄给您", "恩平市烟草专卖局",
        "看结果：在任何一台自助终端刷身份证", "办这件事不收费", "有事请打12313", "EP-0032号自助终端·3月12日9:47打印",
    ):  # fmt: skip
        assert said in text


def test_a_hotline_that_the_terminal_never_learnt_is_left_out(tmp_path: Path) -> None:
    unknown = replace(samples.TERMINAL, authority="", hotline="")
    pdf = receipt(samples.filing(), terminal=unknown, printed_at=samples.PRINTED_AT)

    assert "有事请打" not in Paper(pdf, tmp_path).text()


def test_only_a_second_print_is_marked(printed: Printed) -> None:
    assert "补打" not in printed(samples.filing()).text()
    assert "补打" in printed(samples.filing(), reprint=True).text()


def test_a_refusal_says_why_and_how_to_object(printed: Printed) -> None:
    refused = samples.filing(
        state="refused", state_text="没有批准", reason="店里和住家没有分开。", remedy="60 天内可以申请复议。"
    )
    text = printed(refused).text()

    assert "原因：店里和住家没有分开。" in text
    assert "不同意怎么办：60天内可以申请复议。" in text
    assert "最晚哪天有结果" not in text


def test_a_reason_that_a_step_gives_is_not_printed_twice(printed: Printed) -> None:
    steps = (NextStep(title="没有批准", note="店里和住家没有分开。"),)
    text = printed(samples.filing(state="refused", reason="店里和住家没有分开。", next_steps=steps)).text()

    assert text.count("店里和住家没有分开。") == 1


def test_a_filing_decided_at_once_promises_no_day(printed: Printed) -> None:
    text = printed(samples.filing(state="granted", state_text="批准了", promised_on=None)).text()

    assert "延长有效期：批准了" in text
    assert "最晚哪天有结果" not in text


@pytest.mark.parametrize("state", get_args(FilingState))
def test_every_state_prints_and_never_claims_acceptance(state: FilingState, printed: Printed) -> None:
    text = printed(samples.filing(state=state, state_text="某一步", next_steps=(), promised_working_days=None)).text()

    assert "YC26031204785" in text
    assert "已受理" not in text
