"""What was filed, in plain words: each answer of a filing as a label and a sentence, for the application form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from backend_client.models import (
    CancelAnswers,
    Change,
    Filing,
    Licence,
    ModifyAnswers,
    Option,
    ReissueAnswers,
    ResumeAnswers,
    SuspendAnswers,
    Terms,
    TransactionName,
)
from kiosk import words

Row = tuple[str, tuple[str, ...]]  # a label, and one or more sentences


def answer_rows(filing: Filing, licence: Licence) -> list[Row]:
    """Everything asked for, row by row. Raises msgspec.ValidationError for answers not of their transaction."""
    name = filing.transaction
    official = words.text(f"documents.official.{name}")
    terms: Terms = getattr(licence.transactions, name).terms
    rows = [_row("transaction", _value("transaction_value", official=official, plain=filing.transaction_title))]
    rows += _ROWS[name](filing.body.answers, terms, licence)
    if filing.body.insist:
        rows.append(_row("insisted", _value("insisted_value")))
    if filing.body.corrects is not None:
        rows.append(_row("corrects", _value("corrects_value", number=filing.body.corrects)))
    return rows


def delivery_text(filing: Filing) -> str:
    """How the result reaches him, and where."""
    delivery = filing.body.delivery
    if delivery is None:
        return _value("delivery_none")
    return _value("delivery_value", method=_value(f"delivery_{delivery.method}"), address=delivery.address)


def _renew(_answers: dict[str, object], terms: Terms, _licence: Licence) -> list[Row]:
    until = terms.renewed_until
    longest = _value("renewed_by_authority") if until is None else _value("renewed_until", day=words.full_day(until))
    return [_row("renewed", longest)]


def _cancel(answers: dict[str, object], terms: Terms, _licence: Licence) -> list[Row]:
    given = msgspec.convert(answers, CancelAnswers)
    return [
        _row("reason", _option(terms.reasons, given.reason)),
        _row("cease_on", words.full_day(given.cease_on)),
    ]


def _modify(answers: dict[str, object], _terms: Terms, licence: Licence) -> list[Row]:
    given = msgspec.convert(answers, ModifyAnswers)
    return [_change(change, licence) for change in given.changes]


def _change(change: Change, licence: Licence) -> Row:
    sentences = [_value("changed", new=change.new_value)]
    old: str = getattr(licence, change.field)
    if old != change.new_value:  # once granted, the licence already says the new value
        sentences.insert(0, _value("changed_from", old=old))
    if change.ground is not None:
        grounds = next((each.grounds for each in licence.registry.differences if each.field == change.field), ())
        sentences.append(_value("ground", ground=_option(grounds, change.ground)))
    return words.text(f"documents.field.{change.field}"), tuple(sentences)


def _suspend(answers: dict[str, object], terms: Terms, _licence: Licence) -> list[Row]:
    given = msgspec.convert(answers, SuspendAnswers)
    period = words.text("documents.from_to", start=words.full_day(given.start), end=words.full_day(given.end))
    return [_row("period", period), _row("reason", _option(terms.reasons, given.reason))]


def _resume(answers: dict[str, object], terms: Terms, licence: Licence) -> list[Row]:
    given = msgspec.convert(answers, ResumeAnswers)
    rows = [_row("resume_on", words.full_day(given.resume_on)), _row("reason", _option(terms.reasons, given.reason))]
    if licence.suspension is not None:
        start, end = words.full_day(licence.suspension.start), words.full_day(licence.suspension.end)
        rows.insert(0, _row("suspended", words.text("documents.from_to", start=start, end=end)))
    return rows


def _reissue(answers: dict[str, object], terms: Terms, _licence: Licence) -> list[Row]:
    given = msgspec.convert(answers, ReissueAnswers)
    return [
        _row("cause", _option(terms.causes, given.cause)),
        _row("copies", "、".join(_option(terms.copies, copy) for copy in given.copies)),
        _row("circumstances", _option(terms.reasons, given.circumstances)),
    ]


_ROWS: dict[TransactionName, Callable[[dict[str, Any], Terms, Licence], list[Row]]] = {
    "renew": _renew,
    "cancel": _cancel,
    "modify": _modify,
    "suspend": _suspend,
    "resume": _resume,
    "reissue": _reissue,
}


def _option(options: Iterable[Option], code: str) -> str:
    """The text of a choice; its code where the server no longer offers it, so that nothing filed goes missing."""
    return next((option.text for option in options if option.code == code), code)


def _row(label: str, value: str) -> Row:
    return _value(label), (value,)


def _value(text_id: str, **values: object) -> str:
    return words.text(f"documents.answer.{text_id}", elder=False, **values)
