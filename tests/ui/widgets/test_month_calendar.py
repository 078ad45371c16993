"""The month to choose a day from says its name as the language does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.ui.widgets.month_calendar import SmallMonth


@pytest.mark.parametrize(
    ("language", "words"), [("ko_KR", ["2026년", "11월"]), ("en_GB", ["November", "2026"])]
)
def test_the_year_stands_before_the_month_in_korean(qtbot: QtBot, language: str, words: list[str]) -> None:
    month = SmallMonth()
    qtbot.addWidget(month)
    month.setLocale(QLocale(language))
    month.setSelectedDate(QDate(2026, 12, 5))
    month.show()
    month.showPreviousMonth()
    names = ("qt_calendar_monthbutton", "qt_calendar_yearbutton")
    buttons = [month.findChild(QToolButton, name) for name in names]
    month.grab()
    found = sorted(buttons, key=lambda button: button.x())
    assert [button.text() for button in found] == words
