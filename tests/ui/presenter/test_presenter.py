"""A session held with keys on one display: slides, language, black, the live timeline, O and X."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.education.content.library import Library
from lupusdiary.education.sessions.deck import deck
from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.language import LANGUAGES, translator
from lupusdiary.ui.base.palette import LIGHT
from lupusdiary.ui.presenter.presenter_view import elapsed_words
from lupusdiary.ui.presenter.stage.slide_painter import SlidePainter
from lupusdiary.ui.presenter.stage.slide_text import HEIGHT, Display
from tests.conftest import StandingClock
from tests.ui.teaching import Teacher

Key = Qt.Key


@pytest.fixture
def teacher(qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime]) -> Teacher:
    return Teacher(qtbot, tmp_path, clock)


def test_a_clicker_and_the_keyboard_lead_through_the_slides(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    assert presenter.stage.isFullScreen()
    teacher.press(Key.Key_PageDown, Key.Key_Right, Key.Key_Space)
    assert presenter.progress.at == 3
    teacher.press(Key.Key_PageUp, Key.Key_Left)
    assert presenter.progress.at == 1
    teacher.press(Key.Key_End)
    assert presenter.progress.at == len(presenter.progress.frames) - 1
    teacher.press(Key.Key_PageDown)
    assert presenter.progress.at == len(presenter.progress.frames) - 1
    teacher.press(Key.Key_Home)
    assert presenter.progress.at == 0


def test_the_screen_goes_black_and_comes_back_with_the_next_key(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    for key in (Key.Key_B, Key.Key_Period):
        teacher.press(key)
        assert presenter.stage.slide.grab().toImage().pixelColor(20, 20) == QColor("#000000")
        teacher.press(Key.Key_PageDown)
        assert presenter.progress.at == 0
        assert not presenter.stage.slide.black


def test_the_language_changes_in_place_and_the_window_keeps_its_own(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    teacher.press(Key.Key_PageDown, Key.Key_PageDown)
    before = presenter.progress.frame
    teacher.press(Key.Key_F2)
    after = presenter.progress.frame
    assert after.place == before.place
    assert after.heading != before.heading
    assert presenter.stage.slide.frame == after
    assert teacher.shell.window.context.ui_language.code == "en"
    teacher.press(Key.Key_F2)
    assert presenter.progress.frame == before


def test_the_timeline_is_the_story_and_never_the_own_diary(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    teacher.press(Key.Key_F3)
    assert presenter.stage.shows_timeline
    shown = presenter.stage.timeline.chart.bounds
    own = teacher.shell.window.view
    assert own is not None
    assert own.diary.demonstration is None
    assert shown.start.year < own.diary.today().year
    assert "fictional" in presenter.stage.timeline.heading.text()
    teacher.press(Key.Key_PageDown)
    assert not presenter.stage.shows_timeline
    assert presenter.progress.at == 0
    teacher.go_to(presenter, "timeline")
    assert presenter.stage.shows_timeline
    for _ in presenter.stage.timeline._views:
        teacher.press(Key.Key_PageDown)
    assert not presenter.stage.shows_timeline


def test_people_differ_stands_beside_a_life_with_car_t(teacher: Teacher) -> None:
    presenter = teacher.begin("before_car_t")
    teacher.go_to(presenter, "timeline")
    assert "predict" in presenter.stage.timeline.caution.text()
    assert presenter.stage.timeline.caution.isVisible()


def test_hands_are_counted_the_answer_is_revealed_and_the_record_has_no_names(
    teacher: Teacher, clock: StandingClock
) -> None:
    presenter = teacher.begin("first_visit")
    teacher.go_to(presenter, "quiz")
    asked = presenter.progress.frame
    teacher.press(Key.Key_O, Key.Key_O, Key.Key_O, Key.Key_X)
    hidden = presenter.stage.slide.grab().toImage()
    assert not presenter.progress.revealed
    teacher.press(Key.Key_Space)
    assert presenter.progress.revealed
    assert presenter.progress.frame == asked
    assert presenter.stage.slide.grab().toImage() != hidden
    teacher.press(Key.Key_Return)
    assert presenter.progress.frame != asked
    clock.move(minutes=17)
    teacher.press(Key.Key_Escape)
    papers = teacher.shell.controller.sessions.papers
    assert papers is not None
    teacher.qtbot.keyClicks(papers.people, "12")
    taught = papers.taught
    assert (taught.minutes, taught.people) == (17, 12)
    assert [(hands.for_o, hands.for_x) for hands in taught.hands] == [(3, 1)]
    assert taught.hands[0].question_ko != taught.hands[0].question_en


def test_on_one_display_the_notes_say_how_many_hands_the_keys_counted(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    card = presenter.notes
    teacher.press(Key.Key_N)
    assert not card.hands.isVisible()
    teacher.go_to(presenter, "quiz")
    assert card.hands.isVisible()
    assert "O and X" in card.hands.text(), "nothing that was not counted is zero"
    teacher.press(Key.Key_O, Key.Key_O, Key.Key_X)
    assert card.hands.text() == "O 2 · X 1"
    teacher.press(Key.Key_Delete)
    teacher.press(Key.Key_Space)
    assert card.hands.text() == "hands not counted"


def test_on_one_display_a_key_shows_notes_and_clock_over_the_slide(
    teacher: Teacher, clock: StandingClock
) -> None:
    presenter = teacher.begin("first_visit")
    card, stage = presenter.notes, presenter.stage
    assert not presenter.view.isVisible()
    assert not card.isVisible()
    teacher.press(Key.Key_N)
    assert card.isVisible()
    assert stage.rect().contains(card.geometry())
    assert card.notes.toPlainText() == presenter.progress.frame.notes
    assert card.clock.text() == "21:04"
    clock.move(minutes=3)
    teacher.press(Key.Key_PageDown)
    assert card.notes.toPlainText() == presenter.progress.frame.notes
    assert presenter.progress.then is not None
    assert presenter.progress.then.heading in card.then.text()
    assert card.number.text() == f"Slide 2 of {len(presenter.progress.frames)}"
    assert card.elapsed.text() == "3 of 20 minutes"
    teacher.qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert presenter.progress.at == 1
    teacher.qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert presenter.progress.at == 2
    teacher.press(Key.Key_F4)
    assert not card.isVisible()
    # On a Korean keyboard in Hangul mode the same key writes a vowel.
    hangul = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ㅜ")
    QApplication.sendEvent(stage, hangul)
    assert card.isVisible()


def test_escape_ends_and_everything_of_the_session_is_gone(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    stage = presenter.stage
    teacher.press(Key.Key_F3, Key.Key_Escape)
    assert not stage.isVisible()
    assert teacher.shell.controller.sessions.presenter is None
    assert teacher.shell.window.isVisible()


def test_a_scripted_step_frames_its_control_in_a_fictional_diary(teacher: Teacher) -> None:
    presenter = teacher.begin("how_to_use")
    teacher.press(Key.Key_PageDown)
    guide, window = teacher.shell.controller.sessions.guide, teacher.shell.window
    assert not presenter.stage.isVisible()
    assert window.view is not None
    assert window.view.diary.demonstration == "mild"
    teacher.qtbot.waitUntil(lambda: guide.found)
    first = guide.light.place
    teacher.click(guide.card, "guide_next")
    assert presenter.progress.at == 2
    teacher.qtbot.waitUntil(lambda: guide.light.place != first)
    teacher.qtbot.keyClick(window, Key.Key_PageUp)
    assert presenter.progress.at == 1
    teacher.click(guide.card, "guide_end")
    assert not guide.card.isVisible()
    assert not guide.light.isVisible()


def test_the_key_for_notes_works_in_the_live_window_as_well(teacher: Teacher) -> None:
    presenter = teacher.begin("how_to_use")
    teacher.press(Key.Key_PageDown)
    guide, window, card = teacher.shell.controller.sessions.guide, teacher.shell.window, presenter.notes
    teacher.qtbot.waitUntil(lambda: guide.found)
    for key in (Key.Key_N, Key.Key_F4):
        teacher.qtbot.keyClick(window, key)
        assert card.isVisible()
        assert card.window() is window
        assert card.notes.toPlainText() == presenter.progress.frame.notes
        assert not card.geometry().intersects(guide.card.geometry())
        assert not card.geometry().intersects(guide.light.place.adjusted(4, 4, -4, -4))
        teacher.qtbot.keyClick(window, key)
        assert not card.isVisible()
    teacher.qtbot.keyClick(window, Key.Key_N)
    teacher.qtbot.keyClick(window, Key.Key_Home)
    assert card.window() is presenter.stage
    assert card.isVisible()


def test_the_notes_of_an_earlier_session_do_not_come_into_the_live_window(teacher: Teacher) -> None:
    teacher.begin("first_visit")
    presenter = teacher.begin("how_to_use")
    teacher.press(Key.Key_PageDown)
    guide, window = teacher.shell.controller.sessions.guide, teacher.shell.window
    teacher.qtbot.waitUntil(lambda: guide.found)
    teacher.qtbot.waitUntil(lambda: window.findChildren(QWidget, "notes_card") == [presenter.notes])


def test_one_minute_is_one_minute_on_the_presenters_side() -> None:
    assert elapsed_words(translator("en"), 0, 1) == "0 of 1 minute"
    assert elapsed_words(translator("en"), 1, 0) == "1 minute"
    assert elapsed_words(translator("ko"), 1, 20) == "20분 중 1분"


def test_a_control_that_is_not_there_is_said_and_passed_over(teacher: Teacher) -> None:
    from dataclasses import replace

    presenter = teacher.begin("how_to_use")
    guide = teacher.shell.controller.sessions.guide
    teacher.go_to(presenter, "control")
    step = presenter.progress.frame
    assert step.control is not None
    gone = replace(step, control=replace(step.control, control="was_here_once"))
    screen = teacher.shell.window.screen()
    guide.point(gone, 1, 11, "mild", screen, teacher.shell.window.context.tr)
    assert not guide.found
    assert "next step" in guide.words.text()


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_room_for_its_words_at_28_points(
    qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    library, tr = Library(), translator(language)
    painter = SlidePainter(Display(*size, 96.0), library, tr, LIGHT)
    assert 28.0 <= painter.display.least * size[1] / HEIGHT * 72 / 96 < 28.6
    for session in ready_sessions():
        for frame in deck(session, library, tr, painter.fits):
            if frame.question is None:
                assert painter.fits(frame), (session.id, frame.heading, frame.lines)
