"""回执单: proof that a filing was handed in, by when its result is due, and how to see it without a phone."""

from __future__ import annotations

from datetime import datetime

from backend_client.models import Filing
from kiosk import words
from kiosk.documents.label import TerminalLabel, filing_number
from kiosk.documents.slip import Figure, Slip, render

_UNDECIDED = ("submitted", "accepted", "in_review")
_TEXT = "documents.receipt"


def receipt(filing: Filing, *, terminal: TerminalLabel, printed_at: datetime, reprint: bool = False) -> bytes:
    """The receipt of a filing in any state as a PDF: A4, everything in the upper half."""
    return render(
        Slip(
            title=words.text(f"{_TEXT}.title"),
            headline=_headline(filing),
            lines=[_submitted(filing), filing.sentence],
            figures=[
                Figure(words.text(f"{_TEXT}.filing_no"), filing_number(filing.filing_no)),
                _result(filing),
            ],
            qr_text=f"LT1:{filing.filing_no}",
            qr_caption=words.text(f"{_TEXT}.qr"),
            remarks=_remarks(filing),
            steps=filing.next_steps,
            look=words.text(f"{_TEXT}.look"),
        ),
        terminal=terminal,
        printed_at=printed_at,
        reprint=reprint,
    )


def _headline(filing: Filing) -> str:
    if filing.state in _UNDECIDED:
        return words.text(f"{_TEXT}.handed_in", transaction=filing.transaction_title)
    return words.text(f"{_TEXT}.other_state", transaction=filing.transaction_title, state=filing.state_text)


def _submitted(filing: Filing) -> str:
    when = f"{filing.submitted_at.year}年{words.clock(filing.submitted_at)}"
    return words.text(f"{_TEXT}.submitted", shop=filing.shop_name, time=when)


def _result(filing: Filing) -> Figure:
    """The promised day while nothing is decided; afterwards what was decided."""
    if filing.state in _UNDECIDED and filing.promised_on is not None:
        days = filing.promised_working_days
        note = words.text(f"{_TEXT}.promised_note", days=days) if days is not None else ""
        return Figure(words.text(f"{_TEXT}.promised"), words.day(filing.promised_on), note)
    return Figure(words.text(f"{_TEXT}.state"), filing.state_text)


def _remarks(filing: Filing) -> list[str]:
    """Why, and what to do against it, unless a next step says so already."""
    said = {step.note for step in filing.next_steps}
    remarks = []
    if filing.reason is not None and filing.reason not in said:
        remarks.append(words.text(f"{_TEXT}.reason", reason=filing.reason))
    if filing.remedy is not None and filing.remedy not in said:
        remarks.append(words.text(f"{_TEXT}.remedy", remedy=filing.remedy))
    return remarks
