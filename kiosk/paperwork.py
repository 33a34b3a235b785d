"""Which document is printed when, and from what. The documents themselves are made in ``kiosk.documents``,
which is loaded at the first print: reportlab takes longer to load than a screen may take to appear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.desk import Desk
from kiosk.print_desk import PrintDesk

if TYPE_CHECKING:
    from kiosk.documents import TerminalLabel


class Paperwork:
    """Prints what belongs to the visit at hand. ``transaction_title`` comes from the catalogue."""

    def __init__(self, desk: Desk, printer: PrintDesk) -> None:
        self._desk = desk
        self._printer = printer

    def receipt(self) -> None:
        filing, now, again = self._desk.visit.filing, self._desk.services.now(), "receipt" in self._printer.titles
        assert filing is not None
        label = self._label

        def document() -> bytes:
            from kiosk.documents import receipt

            return receipt(filing, terminal=label(), printed_at=now, reprint=again)

        self._printer.print("receipt", document)

    def outcome_slip(self, transaction_title: str) -> None:
        visit, now, label = self._desk.visit, self._desk.services.now(), self._label
        query_code, shop_name = visit.query_code, visit.chosen().shop_name
        assert query_code is not None

        def document() -> bytes:
            from kiosk.documents import outcome_slip

            return outcome_slip(
                query_code=query_code,
                transaction_title=transaction_title,
                shop_name=shop_name,
                saved_at=now,
                printed_at=now,
                terminal=label(),
            )

        self._printer.print("outcome-slip", document)

    def application_form(self) -> None:
        visit, label = self._desk.visit, self._label
        filing, licence, identity = visit.filing, visit.chosen(), visit.identity
        assert filing is not None
        assert identity is not None
        assert visit.service is not None
        pledge = visit.service.pledge

        def document() -> bytes:
            from kiosk.documents import application_form

            return application_form(
                filing,
                licence,
                holder_name=identity.holder.name,
                id_number_masked=identity.holder.id_number_masked,
                pledge=pledge,
                terminal=label(),
            )

        self._printer.print("application-form", document)

    def licence_copy(self) -> None:
        certificate, now, label = self._desk.visit.certificate, self._desk.services.now(), self._label
        assert certificate is not None

        def document() -> bytes:
            from kiosk.documents import licence_copy

            return licence_copy(certificate, terminal=label(), printed_at=now)

        self._printer.print("licence-copy", document)

    def _label(self) -> TerminalLabel:
        from kiosk.documents import TerminalLabel

        terminal, service = self._desk.services.settings.terminal, self._desk.visit.service
        return TerminalLabel(
            number=terminal.number,
            place=terminal.hall,
            authority=service.authority if service else "",
            hotline=service.hotline if service else "",
        )
