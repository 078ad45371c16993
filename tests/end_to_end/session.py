"""A person in front of the whole window: what she can see, click and type, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.navigation import FOOT, PAGES
from lupusdiary.ui.pdf.save_print import SaveAndPrint
from tests.conftest import StandingClock
from tests.ui.shell import Shell

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Session(Shell):
    """One start of the program in the folder `home`, as `lupusdiary` without a diary's name does it."""

    def __init__(self, qtbot: QtBot, home: Path, clock: StandingClock, language: str = "en") -> None:
        self.qtbot = qtbot
        super().__init__(home, clock, language)
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.controller.enter(self.own)

    def find(self, kind: type[W], name: str) -> W:
        """The one seen widget of a kind with a name; a person waits a moment for it."""

        def found() -> list[W]:
            return [each for each in self.window.findChildren(kind, name) if each.isVisible()]

        if not found():
            self.qtbot.waitUntil(lambda: bool(found()))
        assert len(found()) == 1, (name, len(found()))
        return found()[0]

    def click(self, name: str, kind: type[QWidget] = QWidget) -> None:
        """Clicks a seen, enabled control, scrolled to if it must be."""
        self.press(self.find(kind, name))

    def press(self, widget: QWidget) -> None:
        """Clicks this control, scrolled to if it must be."""
        assert widget.isVisible(), widget.objectName()
        assert widget.isEnabled(), widget.objectName()
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()
        where = QPoint(20, widget.height() // 2) if isinstance(widget, QCheckBox) else QPoint()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)
        QApplication.processEvents()

    def keys(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses keys where the keyboard is."""
        for key in keys:
            QTest.keyClick(self.focus(), key, held)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Types a text where the keyboard is; Hangul comes as from an input method."""
        if text.isascii():
            for sign in text:
                QTest.keyClick(self.focus(), sign)
            return
        field = self.focus()
        QApplication.sendEvent(field, QInputMethodEvent(text, []))
        written = QInputMethodEvent()
        written.setCommitString(text)
        QApplication.sendEvent(field, written)

    def fill(self, name: str, text: str) -> None:
        """Clicks into a field and types over what stands in it."""
        self.click(name)
        self.keys(Qt.Key.Key_A, held=CTRL)
        self.type(text)

    def focus(self) -> QWidget:
        """Where the keyboard is; the window itself if nothing has it."""
        return QApplication.focusWidget() or self.window

    def go(self, page: str) -> Page:
        """Clicks a page on the rail, or follows what leads to one that is not on it, and waits until what it
        draws has come."""
        assert self.window.view is not None
        if page in {name for name, _, _ in (*PAGES, *FOOT)}:
            self.click(f"rail_{page}")
        else:
            self.window.view.follow(Route(page))
        assert self.window.view.current == page
        return self.settle()

    def settle(self) -> Page:
        """Waits for the pictures and pages that come from a worker."""
        assert self.window.view is not None
        page = self.window.view.page(self.window.view.current)
        chart, panel = getattr(page, "chart", None), getattr(page, "save_print", None)
        if chart is not None:
            self.qtbot.waitUntil(lambda: chart.ready)
        if isinstance(panel, SaveAndPrint):
            self.qtbot.waitUntil(panel.save.isEnabled)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        return page

    def choose(self, *names: str) -> None:
        """Chooses an entry of the menu bar by the names of its actions."""
        actions = [action for action in self.window.findChildren(QMenu) for action in action.actions()]
        for name in names:
            found = next(each for each in actions if each.objectName() == name)
            assert found.isEnabled(), name
            found.trigger()
        QApplication.processEvents()

    def choose_of(self, name: str, at: int) -> None:
        """Chooses an entry of a button's menu."""
        menu = self.find(QToolButton, name).menu()
        assert menu is not None
        menu.actions()[at].trigger()
        QApplication.processEvents()

    def wait_for_diary(self) -> None:
        """Waits until a diary is open: its key takes half a second."""
        self.qtbot.waitUntil(lambda: self.window.view is not None)
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def close(self) -> None:
        """Closes the window as its button does, for good."""
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


_SAYS = (
    "text", "title", "placeholderText", "toolTip", "statusTip", "windowTitle", "accessibleName",
    "accessibleDescription", "toPlainText", "prefix", "suffix",
)  # fmt: skip


_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_ROWS = 30


def seen_texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a widget and of what is seen in it, with where it stands; tips and spoken names too."""
    for widget in (root, *(each for each in root.findChildren(QWidget) if each.isVisible())):
        where = f"{type(widget).__name__} {widget.objectName()}".strip()
        for getter in _SAYS:
            read = getattr(widget, getter, None)
            if callable(read) and isinstance(text := read(), str) and text.strip():
                yield f"{where}.{getter}", text
        for action in widget.actions():
            for text in (action.text(), action.toolTip()):
                if text.strip():
                    yield f"{where}.action {action.objectName()}", text
        yield from _items(widget, where)


def _items(widget: QWidget, where: str) -> Iterator[tuple[str, str]]:
    model = getattr(widget, "model", None)
    found = model() if callable(model) else None
    if found is None:
        return
    rows, columns = min(found.rowCount(), _ROWS), _columns(found)
    for side, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
        for at in range(count):
            text = found.headerData(at, side, Qt.ItemDataRole.DisplayRole)
            if isinstance(text, str) and text.strip():
                yield f"{where}.header {at}", text
    for row in range(rows):
        for column in range(columns):
            for role in _ROLES:
                text = found.index(row, column).data(role)
                if isinstance(text, str) and text.strip():
                    yield f"{where}.cell {row},{column}", text


def _columns(model: QAbstractItemModel) -> int:
    # A list has one, and PySide keeps its count to itself.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()
