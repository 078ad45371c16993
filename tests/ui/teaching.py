"""A window with a person's own diary open, from which a session is held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary
from lupusdiary.education.sessions.session import EducationSession
from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.ui.presenter.presenter import Presenter
from tests.ui.shell import Shell


def session(id: str) -> EducationSession:
    """A session of the program."""
    return next(each for each in ready_sessions() if each.id == id)


class Teacher:
    """Holds sessions with keys. Her own diary is open in the window, with an entry of today."""

    def __init__(self, qtbot: QtBot, home: Path, clock: Callable[[], datetime]) -> None:
        self.qtbot = qtbot
        self.shell = Shell(home, clock)
        qtbot.addWidget(self.shell.window)
        self.shell.own.parent.mkdir(parents=True)
        with create_diary(self.shell.own, None, clock) as diary:
            diary.days.record(diary.today(), "fatigue", 9)
        self.shell.controller.enter(self.shell.own)

    def begin(self, id: str) -> Presenter:
        """Begins a session."""
        self.shell.controller.sessions.begin(session(id))
        presenter = self.shell.controller.sessions.presenter
        assert presenter is not None
        return presenter

    def press(self, *keys: Qt.Key) -> None:
        """Presses keys on the projector's window."""
        presenter = self.shell.controller.sessions.presenter
        assert presenter is not None
        for key in keys:
            self.qtbot.keyClick(presenter.stage, key)
            self.wait_for_timeline(presenter)

    def wait_for_timeline(self, presenter: Presenter) -> None:
        """Waits until a timeline that is being drawn is there, and what was pressed meanwhile is done."""
        stage = presenter.stage
        if stage.timeline.waits and stage.shows_timeline:
            self.qtbot.waitUntil(lambda: not stage.timeline.waits)

    def go_to(self, presenter: Presenter, kind: str) -> None:
        """Pages on until a screen of that kind."""
        for _ in presenter.progress.frames * 2:
            if presenter.progress.frame.kind == kind:
                return
            self.press(Qt.Key.Key_PageDown)
        raise AssertionError(kind)

    def click(self, parent: QWidget, name: str) -> None:
        """Clicks a button by its name."""
        self.qtbot.mouseClick(parent.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)
