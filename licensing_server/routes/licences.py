"""The holder's licences, with what may be done with each."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from sqlalchemy import Connection

from licensing_server.contract.licences import Certificate, Licence, LicenceList
from licensing_server.desk.certificate import issue_copy
from licensing_server.desk.office import Office
from licensing_server.problems import not_found
from licensing_server.routes.access import SessionHolder, TheOffice
from licensing_server.routes.documented import problems
from licensing_server.rules.eligibility import show
from licensing_server.rules.facts import LicenceFacts
from licensing_server.store import licences

router = APIRouter(tags=["licences"])
LicenceNumber = Annotated[str, Path(pattern=r"^[0-9]{12}$")]
Purpose = Annotated[
    str, Query(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f]*$", description="printed on the copy")
]


def _shown(connection: Connection, office: Office, licence: LicenceFacts) -> Licence:
    return show(licences.case_of(connection, licence, office.today(), office.settings))


@router.get("/licences", responses=problems(401))
def list_licences(office: TheOffice, holder: SessionHolder) -> LicenceList:
    """All licences of the holder; an empty list if he has none."""

    def query(connection: Connection) -> LicenceList:
        found = licences.of_holder(connection, holder)
        return LicenceList(licences=[_shown(connection, office, licence) for licence in found])

    return office.database.read(query)


@router.get("/licences/{licence_no}", responses=problems(401, 404, 422))
def get_licence(office: TheOffice, holder: SessionHolder, licence_no: LicenceNumber) -> Licence:
    """One licence with its eligibility and terms."""

    def query(connection: Connection) -> Licence:
        licence = licences.find(connection, holder, licence_no)
        if licence is None:
            raise not_found("张许可证")
        return _shown(connection, office, licence)

    return office.database.read(query)


@router.get("/licences/{licence_no}/certificate", responses=problems(401, 404, 409, 422))
def get_certificate(
    office: TheOffice, holder: SessionHolder, licence_no: LicenceNumber, purpose: Purpose
) -> Certificate:
    """Everything a printed copy of the electronic licence shows, sealed for its purpose."""
    return issue_copy(office, holder, licence_no, purpose)
