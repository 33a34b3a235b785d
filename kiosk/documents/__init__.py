"""What the terminal prints: pure functions from values of the licensing API to PDF bytes. See docs/documents.md."""

from kiosk.documents.application_form import application_form
from kiosk.documents.label import TerminalLabel
from kiosk.documents.licence_copy import licence_copy
from kiosk.documents.outcome_slip import outcome_slip
from kiosk.documents.receipt import receipt

__all__ = ["TerminalLabel", "application_form", "licence_copy", "outcome_slip", "receipt"]
