"""What the calendar takes: painting a month and a year, and going to another one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from lupusdiary.ui.base.route import Route
from lupusdiary.ui.calendar.day_view import MONTH, YEAR
from lupusdiary.ui.calendar.page import CalendarPage
from tests.benchmarks.spent import Spent, median_of
from tests.benchmarks.windows import opened, settle

_TRIES = 15


def calendar_paints(path: Path) -> list[tuple[str, Spent, float]]:
    """Each piece of work: its name, the median, and its budget in milliseconds."""
    found: list[tuple[str, Spent, float]] = []
    with opened(path) as (_, view):
        view.show_route(Route("calendar"))
        page = view.page("calendar")
        assert isinstance(page, CalendarPage)
        page.view.item.setCurrentIndex(page.view.item.findData("fatigue"))
        for code in (MONTH, YEAR):
            page.switch.buttons[code].click()
            settle(300)
            found.append((f"painting a {code}", median_of(page.table.viewport().repaint, _TRIES), 30))

            def turned() -> None:
                page.turn(-1)
                QApplication.processEvents()

            found.append((f"going to another {code}", median_of(turned, _TRIES), 100))
    return found
