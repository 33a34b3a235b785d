"""The form says in plain words what was filed, and bears the pledge and the signature."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from backend_client.models import Filing, Licence, TransactionName
from kiosk.documents import application_form
from tests.documents import samples
from tests.documents.paper import Paper

MASKED = "4407＊＊＊＊＊＊＊＊＊＊1234"


class Printed:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(
        self, filing: Filing, licence: Licence | None = None, *, pledge: tuple[str, ...] = samples.PLEDGE
    ) -> Paper:
        licence = samples.licence() if licence is None else licence
        pdf = application_form(filing, licence, "陈惠芳", MASKED, pledge=pledge, terminal=samples.TERMINAL)
        return Paper(pdf, self.folder)


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    return Printed(tmp_path)


ANSWERS_IN_WORDS: list[tuple[TransactionName, tuple[str, ...]]] = [
    ("renew", ("许可证延续申请表", "延续（延长有效期）", "最长到2031年4月21日")),
    ("cancel", ("歇业（不再经营）", "年纪大了，不做了", "2026年4月1日")),
    ("modify", ("原来：沙湖镇惠芳便利店", "改成：沙湖镇惠芳百货店", "理由：路名改了，店没有搬")),
    ("suspend", ("2026年4月1日到2026年6月30日", "店面装修")),
    ("resume", ("2026年1月1日到2026年4月30日", "2026年3月20日", "装修好了")),
    ("reissue", ("坏了，看不清", "正本、副本", "家里进水泡坏了")),
]


@pytest.mark.parametrize(("transaction", "said"), ANSWERS_IN_WORDS)
def test_each_answer_stands_there_in_words(
    transaction: TransactionName, said: tuple[str, ...], printed: Printed
) -> None:
    text = printed(samples.filing(transaction), samples.licence(suspended=transaction == "resume")).text()

    for sentence in said:
        assert sentence in text


@pytest.mark.parametrize("transaction", samples.TITLES)
def test_an_ordinary_filing_fits_one_page(transaction: TransactionName, printed: Printed) -> None:
    assert printed(samples.filing(transaction), samples.licence(suspended=True)).pages() == 1


def test_number_and_phone_are_masked(printed: Printed) -> None:
    text = printed(samples.filing()).text()

    assert MASKED in text
    assert "138＊＊＊＊5678" in text
    assert "13800005678" not in text


def test_pledge_and_date_of_signature_are_on_it(printed: Printed) -> None:
    text = printed(samples.filing()).text()

    assert all(paragraph in text for paragraph in samples.PLEDGE)
    assert "签名日期2026年3月12日" in text


def test_four_long_changes_go_on_a_numbered_second_page(printed: Printed) -> None:
    long = samples.licence(shop_name=samples.LONG_SHOP, address=samples.LONG_ADDRESS)
    paper = printed(samples.filing("modify", answers=samples.FOUR_CHANGES, address=samples.LONG_ADDRESS), long)

    assert paper.pages() == 2
    assert "第1页，共2页" in paper.text()
    assert "第2页，共2页" in paper.text()


def test_a_single_page_is_not_numbered(printed: Printed) -> None:
    assert "第1页" not in printed(samples.filing()).text()


def test_a_long_pledge_is_printed_whole(printed: Printed) -> None:
    pledge = tuple(f"第{number}条承诺。" * 20 for number in range(30))

    text = printed(samples.filing(), pledge=pledge).text()

    assert all(paragraph in text for paragraph in pledge)


def test_filing_against_advice_and_a_correction_are_said(printed: Printed) -> None:
    filing = samples.filing()
    body = msgspec.structs.replace(filing.body, insist=True, corrects="YC26030104785", delivery=None)
    text = printed(msgspec.structs.replace(filing, body=body)).text()

    assert "仍然要提交" in text
    assert "YC26030104785" in text
    assert "不用领证" in text


def test_a_choice_that_is_no_longer_offered_is_not_left_out(printed: Printed) -> None:
    gone: dict[str, object] = {"reason": "moved-abroad", "cease_on": "2026-04-01"}

    assert "moved-abroad" in printed(samples.filing("cancel", answers=gone)).text()


def test_once_granted_only_the_new_value_stands_there(printed: Printed) -> None:
    renamed = samples.licence(shop_name="沙湖镇惠芳百货店")

    assert "原来：沙湖镇惠芳百货店" not in printed(samples.filing("modify"), renamed).text()


def test_answers_of_another_transaction_are_refused() -> None:
    filing = samples.filing("suspend", answers={"reason": "repair"})

    with pytest.raises(msgspec.ValidationError):
        application_form(filing, samples.licence(), "陈惠芳", MASKED, pledge=(), terminal=samples.TERMINAL)
