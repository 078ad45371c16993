"""The laptop that teaches: no real diary, always visible, one button puts everything back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from lupusdiary.app import build
from lupusdiary.diary import Diary, Secret
from lupusdiary.ui.base.command import Export, ExportForm, ShowPage, Verb
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.window import Window
from tests.ui.painted import written
from tests.ui.shell import Person
from tests.ui.teaching import Teacher

Clock = Callable[[], datetime]


@pytest.fixture
def teacher(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Teacher:
    return Teacher(qtbot, tmp_path, clock)


def switch(teacher: Teacher) -> None:
    """Clicks the button of the settings."""
    teacher.shell.controller.do(ShowPage("settings"))
    assert teacher.shell.window.view is not None
    teacher.click(teacher.shell.window.view.page("settings"), "demonstration_mode")


def open_diary_of(window: Window) -> Diary:
    """The diary that the window shows."""
    assert window.view is not None
    return window.view.diary


def action(window: Window, name: str) -> QAction:
    """A menu entry."""
    found = window.menuBar().findChild(QAction, name)
    assert found is not None
    return found


def test_switched_on_it_leaves_the_own_diary_alone_and_closed(teacher: Teacher, tmp_path: Path) -> None:
    shell, before = teacher.shell, teacher.shell.own.read_bytes()
    switch(teacher)
    assert "Switch demonstration mode on" in shell.person.asked[-1]
    assert open_diary_of(shell.window).demonstration == "mild"
    for name in ("new", "open", "own"):
        assert not action(shell.window, name).isEnabled()
    shell.person.save_to = tmp_path / "new.lupusdiary"
    shell.person.opens = shell.own
    for verb in (Verb.NEW, Verb.OPEN, Verb.OWN):
        shell.controller.do(verb)
        assert "demonstration mode" in shell.person.told.pop()
    shell.controller.enter(shell.own)
    shell.controller._make(tmp_path / "new.lupusdiary", Secret.passphrase("long enough"))
    assert len(shell.person.told) == 2
    assert open_diary_of(shell.window).demonstration == "mild"
    assert not (tmp_path / "new.lupusdiary").exists()
    assert shell.own.read_bytes() == before


def test_the_state_is_always_visible_and_stays_after_a_restart(
    teacher: Teacher, qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    switch(teacher)
    view = teacher.shell.window.view
    assert view is not None
    button = view.banner.findChild(QAbstractButton, "end_session")
    for page in ("today", "labs", "urgent", "settings"):
        teacher.shell.controller.do(ShowPage(page))
        assert button.isVisible()
        assert "Demonstration mode" in view.banner._text.text()
    teacher.shell.window.close()
    window, controller = build(
        type(teacher.shell.preferences)(tmp_path / "preferences.json"),
        Person(),
        "en",
        teacher.shell.own,
        tmp_path / "stories",
        clock,
    )
    qtbot.addWidget(window)
    window.show()
    controller.start()
    assert open_diary_of(window).demonstration == "mild"


def test_leaving_it_is_deliberate(teacher: Teacher) -> None:
    switch(teacher)
    shell = teacher.shell
    shell.person.says_yes = False
    switch(teacher)
    assert shell.window.context.mode.on
    shell.person.says_yes = True
    switch(teacher)
    assert not shell.window.context.mode.on
    assert action(shell.window, "own").isEnabled()
    shell.controller.do(Verb.OWN)
    assert open_diary_of(shell.window).demonstration is None


def test_one_button_puts_back_what_was_shown_entered_and_learnt(teacher: Teacher) -> None:
    switch(teacher)
    shell = teacher.shell
    diary = open_diary_of(shell.window)
    day = diary.today()
    first = diary.days.day(day)
    diary.days.set_note(day, "Mrs Kim asked about her knees")
    diary.learning.bookmark("what_is_lupus", True)
    diary.learning.answer("what_is_lupus", 0, False)
    presenter = teacher.begin("first_visit")
    teacher.go_to(presenter, "quiz")
    teacher.press(Qt.Key.Key_O, Qt.Key.Key_Space)
    assert shell.window.view is not None
    teacher.click(shell.window.view.banner, "end_session")
    assert not presenter.stage.isVisible()
    fresh = open_diary_of(shell.window)
    assert fresh is not diary
    assert fresh.demonstration == "mild"
    assert fresh.days.day(day) == first
    assert not fresh.history.can_undo
    assert not fresh.learning.states()
    assert not fresh.learning.answers()
    assert b"Mrs Kim" not in fresh.path.read_bytes()
    papers = shell.controller.sessions.papers
    assert papers is not None
    assert papers.isVisible()


def test_started_for_a_demonstration_it_cannot_be_left_before_the_end(
    qtbot: QtBot, tmp_path: Path, clock: Clock, teacher: Teacher
) -> None:
    person = Person()
    window, controller = build(
        teacher.shell.preferences,
        person,
        "en",
        teacher.shell.own,
        tmp_path / "stories",
        clock,
        demonstration=True,
    )
    qtbot.addWidget(window)
    window.show()
    controller.start()
    assert open_diary_of(window).demonstration == "mild"
    controller.do(ShowPage("settings"))
    assert window.view is not None
    button = window.view.page("settings").findChild(QAbstractButton, "demonstration_mode")
    assert not button.isEnabled()
    assert not teacher.shell.window.context.mode.on


def test_nothing_real_comes_in_by_an_import(teacher: Teacher, tmp_path: Path) -> None:
    shell = teacher.shell
    exported = tmp_path / "mine.json"
    shell.person.save_to = exported
    shell.controller.do(Export(ExportForm.JSON))
    assert exported.is_file()
    switch(teacher)
    assert not action(shell.window, "import").isEnabled()
    before = open_diary_of(shell.window).contents()
    asked = len(shell.person.asked)
    shell.person.opens = exported
    shell.controller.do(Verb.IMPORT)
    assert "demonstration mode" in shell.person.told[-1]
    assert len(shell.person.asked) == asked
    assert open_diary_of(shell.window).contents() == before


def test_a_door_that_stood_open_before_leads_nowhere(teacher: Teacher, qtbot: QtBot, tmp_path: Path) -> None:
    shell = teacher.shell
    path = tmp_path / "secret.lupusdiary"
    shell.controller._make(path, Secret.passphrase("long enough"))
    page = shell.window.shown
    assert isinstance(page, RecoveryPage)
    shell.window.context.mode.switch(True)
    page.done.emit()
    assert open_diary_of(shell.window).demonstration == "mild"


def test_no_diary_is_dropped_onto_the_window(teacher: Teacher) -> None:
    switch(teacher)
    shell = teacher.shell
    places = QMimeData()
    places.setUrls([QUrl.fromLocalFile(str(shell.own))])
    for target in (shell.window, shell.window.centralWidget(), shell.window.view):
        assert target is not None
        drop = QDropEvent(
            QPointF(60, 60),
            Qt.DropAction.CopyAction,
            places,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, drop)
    assert open_diary_of(shell.window).demonstration == "mild"


def test_a_path_on_the_command_line_stays_closed_and_it_is_said(
    teacher: Teacher, qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    switch(teacher)
    person, kept = Person(), type(teacher.shell.preferences)(tmp_path / "preferences.json")
    window, controller = build(kept, person, "en", teacher.shell.own, tmp_path / "stories", clock)
    qtbot.addWidget(window)
    window.show()
    controller.start(asked=True)
    assert open_diary_of(window).demonstration == "mild"
    assert "demonstration mode" in person.told[-1]


def test_the_state_stands_on_the_second_display_and_beside_the_notes(teacher: Teacher) -> None:
    switch(teacher)
    presenter = teacher.begin("before_car_t")
    assert presenter.view.state.text() == "Demonstration mode"
    for kind in ("title", "section", "figure", "warning", "quiz"):
        teacher.go_to(presenter, kind)
        slide = presenter.stage.slide
        assert slide.frame is not None
        said = {line.text for line in written(presenter._painter, slide.frame, slide.shown)}
        assert "Demonstration mode" in said
    teacher.press(Qt.Key.Key_Home)
    teacher.go_to(presenter, "timeline")
    assert presenter.stage.timeline.heading.text().startswith("Demonstration mode")
