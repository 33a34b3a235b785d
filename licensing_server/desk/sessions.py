"""Citizens' sessions and filing tickets: opaque 256-bit secrets, stored as hashes, each bound to one holder."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from licensing_server.contract.sessions import CardRead, Holder, Session
from licensing_server.desk.office import Office
from licensing_server.problems import ProblemError
from licensing_server.rules.identity_numbers import is_valid, masked, same_name
from licensing_server.store.tables import holders, sessions, tickets

SECRET_BYTES = 32
TOUCH_EVERY = timedelta(seconds=15)  # how exactly idleness is known; spares a write for each read


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def age_on(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def open_session(office: Office, card: CardRead) -> Session:
    """Raises ProblemError: invalid-card, card-expired, identity-mismatch."""
    now, rules = office.now(), office.settings.session
    number = card.id_number.upper()
    if not is_valid(card.type, number, card.birth_date):
        raise ProblemError(403, "invalid-card", "这张证的号码不对，请换一张证，或者请工作人员帮忙。")
    if card.valid_until and card.valid_until < now.date():
        raise ProblemError(403, "card-expired", "您的身份证过期了，先到派出所换证，再来办。")
    token, ticket = secrets.token_urlsafe(SECRET_BYTES), secrets.token_urlsafe(SECRET_BYTES)

    def record(connection: Connection) -> str:
        """The holder's name: the register's, for a card may hold only its beginning."""
        registered = connection.scalar(select(holders.c.name).where(holders.c.id_number == number))
        if registered is not None and not same_name(registered, card.name):
            raise ProblemError(403, "identity-mismatch", "姓名和号码对不上，请换一张证，或者请工作人员帮忙。")
        connection.execute(
            delete(sessions).where(sessions.c.opened_at < now - timedelta(minutes=rules.absolute_minutes))
        )
        connection.execute(delete(tickets).where(tickets.c.expires_at < now))
        connection.execute(insert(sessions).values(token_hash=_hash(token), holder=number, opened_at=now, used_at=now))
        expires_at = now + timedelta(days=rules.ticket_days)
        connection.execute(insert(tickets).values(ticket_hash=_hash(ticket), holder=number, expires_at=expires_at))
        return registered or card.name

    name = office.database.write(record)
    return Session(
        token=token,
        filing_ticket=ticket,
        holder=Holder(name=name, id_number_masked=masked(number), age=age_on(card.birth_date, now.date())),
        expires_at=now + timedelta(minutes=rules.absolute_minutes),
        server_time=now,
    )


def holder_of_session(office: Office, token: str) -> str | None:
    """The holder's number while the session lives, else None. Using a session keeps it from going idle."""
    now, rules = office.now(), office.settings.session
    key = _hash(token)
    found = office.database.read(
        lambda connection: connection.execute(select(sessions).where(sessions.c.token_hash == key)).one_or_none()
    )
    if (
        found is None
        or now >= found.opened_at + timedelta(minutes=rules.absolute_minutes)
        or now >= found.used_at + timedelta(minutes=rules.idle_minutes)
    ):
        return None
    if now >= found.used_at + TOUCH_EVERY:
        office.database.write(
            lambda connection: connection.execute(
                update(sessions).where(sessions.c.token_hash == key).values(used_at=now)
            )
        )
    return str(found.holder)


def holder_of_ticket(office: Office, ticket: str) -> str | None:
    """The holder's number while the filing ticket is good, else None."""
    found = office.database.read(
        lambda connection: connection.execute(
            select(tickets).where(tickets.c.ticket_hash == _hash(ticket))
        ).one_or_none()
    )
    return str(found.holder) if found and office.now() < found.expires_at else None


def close_session(office: Office, token: str) -> None:
    office.database.write(
        lambda connection: connection.execute(delete(sessions).where(sessions.c.token_hash == _hash(token)))
    )
