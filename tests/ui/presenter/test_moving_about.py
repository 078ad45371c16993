"""Moving about in a session: the overview, leaving and going on, a key that ends asks first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lupusdiary.ui.presenter.stage.keys import SessionAction
from tests.conftest import StandingClock
from tests.ui.teaching import Teacher

Key = Qt.Key


@pytest.fixture
def teacher(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Teacher:
    return Teacher(qtbot, tmp_path, clock)


def test_the_overview_lists_every_screen_and_jumps(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    teacher.press(Key.Key_F6)
    overview = presenter.overview
    assert overview.isVisible()
    assert overview.count() == len(presenter.progress.frames)
    named = [overview.item(row).text().partition(". ")[2] for row in range(overview.count())]
    asked = [name for name, frame in zip(named, presenter.progress.frames, strict=True) if frame.question]
    assert len(set(asked)) == len(asked) > 1
    overview.setCurrentRow(7)
    teacher.qtbot.keyClick(overview, Key.Key_Return)
    assert presenter.progress.at == 7
    assert not overview.isVisible()
    teacher.press(Key.Key_F6)
    teacher.qtbot.keyClick(overview, Key.Key_Escape)
    assert (presenter.progress.at, overview.isVisible()) == (7, False)


def test_the_keyboard_is_in_the_overview_while_it_is_seen_and_goes_back(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    teacher.press(Key.Key_F6)
    overview = presenter.overview
    assert overview.window().focusWidget() is overview
    teacher.qtbot.keyClick(overview, Key.Key_Down)
    assert (presenter.progress.at, overview.currentRow()) == (0, 1)
    assert overview.geometry() == overview.parentWidget().rect()
    teacher.qtbot.keyClick(overview, Key.Key_Escape)
    assert not overview.isVisible()
    assert overview.window().focusWidget() is overview.parentWidget()


def test_escape_asks_and_a_session_left_goes_on_where_it_was(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    teacher.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    place = presenter.progress.frame.place
    prompts = teacher.shell.person
    prompts.says_yes = False
    teacher.press(Key.Key_Escape)
    assert "End the session?" in prompts.asked[-1]
    assert teacher.shell.controller.sessions.presenter is presenter
    prompts.says_yes = True
    teacher.press(Key.Key_Escape)
    again = teacher.begin("first_visit")
    assert "Go on there?" in prompts.asked[-1]
    assert again.progress.frame.place == place


def test_counts_are_hidden_until_the_answer_and_closed_after_it(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    teacher.go_to(presenter, "quiz")
    before = presenter.stage.slide.grab().toImage()
    teacher.press(Key.Key_O)
    assert presenter.stage.slide.grab().toImage() == before
    field = presenter.view.hands.fields["x"]
    teacher.qtbot.keyClicks(field, "3")
    teacher.qtbot.keyClick(field, Key.Key_Space)
    assert presenter.progress.revealed
    assert (presenter.progress.hands.for_o, presenter.progress.hands.for_x) == (1, 3)
    teacher.press(Key.Key_X)
    assert presenter.progress.hands.for_x == 3


def test_a_press_onto_the_timeline_is_answered_at_once_and_a_second_one_is_done_after_it(
    teacher: Teacher,
) -> None:
    presenter = teacher.begin("kidneys_and_laboratory")
    at = next(at for at, frame in enumerate(presenter.progress.frames) if frame.kind == "timeline")
    presenter.progress.go_to(at - 1)
    if presenter.progress.frame.kind == "quiz":
        presenter.progress.go(1)
    presenter.do(SessionAction.NEXT)
    timeline = presenter.stage.timeline
    assert presenter.stage.shows_timeline
    assert timeline.waiting.isVisible()
    assert timeline.waiting.text() == "Drawing the timeline…"
    assert timeline._diary is None, "it was answered before anything was made"
    presenter.do(SessionAction.NEXT)
    assert presenter.progress.at == at
    teacher.qtbot.waitUntil(lambda: timeline._view > 0 or presenter.progress.at > at)
    assert not timeline.waiting.isVisible()


def test_counts_of_a_teach_back_stand_in_the_record_without_names(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    teacher.go_to(presenter, "teach_back")
    first = presenter.progress.frame
    assert len(first.lines) == 1, "one message at a time"
    assert first.lines[0] not in first.notes.split("\n\n")[0]
    teacher.press(Key.Key_O, Key.Key_O, Key.Key_X, Key.Key_PageDown)
    second = presenter.progress.frame
    assert second.kind == "teach_back"
    assert second.lines != first.lines
    (told,) = presenter.progress.taught().told
    assert (told.said, told.again) == (2, 1)
    assert told.ask_en == first.lines[0]
    assert told.ask_ko != told.ask_en
