"""The client and the reference server understand each other, call by call, over the network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from backend_client.client import LicensingClient
from backend_client.errors import Refused, SessionEnded
from backend_client.models import Delivery, FilingBody, Licence, Pledge, ReissueAnswers
from backend_client.query_code import new_submission_id, query_code
from backend_client.wire import encode_body
from kiosk.delivery import Deliverer, Filed
from kiosk.embedded_server import EmbeddedServer
from kiosk.journal import KEY_BYTES, Journal
from tests.backend_client import reference, samples


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServer]:
    with reference.running(tmp_path_factory.mktemp("server")) as started:
        yield started


@pytest.fixture
def client(server: EmbeddedServer) -> Iterator[LicensingClient]:
    client = LicensingClient(server.url)
    yield client
    client.close()


def application(client: LicensingClient, licence: Licence) -> FilingBody:
    """A reissue of the lost original, filled in from what the server offers."""
    terms = licence.transactions.reissue.terms
    answers = ReissueAnswers(
        cause=terms.causes[0].code, copies=(terms.copies[0].code,), circumstances=terms.reasons[0].code
    )
    way = terms.delivery[0]
    return msgspec.structs.replace(
        samples.body(licence.contact_phone),
        licence_no=licence.licence_no,
        transaction="reissue",
        answers=msgspec.to_builtins(answers),
        delivery=Delivery(method=way.method, address=way.addresses[0]),
        pledge=Pledge(pledge_id=client.service().pledge_id, accepted=True),
        signed_at=client.now(),
    )


def new_id() -> str:
    return new_submission_id(datetime.now(UTC))


def test_before_anyone_identifies_himself(client: LicensingClient) -> None:
    service = client.service()
    assert service.time_zone == "Asia/Shanghai"
    assert len(service.transactions) == 6
    assert abs(client.now() - service.server_time) < timedelta(seconds=5)
    for summary in client.notices():
        assert client.notice(summary.notice_id).paragraphs


@pytest.mark.parametrize("person", reference.people())
def test_everybody_of_the_demonstration_is_understood(client: LicensingClient, person: str) -> None:
    if person == "expired_card":
        with pytest.raises(Refused) as raised:
            client.open_session(reference.card(person))
        assert raised.value.problem.code == "card-expired"
        return
    session = client.open_session(reference.card(person))
    assert session.holder.age >= 18
    licences = client.licences()
    assert bool(licences) == (person != "no_licence")
    for licence in licences:
        assert client.licence(licence.licence_no) == licence
    for filing in client.filings():
        assert client.filing(filing.filing_no) == filing
    client.close_session()


def test_a_copy_names_its_purpose(client: LicensingClient) -> None:
    client.open_session(reference.card("chen_fang"))
    (licence,) = client.licences()
    certificate = client.certificate(licence.licence_no, "给银行看")
    assert (certificate.purpose, certificate.shop_name) == ("给银行看", licence.shop_name)


def test_a_neighbours_licence_is_not_there(client: LicensingClient) -> None:
    client.open_session(reference.card("chen_fang"))
    (hers,) = client.licences()
    client.open_session(reference.card("too_early"))
    with pytest.raises(Refused) as raised:
        client.licence(hers.licence_no)
    assert raised.value.problem.status == 404


def test_a_filing_from_hand_to_rating(client: LicensingClient) -> None:
    session = client.open_session(reference.card("reissue"))
    (licence,) = client.licences()
    sealed, submission_id = encode_body(application(client, licence)), new_id()
    assert client.submission(query_code(submission_id)).outcome == "not_received"

    filing = client.file(sealed, submission_id=submission_id, bearer=session.token)
    assert client.file(sealed, submission_id=submission_id, bearer=session.token) == filing
    assert filing.body == msgspec.json.decode(sealed, type=FilingBody)
    assert filing.query_code == query_code(submission_id)
    assert filing in client.filings()

    found = client.submission(query_code(submission_id))
    assert (found.outcome, found.filing_no) == ("filed", filing.filing_no)
    with pytest.raises(Refused) as other_body:
        client.file(encode_body(samples.body()), submission_id=submission_id, bearer=session.token)
    assert other_body.value.problem.status == 422
    assert client.rate(filing.filing_no, 5).stars == 5


def test_a_filing_under_review_is_withdrawn(client: LicensingClient) -> None:
    client.open_session(reference.card("query"))
    filing = next(each for each in client.filings() if each.can_withdraw)
    assert client.withdraw(filing.filing_no).state == "withdrawn"
    with pytest.raises(Refused) as again:
        client.withdraw(filing.filing_no)
    assert again.value.problem.status == 409


def test_the_ticket_still_delivers_when_the_visit_is_over(client: LicensingClient, tmp_path: Path) -> None:
    session = client.open_session(reference.card("everything"))
    licence = next(each for each in client.licences() if each.transactions.reissue.can_apply)
    body = application(client, licence)
    client.close_session()
    journal = Journal(tmp_path / "journal.db", bytes(KEY_BYTES))
    deliverer = Deliverer(journal, client)
    outcome = deliverer.deliver(body, token=session.token, ticket=session.filing_ticket)
    assert isinstance(outcome, Filed)
    assert outcome.filing.licence_no == licence.licence_no
    journal.close()


def test_a_ticket_opens_nothing_else(client: LicensingClient) -> None:
    session = client.open_session(reference.card("chen_fang"))
    client.close_session()
    with pytest.raises(SessionEnded):
        client.file(b"{}", submission_id=new_id(), bearer=session.token)
    with pytest.raises(SessionEnded):
        client._get("/licences", object, bearer=session.filing_ticket)
