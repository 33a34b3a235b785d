"""A printed copy shows every field of the electronic licence, and cannot be taken for the original."""

from __future__ import annotations

from pathlib import Path

import pytest
import segno

from backend_client.models import Certificate
from kiosk.documents import licence_copy
from tests.documents import samples
from tests.documents.paper import Paper


def printed(certificate: Certificate, folder: Path) -> Paper:
    return Paper(licence_copy(certificate, terminal=samples.TERMINAL, printed_at=samples.PRINTED_AT), folder)


def test_every_field_is_on_it(tmp_path: Path) -> None:
    text = printed(samples.certificate(), tmp_path).text()

    for value in (
        "440785104321", "沙湖镇惠芳便利店", "陈惠芳", "个体工商户", "广东省恩平市沙湖镇南平路18号",
        "卷烟零售、雪茄烟零售", "广东烟草江门市有限责任公司", "恩平市烟草专卖局", "2021年4月22日到2026年4月21日",
        "2021年4月20日", "有效", "办理贷款", "2026年3月12日9:47", samples.certificate().identifier,
    ):  # fmt: skip
        assert value in text


def test_it_says_three_times_that_it_is_a_copy(tmp_path: Path) -> None:
    text = printed(samples.certificate(), tmp_path).text()

    assert samples.COPY_MARK.replace(" ", "") in text
    assert "电子证照打印件" in text
    assert "不是许可证原件" in text


def test_the_longest_fields_and_purpose_stay_on_one_page(tmp_path: Path) -> None:
    certificate = samples.certificate(
        shop_name=samples.LONG_SHOP, person=samples.NAMES[3], address=samples.LONG_ADDRESS, purpose="给银行看" * 8
    )

    assert printed(certificate, tmp_path).pages() == 1


def test_a_payload_that_no_code_holds_is_refused(tmp_path: Path) -> None:
    certificate = samples.certificate(qr_payload="x" * 3000)

    with pytest.raises(segno.DataOverflowError):
        printed(certificate, tmp_path)
