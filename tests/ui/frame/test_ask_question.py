"""A question for the doctor is written down from wherever one is, without a date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Diary, create_diary
from lupusdiary.domain.records import Visit
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.ask_question import AskQuestion
from tests.conftest import StandingClock
from tests.ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    made.own.parent.mkdir()
    with create_diary(made.own, None, clock) as diary:
        diary.visits.add(Visit(clock().date(), department="Eyes"))
    qtbot.addWidget(made.window)
    made.controller.enter(made.own)
    return made


def diary_of(shell: Shell) -> Diary:
    assert shell.window.view is not None
    return shell.window.view.diary


def answering(shell: Shell, answer: Callable[[AskQuestion], None]) -> list[AskQuestion]:
    """Lets the person answer the window of the question; says which windows were opened."""
    opened: list[AskQuestion] = []

    def run(dialog: QDialog) -> bool:
        assert isinstance(dialog, AskQuestion)
        opened.append(dialog)
        answer(dialog)
        return dialog.result() == QDialog.DialogCode.Accepted

    shell.person.run = run  # type: ignore[method-assign]
    return opened


def test_ctrl_k_and_the_button_of_the_menu_bar_ask_from_any_page(shell: Shell) -> None:
    assert shell.window.view is not None
    shell.window.view.show_route(Route("labs"))
    shell.window.show()

    def answer(dialog: AskQuestion) -> None:
        dialog.line.setText("What does C3 say?")
        dialog.department.setCurrentIndex(dialog.department.findData("Eyes"))
        dialog.keep.click()

    opened = answering(shell, answer)
    asking = shell.window.findChild(QAction, "ask")
    assert asking is not None
    assert asking.shortcut().toString() == "Ctrl+K"
    asking.trigger()
    (question,) = diary_of(shell).open_questions.all()
    assert (question.text, question.department) == ("What does C3 say?", "Eyes")
    assert question.origin == "page:labs"
    shell.window.menus.ask.trigger()
    assert len(opened) == 2
    diary_of(shell).history.undo()
    assert diary_of(shell).open_questions.all() == []


def test_what_was_typed_and_not_kept_stands_there_again(shell: Shell) -> None:
    def leave(dialog: AskQuestion) -> None:
        dialog.line.setText("half a ques")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    answering(shell, leave)
    shell.controller.do(Verb.ASK)
    assert diary_of(shell).open_questions.all() == []

    def finish(dialog: AskQuestion) -> None:
        assert dialog.line.text() == "half a ques"
        dialog.line.setText("half a question?")
        dialog.keep.click()

    answering(shell, finish)
    shell.controller.do(Verb.ASK)
    assert [each.text for each in diary_of(shell).open_questions.all()] == ["half a question?"]
    opened = answering(shell, lambda dialog: dialog.reject())
    shell.controller.do(Verb.ASK)
    assert opened[0].line.text() == ""


def test_an_empty_question_is_not_kept(shell: Shell) -> None:
    def answer(dialog: AskQuestion) -> None:
        dialog.keep.click()
        assert dialog.result() != QDialog.DialogCode.Accepted
        dialog.reject()

    answering(shell, answer)
    shell.controller.do(Verb.ASK)
    assert diary_of(shell).open_questions.all() == []


def test_without_a_diary_nothing_can_be_asked(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> None:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    assert not made.window.menus.ask.isEnabled()


def test_a_button_of_the_menu_bar_that_cannot_be_pressed_looks_so(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    made.window.show()
    menus, bar = made.window.menus, made.window.menuBar()

    def darkest() -> int:
        image = bar.grab(bar.actionGeometry(menus.ask)).toImage()
        return min(
            image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())
        )

    assert not menus.ask.isEnabled()
    grey = darkest()
    menus.ask.setEnabled(True)
    assert darkest() < grey - 40
