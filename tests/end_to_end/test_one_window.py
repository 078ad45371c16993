"""There is one window: no page flashes a part of itself on the desktop, and none loses the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.frame.navigation import FOOT, PAGES
from tests.conftest import StandingClock
from tests.end_to_end.session import CTRL, Session


class Watcher(QObject):
    """Remembers every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture(params=["empty", "mild"])
def session(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Session:
    made = Session(qtbot, tmp_path, clock)
    if request.param == "mild":
        made.click("try_demonstration")
    else:
        made.click("welcome_next")
        made.click("plain")
    made.wait_for_diary()
    return made


def test_pages_open_no_window_of_their_own_and_are_reached_by_keys(
    session: Session, qapp: QApplication
) -> None:
    assert session.window.view is not None
    watcher = Watcher()
    qapp.installEventFilter(watcher)
    try:
        for number, page in enumerate((name for name, *_ in (*PAGES, *FOOT)), start=1):
            session.keys(Qt.Key(Qt.Key.Key_0 + number), held=CTRL)
            assert session.window.view.current == page
            session.settle()
            assert watcher.shown == [], page
            assert QApplication.activeWindow() is session.window
            session.keys(Qt.Key.Key_Tab)
            assert session.window.view.isAncestorOf(session.focus()), page
    finally:
        qapp.removeEventFilter(watcher)
