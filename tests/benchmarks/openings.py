"""What it takes from a click on the rail to the painted page: the first time, and later times."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from lupusdiary.app import page_factories
from tests.benchmarks.spent import Spent, best, spent
from tests.benchmarks.windows import opened, settle

# A machine that others use too: the best of several says what the work itself takes.
_WINDOWS, _TURNS = 3, 7
PAGES = tuple(page_factories())


def page_openings(path: Path) -> dict[str, tuple[Spent, Spent]]:
    """By page: the best of the first openings, each in a window of its own, and of the later ones."""
    first: dict[str, list[Spent]] = {name: [] for name in PAGES}
    again: dict[str, list[Spent]] = {name: [] for name in PAGES}
    for _ in range(_WINDOWS):
        with opened(path) as (window, view):
            settle(600)

            def show(name: str) -> None:
                view.show_start(name)
                QApplication.processEvents()
                window.repaint()

            for name in PAGES:
                view.show_start("urgent" if name != "urgent" else "settings")
                _rest()
                if name == "today":
                    # It is there already when the window opens: a page that was left counts as its first.
                    view.page(name).new_day()
                first[name].append(spent(lambda name=name: show(name)))
                _rest()
            for name in PAGES * _TURNS:
                view.show_start("urgent" if name != "urgent" else "settings")
                _rest()
                again[name].append(spent(lambda name=name: show(name)))
    return {name: (best(first[name]), best(again[name])) for name in PAGES}


def _rest() -> None:
    """What workers found is taken before the next page is measured."""
    QThreadPool.globalInstance().waitForDone(30_000)
    QApplication.processEvents()
