"""Who is asking: the office behind the app, and the holder behind a bearer token."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from licensing_server.desk.office import Office
from licensing_server.desk.sessions import holder_of_session, holder_of_ticket
from licensing_server.problems import ProblemError

session_bearer = HTTPBearer(scheme_name="citizenSession", auto_error=False, description="token of POST /v1/sessions")
ticket_bearer = HTTPBearer(
    scheme_name="filingTicket", auto_error=False, description="filing_ticket of POST /v1/sessions; only for filing"
)
Session = Annotated[HTTPAuthorizationCredentials | None, Security(session_bearer)]
Ticket = Annotated[HTTPAuthorizationCredentials | None, Security(ticket_bearer)]


def unauthenticated() -> ProblemError:
    sentence = "这次已经结束了，请再放一次身份证。"
    return ProblemError(401, "session-ended", sentence, headers={"WWW-Authenticate": "Bearer"})


def office_of(request: Request) -> Office:
    office: Office = request.app.state.office
    return office


TheOffice = Annotated[Office, Depends(office_of)]


def session_token(office: TheOffice, session: Session) -> str:
    """The token of a living session."""
    if session is None or holder_of_session(office, session.credentials) is None:
        raise unauthenticated()
    return session.credentials


def session_holder(office: TheOffice, session: Session) -> str:
    holder = holder_of_session(office, session.credentials) if session else None
    if holder is None:
        raise unauthenticated()
    return holder


def filing_holder(office: TheOffice, session: Session, ticket: Ticket) -> str:
    """Filing alone is also open to a ticket, so that a saved filing arrives after the visit."""
    holder = holder_of_session(office, session.credentials) if session else None
    if holder is None and ticket:
        holder = holder_of_ticket(office, ticket.credentials)
    if holder is None:
        raise unauthenticated()
    return holder


SessionToken = Annotated[str, Depends(session_token)]
SessionHolder = Annotated[str, Depends(session_holder)]
FilingHolder = Annotated[str, Depends(filing_holder)]
