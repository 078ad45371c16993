"""The steps of a playlist are read whole: a long one goes on in the next line."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.presenter.step_label import step_list


def test_a_long_step_takes_two_lines_and_nothing_scrolls_sideways(qtbot: QtBot) -> None:
    steps = step_list("playlist_steps")
    qtbot.addWidget(steps)
    steps.setStyleSheet(Theme("light").sheet())
    long = "What is lupus?: What happens in lupus?, Can others catch it? Is it cancer?, How does it behave?"
    for words in ("Timeline", long):
        steps.addItem(QListWidgetItem(words))
    steps.resize(420, 300)
    steps.show()
    short_row, long_row = (steps.visualItemRect(steps.item(at)) for at in range(2))
    assert long_row.height() > short_row.height()
    assert long_row.width() <= steps.viewport().width()
    assert steps.horizontalScrollBar().maximum() == 0
