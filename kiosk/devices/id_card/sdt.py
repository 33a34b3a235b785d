"""Driver of an SDT reader: one thread owns the port, keeps the reader alive, and reads a card when it is armed.

port opened → module ready → idle ⇄ looking for a card → find, select, read → held until the card is lifted
     ↑ back-off ← port gone, module mute or faulty
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from kiosk.devices.id_card import records
from kiosk.devices.id_card.reader import Event, Failure, ReaderEvent
from kiosk.devices.id_card.sam import CancelledError, ExchangeError, Sam, Timing
from kiosk.devices.id_card.serial_link import ByteLink

_log = logging.getLogger(__name__)

ATTEMPTS = 3  # from find to read; each but the first begins with a reset
_MISSES = 2  # unanswered looks in a row until the card counts as lifted
_ONLY_ARMED = (Event.READING, Event.READ, Event.FAILED)
_DEFAULT_TIMING = Timing()


class SdtReader:
    """A CardReader over any line."""

    def __init__(self, link: ByteLink, timing: Timing = _DEFAULT_TIMING) -> None:
        self._link = link
        self._timing = timing
        self._lock = threading.RLock()
        self._wake = threading.Event()
        self._closing = False
        self._armed = False
        self._last = ReaderEvent(Event.NO_READER)
        self._refused: Failure | None = None  # why the card that lies there now could not be read
        self._thread: threading.Thread | None = None
        self._on_event: Callable[[ReaderEvent], None]

    @property
    def state(self) -> Event:
        return self._last.kind

    def start(self, on_event: Callable[[ReaderEvent], None]) -> None:
        self._on_event = on_event
        self._thread = threading.Thread(target=self._run, name="id-card-reader", daemon=True)
        self._thread.start()

    def arm(self) -> None:
        with self._lock:
            self._armed = True
            self._refused = None
        self._wake.set()

    def disarm(self) -> None:
        with self._lock:
            self._armed = False
        self._wake.set()

    def close(self) -> None:
        self._closing = True
        self._link.cancel()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()

    # --- all below runs on the reader's thread ------------------------------------------------------------------------

    def _run(self) -> None:
        failures = 0
        while not self._closing:
            usable = False
            try:
                self._link.open()
                sam = Sam(self._link, self._timing, lambda: self._closing)
                sam.wait_ready()
                while not self._closing:
                    self._serve(sam)
                    usable = True
            except CancelledError:
                return
            except ExchangeError as error:
                self._out_of_order(error.failure)
            except OSError:
                self._out_of_order(Failure.NO_READER)
            except Exception as error:  # a fault in our own code must not end the thread; its text may be personal
                _log.error("reader thread: %s", type(error).__name__)
                self._out_of_order(Failure.READER_FAULT)
            finally:
                self._link.close()
            failures = 1 if usable else failures + 1
            self._pause(self._timing.back_off[min(failures, len(self._timing.back_off)) - 1])

    def _serve(self, sam: Sam) -> None:
        if self._armed:
            self._look(sam)
            self._pause(self._timing.poll)
        else:
            sam.wait_ready()
            self._tell(ReaderEvent(Event.READY))
            self._pause(self._timing.idle_check)

    def _look(self, sam: Sam) -> None:
        """One look for a card; the one found is read, again from the start where that may help."""
        refused, found, failure = self._refused, False, Failure.CARD_MOVED
        for attempt in range(ATTEMPTS):
            try:
                if attempt:
                    sam.reset()
                if not self._armed:
                    return
                if not sam.find():
                    if found:
                        break
                    self._nothing_there()
                    return
                found = True
                if refused is None:  # a card that failed is tried on quietly while it lies there
                    self._tell(ReaderEvent(Event.READING))
                if self._read(sam):
                    self._hold(sam)
                return
            except ExchangeError as error:
                failure = error.failure
                if failure is Failure.READER_FAULT:
                    raise
                if not error.again:
                    break
        if failure is Failure.LINK and not found:
            raise ExchangeError(failure, again=False)
        if failure is not refused:
            self._refuse(failure)

    def _nothing_there(self) -> None:
        self._refused = None
        if self.state is not Event.FAILED:  # "place it again" stays until he does
            self._tell(ReaderEvent(Event.WAITING))

    def _refuse(self, failure: Failure) -> None:
        self._refused = failure
        self._tell(ReaderEvent(Event.FAILED, failure=failure))

    def _read(self, sam: Sam) -> bool:
        """Reads the card that was found and tells its document, which uses up the arming; else False."""
        sam.select()
        if not self._armed:
            return False
        try:
            document = records.decode(*sam.read())
        except records.UndecodableRecordError as error:
            _log.info("card not understood: %s", error)
            self._refuse(Failure.UNDECODABLE)
            return False
        with self._lock:
            wanted = self._armed
            self._tell(ReaderEvent(Event.READ, document=document))
            self._armed = False
        if not wanted:
            sam.reset()  # else the card would have to be lifted before it is found again
        return wanted

    def _hold(self, sam: Sam) -> None:
        """Waits for the card to be lifted: a reader does not find a card twice."""
        misses = 0
        while misses < _MISSES and not self._closing:
            self._pause(self._timing.poll)
            misses = 0 if sam.present() else misses + 1
            if self._armed and not misses:
                self._tell(ReaderEvent(Event.FAILED, failure=Failure.CARD_MOVED))
        self._tell(ReaderEvent(Event.REMOVED))

    def _out_of_order(self, failure: Failure) -> None:
        if self.state is Event.READING:
            self._tell(ReaderEvent(Event.FAILED, failure=failure))
        self._tell(ReaderEvent(Event.NO_READER, failure=failure))

    def _tell(self, event: ReaderEvent) -> None:
        with self._lock:
            if self._closing or event == self._last or (event.kind in _ONLY_ARMED and not self._armed):
                return
            self._last = ReaderEvent(event.kind, failure=event.failure)
            self._on_event(event)

    def _pause(self, seconds: float) -> None:
        self._wake.wait(seconds)
        self._wake.clear()
