"""A copy of the electronic licence can be checked by anybody with the public key."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from licensing_server.desk.certificate import check_character
from tests.licensing_server.citizen import Citizen, expect, refused

Arrive = Callable[[str], Citizen]


def decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def verified(http: httpx.Client, jws: str) -> dict[str, Any]:
    """The claims, after checking the seal as a stranger would."""
    header, claims, seal = jws.split(".")
    kid = json.loads(decoded(header))["kid"]
    (key,) = [key for key in expect(200, http.get("/v1/certificate-keys"))["keys"] if key["kid"] == kid]
    Ed25519PublicKey.from_public_bytes(decoded(key["x"])).verify(decoded(seal), f"{header}.{claims}".encode())
    sealed: dict[str, Any] = json.loads(decoded(claims))
    return sealed


def copy_for(citizen: Citizen, purpose: str) -> httpx.Response:
    return citizen.get(f"/licences/{citizen.licence()['licence_no']}/certificate", params={"purpose": purpose})


def test_a_copy_shows_the_licence_its_purpose_and_a_seal_that_holds(arrive: Arrive, http: httpx.Client) -> None:
    chen_fang = arrive("chen_fang")
    copy = expect(200, copy_for(chen_fang, "给银行看"))
    assert (copy["purpose"], copy["copied_at"]) == ("给银行看", "2026-03-12T09:41:00+08:00")
    assert "contact_phone" not in copy
    claims = verified(http, copy["qr_payload"])
    assert (claims["no"], claims["until"], claims["for"]) == (copy["licence_no"], copy["valid_until"], "给银行看")
    assert len(copy["qr_payload"]) < 500  # fits a QR code that a phone can read


def test_a_changed_copy_fails_the_check(arrive: Arrive, http: httpx.Client) -> None:
    header, claims, seal = expect(200, copy_for(arrive("chen_fang"), "给银行看"))["qr_payload"].split(".")
    forged = json.loads(decoded(claims)) | {"until": "2099-12-31"}
    changed = base64.urlsafe_b64encode(json.dumps(forged).encode()).decode().rstrip("=")
    with pytest.raises(InvalidSignature):
        verified(http, f"{header}.{changed}.{seal}")


def test_the_identifier_closes_with_its_check_character(arrive: Arrive) -> None:
    identifier = expect(200, copy_for(arrive("chen_fang"), "自己用"))["identifier"]
    *prefix, type_code, issuer, serial, version, check = identifier.split(".")
    assert ".".join(prefix) == "1.2.156.3005.2"
    assert check == check_character(type_code + issuer + serial + version)


def test_a_licence_not_in_force_is_not_copied(arrive: Arrive) -> None:
    refused(409, "certificate.not-in-force", copy_for(arrive("expired"), "自己用"))
    assert expect(200, copy_for(arrive("suspended"), "自己用"))["status_text"] == "停业中"


@pytest.mark.parametrize("purpose", ["", "x" * 61, "a\nb"])
def test_a_purpose_is_one_short_line(arrive: Arrive, purpose: str) -> None:
    refused(422, "invalid", copy_for(arrive("chen_fang"), purpose))
