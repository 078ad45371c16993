"""What was closed is let go of: a diary that is opened again and again takes no more memory."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.diary_view import DiaryView
from tests.conftest import StandingClock
from tests.ui.shell import Shell

PAGES = ("today", "calendar", "labs", "treatment", "timeline", "visit", "learn", "urgent", "settings")


def test_no_page_of_a_diary_that_was_left_is_held(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    for _ in range(2):
        shell.controller.show_demonstration("mild")
        assert shell.window.view is not None
        for page in PAGES:
            shell.window.view.show_route(Route(page))
            QApplication.processEvents()
    shell.controller._leave()
    shell.controller.enter(shell.own)
    QThreadPool.globalInstance().waitForDone()
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    held = Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, Page | DiaryView))
    assert held == Counter()
