"""The month to choose a day from says its name as the language does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.ui.widgets.month_calendar import MonthCalendar


@pytest.mark.parametrize(
    ("language", "words"), [("ko_KR", ["2026년", "11월"]), ("en_GB", ["November", "2026"])]
)
def test_the_year_stands_before_the_month_in_korean(qtbot: QtBot, language: str, words: list[str]) -> None:
    month = MonthCalendar()
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


def test_a_day_that_cannot_be_chosen_looks_so(qtbot: QtBot) -> None:
    month = MonthCalendar()
    qtbot.addWidget(month)
    palette = month.palette()
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, QColor("#ff0000"))
    month.setPalette(palette)
    month.setMinimumDate(QDate(2026, 11, 3))
    month.setMaximumDate(QDate(2026, 11, 28))
    month.setSelectedDate(QDate(2026, 11, 10))
    month.show()
    red = QColor("#ff0000").rgb()

    def painted_red(day: int) -> bool:
        cell = QImage(60, 40, QImage.Format.Format_RGB32)
        cell.fill(Qt.GlobalColor.white)
        painter = QPainter(cell)
        # Whole strokes in every font that a test before may have set: a thin 1 has no pixel of pure red else.
        font = painter.font()
        font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
        painter.setFont(font)
        month.paintCell(painter, cell.rect(), QDate(2026, 11, day))
        painter.end()
        return any(cell.pixel(x, y) == red for x in range(60) for y in range(40))

    assert [day for day in range(1, 31) if painted_red(day)] == [1, 2, 29, 30]
