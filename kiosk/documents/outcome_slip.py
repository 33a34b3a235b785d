"""查询单: for a filing sent and not yet answered. It says what is safe, and finds the outcome on any terminal."""

from __future__ import annotations

from datetime import datetime

from backend_client.models import NextStep
from kiosk import words
from kiosk.documents.label import TerminalLabel
from kiosk.documents.slip import Figure, Slip, render

_TEXT = "documents.slip"
_STEPS = ("step_saved", "step_sending", "step_known")


def outcome_slip(
    *,
    query_code: str,
    transaction_title: str,
    shop_name: str,
    saved_at: datetime,
    terminal: TerminalLabel,
    printed_at: datetime,
    reprint: bool = False,
) -> bytes:
    """The slip as a PDF: A4, everything in the upper half. ``query_code`` has 12 digits."""
    return render(
        Slip(
            title=words.text(f"{_TEXT}.title"),
            headline=words.text(f"{_TEXT}.headline"),
            lines=[
                words.text(f"{_TEXT}.once", transaction=transaction_title),
                words.text(f"{_TEXT}.saved", shop=shop_name, time=f"{saved_at.year}年{words.clock(saved_at)}"),
            ],
            figures=[
                Figure(words.text(f"{_TEXT}.query_code"), words.fours(query_code)),
                Figure(words.text(f"{_TEXT}.state"), words.text(f"{_TEXT}.on_the_way")),
            ],
            qr_text=f"LT1:{query_code}",
            qr_caption=words.text(f"{_TEXT}.qr"),
            remarks=(),
            steps=[
                NextStep(title=words.text(f"{_TEXT}.{step}.title"), note=words.text(f"{_TEXT}.{step}.note"))
                for step in _STEPS
            ],
            look=words.text(f"{_TEXT}.look"),
        ),
        terminal=terminal,
        printed_at=printed_at,
        reprint=reprint,
    )
