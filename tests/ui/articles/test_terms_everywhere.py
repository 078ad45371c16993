"""A word of the glossary is explained by pointer, click and key, wherever it is underlined: in an article, on
the Labs page (the table and the course of a test), on the timeline and beside the page for the doctor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.ui.articles.term_label import TermLabel
from lupusdiary.ui.articles.term_popup import TermPopup
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.timeline.page import TimelinePage
from lupusdiary.ui.widgets.labels import RichLabel
from tests.conftest import StandingClock
from tests.ui.daily import Daily
from tests.ui.learn.test_reader import popups
from tests.ui.learning import KIDNEYS, opened, reader
from tests.ui.visiting import patient, settle
from tests.ui.visiting import shown as visit_shown

Key = Qt.Key
Place = tuple[Page, RichLabel]


def article(daily: Daily) -> Place:
    page = opened(daily, KIDNEYS)
    assert page.reader.text is not None
    label = page.reader.text.stops[0]
    page.reader._scroll.ensureWidgetVisible(label)
    return page, label


def table(daily: Daily) -> Place:
    page = daily.show(LabsPage)
    return page, ready(daily, page.overview.explained)


def course(daily: Daily) -> Place:
    page = daily.show(LabsPage)
    page.show_trend("c3")
    return page, ready(daily, page.trend.explained)


def timeline(daily: Daily) -> Place:
    page = daily.show(TimelinePage)
    label = ready(daily, page.sentences)
    page._scroll.ensureWidgetVisible(label)
    return page, label


def summary(daily: Daily) -> Place:
    page = visit_shown(patient(daily))
    settle(daily, page)
    return page, ready(daily, page.explained)


PLACES = (article, table, course, timeline, summary)


def ready(daily: Daily, label: TermLabel) -> TermLabel:
    daily.qtbot.waitUntil(lambda: 'href="term:' in label.text())
    QApplication.processEvents()
    return label


@pytest.fixture(params=[("en", 1.0), ("ko", 2.0)], ids=["en", "ko-200"])
def daily(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, request: pytest.FixtureRequest
) -> Iterator[Daily]:
    language, scale = request.param
    made = reader(Daily(qtbot, tmp_path, clock, language))
    made.around.theme.set_scale(scale)
    catalogue = made.diary.labs.catalogue()
    for day in (date(2026, 9, 1), date(2026, 11, 1)):
        rows = (("c3", "78", "mg/dL"), ("upcr", "420", "mg/g"))
        made.diary.labs.add_sheet([lab_result(day, catalogue.get(c), v, u) for c, v, u in rows])
    yield made
    QToolTip.hideText()
    made.around.theme.set_scale(1.0)


def point_at(label: RichLabel, at: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, label.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(label, move)


def word(label: RichLabel) -> QPoint:
    """A point on the first underlined word, found as a hand finds it."""
    hit: list[str] = []
    label.linkHovered.connect(hit.append)
    for y in range(4, label.height(), 6):
        for x in range(2, label.width(), 6):
            point_at(label, QPoint(x, y))
            if hit and hit[-1].startswith("term:"):
                label.linkHovered.disconnect(hit.append)
                return QPoint(x, y)
    raise AssertionError("no word can be pointed at")


def popup_of(page: Page) -> TermPopup:
    (shown,) = [each for each in page.findChildren(TermPopup) if each.isVisible()]
    return shown


@popups
@pytest.mark.parametrize("place", PLACES, ids=lambda each: each.__name__)
def test_the_pointer_on_a_word_shows_what_it_means_and_takes_no_focus(
    daily: Daily, place: Callable[[Daily], Place]
) -> None:
    page, label = place(daily)
    before = QApplication.focusWidget()
    assert "text-decoration" not in label.text(), "links are underlined unless they say otherwise"
    at = word(label)
    assert QToolTip.isVisible()
    tip = QToolTip.text()
    assert len(tip) > 20
    assert QApplication.focusWidget() is before
    assert not [each for each in page.findChildren(TermPopup) if each.isVisible()]
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=at)
    assert f"<b>{popup_of(page).name.text()}</b>" in tip


@popups
@pytest.mark.parametrize("place", PLACES, ids=lambda each: each.__name__)
def test_a_click_opens_a_word_and_escape_closes_it(daily: Daily, place: Callable[[Daily], Place]) -> None:
    page, label = place(daily)
    at = word(label)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=at)
    popup = popup_of(page)
    assert popup.name.text()
    assert popup.definition.text()
    daily.press(Key.Key_Escape)
    assert not popup.isVisible()


@popups
@pytest.mark.parametrize("place", PLACES, ids=lambda each: each.__name__)
def test_a_key_opens_a_word_and_the_keyboard_comes_back_to_it(
    daily: Daily, place: Callable[[Daily], Place]
) -> None:
    page, label = place(daily)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    daily.press(Key.Key_Return)
    popup = popup_of(page)
    room = popup.screen().availableGeometry()
    assert room.contains(popup.geometry())
    assert popup.definition.height() >= popup.definition.heightForWidth(popup.definition.width())
    daily.press(Key.Key_Escape)
    assert not popup.isVisible()
    assert label.hasFocus()
    daily.press(Key.Key_Return)
    assert popup.isVisible()
    popup.close()
