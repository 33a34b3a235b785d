"""The one window: shows the page that belongs to the terminal's state and hands touches to it. It decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens import overlays, registry
from kiosk.screens.context import Context, Moves, Shown
from kiosk.screens.page import Page
from kiosk.screens.theme import Theme
from kiosk.screens.warm_up import WarmUp
from kiosk.terminal import Terminal

FINGER_DOWN = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
FINGER_UP = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress)


class Window(QWidget):
    """``shown`` follows every new page, ``first_frame`` the first paint of all."""

    shown = Signal()
    first_frame = Signal()

    def __init__(self, terminal: Terminal) -> None:
        super().__init__()
        self.terminal = terminal
        self.setWindowTitle("kiosk")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that a new page's first control does not take the focus
        self._theme: Theme | None = None
        self._warm_up: WarmUp | None = None
        self.prepared = False  # what is loaded after the first frame is there
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._page: Page | None = None
        self._shown: Shown | None = None
        self._over: overlays.Over | None = None
        self._key = ""
        self._minute = -1
        self._painted = False
        self._due = False
        self._finger_down = False
        self._waited = False  # a change was due at the last tick already
        self._acted = False  # a touch has moved something: its answer is shown at once
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self._second.start()

    # --- size -----------------------------------------------------------------------------------------------------

    def show_full_screen(self, screen: QScreen) -> None:
        """Without a window manager showFullScreen() does not grow, so the whole screen is taken by hand."""
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setGeometry(screen.geometry())
        self.show()

    def show_sized(self, width: int, height: int) -> None:
        self.resize(width, height)
        self.show()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.build()

    def showEvent(self, _event: QShowEvent) -> None:
        handle = self.windowHandle()  # sees each touch once, whatever lies under it, and nothing else
        if handle is not None:
            handle.installEventFilter(self)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.build()

    @property
    def theme(self) -> Theme:
        """Kept while nothing of it changes: it holds the fonts, widths and icons that are already drawn."""
        preferences, screen = self.terminal.preferences, self.terminal.services.settings.screen
        theme = Theme(
            self.width(),
            self.height(),
            stop=preferences.text_size,
            scheme=preferences.scheme,
            pitch_mm=screen.pitch_mm or None,
            reduced_motion=screen.reduced_motion,
            lowered=preferences.lowered,
        )
        if theme != self._theme:
            self._theme = theme
            self._warm(theme)
        return self._theme

    @property
    def warm(self) -> bool:
        """Nothing is being prepared any more, as on a terminal that has been on for some seconds."""
        return self.prepared and self._warm_up is not None and self._warm_up.done

    def _warm(self, theme: Theme) -> None:
        if self._warm_up is not None:
            self._warm_up.stop()
            self._warm_up.deleteLater()
        self._warm_up = WarmUp(self, theme)

    # --- the page -------------------------------------------------------------------------------------------------

    @property
    def screen_key(self) -> str:
        """Names what is shown: screen, its phase, page and overlay. For pictures and for keeping the page's place."""
        page = f":{self._page.page + 1}" if self._page is not None and self._page.page else ""
        overlay = f"+{self.terminal.overlay}" if self.terminal.overlay else ""
        return f"{registry.key(self.terminal)}{page}{overlay}"

    @property
    def top_layer(self) -> QWidget:
        """What a touch can reach: the sheet where one lies over the page."""
        assert self._page is not None
        return self._page.sheet or self._page

    @property
    def stale(self) -> bool:
        """A change of state is about to be shown."""
        return self._due and not self._held_back

    @property
    def _held_back(self) -> bool:
        """A finger is down: what the machine has to say waits for it, or the touch would meet another page."""
        return self._finger_down and not self._acted

    def refresh(self) -> None:
        """The state has changed. Several changes in one turn of the event loop are painted once."""
        if not self._due:
            self._due = True
            QTimer.singleShot(0, self, self._build_if_due)

    def _build_if_due(self) -> None:
        if self._due and not self._held_back:
            self.build()

    def build(self) -> None:
        self._due = self._acted = False
        if self.width() < 1 or not self.isVisible():
            return
        theme, key = self.theme, registry.key(self.terminal)
        context = Context(self.terminal, theme)
        shown = registry.build(context)
        page = Page(theme, shown.spec)
        page.activated.connect(self._touched)
        page.setParent(self)
        if key == self._key and self._page is not None:
            page.turn(self._page.page)
        if shown.placed is not None:
            shown.placed()
        self._show_overlay(context, page)
        page.show()
        old, self._page, self._shown, self._key, self._minute = self._page, page, shown, key, self._now_minute()
        if old is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.shown.emit()

    def _show_overlay(self, context: Context, page: Page) -> None:
        self._over = overlays.build(context)
        if self._over is not None:
            page.open_sheet(self._over.sheet)

    def _tick(self) -> None:
        """Once a second: what counts down, and on the home screen the clock."""
        if QGuiApplication.mouseButtons() is Qt.MouseButton.NoButton and self._due and self._waited:
            self._finger_down = False  # a release that never came must not hold the screen for ever
            self.build()
        self._waited = self._due
        tick = self._over.tick if self._over is not None else self._shown.tick if self._shown is not None else None
        if tick is not None:
            tick()
        elif self.terminal.screen == "home" and self.terminal.overlay is None and self._minute != self._now_minute():
            self.refresh()

    def _now_minute(self) -> int:
        return self.terminal.services.now().minute

    # --- touches --------------------------------------------------------------------------------------------------

    @property
    def moves(self) -> Moves:
        """What each control means now: on the sheet while one lies there, else on the page and the strip."""
        if self._over is not None:
            return self._over.moves
        assert self._shown is not None
        return {**overlays.strip_moves(self.terminal), **self._shown.moves}

    def _touched(self, control: str) -> None:
        """One touch, one move."""
        move = self.moves.get(control)
        if move is not None:
            self._acted = True
            move()
            QTimer.singleShot(0, self, self._build_if_due)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in TOUCHES and self.terminal.overlay != "idle":
            self.terminal.touched()
        if kind in FINGER_DOWN:
            self._finger_down = True
        elif kind in FINGER_UP:
            self._finger_down = False
            QTimer.singleShot(0, self, self._build_if_due)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page covers all of it; what is painted here is only the first frame's mark."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_frame.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._second.stop()
        if self._warm_up is not None:
            self._warm_up.stop()
        super().closeEvent(event)
