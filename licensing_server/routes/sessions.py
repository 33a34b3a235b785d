"""A citizen's session: opened by his card, ended when he leaves."""

from __future__ import annotations

from fastapi import APIRouter

from licensing_server.contract.sessions import Session, SessionOpening
from licensing_server.desk import sessions
from licensing_server.routes.access import SessionToken, TheOffice
from licensing_server.routes.body import BodyRoute
from licensing_server.routes.documented import BODY, problems

router = APIRouter(tags=["sessions"], route_class=BodyRoute)


@router.post("/sessions", status_code=201, responses=problems(*BODY, 403))
def open_session(office: TheOffice, opening: SessionOpening) -> Session:
    """Open a session for the holder of the card. It ends after ten idle minutes, and at expires_at at the latest."""
    return sessions.open_session(office, opening.card)


@router.delete("/sessions/current", status_code=204, responses=problems(401))
def close_session(office: TheOffice, token: SessionToken) -> None:
    """End the session at once. Its filing ticket stays good."""
    sessions.close_session(office, token)
