"""Every ready session walked from its first screen to its last and back, with a clicker’s keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMargins, QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.education.sessions.frames import Frame
from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.ui.presenter.presenter import Presenter
from lupusdiary.ui.presenter.spotlight import framed, scrolling
from lupusdiary.ui.presenter.stage.keys import SessionAction
from tests.ui.teaching import Teacher

Key = Qt.Key
IDS = [each.id for each in ready_sessions()]


@pytest.fixture
def teacher(qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime]) -> Teacher:
    return Teacher(qtbot, tmp_path, clock)


def press(teacher: Teacher, presenter: Presenter, key: Qt.Key) -> None:
    """Presses a key where the audience theme: on the slide, or on the live window."""
    leads = teacher.shell.controller.sessions.guide.leads
    teacher.qtbot.keyClick(teacher.shell.window if leads else presenter.stage, key)
    teacher.wait_for_timeline(presenter)


def seen(teacher: Teacher, presenter: Presenter) -> Frame:
    """What the audience sees, and that it is really there."""
    frame, guide = presenter.progress.frame, teacher.shell.controller.sessions.guide
    assert guide.leads is (frame.control is not None)
    assert presenter.stage.isVisible() is (frame.control is None)
    assert presenter.stage.shows_timeline is (frame.kind == "timeline")
    if frame.control is None:
        assert presenter.stage.slide.frame == frame
    return frame


@pytest.mark.parametrize("id", IDS)
def test_a_clicker_leads_from_the_first_screen_to_the_last_and_back(teacher: Teacher, id: str) -> None:
    presenter = teacher.begin(id)
    frames = presenter.progress.frames
    there = [seen(teacher, presenter)]
    while presenter.progress.at < len(frames) - 1:
        press(teacher, presenter, Key.Key_PageDown)
        if (now := seen(teacher, presenter)) != there[-1]:
            there.append(now)
    assert there == frames
    back = [seen(teacher, presenter)]
    while presenter.progress.at > 0:
        press(teacher, presenter, Key.Key_PageUp)
        if (now := seen(teacher, presenter)) != back[-1]:
            back.append(now)
    assert back == frames[::-1]
    press(teacher, presenter, Key.Key_Escape)
    assert teacher.shell.controller.sessions.presenter is None


@pytest.mark.parametrize("id", IDS[:4])
def test_on_every_screen_the_language_the_timeline_and_black_come_back_to_it(
    teacher: Teacher, id: str
) -> None:
    presenter = teacher.begin(id)
    progress = presenter.progress
    for at in range(0, len(progress.frames), 3):
        progress.go_to(at)
        presenter.do(SessionAction.NO_HANDS)
        before = progress.frame
        teacher.press(Key.Key_F2)
        assert progress.frame.place == before.place
        assert presenter.language == "ko"
        teacher.press(Key.Key_F2)
        assert progress.frame == before
        teacher.press(Key.Key_F3)
        assert presenter.stage.shows_timeline is (before.kind != "timeline")
        teacher.press(Key.Key_F3)
        assert seen(teacher, presenter) == before
        for key in (Key.Key_B, Key.Key_Period):
            teacher.press(key)
            assert presenter.stage.slide.black
            teacher.press(Key.Key_F5)
            assert seen(teacher, presenter) == before


@pytest.mark.parametrize(
    ("language", "scale", "size"), [("ko", 1.0, (1180, 760)), ("en", 2.0, (1093, 614))], ids=str
)
def test_every_scripted_step_frames_its_control_beside_its_words(
    teacher: Teacher, language: str, scale: float, size: tuple[int, int]
) -> None:
    window, context = teacher.shell.window, teacher.shell.window.context
    context.ui_language.switch(language)
    context.theme.set_scale(scale)
    window.resize(*size)
    presenter = teacher.begin("how_to_use")
    press(teacher, presenter, Key.Key_PageDown)
    guide = teacher.shell.controller.sessions.guide
    for frame in presenter.progress.controls:
        assert presenter.progress.frame == frame
        assert frame.control is not None
        name = frame.control.control
        teacher.qtbot.waitUntil(lambda: guide.found)
        settle()
        target = window.view.page(frame.control.page).findChild(QWidget, name)  # type: ignore[union-attr]
        target = target or window.findChild(QWidget, name)
        assert target.isVisible()
        place = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        for area in scrolling(target):
            place &= QRect(area.viewport().mapTo(window, QPoint(0, 0)), area.viewport().size())
        assert guide.light.place.contains(place & window.rect().adjusted(4, 4, -4, -4)), name
        assert not guide.light.place.intersects(guide.card.geometry()), name
        assert window.rect().contains(guide.card.geometry()), name
        # What is to be pressed is seen; a row says its warning below that.
        pressed = getattr(target, "answer", target)
        middle = pressed.mapTo(window, pressed.rect().center())
        # In so small a window not every control is seen whole.
        assert guide.light.place.contains(middle) or place.height() < target.height(), name
        assert context.theme.scale >= 1.5
        assert guide.words.text() == frame.control.say(context.tr)
        assert guide.words.height() >= guide.words.heightForWidth(guide.words.width()), name
        press(teacher, presenter, Key.Key_PageDown)


def test_the_live_window_speaks_with_the_slides_and_then_its_own_language_again(teacher: Teacher) -> None:
    language = teacher.shell.window.context.ui_language
    presenter = teacher.begin("how_to_use")
    press(teacher, presenter, Key.Key_PageDown)
    guide, step = teacher.shell.controller.sessions.guide, presenter.progress.frame
    press(teacher, presenter, Key.Key_F2)
    assert language.code == presenter.language == "ko"
    assert presenter.progress.frame.place == step.place
    assert guide.words.text() == step.control.say_ko  # type: ignore[union-attr]
    teacher.qtbot.waitUntil(lambda: guide.found)
    press(teacher, presenter, Key.Key_Escape)
    assert language.code == "en"
    assert teacher.shell.preferences.word("language") != "ko"


def test_closing_the_window_ends_what_is_presented(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    stage = presenter.stage
    teacher.shell.window.close()
    assert not stage.isVisible()
    assert teacher.shell.controller.sessions.presenter is None


def test_closing_the_slides_ends_the_session_and_shows_the_record(teacher: Teacher) -> None:
    presenter = teacher.begin("first_visit")
    presenter.stage.close()
    assert teacher.shell.controller.sessions.presenter is None
    assert teacher.shell.controller.sessions.papers is not None


def held(presenter: Presenter, teacher: Teacher, name: str) -> QWidget:
    """Pages on to the step of that control, and returns the control."""
    window = teacher.shell.window
    while (step := presenter.progress.frame.control) is None or step.control != name:
        press(teacher, presenter, Key.Key_PageDown)
    settle()
    target: QWidget = window.view.page(step.page).findChild(QWidget, name)  # type: ignore[union-attr]
    assert target.isVisible()
    return target


def settle() -> None:
    """Lets everything that is due happen."""
    for _ in range(4):
        QCoreApplication.processEvents()


def test_the_frame_goes_with_its_control_at_the_moment_a_late_layout_moves_it(teacher: Teacher) -> None:
    presenter = teacher.begin("how_to_use")
    guide, window = teacher.shell.controller.sessions.guide, teacher.shell.window
    target = held(presenter, teacher, "row_fatigue")
    before, late = framed(target, window), next(scrolling(target)).widget().layout()
    assert guide.light.place == before
    # What is ready late: no timer may run between the layout and the look at the frame.
    late.setContentsMargins(late.contentsMargins() + QMargins(0, 10, 0, 0))
    late.activate()
    assert framed(target, window) != before
    assert guide.light.place == framed(target, window)


def test_what_a_late_layout_pushes_out_of_sight_is_scrolled_there_again(teacher: Teacher) -> None:
    teacher.shell.window.resize(1000, 620)
    presenter = teacher.begin("how_to_use")
    guide, window = teacher.shell.controller.sessions.guide, teacher.shell.window
    target = held(presenter, teacher, "row_fatigue")
    late = next(scrolling(target)).widget().layout()
    late.setContentsMargins(late.contentsMargins() + QMargins(0, 900, 0, 900))
    settle()
    assert not framed(target, window).isEmpty()
    assert guide.light.place == framed(target, window)
    assert not guide.card.geometry().contains(framed(target, window).center())


def test_who_scrolls_is_followed_by_the_frame_and_not_scrolled_back(teacher: Teacher) -> None:
    teacher.shell.window.resize(1000, 620)
    presenter = teacher.begin("how_to_use")
    guide, window = teacher.shell.controller.sessions.guide, teacher.shell.window
    target = held(presenter, teacher, "row_fatigue")
    # A change of the text size is laid out in several turns.
    settle()
    settle()
    bar = next(area.verticalScrollBar() for area in scrolling(target) if area.verticalScrollBar().maximum())
    chosen = bar.value() + 30 if bar.value() + 30 <= bar.maximum() else bar.value() - 30
    bar.setValue(chosen)
    assert guide.light.place == framed(target, window)
    settle()
    assert bar.value() == chosen
