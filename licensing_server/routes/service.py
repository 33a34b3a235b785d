"""What anybody may read without a card."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from licensing_server.clock import TIME_ZONE
from licensing_server.contract.service import (
    CertificateKeys,
    Notice,
    NoticeList,
    Service,
    ServiceWindow,
    TransactionFacts,
)
from licensing_server.desk.certificate import public_keys
from licensing_server.notices import get_notice as notice_of
from licensing_server.notices import list_notices as all_notices
from licensing_server.routes.access import TheOffice
from licensing_server.routes.documented import problems
from licensing_server.rules.transactions import TRANSACTIONS

router = APIRouter(tags=["public"])
NoticeId = Annotated[str, Path(pattern=r"^[a-z0-9-]{1,60}$")]


@router.get("/service", responses=problems())
def get_service(office: TheOffice) -> Service:
    """The authority, its counter, the transactions and the pledge."""
    settings = office.settings
    return Service(
        server_time=office.now(),
        time_zone=TIME_ZONE,
        authority=settings.service.authority,
        hotline=settings.service.hotline,
        window=ServiceWindow(**settings.service.window.model_dump()),
        transactions=[
            TransactionFacts(
                transaction=name,
                title=transaction.title,
                official_name=transaction.official_name,
                fee="不收费",
                promised_working_days=settings.review.promised_working_days[name],
                brings=list(transaction.brings),
                summary=list(transaction.summary),
            )
            for name, transaction in TRANSACTIONS.items()
        ],
        pledge_id=settings.pledge.id,
        pledge=list(settings.pledge.paragraphs),
    )


@router.get("/notices", responses=problems())
def list_notices() -> NoticeList:
    """Notices on law and policy, newest first."""
    return all_notices()


@router.get("/notices/{notice_id}", responses=problems(404, 422))
def get_notice(notice_id: NoticeId) -> Notice:
    """One notice in full."""
    return notice_of(notice_id)


@router.get("/certificate-keys", responses=problems())
def get_certificate_keys(office: TheOffice) -> CertificateKeys:
    """The public keys (JWKS) that anybody may check a printed licence copy with."""
    return public_keys(office)
