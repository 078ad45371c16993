"""The page for the doctor in front of a person: built, waited for, pressed and read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Profile, Visit
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.visit.page import VisitPage
from tests.report import pdf_text
from tests.ui.daily import Daily, child
from tests.ui.shell import Person

TODAY = date(2026, 11, 22)
NAME = "김가상"


def patient(daily: Daily) -> Daily:
    """Somebody with a name, a visit forty days ago and three recorded days, who answers the prompts."""
    around = daily.around
    daily.around = UiContext(around.ui_language, around.theme, Person(), around.preferences)
    diary = daily.diary
    diary.profile.set(Profile(NAME, date(1981, 3, 2), "female", "LD-00417"))
    diary.visits.add(Visit(TODAY - timedelta(days=40)))
    for days in (0, 3, 60):
        diary.days.record(TODAY - timedelta(days=days), "fatigue", 6)
    return daily


def person(daily: Daily) -> Person:
    assert isinstance(daily.around.prompts, Person)
    return daily.around.prompts


def shown(daily: Daily, make: Callable[[Diary, UiContext], VisitPage] = VisitPage) -> VisitPage:
    page = daily.show(make)
    settle(daily, page)
    return page


def settle(daily: Daily, page: VisitPage) -> None:
    """Waits until the page that is wanted now can be saved."""
    daily.qtbot.waitUntil(lambda: page.save_print.save.isEnabled())


def text(page: VisitPage) -> str:
    return pdf_text.text(page.preview.pdf)


def press(daily: Daily, page: VisitPage, kind: type[QWidget], name: str) -> None:
    """Clicks a control, wherever the column is scrolled to, and waits for the new page."""
    widget = child(page, kind, name)
    page._left.ensureWidgetVisible(widget)
    if isinstance(widget, QCheckBox):
        # A tick box takes clicks on its box and words, not on the empty line behind them.
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(20, widget.height() // 2))
    else:
        daily.click(widget)
    settle(daily, page)
