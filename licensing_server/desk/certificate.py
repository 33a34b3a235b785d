"""The electronic licence: everything a printed copy shows, sealed so that anybody can check it.

The seal is a compact JWS (RFC 7515, EdDSA RFC 8037); its claims are short because they must fit a QR code.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select

from licensing_server.contract.licences import Certificate
from licensing_server.contract.service import CertificateKey, CertificateKeys
from licensing_server.desk.office import Office
from licensing_server.problems import ProblemError, not_found
from licensing_server.rules.eligibility import SHOWN_AS_STORED
from licensing_server.rules.facts import STATUS_TEXTS, LicenceFacts
from licensing_server.store import licences
from licensing_server.store.tables import certificate_keys

if TYPE_CHECKING:  # imported when first used: it costs the start of the server
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

OID = "1.2.156.3005.2"  # GB/T 36904 practice
MOD_37_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def check_character(text: str) -> str:
    """ISO 7064 MOD 37,36 over digits and capitals."""
    rest = 36
    for character in text:
        rest = (rest + MOD_37_36.index(character)) % 36 or 36
        rest = rest * 2 % 37
    return MOD_37_36[(37 - rest) % 36]


def identifier(licence: LicenceFacts, type_code: str, issuer_code: str) -> str:
    parts = (type_code, issuer_code, licence.licence_no, f"{licence.version:03d}")
    return ".".join((OID, *parts, check_character("".join(parts))))


def _key(office: Office) -> tuple[str, Ed25519PrivateKey]:
    """The signing key and its id; made at first use and kept in the database."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    stored = select(certificate_keys)
    row = office.database.read(lambda connection: connection.execute(stored).first())
    if row is None:

        def make(connection: Connection) -> Any:
            if (rival := connection.execute(stored).first()) is not None:
                return rival
            fresh = Ed25519PrivateKey.generate()
            kid = _base64url(hashlib.sha256(fresh.public_key().public_bytes_raw()).digest()[:9])
            connection.execute(insert(certificate_keys).values(kid=kid, private_key=fresh.private_bytes_raw()))
            return connection.execute(stored).one()

        row = office.database.write(make)
    return row.kid, Ed25519PrivateKey.from_private_bytes(row.private_key)


def public_keys(office: Office) -> CertificateKeys:
    kid, key = _key(office)
    x = _base64url(key.public_key().public_bytes_raw())
    return CertificateKeys(keys=[CertificateKey(kty="OKP", crv="Ed25519", alg="EdDSA", use="sig", kid=kid, x=x)])


def _seal(office: Office, claims: dict[str, str]) -> str:
    kid, key = _key(office)
    parts = ({"alg": "EdDSA", "kid": kid}, claims)
    signed = ".".join(
        _base64url(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()) for part in parts
    )
    return f"{signed}.{_base64url(key.sign(signed.encode()))}"


def issue_copy(office: Office, holder: str, licence_no: str, purpose: str) -> Certificate:
    """A copy for the stated purpose. Raises ProblemError 404, or 409 when the licence is not in force."""
    licence = office.database.read(lambda connection: licences.find(connection, holder, licence_no))
    if licence is None:
        raise not_found("张许可证")
    now, settings = office.now(), office.settings
    status = licence.status(now.date())
    if status not in ("valid", "suspended"):
        raise ProblemError(409, "certificate.not-in-force", f"这张许可证{STATUS_TEXTS[status]}，不能打印电子证。")
    number = identifier(licence, settings.certificate.type_code, settings.service.authority_code)
    claims = {
        "no": licence.licence_no,
        "shop": licence.shop_name,
        "until": licence.valid_until.isoformat(),
        "status": status,
        "for": purpose,
        "at": now.isoformat(),
    }
    shown = {field: getattr(licence, field) for field in SHOWN_AS_STORED if field != "contact_phone"}
    return Certificate(
        **shown,
        identifier=number,
        status_text=STATUS_TEXTS[status],
        purpose=purpose,
        copied_at=now,
        qr_payload=_seal(office, claims),
    )
