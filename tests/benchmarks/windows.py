"""The program's window for measuring, and what a person does with the timeline in it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from lupusdiary.app import build
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import SheetRow, SheetTemplate
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.chart.span import Span
from lupusdiary.ui.controller import AppController
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.learn.page import LearnPage
from lupusdiary.ui.timeline.page import TimelinePage
from lupusdiary.ui.today.choice_cells import Cell
from lupusdiary.ui.today.page import TodayPage
from tests.benchmarks.diaries import NOW
from tests.benchmarks.spent import Spent, median, spent

# A laboratory of which nothing is known but what it prints.
SHEET_OF = "60 rows"


def settle(milliseconds: int) -> None:
    """Lets workers report and the window paint."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def opened(path: Path) -> Iterator[tuple[Window, DiaryView]]:
    """The window on a diary, 1440 by 900."""
    with opened_with_controller(path) as (window, _):
        assert window.view is not None
        yield window, window.view


@contextmanager
def opened_with_controller(path: Path) -> Iterator[tuple[Window, AppController]]:
    """The window on a diary with its controller."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        window, controller = build(
            Preferences(home / "preferences.json"), Prompts(), "ko", path, home / "stories", lambda: NOW
        )
        window.resize(1440, 900)
        window.show()
        controller.enter(path)
        yield window, controller
        window.close()
        settle(50)


def score_clicks(path: Path) -> Spent:
    """How long the window is blocked by the longest of some clicks on the cells of the first item."""
    with opened(path) as (_, view):
        page = view.page("today")
        assert isinstance(page, TodayPage)
        settle(600)
        cells = page.items.row("fatigue").answer.findChildren(Cell)
        found = []
        for cell in cells[1:] * 2:
            found.append(spent(cell.click))
            settle(1)
        return max(found)


def timeline_frames(path: Path) -> list[tuple[str, Spent]]:
    """The medians of changing the range, of a frame while dragging, and of hovering."""
    with opened(path) as (_, view):
        view.show_route(Route("timeline"))
        page = view.page("timeline")
        assert isinstance(page, TimelinePage)
        settle(2500)
        canvas = page.chart

        def painted(work: Callable[[], object]) -> Spent:
            return spent(lambda: (work(), canvas.repaint()))

        ranges = [
            painted(lambda name=name: page.choose_range(name)) for name in ("five", "all", "year", "all") * 2
        ]
        left, right = canvas.bounds.start, canvas.bounds.end
        frames = []
        for step in range(1, 25):
            span = Span.of(Period(left + timedelta(days=step * 9), right - timedelta(days=step * 5)))
            frames.append(painted(lambda span=span: canvas.move_to(span)))
        page.choose_range("all")
        settle(300)
        days = [left + (right - left) * part / 40 for part in range(1, 40)]
        hovers = [painted(lambda day=day: canvas.point(day)) for day in days]
        return [
            ("change of range", median(ranges)),
            ("pan and zoom frame", median(frames)),
            ("hover", median(hovers)),
        ]


# Consonants, a Korean word, one with a slip, an English one and one with a slip: typed sign by sign.
QUERIES = (
    *("ㄹㅍㅅㅅㅇ", "오늘은 조금", "단백료", "kidney biopsy", "protienuria", "ㅅㅌㄹㅇㄷ"),
    *("임신해도 되나요", "다리가 부어요", "plaquinel", "chest pain"),
)


def search_keys(path: Path) -> tuple[list[Spent], Spent]:
    """What it takes from each key in the search of Learn until the marked hits are painted, and what the
    same keys take in a field that searches nothing."""
    with opened(path) as (window, view):
        view.show_route(Route("learn"))
        page = view.page("learn")
        assert isinstance(page, LearnPage)
        settle(3000)
        page.list.look_for("x")
        settle(8000)
        assert page.list.results.isVisible()
        floor = QLineEdit(page)
        floor.setGeometry(20, 20, 300, 40)
        floor.show()
        floors = _typed(floor, window)
        floor.hide()
        return _typed(page.list.search, window), median(floors)


def _typed(field: QLineEdit, window: Window) -> list[Spent]:
    field.setFocus()
    found = []
    for query in QUERIES:
        field.clear()
        settle(30)
        for sign in query:
            # No keyboard has keys for syllables: an input method hands them over.
            ascii_key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
            composed = QInputMethodEvent()
            composed.setCommitString(sign)
            key = ascii_key if sign.isascii() else composed
            found.append(spent(lambda key=key: _pressed(field, key, window)))
    return found


def _pressed(field: QLineEdit, key: QEvent, window: Window) -> None:
    QApplication.sendEvent(field, key)
    QApplication.processEvents()
    window.repaint()


def sheet_openings(path: Path, rows: int) -> tuple[Spent, Spent]:
    """What it takes from the button to the painted laboratory sheet: the first time, and the median of
    later times."""
    with opened(path) as (_, view):
        page = view.page("labs")
        assert isinstance(page, LabsPage)
        tests = page.diary.labs.catalogue().all[:rows]
        page.diary.labs.set_sheet(SheetTemplate(SHEET_OF, tuple(SheetRow(each.id) for each in tests)))
        view.show_route(Route("labs"))
        settle(200)
        found = []
        for _ in range(6):
            found.append(spent(lambda: _open_sheet(page)))
            page.form.discard.click()
        return found[0], median(found[1:])


def _open_sheet(page: LabsPage) -> None:
    page.form.begin(SHEET_OF)
    page.stack.setCurrentWidget(page.form)
    QApplication.processEvents()
