"""What anybody may read before he identifies himself: the service, the notices, the certificate keys."""

from __future__ import annotations

from typing import Literal

from licensing_server.contract.names import Day, Model, Moment, TransactionName


class TransactionFacts(Model):
    transaction: TransactionName
    title: str
    official_name: str
    fee: str
    promised_working_days: int
    brings: list[str]
    summary: list[str]


class ServiceWindow(Model):
    name: str
    address: str
    hours: str
    phone: str


class Service(Model):
    server_time: Moment
    time_zone: str
    authority: str
    hotline: str
    window: ServiceWindow
    transactions: list[TransactionFacts]
    pledge_id: str
    pledge: list[str]


class NoticeSummary(Model):
    notice_id: str
    title: str
    category: Literal["law", "policy", "guide"]
    published_on: Day
    source: str


class Notice(NoticeSummary):
    paragraphs: list[str]


class NoticeList(Model):
    notices: list[NoticeSummary]


class CertificateKey(Model):
    """A public Ed25519 key as a JWK (RFC 8037)."""

    kty: Literal["OKP"]
    crv: Literal["Ed25519"]
    alg: Literal["EdDSA"]
    use: Literal["sig"]
    kid: str
    x: str


class CertificateKeys(Model):
    keys: list[CertificateKey]
