"""Each view of every page at both ends of what is supported: no words are cut, nothing lies on another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.widgets.labels import NoteLabel
from tests.ui.frame.test_reach import NAMES, SMALL, Clock, called, cut_words, show
from tests.ui.shell import Shell, told_diary

LOOKS = [(1.0, (1366, 768)), (1.5, (1366, 768)), (2.0, SMALL)]
# What chooses a view stands in the head of a page.
_HEAD = 90


@pytest.fixture(scope="module", params=["ko", "en"])
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A language, and the longer demonstration diary in it, made once for all pages."""
    return request.param, told_diary(tmp_path_factory.mktemp("story"), "nephritis", request.param)


@pytest.fixture
def shell(story: tuple[str, Path], qtbot: QtBot, tmp_path: Path, clock: Clock) -> Shell:
    language, path = story
    made = Shell(tmp_path, clock, language)
    qtbot.addWidget(made.window)
    made.show_told(path)
    return made


@pytest.mark.parametrize("name", [*NAMES, "compare"])
@pytest.mark.parametrize(("scale", "size"), LOOKS, ids=str)
def test_no_words_of_a_view_are_cut_and_nothing_lies_on_another(
    qtbot: QtBot, shell: Shell, name: str, scale: float, size: tuple[int, int]
) -> None:
    shell.window.resize(*size)
    shell.window.context.theme.set_scale(scale)
    page = show(shell, name)

    def whole() -> None:
        shown = [each for each in page.findChildren(QWidget) if each.isVisible()]
        assert [cut for each in shown if (cut := cut_words(each))] == []
        assert list(overlaps(shown)) == []

    for choice in [None, *views(page)]:
        if choice is not None:
            choice.click()
        # What a worker draws finds its room when it is there.
        qtbot.waitUntil(whole)


@pytest.mark.parametrize("name", NAMES)
def test_every_note_of_a_page_can_show_its_sign(shell: Shell, name: str) -> None:
    notes = [each for each in show(shell, name).findChildren(QLabel) if each.property("role") == "note"]
    assert [called(each) for each in notes if not isinstance(each, NoteLabel)] == []


def views(page: QWidget) -> list[QAbstractButton]:
    """The buttons in the head of a page that choose one of its views."""
    return [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible()
        and each.isCheckable()
        and not each.isChecked()
        and each.mapTo(page, QPoint(0, 0)).y() < _HEAD
    ]


def used(widget: QWidget) -> QRect:
    """Where a widget draws in its parent: a label may keep an edge free for what stands there."""
    inner = widget.contentsRect() if isinstance(widget, QLabel) else widget.rect()
    return inner.translated(widget.pos())


def overlaps(shown: list[QWidget]) -> Iterator[str]:
    """Words and controls of one parent that lie on one another."""
    kinds = QLabel | QAbstractButton | QLineEdit | QComboBox
    of_parent: dict[QWidget, list[QWidget]] = {}
    for each in shown:
        parent = each.parentWidget()
        if parent is not None and isinstance(each, kinds) and not isinstance(parent, kinds):
            of_parent.setdefault(parent, []).append(each)
    for brothers in of_parent.values():
        for one, other in combinations(brothers, 2):
            common: QRect = used(one) & used(other)
            if common.width() > 1 and common.height() > 1:
                yield f"{called(one)} on {called(other)}: {common.getRect()}"
