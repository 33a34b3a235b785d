"""Filing, and following a filing to its end."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Header, Path, Request, Response

from licensing_server.contract.answers import (
    CancelFiling,
    ModifyFiling,
    ReissueFiling,
    RenewFiling,
    ResumeFiling,
    SuspendFiling,
)
from licensing_server.contract.filings import Filing, FilingList, Rating, SubmissionOutcome
from licensing_server.desk import follow_up
from licensing_server.desk.filing import CREATED, Submission, submit
from licensing_server.problems import MEDIA_TYPE
from licensing_server.routes.access import FilingHolder, SessionHolder, TheOffice
from licensing_server.routes.body import BodyRoute
from licensing_server.routes.documented import BODY, problems

router = APIRouter(tags=["filings"], route_class=BodyRoute)
FilingNumber = Annotated[str, Path(pattern=r"^YC[0-9]{11,13}$")]
Code = Annotated[str, Path(pattern=r"^[0-9]{12}$", description="the code on an outcome slip")]
IdempotencyKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        description="a UUID made once for this filing; sent again it gets the same answer",
    ),
]
AnyFiling = Annotated[
    RenewFiling | CancelFiling | ModifyFiling | SuspendFiling | ResumeFiling | ReissueFiling,
    Body(discriminator="transaction"),
]


async def raw_body(request: Request) -> bytes:
    return await request.body()


@router.post("/filings", status_code=CREATED, response_model=Filing, responses=problems(*BODY, 401, 404, 409))
def submit_filing(
    office: TheOffice,
    holder: FilingHolder,
    key: IdempotencyKey,
    body: AnyFiling,
    raw: Annotated[bytes, Depends(raw_body)],
) -> Response:
    """File a transaction, exactly once for each Idempotency-Key.

    The same key with the same body repeats the first answer, 201 or 409, with the header Idempotent-Replayed: true.
    """
    answer = submit(office, Submission(holder, key.lower(), raw, body))
    media_type = "application/json" if answer.status == CREATED else MEDIA_TYPE
    headers = {"Idempotent-Replayed": "true"} if answer.replayed else None
    return Response(answer.content, answer.status, headers, media_type)


@router.get("/filings", responses=problems(401))
def list_filings(office: TheOffice, holder: SessionHolder) -> FilingList:
    """All filings of the holder, newest first."""
    return follow_up.list_filings(office, holder)


@router.get("/filings/{filing_no}", responses=problems(401, 404, 422))
def get_filing(office: TheOffice, holder: SessionHolder, filing_no: FilingNumber) -> Filing:
    """Where a filing stands, everything that happened to it, and what comes next."""
    return follow_up.get_filing(office, holder, filing_no)


@router.post("/filings/{filing_no}/withdrawal", responses=problems(401, 404, 409, 422))
def withdraw_filing(office: TheOffice, holder: SessionHolder, filing_no: FilingNumber) -> Filing:
    """Withdraw a filing that is not decided yet."""
    return follow_up.withdraw(office, holder, filing_no)


@router.put("/filings/{filing_no}/rating", responses=problems(*BODY, 401, 404, 409))
def rate_filing(office: TheOffice, holder: SessionHolder, filing_no: FilingNumber, rating: Rating) -> Filing:
    """Rate the service (好差评) once, one to five stars."""
    return follow_up.rate(office, holder, filing_no, rating.stars)


@router.get("/submissions/{query_code}", responses=problems(401, 422))
def get_submission(office: TheOffice, holder: SessionHolder, query_code: Code) -> SubmissionOutcome:
    """What became of an outcome slip; not_received when nothing of this holder is known under the code."""
    return follow_up.outcome(office, holder, query_code)
