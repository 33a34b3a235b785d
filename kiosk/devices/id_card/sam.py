"""One command and its answer at a time: the reader's security module (SAM) as seen over any line."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from kiosk.devices.id_card.codec import Answer, Command, FrameParser, Meaning, decode_answer, encode
from kiosk.devices.id_card.reader import Failure
from kiosk.devices.id_card.serial_link import ByteLink

_log = logging.getLogger(__name__)

_START_UP_POLL_S = 0.1


@dataclass(frozen=True)
class Timing:
    """Seconds. Answers take what public drivers allow for; a real reader needs 0.6 to 1.5 s for a card."""

    control: float = 0.8  # answer to status and reset
    card: float = 1.0  # answer to find and select
    read: float = 3.0
    presence: float = 1.5
    start_up: float = 3.0  # the module's own start after power or reset
    poll: float = 0.3  # between two looks for a card, or for its removal
    idle_check: float = 2.0  # between two looks after a reader that is not armed
    back_off: tuple[float, ...] = (0.25, 1.0, 2.0, 5.0, 10.0)  # before the reader is opened again


class ExchangeError(Exception):
    """A command came to nothing. ``again``: a new attempt from the start may succeed."""

    def __init__(self, failure: Failure, *, again: bool) -> None:
        super().__init__(failure.value)
        self.failure = failure
        self.again = again


class CancelledError(Exception):
    """The line was cancelled while an answer was awaited."""


class Sam:
    """The commands of one opened reader. They raise ExchangeError, OSError when the line is gone, CancelledError."""

    def __init__(self, link: ByteLink, timing: Timing, cancelled: Callable[[], bool]) -> None:
        self._link = link
        self._timing = timing
        self._cancelled = cancelled

    def wait_ready(self) -> None:
        """Returns once the module accepts commands, at once if it is up; it is given its start-up time."""
        deadline = time.monotonic() + self._timing.start_up
        while True:
            try:
                self._demand(Command.STATUS, self._timing.control)
                return
            except ExchangeError as error:
                if not error.again or time.monotonic() >= deadline:
                    raise
            self._link.read(_START_UP_POLL_S)

    def reset(self) -> None:
        """Starts the module anew; a card that was read can be found again."""
        with suppress(ExchangeError):  # what counts is that the module gets ready, not what it said before
            self._demand(Command.RESET, self._timing.control)
        self.wait_ready()

    def find(self) -> bool:
        """Whether an unread card lies on the reader."""
        answer = self._ask(Command.FIND, self._timing.card)
        if answer.sw3 == 0x9F:
            return True
        if answer.meaning is Meaning.NO_CARD:
            return False
        raise _refusal(answer)

    def select(self) -> None:
        self._demand(Command.SELECT, self._timing.card)

    def read(self) -> tuple[bytes, bytes]:
        """Text record and photo of the selected card."""
        data = self._demand(Command.READ, self._timing.read)
        text_length, photo_length = int.from_bytes(data[:2], "big"), int.from_bytes(data[2:4], "big")
        if len(data) != 4 + text_length + photo_length:
            raise ExchangeError(Failure.LINK, again=True)
        return data[4 : 4 + text_length], data[4 + text_length :]

    def present(self) -> bool:
        """Whether the card that was read still lies there. The appended address in the answer is not looked at."""
        try:
            return self._ask(Command.PRESENCE, self._timing.presence).meaning in (Meaning.OK, Meaning.EMPTY)
        except ExchangeError:
            return False

    def _demand(self, command: Command, timeout: float) -> bytes:
        answer = self._ask(command, timeout)
        if answer.sw3 != 0x90:
            raise _refusal(answer)
        return answer.data

    def _ask(self, command: Command, timeout: float) -> Answer:
        self._link.write(encode(command.value))
        parser = FrameParser()
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0:
            if self._cancelled():
                raise CancelledError
            for body in parser.feed(self._link.read(left)):
                answer = decode_answer(body)
                if answer is None:
                    raise ExchangeError(Failure.LINK, again=True)
                return answer
        raise ExchangeError(Failure.LINK, again=True)


def _refusal(answer: Answer) -> ExchangeError:
    _log.debug("answer %02X %02X %02X", answer.sw1, answer.sw2, answer.sw3)
    match answer.meaning:
        case Meaning.NO_CARD | Meaning.CARD_MOVED:
            return ExchangeError(Failure.CARD_MOVED, again=True)
        case Meaning.CARD_REJECTED:
            # 31: the card refused the module, which a card lying askew does too; the others are final
            return ExchangeError(Failure.CARD_REJECTED, again=answer.sw3 == 0x31)
        case Meaning.FAULT:
            return ExchangeError(Failure.READER_FAULT, again=False)
    return ExchangeError(Failure.LINK, again=True)  # garbled on the way, or an answer to something else
