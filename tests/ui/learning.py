"""The Learn page in front of a person: opened, waited for, read and clicked."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.learn.page import LearnPage
from lupusdiary.ui.learn.reader.own_results import OwnResults
from lupusdiary.ui.widgets.rich_button import RichButton
from tests.ui.daily import Daily, child
from tests.ui.shell import Person

W = TypeVar("W", bound=QWidget)
KIDNEYS = "lupus_nephritis"


def reader(daily: Daily) -> Daily:
    """Somebody who answers the prompts."""
    around = daily.around
    daily.around = UiContext(around.ui_language, around.theme, Person(), around.preferences)
    return daily


def person(daily: Daily) -> Person:
    assert isinstance(daily.around.prompts, Person)
    return daily.around.prompts


def shown(daily: Daily, width: int = 1093, height: int = 614) -> LearnPage:
    """The page with the library read."""
    page = daily.show(LearnPage, width, height)
    daily.qtbot.waitUntil(lambda: page.library is not None)
    QApplication.processEvents()
    return page


def opened(daily: Daily, id: str = KIDNEYS, anchor: str | None = None) -> LearnPage:
    """The page with an article on it."""
    page = shown(daily)
    page.visit(Route("learn", article=id, anchor=anchor))
    QApplication.processEvents()
    QApplication.processEvents()
    return page


def row_name(page: LearnPage, id: str) -> str:
    """What a screen reader says of an article's first row."""
    articles = page.list.articles
    at = articles.model.place_of(id)
    assert at is not None
    return str(articles.model.index(at).data(Qt.ItemDataRole.AccessibleTextRole))


def open_row(page: LearnPage, id: str) -> None:
    """Marks an article in the list, and opens it with Enter."""
    articles = page.list.articles
    articles.mark(id)
    articles.view.setFocus()
    QTest.keyClick(articles.view, Qt.Key.Key_Return)
    QApplication.processEvents()


def seen(page: LearnPage, kind: type[W], name: str) -> W:
    """A control of the article, scrolled to."""
    widget = child(page.reader, kind, name)
    page.reader._scroll.ensureWidgetVisible(widget)
    QApplication.processEvents()
    return widget


def click(daily: Daily, page: LearnPage, name: str) -> None:
    """Clicks a button of the article, wherever it is."""
    daily.click(seen(page, QPushButton, name))


def look_for(daily: Daily, page: LearnPage, words: str) -> list[RichButton]:
    """Types into the search and waits for what it finds."""
    field = page.list.search
    field.setFocus()
    field.selectAll()
    # As an input method would: no keyboard has keys for syllables.
    field.insert(words)
    daily.qtbot.waitUntil(lambda: page.list._searching.is_ready)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    return page.list.results.rows


def tiles(values: OwnResults) -> list[QFrame]:
    """The tiles of a person's own results, one a test."""
    return [each for each in values.findChildren(QFrame) if each.property("role") == "result_tile"]
