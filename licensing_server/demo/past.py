"""A filing that lies in the past when the demonstration begins, with the events that brought it where it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection

from licensing_server.contract.answers import FilingBody
from licensing_server.contract.licences import DeliveryOption
from licensing_server.desk.office import Office
from licensing_server.desk.wording import CITIZEN, CLERK, MACHINE, delivering
from licensing_server.rules import working_days
from licensing_server.rules.common import delivery_options
from licensing_server.rules.dates import say
from licensing_server.rules.numbers import query_code
from licensing_server.rules.transactions import TRANSACTIONS
from licensing_server.store import filings, licences

SIGNATURE = {"width": 800, "height": 440, "strokes": [[[120, 90], [330, 260], [560, 150]], [[400, 80], [410, 360]]]}
BODY: TypeAdapter[FilingBody] = TypeAdapter(FilingBody)


def add_filing(
    connection: Connection, office: Office, entry: Mapping[str, Any], holder: str, filed_at: datetime
) -> None:
    licence = licences.find(connection, holder, entry["licence_no"])
    assert licence is not None
    options = delivery_options(licences.case_of(connection, licence, office.today(), office.settings))
    body = _body(entry, office, licence.contact_phone, options, filed_at)
    transaction = TRANSACTIONS[entry["transaction"]]
    number = filings.next_number(connection, filed_at.date())
    filings.add(
        connection,
        filing_no=number,
        holder=holder,
        licence_no=licence.licence_no,
        submission_id=entry["submission_id"],
        transaction_name=entry["transaction"],
        state="submitted",
        body=BODY.dump_json(body).decode(),
        submitted_at=filed_at,
        stars=entry.get("stars"),
    )
    filings.record(
        connection, number, "submitted", at=filed_at, actor=CITIZEN, sentence=f"您交了{transaction.title}的申请。"
    )
    days = office.settings.review.promised_working_days[entry["transaction"]]
    promised_on = working_days.after(filed_at.date(), days)
    reason = entry.get("reason", "")
    sentences = {
        "accepted": "烟草专卖局受理了您的申请。",
        "in_review": f"工作人员开始审核，最晚{say(promised_on, filed_at.date())}给您结果。",
        "to_be_corrected": f"要您改一处：{reason}",
        "granted": transaction.granted_sentence,
        "refused": f"没有批准：{reason}",
        "delivering": delivering(body),
        "closed": "新证交到您手里了。",
    }
    for event in entry["events"]:
        rule = event.get("rule")
        promise = {"promised_on": promised_on, "promised_working_days": days} if event["state"] == "in_review" else {}
        filings.move(
            connection,
            number,
            event["state"],
            at=filed_at + timedelta(hours=event["after_hours"]),
            actor=MACHINE if rule else CLERK,
            sentence=sentences[event["state"]],
            rule=rule,
            **promise,
        )
    if reason:
        filings.change(connection, number, reason=reason)
    filings.add_submission(
        connection,
        submission_id=entry["submission_id"],
        holder=holder,
        fingerprint="",  # filed before this server kept fingerprints: no replay can match it
        query_code=query_code(entry["submission_id"]),
        status=201,
        answer="",
        filing_no=number,
        at=filed_at,
    )


def _body(
    entry: Mapping[str, Any], office: Office, phone: str, options: list[DeliveryOption], filed_at: datetime
) -> FilingBody:
    option = next(option for option in options if option.method == entry["delivery"])
    return BODY.validate_json(
        json.dumps(
            {
                "licence_no": entry["licence_no"],
                "transaction": entry["transaction"],
                "answers": entry["answers"],
                "contact_phone": phone,
                "delivery": {"method": option.method, "address": option.addresses[0]},
                "pledge": {"pledge_id": office.settings.pledge.id, "accepted": True},
                "signature": SIGNATURE,
                "signed_at": filed_at.isoformat(),
            }
        )
    )
