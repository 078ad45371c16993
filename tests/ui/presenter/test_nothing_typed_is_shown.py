"""What a person has typed, in her own diary or in a demonstration diary, never reaches the audience."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Diary
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.dialogs import Prompts
from tests.ui.teaching import Teacher, session

NAME = "Kim Min-ji"


@pytest.fixture
def teacher(qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime]) -> Teacher:
    return Teacher(qtbot, tmp_path, clock)


def shown_in(teacher: Teacher) -> Diary:
    """The diary of the window."""
    assert teacher.shell.window.view is not None
    return teacher.shell.window.view.diary


def type_into(teacher: Teacher, story: str) -> None:
    """Somebody writes a name into a demonstration diary, as a turning point of it and as a note."""
    teacher.shell.controller.show_demonstration(story)
    diary = shown_in(teacher)
    diary.events.add(TreatmentEvent(diary.today(), "surgery", NAME))
    diary.days.set_note(diary.today(), NAME)


def test_the_timeline_is_told_anew_and_gone_afterwards(teacher: Teacher) -> None:
    type_into(teacher, "mild")
    presenter = teacher.begin("first_visit")
    teacher.go_to(presenter, "timeline")
    timeline = presenter.stage.timeline
    assert not any(NAME in event.label for event in timeline._whole.events)
    copied = timeline._diary
    assert copied is not None
    assert not copied.days.search_notes(NAME)
    assert copied.path.exists()
    teacher.press(Qt.Key.Key_Escape)
    assert not copied.path.exists()
    assert shown_in(teacher).days.search_notes(NAME)


def test_the_live_window_shows_a_diary_in_which_nobody_has_written(teacher: Teacher) -> None:
    type_into(teacher, "mild")
    person, controller = teacher.shell.person, teacher.shell.controller
    person.says_yes = False
    controller.sessions.begin(session("how_to_use"))
    assert "put back" in person.asked[-1]
    assert controller.sessions.presenter is None
    assert shown_in(teacher).days.search_notes(NAME)
    person.says_yes = True
    controller.sessions.begin(session("how_to_use"))
    assert controller.sessions.presenter is not None
    assert not shown_in(teacher).days.search_notes(NAME)
    assert not any(NAME in (event.title or "") for event in shown_in(teacher).events.all())


def test_nothing_is_asked_where_nobody_has_written(teacher: Teacher) -> None:
    teacher.begin("how_to_use")
    assert not teacher.shell.person.asked


def test_the_own_diary_does_not_open_while_others_look_at_the_window(teacher: Teacher) -> None:
    teacher.begin("how_to_use")
    teacher.press(Qt.Key.Key_PageDown)
    controller = teacher.shell.controller
    for verb in (Verb.OWN, Verb.OPEN, Verb.NEW, Verb.IMPORT):
        controller.do(verb)
        assert "session" in teacher.shell.person.told.pop()
    assert shown_in(teacher).demonstration == "mild"
    prompts = Prompts()
    prompts.kept_back = teacher.shell.window.context.prompts.kept_back
    window = teacher.shell.window
    assert prompts.save_path(window, "t", "n.pdf", "PDF (*.pdf)") is None, "no folder is shown to others"
    assert "stay closed" in controller.sessions.guide._number.text()
    teacher.qtbot.keyClick(teacher.shell.window, Qt.Key.Key_Escape)
    assert teacher.shell.window.context.prompts.kept_back is None
    controller.do(Verb.OWN)
    assert shown_in(teacher).demonstration is None
