"""The words of the glossary outside the articles: underlined, and explained by click, key and pointer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.education.content.glossary import Glossary, GlossaryTerm
from lupusdiary.education.content.term_matching import TermWords
from lupusdiary.language import translator
from lupusdiary.ui.articles.term_label import TermLabel, linked
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.timeline.page import TimelinePage
from tests.ui.daily import Daily
from tests.ui.learn.test_reader import popups
from tests.ui.visiting import patient, shown


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime]) -> Daily:
    made = Daily(qtbot, tmp_path, clock)
    catalogue = made.diary.labs.catalogue()
    rows = [("c3", "78", "mg/dL"), ("upcr", "420", "mg/g")]
    for day in (date(2026, 9, 1), date(2026, 11, 1)):
        made.diary.labs.add_sheet([lab_result(day, catalogue.get(c), v, unit) for c, v, unit in rows])
    return made


def ready(daily: Daily, label: TermLabel) -> TermLabel:
    """Waits until the glossary is there."""
    daily.qtbot.waitUntil(lambda: 'href="term:' in label.text())
    return label


def course(daily: Daily) -> LabsPage:
    page = daily.show(LabsPage)
    page.show_trend("c3")
    ready(daily, page.trend.explained)
    return page


def test_signs_of_the_text_stay_signs() -> None:
    words = TermWords(Glossary([GlossaryTerm("c3", "C3", "C3", "뜻", "meaning")]), translator("en"))
    assert linked("<b>C3</b> & “x”\n<5", words, "#123456") == (
        '&lt;b&gt;<a href="term:c3" style="color:#123456">C3</a>&lt;/b&gt; &amp; “x”<br>&lt;5'
    )


def test_the_glossary_is_not_read_before_the_text_is_seen(daily: Daily) -> None:
    label = TermLabel(daily.around)
    daily.qtbot.addWidget(label)
    label.show_words("UPCR < 5")
    QApplication.processEvents()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    QApplication.processEvents()
    assert label.text() == "UPCR &lt; 5"
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
    label.show()
    ready(daily, label)
    assert label.accessibleName() == "UPCR < 5"
    assert label.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_course_of_a_test_links_its_own_name_and_the_words_of_its_sentence(daily: Daily) -> None:
    explained = course(daily).trend.explained
    assert 'href="term:complement"' in explained.text()
    assert 'href="term:immune_system"' in explained.text()
    assert explained.words.startswith("C3: A protein of the immune system")


@popups
def test_a_click_on_the_course_opens_the_word(daily: Daily) -> None:
    explained = course(daily).trend.explained
    QTest.mouseClick(explained, Qt.MouseButton.LeftButton, pos=QPoint(6, 10))
    assert explained.popup is not None
    assert explained.popup.isVisible()
    assert explained.popup.name.text() == "complement (C3, C4)"
    daily.press(Qt.Key.Key_Escape)
    assert not explained.popup.isVisible()


@popups
def test_the_keyboard_opens_the_words_of_the_timeline_and_an_article(daily: Daily) -> None:
    page = daily.show(TimelinePage)
    routes: list[Route] = []
    page.go.connect(routes.append)
    sentences = ready(daily, page.sentences)
    sentences.setFocus(Qt.FocusReason.TabFocusReason)
    daily.press(Qt.Key.Key_Return)
    assert sentences.popup is not None
    assert sentences.popup.isVisible()
    assert sentences.popup.name.text() == "urine protein/creatinine ratio (UPCR)"
    button = next(
        each
        for each in sentences.popup.findChildren(QPushButton)
        if each.accessibleName().startswith("Read: ")
    )
    daily.click(button)
    assert routes[-1].page == "learn"
    assert routes[-1].article


def test_every_panel_with_a_term_is_underlined_on_the_timeline(daily: Daily) -> None:
    page = daily.show(TimelinePage)
    ready(daily, page.sentences)
    assert {each.code for each in page.chart.shown.panels} == {"upcr", "c3"}
    for term, name in (("upcr", "UPCR"), ("complement", "C3")):
        assert f'href="term:{term}"' in page.sentences.text()
        assert f">{name}</a>" in page.sentences.text()


def test_the_pointer_on_a_word_shows_its_meaning(daily: Daily) -> None:
    explained = course(daily).trend.explained
    at = QPoint(6, 10)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, explained.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(explained, move)
    assert "complement (C3, C4)" in QToolTip.text()
    QToolTip.hideText()


def test_the_words_follow_the_language(daily: Daily) -> None:
    page = course(daily)
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert ">C3</a>" in page.trend.explained.text()
    assert page.trend.explained.words.startswith("C3: 루푸스가")
    daily.around.ui_language.switch("en")


def test_the_page_for_the_doctor_names_its_words(daily: Daily) -> None:
    page = shown(patient(daily))
    line = ready(daily, page.explained)
    assert line.words == "Words on this page: Fatigue, median, UPCR, C3"
    for term in ("fatigue", "median", "upcr", "complement"):
        assert f'href="term:{term}"' in line.text()
