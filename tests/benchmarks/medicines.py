"""What the page of medicines takes: filling it anew, in a short and in a very long diary."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from lupusdiary.ui.base.route import Route
from lupusdiary.ui.treatment.page import TreatmentPage
from tests.benchmarks.spent import Spent, median_of
from tests.benchmarks.windows import opened, settle

_TRIES = 9


def medicine_fills(path: Path) -> list[tuple[str, Spent, float]]:
    """Each piece of work: its name, the median, and its budget in milliseconds."""
    with opened(path) as (_, view):
        view.show_route(Route("treatment"))
        page = view.page("treatment")
        assert isinstance(page, TreatmentPage)
        settle(2000)

        def filled() -> None:
            page.restyle()
            QApplication.processEvents()

        def searched() -> None:
            page.search.setText("" if page.search.text() else "ㅅㄹㄷ")
            QApplication.processEvents()

        return [
            ("filling the page", median_of(filled, _TRIES), 100),
            ("a letter in its search", median_of(searched, _TRIES), 100),
        ]
