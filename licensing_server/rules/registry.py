"""Where the business licence and the tobacco licence say different things, and what may be done about each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from licensing_server.contract.licences import Option, RegistryDifference
from licensing_server.contract.names import RegistryField
from licensing_server.rules.facts import LicenceFacts

INDIVIDUAL = "个体工商户"
RENAMED = Option(code="renamed", text="地方没变，只是路名、门牌改了")
DEMOLISHED = Option(code="demolished", text="修路、拆迁，只好搬")


@dataclass(frozen=True)
class Verdict:
    can_modify: bool
    sentence: str
    source: str
    grounds: tuple[Option, ...] = ()


def _shop_name(_licence: LicenceFacts) -> Verdict:
    return Verdict(True, "店名可以在这里改成和营业执照一样。", "烟草专卖许可证管理办法 变更")


def _person_in_charge(licence: LicenceFacts) -> Verdict:
    if licence.registry.economic_type != INDIVIDUAL:
        return Verdict(True, "公司换了负责人，可以在这里改，由工作人员审核。", "烟草专卖许可证管理办法 变更")
    source = "国烟法〔2024〕55号；促进个体工商户发展条例 第十三条"
    if licence.registry.successor_is_family:
        return Verdict(True, "家里人接着开店，可以在这里改，由工作人员审核。", source)
    return Verdict(False, "换了别人来开店，不能改证，要请新的经营者重新申请。", source)


def _premises_address(licence: LicenceFacts) -> Verdict:
    source = "烟草专卖许可证管理办法 变更；实施细则 第四十九条"
    if licence.registry.premises_change == "moved":
        return Verdict(False, "店搬到了别的地方，要重新申请。", source)
    sentence = "地址可以改：路名门牌变了，或者因为拆迁搬的。由工作人员审核。"
    return Verdict(True, sentence, source, (RENAMED, DEMOLISHED))


def _economic_type(_licence: LicenceFacts) -> Verdict:
    return Verdict(True, "经济类型可以在这里改，由工作人员审核。", "国烟法〔2024〕55号")


FIELDS: dict[RegistryField, tuple[str, Callable[[LicenceFacts], Verdict]]] = {
    "shop_name": ("店名", _shop_name),
    "person_in_charge": ("经营者", _person_in_charge),
    "premises_address": ("经营地址", _premises_address),
    "economic_type": ("经济类型", _economic_type),
}


def differences(licence: LicenceFacts) -> list[RegistryDifference]:
    """One entry for each field that differs; none where the registry does not know the shop."""
    if licence.registry.status == "not_found":
        return []
    found = []
    for field, (label, judge) in FIELDS.items():
        on_licence, on_registry = getattr(licence, field), getattr(licence.registry, field)
        if on_licence != on_registry:
            verdict = judge(licence)
            found.append(
                RegistryDifference(
                    field=field,
                    label=label,
                    on_licence=on_licence,
                    on_registry=on_registry,
                    can_modify=verdict.can_modify,
                    grounds=list(verdict.grounds),
                    sentence=verdict.sentence,
                    source=verdict.source,
                )
            )
    return found
