"""The views of a page stand in one bar, or as chips where it has no room; a changed role has its room."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.chip import Chip, Joined
from lupusdiary.ui.widgets.labels import plain_label, set_role


def _bar(qtbot: QtBot, width: int) -> tuple[QWidget, Joined, list[Chip]]:
    window = QWidget()
    qtbot.addWidget(window)
    Theme("light").apply_to(window)
    chips = [Chip(name, window) for name in ("now", "past", "events", "flares")]
    for chip in chips:
        chip.setText(f"What is {chip.objectName()}")
    bar = Joined(chips)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addStretch(1)
    window.resize(width, 300)
    window.show()
    QApplication.processEvents()
    return window, bar, chips


def test_views_touch_one_another_in_a_bar(qtbot: QtBot) -> None:
    _window, bar, chips = _bar(qtbot, 900)
    assert bar.joined
    assert [chip.property("role") for chip in chips] == ["segment"] * 4
    for before, after in pairwise(chips):
        assert after.x() == before.x() + before.width()
    assert len({chip.y() for chip in chips}) == 1


def test_where_they_have_no_room_they_flow_on_as_chips(qtbot: QtBot) -> None:
    window, bar, chips = _bar(qtbot, 300)
    assert not bar.joined
    assert [chip.property("role") for chip in chips] == ["chip"] * 4
    assert len({chip.y() for chip in chips}) > 1
    assert all(chip.geometry().right() <= bar.width() for chip in chips)
    window.resize(900, 300)
    QApplication.processEvents()
    assert bar.joined
    assert len({chip.y() for chip in chips}) == 1


def test_a_label_that_takes_another_look_finds_the_room_of_its_frame_again(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Theme("light").apply_to(window)
    label = plain_label("")
    label.setText("Backups are only on this computer.")
    QVBoxLayout(window).addWidget(label)
    window.show()
    before = label.heightForWidth(300)
    set_role(label, "read")
    assert label.heightForWidth(300) >= before + 6
