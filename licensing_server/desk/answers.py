"""Checks that every filing passes before its own rules: the pledge, the signature, the delivery."""

from __future__ import annotations

from itertools import pairwise
from math import dist

from licensing_server.contract.answers import Delivery, Pledge, Signature
from licensing_server.contract.licences import Terms
from licensing_server.rules.basis import AnswerError
from licensing_server.settings import Settings


def check_pledge(pledge: Pledge, settings: Settings) -> None:
    if not pledge.accepted:
        raise AnswerError("pledge.not-accepted", "请先看完承诺书，再打勾。")
    if pledge.pledge_id != settings.pledge.id:
        raise AnswerError("pledge.outdated", "承诺书换了新的，请重新看一遍再签名。")


def check_signature(signature: Signature, settings: Settings) -> None:
    """A name has some length of line; a dot or a stray touch has not."""
    if len(signature.strokes) > settings.limits.signature_strokes:
        raise AnswerError("signature.too-long", "签名的笔画太多了，请重写一次。")
    ink = sum(dist(a, b) for stroke in signature.strokes for a, b in pairwise(stroke))
    if ink < signature.width * settings.limits.signature_min_ink:
        raise AnswerError("signature.empty", "还没有签名，请用手指写上您的名字。")


def check_delivery(delivery: Delivery | None, terms: Terms) -> None:
    if not terms.delivery:
        if delivery is not None:
            raise AnswerError("delivery.not-needed", "这件事没有新证要送，不用选领证方式。")
        return
    offered = {option.method: option.addresses for option in terms.delivery}
    if delivery is None:
        raise AnswerError("delivery.missing", "请选新证怎么交给您。")
    if delivery.address not in offered.get(delivery.method, []):
        raise AnswerError("delivery.address", "送证的地址不在能选的里面，请再选一次。")
