"""The live timeline on the projector: all of it 28 pt, nothing cut off, panels in turn where they must."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lupusdiary.charts.fonts import width
from lupusdiary.education.sessions.session import TimelineStep
from lupusdiary.education.sessions.session_file import ready_sessions
from tests.ui.teaching import Teacher

STEPS = [
    (each.id, step)
    for each in ready_sessions()
    for step in each.steps
    if isinstance(step, TimelineStep)
]  # fmt: skip
SIZES = [(1920, 1080), (1280, 720), (1024, 768)]
Key = Qt.Key


@pytest.fixture
def teacher(qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime]) -> Teacher:
    return Teacher(qtbot, tmp_path, clock)


def show(teacher: Teacher, id: str, size: tuple[int, int], language: str) -> None:
    """Goes to the timeline of a session on a display of this size."""
    presenter = teacher.begin(id)
    if presenter.language != language:
        teacher.press(Key.Key_F2)
    teacher.go_to(presenter, "timeline")
    presenter.stage.showNormal()
    presenter.stage.resize(*size)
    teacher.qtbot.waitUntil(lambda: presenter.stage.timeline.size().toTuple() == size)
    chart = presenter.stage.timeline.chart
    teacher.qtbot.waitUntil(lambda: chart.ready)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("id", [id for id, _ in STEPS])
def test_every_word_of_the_timeline_is_28_points_and_inside_the_display(
    teacher: Teacher, id: str, size: tuple[int, int], language: str
) -> None:
    show(teacher, id, size, language)
    presenter = teacher.shell.controller.sessions.presenter
    assert presenter is not None
    timeline = presenter.stage.timeline
    chart, room = timeline.chart, timeline._scroll.viewport()
    shown = True
    while shown:
        teacher.qtbot.waitUntil(lambda: chart.height() <= room.height())
        for label in filter(QLabel.isVisible, timeline.findChildren(QLabel)):
            assert label.font().pointSizeF() >= 28, label.objectName()
            assert label.heightForWidth(label.width()) <= label.height() + 1, label.text()
        drawn = chart.drawn
        assert drawn is not None
        points, (wide, high) = 11 * drawn.screen.scale, drawn.screen.size
        assert points >= 28
        boxes = [
            (w, QRectF(w.left, w.base, width(w.words, points, w.bold), points / 72 * 0.7))
            for w in drawn.picture.written
        ]
        for word, box in boxes:
            assert QRectF(0, 0, wide + 0.01, high).contains(box), word
        for (one, a), (other, b) in combinations(boxes, 2):
            assert not a.intersects(b), (one, other)
        shown = timeline.turn(1)


def test_the_story_is_told_in_the_language_of_the_slides(teacher: Teacher) -> None:
    presenter = teacher.begin(STEPS[0][0])
    teacher.go_to(presenter, "timeline")
    told = []
    for _ in range(3):
        diary = presenter.stage.timeline._diary
        assert diary is not None
        told.append((presenter.language, diary.demonstration_language))
        teacher.press(Key.Key_F2)
    assert all(of_slides == of_story for of_slides, of_story in told)
    assert {of_slides for of_slides, _ in told} == {"ko", "en"}


def test_the_clicker_goes_through_all_panels_and_then_on(teacher: Teacher) -> None:
    show(teacher, "kidneys_and_laboratory", (1280, 720), "en")
    presenter = teacher.shell.controller.sessions.presenter
    assert presenter is not None
    chart, seen = presenter.stage.timeline.chart, []
    while presenter.progress.frame.kind == "timeline":
        seen += [panel.code for panel in chart.shown.panels]
        teacher.press(Key.Key_PageDown)
    assert seen == ["upcr", "c3", "anti_dsdna"]
    teacher.press(Key.Key_PageUp, Key.Key_Down, Key.Key_Up)
    assert presenter.progress.frame.kind == "timeline"
    assert [panel.code for panel in chart.shown.panels] == ["upcr", "c3"]
    assert presenter.stage.timeline.readout.text().endswith("1/2")


def test_zooming_stays_while_the_panels_are_turned(teacher: Teacher) -> None:
    show(teacher, "kidneys_and_laboratory", (1280, 720), "en")
    presenter = teacher.shell.controller.sessions.presenter
    assert presenter is not None
    chart = presenter.stage.timeline.chart
    whole = chart.shown.period
    teacher.press(Key.Key_Plus)
    teacher.qtbot.waitUntil(lambda: chart.shown.period != whole)
    near = chart.shown.period
    teacher.press(Key.Key_PageDown)
    assert chart.shown.period == near
    assert [panel.code for panel in chart.shown.panels] == ["anti_dsdna"]
