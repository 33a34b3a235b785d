"""The column of law and policy: read by anybody, before anybody identifies himself."""

from __future__ import annotations

from collections.abc import Callable

from backend_client.client import LicensingClient
from backend_client.errors import ApiError
from backend_client.models import Notice, NoticeSummary
from kiosk.background import Background
from kiosk.failures import Trouble, of_api


class NoticeBoard:
    """Closed until it is opened; ``changed`` asks for the screen to be shown anew."""

    def __init__(self, client: LicensingClient, background: Background, changed: Callable[[], None]) -> None:
        self._client = client
        self._background = background
        self._changed = changed
        self.is_open = False
        self.notices: tuple[NoticeSummary, ...] = ()
        self.notice: Notice | None = None
        self.trouble: Trouble | None = None

    def open(self) -> None:
        """Also once more, after a failure."""
        self.close()
        self.is_open = True
        self._background.run(self._client.notices, self._on_notices, self._failed)

    def read(self, notice_id: str) -> None:
        self._background.run(lambda: self._client.notice(notice_id), self._on_notice, self._failed)

    def back(self) -> None:
        """From a notice to the column, from the column away."""
        if self.notice is not None:
            self.notice = None
        else:
            self.close()

    def close(self) -> None:
        self.is_open, self.notices, self.notice, self.trouble = False, (), None, None

    def _on_notices(self, notices: tuple[NoticeSummary, ...]) -> None:
        if self.is_open:
            self.notices = notices
            self._changed()

    def _on_notice(self, notice: Notice) -> None:
        if self.is_open:
            self.notice = notice
            self._changed()

    def _failed(self, error: Exception) -> None:
        if self.is_open:
            self.trouble = of_api(error) if isinstance(error, ApiError) else Trouble("S02")
            self._changed()
