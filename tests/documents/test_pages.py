"""What holds for every document: A4, fonts inside, nothing cut off, the same content the same file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from reportlab.lib.units import mm

from kiosk.documents import application_form, licence_copy, outcome_slip, receipt
from tests.documents import samples
from tests.documents.paper import A4, Paper

Document = Callable[[str, str, str], bytes]  # of a holder, a shop, an address
MASKED = "4407＊＊＊＊＊＊＊＊＊＊1234"


def a_receipt(name: str, shop: str, address: str) -> bytes:
    filing = samples.filing("modify", shop_name=shop, address=address, reason=f"{name}：{address}", state="refused")
    return receipt(filing, terminal=samples.TERMINAL, printed_at=samples.PRINTED_AT, reprint=True)


def a_slip(_name: str, shop: str, _address: str) -> bytes:
    return outcome_slip(
        query_code="123412341234", transaction_title="延长有效期", shop_name=shop, saved_at=samples.FILED_AT,
        terminal=samples.TERMINAL, printed_at=samples.PRINTED_AT,
    )  # fmt: skip


def a_form(name: str, shop: str, address: str) -> bytes:
    filing = samples.filing("modify", answers=samples.FOUR_CHANGES, shop_name=shop, address=address)
    licence = samples.licence(shop_name=shop, person=name, address=address)
    return application_form(filing, licence, name, MASKED, pledge=samples.PLEDGE, terminal=samples.TERMINAL)


def a_copy(name: str, shop: str, address: str) -> bytes:
    certificate = samples.certificate(shop_name=shop, person=name, address=address)
    return licence_copy(certificate, terminal=samples.TERMINAL, printed_at=samples.PRINTED_AT)


DOCUMENTS = pytest.mark.parametrize("document", [a_receipt, a_slip, a_form, a_copy])


@DOCUMENTS
def test_it_is_a4_with_every_font_inside(document: Document, tmp_path: Path) -> None:
    paper = Paper(document(samples.NAMES[1], samples.LONG_SHOP, samples.LONG_ADDRESS), tmp_path)

    assert paper.page_size() == pytest.approx(A4, abs=0.1)
    assert paper.fonts()
    assert all(embedded and unicode for _, embedded, unicode in paper.fonts()), paper.fonts()


@DOCUMENTS
def test_the_longest_contents_stay_within_the_margins(document: Document, tmp_path: Path) -> None:
    paper = Paper(document(samples.NAMES[4], samples.LONG_SHOP, samples.LONG_ADDRESS), tmp_path)
    width, height = A4

    assert paper.words()
    for word in paper.words():
        if word.text not in samples.COPY_MARK:
            assert 17 * mm < word.left < word.right < width - 17 * mm, word
            assert 9 * mm < word.top < word.bottom < height - 8 * mm, word


@DOCUMENTS
def test_a_long_shop_name_is_printed_whole(document: Document, tmp_path: Path) -> None:
    text = Paper(document(samples.NAMES[0], samples.LONG_SHOP, samples.LONG_ADDRESS), tmp_path).text()

    assert samples.LONG_SHOP in text


@pytest.mark.parametrize("name", samples.NAMES)
@pytest.mark.parametrize("document", [a_receipt, a_form, a_copy])
def test_every_name_and_a_long_address_extract_exactly(document: Document, name: str, tmp_path: Path) -> None:
    text = Paper(document(name, "惠芳便利店", samples.LONG_ADDRESS), tmp_path).text()

    assert name.replace(" ", "") in text
    assert samples.LONG_ADDRESS.replace(" ", "") in text


@DOCUMENTS
def test_the_same_content_gives_the_same_file(document: Document) -> None:
    content = (samples.NAMES[0], "惠芳便利店", samples.ADDRESS)

    assert document(*content) == document(*content)


@DOCUMENTS
def test_the_file_carries_no_name_outside_its_pages(document: Document, tmp_path: Path) -> None:
    information = Paper(document(samples.NAMES[0], "惠芳便利店", samples.ADDRESS), tmp_path).information()

    assert "自助终端" in information
    assert "惠芳" not in information


def test_documents_made_at_once_do_not_mix(tmp_path: Path) -> None:
    """Fonts are shared between documents; a licence copy and a receipt may be made by two threads."""
    made: dict[str, bytes] = {}

    def make(name: str) -> None:
        made[name] = a_copy(name, "惠芳便利店", samples.ADDRESS)

    threads = [Thread(target=make, args=(name,)) for name in samples.NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    for name in samples.NAMES:
        assert name.replace(" ", "") in Paper(made[name], tmp_path).text()
