"""The real window over a story: puppets for office and devices, real touches on whatever lies under the point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screens import registry
from kiosk.screens.context import Context
from kiosk.screens.theme import Theme, load_fonts
from kiosk.screens.widgets.buttons import PRIMARY, Button
from kiosk.screens.widgets.control import Control
from kiosk.screens.window import Window
from tests.unit.story import Story

PANELS = {"portrait": (1080, 1920), "landscape": (1920, 1080), "sxga": (1280, 1024)}
MOST_PAGES = 12


class Booth:
    """One terminal with its window. What is touched is found by its id, on whichever page of the screen it lies."""

    def __init__(self, story: Story, panel: str = "portrait") -> None:
        load_fonts()
        self.story = story
        self.terminal = story.terminal
        # What fails while Qt shows a window would end the whole run of tests; here it fails one.
        registry.build(Context(self.terminal, Theme(*PANELS[panel], stop=self.terminal.preferences.text_size)))
        self.window = Window(self.terminal)
        self.terminal.on_change = self.window.refresh
        self.window.show_sized(*PANELS[panel])
        self._finger = _finger()
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.terminal.on_change = lambda: None
        self.terminal.leave()
        self.window.deleteLater()

    def settle(self) -> None:
        """What the last touch began is shown."""
        QApplication.processEvents()
        while self.window.stale:
            QApplication.processEvents()

    # --- eyes

    def sees(self, screen: str) -> Booth:
        self.settle()
        assert self.terminal.screen == screen
        return self

    @property
    def controls(self) -> list[Control]:
        """What can be touched on the page at hand."""
        return [each for each in self.window.top_layer.findChildren(Control) if each.isVisible()]

    def has(self, control: str) -> bool:
        return any(each.objectName() == control for each in self.controls)

    def button(self, control: str) -> Button:
        found = self._find(control)
        assert isinstance(found, Button)
        return found

    def amber(self) -> list[str]:
        """Ids of the amber buttons that may be touched."""
        buttons = [each for each in self.controls if isinstance(each, Button)]
        return [each.objectName() for each in buttons if each.look is PRIMARY and each.isEnabled() and not each.missing]

    def pages(self) -> Iterator[int]:
        """Turns over every page of what is on the screen, by its own buttons."""
        for number in range(MOST_PAGES):
            yield number
            if not self.has("page-next"):
                return
            self._press(self._find("page-next"))
            self.settle()
        raise AssertionError(f"{self.window.screen_key} has no last page")

    def words(self) -> str:
        """All accessible names of the page at hand, and its paragraphs."""
        layer = self.window.top_layer
        return "\n".join(each.accessibleName() for each in layer.findChildren(QWidget) if each.isVisible())

    # --- hands

    def touches(self, *controls: str) -> Booth:
        for control in controls:
            self._press(self._find(control))
            self.settle()
        return self

    def draws(self, pad: str = "pad") -> Booth:
        """Two strokes of a finger."""
        widget = self._find(pad)
        corner, width, height = widget.mapTo(self.window, QPoint(0, 0)), widget.width(), widget.height()
        for path in (((0.2, 0.3), (0.4, 0.7)), ((0.5, 0.3), (0.6, 0.6), (0.8, 0.4))):
            points = [corner + QPoint(round(x * width), round(y * height)) for x, y in path]
            QTest.touchEvent(self.window, self._finger).press(0, points[0], self.window).commit()
            for point in points[1:]:
                QTest.touchEvent(self.window, self._finger).move(0, point, self.window).commit()
            QTest.touchEvent(self.window, self._finger).release(0, points[-1], self.window).commit()
            self.settle()
        return self

    def places_card(self) -> Booth:
        self.story.places_card()
        self.settle()
        return self

    def slides_off(self, control: str) -> Booth:
        """The finger comes down on a control and is lifted beside it."""
        widget = self._find(control)
        start, end = widget.mapTo(self.window, widget.rect().center()), QPoint(2, 2)
        QTest.touchEvent(self.window, self._finger).press(0, start, self.window).commit()
        QTest.touchEvent(self.window, self._finger).move(0, end, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, end, self.window).commit()
        self.settle()
        return self

    def touches_while(self, control: str, happens: Callable[[], None]) -> Booth:
        """Something happens between the finger's coming down and its going up."""
        point = (widget := self._find(control)).mapTo(self.window, widget.rect().center())
        QTest.touchEvent(self.window, self._finger).press(0, point, self.window).commit()
        happens()
        self.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as a running event loop would by now
        QTest.touchEvent(self.window, self._finger).release(0, point, self.window).commit()
        self.settle()
        return self

    def touches_at(self, x: int, y: int) -> Booth:
        """Wherever that may be."""
        QTest.touchEvent(self.window, self._finger).press(0, QPoint(x, y), self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, QPoint(x, y), self.window).commit()
        self.settle()
        return self

    def _press(self, widget: QWidget) -> None:
        point = widget.mapTo(self.window, widget.rect().center())
        QTest.touchEvent(self.window, self._finger).press(0, point, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, point, self.window).commit()

    def _find(self, control: str) -> QWidget:
        for _ in range(MOST_PAGES):
            layer = self.window.top_layer
            here = {each.objectName(): each for each in layer.findChildren(QWidget) if each.isVisible()}
            if control in here or "page-next" not in here:
                break
            self._press(here["page-next"])
            self.settle()
        assert control in here, f"no {control} on {self.window.screen_key}: {' '.join(filter(None, sorted(here)))}"
        return here[control]


_FINGERS: list[QPointingDevice] = []


def _finger() -> QPointingDevice:
    """Qt never takes a touch device back, so there is one."""
    if not _FINGERS:
        _FINGERS.append(QTest.createTouchDevice())
    return _FINGERS[0]


@contextmanager
def booth(story: Story | None = None, panel: str = "portrait") -> Iterator[Booth]:
    opened = Booth(story or Story(), panel)
    try:
        yield opened
    finally:
        opened.close()
