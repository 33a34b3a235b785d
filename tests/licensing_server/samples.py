"""A licence in good order and what the tests change about it, and the bodies that citizens file."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, get_args

import pytest

from licensing_server.clock import SHANGHAI
from licensing_server.contract.licences import Eligibility
from licensing_server.contract.names import TransactionName
from licensing_server.rules.basis import AnswerError
from licensing_server.rules.eligibility import assess
from licensing_server.rules.facts import Case, LicenceFacts, RegistryFacts
from licensing_server.settings import load

MORNING = datetime(2026, 3, 12, 9, 41, tzinfo=SHANGHAI)  # a Thursday
TODAY = MORNING.date()
ALL: tuple[TransactionName, ...] = get_args(TransactionName)

SIGNATURE = {"width": 800, "height": 440, "strokes": [[[100, 100], [300, 220], [500, 120]], [[420, 90], [430, 330]]]}

REGISTRY = RegistryFacts(
    credit_code="92440785MA5D00015D",
    status="active",
    shop_name="沙湖镇惠芳便利店",
    person_in_charge="陈芳",
    premises_address="恩平市沙湖镇和平路18号",
    economic_type="个体工商户",
    successor_is_family=False,
    premises_change=None,
)
LICENCE = LicenceFacts(
    licence_no="440785100101",
    holder="440785197405180229",
    shop_name=REGISTRY.shop_name,
    person_in_charge=REGISTRY.person_in_charge,
    economic_type=REGISTRY.economic_type,
    premises_address=REGISTRY.premises_address,
    scope="卷烟零售、雪茄烟零售",
    supplier="广东烟草江门市有限公司恩平分公司",
    issuer="恩平市烟草专卖局",
    valid_from=date(2021, 4, 23),
    valid_until=TODAY + timedelta(41),
    issued_on=date(2021, 4, 23),
    standing="valid",
    cancelled_on=None,
    suspension_start=None,
    suspension_end=None,
    resume_on=None,
    contact_phone="13800005678",
    credit_grade="A",
    open_violation=False,
    version=1,
    registry=REGISTRY,
)


def a_case(*, today: date = TODAY, open_filings: dict[TransactionName, str] | None = None, **changes: Any) -> Case:
    """The plain licence, changed; a change named registry_… is one of the business registry's."""
    prefix = "registry_"
    at_registry = {name.removeprefix(prefix): changes.pop(name) for name in list(changes) if name.startswith(prefix)}
    licence = replace(LICENCE, **changes, registry=replace(REGISTRY, **at_registry))
    return Case(licence=licence, today=today, settings=load(), open_filings=open_filings or {})


def expiring_in(days: int, **changes: Any) -> Case:
    return a_case(valid_until=TODAY + timedelta(days), **changes)


def suspended(start: int, end: int, **changes: Any) -> Case:
    """Suspended from ``start`` to ``end`` days from today; the licence runs long enough."""
    return a_case(
        **{"valid_until": TODAY + timedelta(700)} | changes,
        suspension_start=TODAY + timedelta(start),
        suspension_end=TODAY + timedelta(end),
    )


def advice(case: Case, name: TransactionName) -> tuple[bool, bool, list[str]]:
    """May he apply, may he insist, and the rules that spoke."""
    eligibility = assess(name, case)
    return eligibility.can_apply, eligibility.may_insist, codes(eligibility)


def codes(eligibility: Eligibility) -> list[str]:
    return [reason.code for reason in eligibility.reasons]


def wrong(code: str) -> pytest.RaisesExc[AnswerError]:
    """Expects an answer to be refused with this code."""
    return pytest.raises(AnswerError, match=f"^{re.escape(code)}$")


FINE: tuple[bool, bool, list[str]] = (True, False, [])


def filing_body(licence: dict[str, Any], transaction: str, answers: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """What a terminal files for ``licence`` (as the API shows it): posted to the first address offered."""
    offered = licence["transactions"][transaction]["terms"]["delivery"]
    return {
        "licence_no": licence["licence_no"],
        "transaction": transaction,
        "answers": answers,
        "contact_phone": "13800005678",
        "delivery": {"method": "post", "address": offered[0]["addresses"][0]} if offered else None,
        "pledge": {"pledge_id": "pledge-2026-1", "accepted": True},
        "signature": SIGNATURE,
        "signed_at": "2026-03-12T09:45:00+08:00",
    } | changes
