"""The terminal's state and its moves. The screen is a pure function of it, by fixed priority: the citizen's
visit (its present step) → out of service → notices → home. Screens report touches to the methods here and
decide nothing themselves.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from backend_client.models import Filing, Service
from kiosk import words
from kiosk.background import Timer
from kiosk.desk import Desk
from kiosk.devices.id_card.reader import Event, ReaderEvent
from kiosk.failures import Trouble
from kiosk.filing_desk import FilingDesk, FilingState
from kiosk.identity.id_card_login import IdCardLogin, Login
from kiosk.idle import IdleWatch
from kiosk.inquiry import Asking, Inquiry
from kiosk.navigator import Navigator
from kiosk.notice_board import NoticeBoard
from kiosk.paperwork import Paperwork
from kiosk.preferences import Preferences
from kiosk.print_desk import PrintDesk, Printing
from kiosk.refill import refill
from kiosk.services import Services
from kiosk.settings import Scheme, TextSize
from kiosk.transactions import FLOWS

Overlay = Literal["idle", "leave", "sizes", "help", "pledge", "no_card", "moved"]


class Terminal:
    """One object for one machine. ``on_change`` is called whenever the screen must be shown anew."""

    def __init__(self, services: Services, on_change: Callable[[], None]) -> None:
        self.services = services
        self.on_change = on_change
        self.preferences = Preferences.of(services.settings.screen)
        self.service: Service | None = None
        self.out_of_service: Trouble | None = None  # nothing can be saved any more: staff must look
        self.overlay: Overlay | None = None
        self.board = NoticeBoard(services.client, services.background, self._changed)
        self.since = 0.0  # monotonic: when what counts down on the screen began
        self._farewell: Timer | None = None
        self._idle = IdleWatch(services.background, self._warn, self.leave)
        self._open_visit()

    def _open_visit(self) -> None:
        """A clean desk for whoever comes next."""
        self.desk = Desk(self.services, self._changed)
        self.desk.visit.service = self.service
        self.login = IdCardLogin(self.desk, self._identified)
        self.printer = PrintDesk(self.desk)
        self.paperwork = Paperwork(self.desk, self.printer)
        self.inquiry = Inquiry(self.desk)
        self.filing: FilingDesk | None = None
        self.navigator: Navigator | None = None

    # --- the screen -----------------------------------------------------------------------------------------------

    @property
    def screen(self) -> str:
        if self.navigator is not None:
            return self.navigator.step.screen
        if self.out_of_service is not None:
            return "out_of_service"
        if self.board.is_open:
            return "notice" if self.board.notice is not None else "notices"
        return "home"

    @property
    def at_home(self) -> bool:
        return self.navigator is None and not self.board.is_open

    def _show(self) -> None:
        """A new step: what it needs is set going."""
        self._enter()
        self.on_change()

    def _enter(self) -> None:
        step = self.navigator.step if self.navigator else None
        if step is None or self.navigator is None:
            return
        visit = self.desk.visit
        self.printer.reset()
        self.inquiry.reset()
        match step.screen:
            case "card" if visit.identity is None:
                self.login.begin()
            case "filed" if self.filing is None:
                self.filing = FilingDesk(self.desk, self.navigator.flow, self._print_outcome)
                self.filing.begin()
            case "filings":
                self.inquiry.load_filings()
            case "copy" if visit.certificate is None:
                self.inquiry.load_certificate(visit.chosen().licence_no, words.text("query.copy.purpose"))
            case "farewell":
                self._begin_farewell()
        if step.screen != "card":
            self.login.end()

    # --- a visit begins and ends ----------------------------------------------------------------------------------

    def choose(self, transaction: str) -> None:
        """A tile of the home screen is touched: choose first, identify second."""
        self.navigator = Navigator(FLOWS[transaction], self.desk.visit)
        self.load_service()
        self.touched()
        self._show()

    def load_service(self) -> None:
        """What is the same for everybody: fees, times, whom to call. Kept from visit to visit, asked for anew
        at each.
        """

        def done(service: Service) -> None:
            known, self.service = self.service, service
            self.desk.visit.service = service
            if known is None:
                self.on_change()

        self.services.background.run(self.services.client.service, done, lambda _error: None)

    def leave(self) -> None:
        """Ends the visit: everything of it is wiped, every setting is back, and the home screen stands again."""
        if self.filing is not None and self.filing.state is FilingState.NOT_SAVED:
            self.out_of_service = self.filing.trouble
        self._close_visit()
        self.preferences = Preferences.of(self.services.settings.screen)
        self.board.close()
        self.overlay = None
        self.on_change()

    def _close_visit(self) -> None:
        self._idle.stop()
        if self._farewell is not None:
            self._farewell.cancel()
            self._farewell = None
        self.login.end()
        self.printer.leave()
        # Always: a session that is being opened at this moment is closed, too.
        self.services.background.run(self.services.client.close_session, lambda _n: None, lambda _e: None)
        self.desk.close()
        self._open_visit()

    @property
    def farewell_s(self) -> float:
        return self.services.settings.timing.farewell * (2 if self.preferences.elder else 1)

    def _begin_farewell(self) -> None:
        self._idle.stop()
        self.since = time.monotonic()
        self._farewell = self.services.background.later(self.farewell_s, self.leave)

    def another(self) -> None:
        """One more thing: the next visit begins at the home screen, with the look he has chosen."""
        preferences = self.preferences
        self.leave()
        self._look(preferences)

    # --- touches --------------------------------------------------------------------------------------------------

    def touched(self) -> None:
        """Any touch: the time until the warning begins anew."""
        if self.at_home:
            self._idle.stop()
            if self.overlay is not None or self.preferences != Preferences.of(self.services.settings.screen):
                self._idle.start(self.services.settings.timing.idle, 0.0)  # the last one's look is not left standing
            return
        if self._farewell is None:
            idle = self.services.settings.timing.idle
            self._idle.start(idle * 2 if self.preferences.elder else idle, self.warning_s)

    @property
    def warning_s(self) -> float:
        """How long the warning counts down: half as long again in the elder layout."""
        return self.services.settings.timing.warning * (1.5 if self.preferences.elder else 1)

    def draft(self, step: str, value: object, *, quiet: bool = False) -> None:
        """An answer as it is being made; it stays when the screen, the size or the step changes."""
        self.desk.visit.answers[step] = value
        if not quiet:
            self.on_change()

    def forward(self) -> None:
        assert self.navigator is not None
        before = self.navigator.step
        if before.name == "licence":
            self._follow_licence()
        self.navigator.forward()
        self._show()

    def back(self) -> None:
        if self.board.is_open:
            self.board.back()
            self.touched()
        elif self.navigator is not None and self.navigator.back() is None:
            self.leave()
            return
        self._show()

    def edit(self, step: str) -> None:
        assert self.navigator is not None
        self.navigator.edit(step)
        self._show()

    def choose_licence(self, licence_no: str) -> None:
        """Another licence means other questions: what was answered for the first does not hold for it."""
        visit = self.desk.visit
        if licence_no != visit.licence_no:
            kept = {"menu": visit.answers["menu"]} if "menu" in visit.answers else {}
            visit.licence_no, visit.insisted, visit.certificate, visit.answers = licence_no, False, None, kept
        self.on_change()

    def insist(self) -> None:
        """The pre-check is advice: the citizen files all the same and a clerk decides."""
        self.desk.visit.insisted = True
        self.forward()

    def switch(self, transaction: str) -> None:
        """The same person goes on with another transaction, e.g. modify first, or suspend instead of cancel."""
        visit = self.desk.visit
        visit.insisted, visit.corrects = False, None
        visit.answers.clear()
        self._go_on_in(transaction)

    def correct(self, filing: Filing) -> None:
        """To be corrected: the form opens again as it was filed. The open filing itself does not bar this one."""
        visit = self.desk.visit
        visit.licence_no, visit.insisted, visit.corrects = filing.licence_no, True, filing
        visit.answers.clear()
        visit.prefill(refill(filing.body))
        self._go_on_in(filing.transaction)

    def _go_on_in(self, transaction: str) -> None:
        self.navigator = Navigator(FLOWS[transaction], self.desk.visit)
        self._follow_licence()
        if self.desk.visit.identity is not None:
            self.navigator.step = self.navigator.flow.step("licence" if self.desk.visit.licence else "card")
            self.navigator.forward()
        self._show()

    def rate(self) -> None:
        filing, stars = self.desk.visit.filing, self.desk.visit.answers.get("rating")
        assert filing is not None
        assert isinstance(stars, int)
        self.inquiry.rate(filing.filing_no, stars, self.forward)

    def finish(self) -> None:
        """He has seen what he wanted to see."""
        assert self.navigator is not None
        self.navigator.jump("farewell")
        self._show()

    def pick_filing(self, filing: Filing) -> None:
        self.desk.visit.filing = filing
        self.on_change()

    def another_slip(self) -> None:
        self.desk.visit.slip_sentence = None
        self.desk.visit.answers.pop("slip_typed", None)
        self.on_change()

    def stop_waiting(self) -> None:
        if self.filing is not None:
            self.filing.stop_waiting()

    def wait_more(self) -> None:
        """He waits on for the answer: it is asked for at once."""
        self.services.deliverer.wake()
        self.touched()

    def mend(self) -> None:
        """A filing that was refused is looked over and signed once more."""
        assert self.navigator is not None
        self.filing = None
        self.desk.visit.answers.pop("sign", None)
        self.navigator.return_to("review")
        self._show()

    def _print_outcome(self) -> None:
        """Filed: the receipt. Saved but unanswered: the slip, so that he does not file it again."""
        if self.filing is not None and self.filing.state is FilingState.FILED:
            self.paperwork.receipt()
        elif self.navigator is not None:
            self.paperwork.outcome_slip(words.text(f"tile_of.{self.navigator.flow.transaction}"))

    def ask_to_withdraw(self) -> None:
        assert self.navigator is not None
        self.navigator.jump("withdraw")
        self._show()

    def withdraw(self) -> None:
        filing = self.desk.visit.filing
        assert filing is not None
        self.inquiry.withdraw(filing.filing_no, self.back)

    def open_notices(self) -> None:
        self.board.open()
        self.touched()
        self.on_change()

    def stay(self) -> None:
        """He is still there: nothing is lost, the time begins anew."""
        self.overlay = None
        self.touched()
        self.on_change()

    def retry(self) -> None:
        """Once more, whatever failed on this screen."""
        if self.screen == "card":
            self.login.retry()
        elif self.board.is_open:
            self.open_notices()
        else:
            self.inquiry.retry()

    # --- the look -------------------------------------------------------------------------------------------------

    def set_text_size(self, stop: TextSize) -> None:
        self._look(replace(self.preferences, text_size=stop))

    def set_scheme(self, scheme: Scheme) -> None:
        self._look(replace(self.preferences, scheme=scheme))

    def toggle_lowered(self) -> None:
        self._look(replace(self.preferences, lowered=not self.preferences.lowered))

    def _look(self, preferences: Preferences) -> None:
        """Also at home the time begins anew, so that it does not stay for the next person."""
        self.preferences = preferences
        self.touched()
        self.on_change()

    def show_overlay(self, overlay: Overlay | None) -> None:
        self.overlay = overlay
        self.touched()
        self.on_change()

    # --- what devices, journal and clock report, on the screen's thread -------------------------------------------

    def on_reader(self, event: ReaderEvent) -> None:
        if self.navigator is None or self.screen != "card":
            return
        if event.kind in (Event.READING, Event.READ, Event.FAILED):  # somebody is there
            self.stay()
        self.login.on_reader(event)

    def on_settled(self, submission_id: str, outcome: object) -> None:
        if self.filing is not None:
            self.filing.settled(submission_id, outcome)  # type: ignore[arg-type]  # the deliverer's own type

    def _identified(self) -> None:
        assert self.navigator is not None
        if len(self.desk.visit.licences) == 1:
            self._follow_licence()
        self.navigator.forward()
        self._show()

    def _follow_licence(self) -> None:
        """One tile stands for suspend and resume: the licence's state picks the flow, then what is known is
        filled in.
        """
        visit, navigator = self.desk.visit, self.navigator
        if navigator is None or visit.licence is None:
            return
        other = navigator.flow.becomes(visit.licence)
        if other is not None and visit.corrects is None:
            navigator.change_flow(FLOWS[other])
        if navigator.flow.transaction != "query":
            visit.prefill({"phone": visit.licence.contact_phone, **navigator.flow.prefill(visit)})

    def _warn(self) -> None:
        if self.at_home:
            self.leave()
        elif self.busy:
            self.touched()
        else:
            self.overlay = "idle"
            self.since = time.monotonic()
            self.on_change()

    @property
    def busy(self) -> bool:
        """The machine is at work: nobody is warned for not touching it."""
        return (
            self.login.state in (Login.READING, Login.OPENING)
            or self.inquiry.state is Asking.ASKING
            or self.printer.state in (Printing.PRINTING, Printing.WAITING)
            or (self.filing is not None and self.filing.state is FilingState.SENDING)
        )

    def _changed(self) -> None:
        self.on_change()
