"""The search of Learn as a person types into it: found at each key, marked, walked through, opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lupusdiary.domain.medicine import medicines
from lupusdiary.ui.base.palette import LIGHT
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.learn.page import LearnPage
from lupusdiary.ui.learn.result_list import ResultRow
from tests.conftest import StandingClock
from tests.ui.daily import Daily
from tests.ui.learning import KIDNEYS, look_for, reader, shown

Key = Qt.Key


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


def ready(daily: Daily) -> LearnPage:
    """The page with its index made, and the keyboard in the empty search."""
    page = shown(daily)
    look_for(daily, page, "x")
    page.list.search.clear()
    page.list.search.setFocus()
    QApplication.processEvents()
    return page


def names(page: LearnPage) -> list[str]:
    return [row.accessibleName() for row in page.list.results.rows]


def has_ground(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(QPoint(x, y)) == wanted
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
    )


def test_each_key_shows_what_it_finds_without_waiting_for_a_pause(daily: Daily) -> None:
    page = ready(daily)
    seen = []
    for sign in "nephr":
        QTest.keyClick(page.list.search, sign)
        QApplication.processEvents()
        seen.append(tuple(names(page)))
        assert page.list.results.isVisible()
    assert len(set(seen)) > 2
    assert any("Lupus nephritis" in name for name in names(page))


def test_a_syllable_that_the_input_method_still_composes_counts(daily: Daily) -> None:
    page = ready(daily)
    field = page.list.search
    for text, composed in (("", "ㄹ"), ("ㄹ", "ㅍ"), ("ㄹㅍ", "ㅅ")):
        field.setText(text)
        QApplication.sendEvent(field, QInputMethodEvent(composed, []))
        QApplication.processEvents()
    assert field.text() == "ㄹㅍ"
    assert field.wanted == "ㄹㅍㅅ"
    assert any("루푸스" in row.accessibleName() for row in page.list.results.rows)


def test_hits_are_marked_in_the_list_and_in_the_article_that_opens(daily: Daily) -> None:
    page = ready(daily)
    rows = look_for(daily, page, "protienuria")
    (row,) = [each for each in rows if each.accessibleName().startswith("Article: Lupus nephritis")]
    assert has_ground(row.grab().toImage(), LIGHT.accent_soft)
    daily.click(row)
    assert page.reader.text is not None
    lines = [label.text() for label, *_ in page.reader.text._lines]
    marked = [line for line in lines if f"background-color:{LIGHT.accent_soft}" in line]
    assert marked
    assert all("roteinuria</span>" in line for line in marked)


def test_an_article_that_was_opened_otherwise_has_no_marks(daily: Daily) -> None:
    page = ready(daily)
    rows = look_for(daily, page, "nephritis")
    daily.click(next(row for row in rows if row.accessibleName().startswith("Article: Lupus nephritis")))
    page.open("fatigue")
    page.open(KIDNEYS)
    assert page.reader.text is not None
    assert not any("background-color" in label.text() for label, *_ in page.reader.text._lines)


def test_a_mark_may_reach_over_a_term(daily: Daily) -> None:
    page = ready(daily)
    page.visit(Route("learn", article=KIDNEYS, looked_for="protein filter"))
    assert page.reader.text is not None
    html = "".join(label.text() for label, *_ in page.reader.text._lines)
    assert (
        f'background-color:{LIGHT.accent_soft};color:{LIGHT.on_accent_soft};font-weight:bold">filter' in html
    )


def test_enter_and_arrow_keys_go_through_what_was_found(daily: Daily) -> None:
    page = ready(daily)
    daily.type("kidney")
    QApplication.processEvents()
    rows = page.list.results.rows
    daily.press(Key.Key_Down)
    assert rows[0].hasFocus()
    daily.press(Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert rows[1].hasFocus()
    daily.press(Key.Key_Up, Key.Key_Up)
    assert page.list.search.hasFocus()
    daily.press(Key.Key_Return)
    assert rows[0].hasFocus()
    daily.press(Key.Key_Escape)
    assert page.list.search.hasFocus()
    assert page.list.search.text() == "kidney"
    daily.press(Key.Key_Escape)
    assert page.list.search.text() == ""
    assert page.list.articles.isVisible()


@pytest.mark.parametrize(("typed", "pinned"), [("chest pain", True), ("숨이 차요", True), ("tired", False)])
def test_danger_pins_the_urgent_page_above_all(daily: Daily, typed: str, pinned: bool) -> None:
    page = ready(daily)
    rows = look_for(daily, page, typed)
    went: list[Route] = []
    page.go.connect(went.append)
    assert (rows[0].accessibleName() == "Urgent: If it is urgent") is pinned
    if pinned:
        assert has_ground(rows[0].grab().toImage(), LIGHT.note)
        assert not has_ground(rows[1].grab().toImage(), LIGHT.note)
        daily.click(rows[0])
        assert went == [Route("urgent")]


def test_enter_on_a_result_opens_it(daily: Daily) -> None:
    page = ready(daily)
    look_for(daily, page, "nephritis")
    at = next(n for n, name in enumerate(names(page)) if name.startswith("Article: Lupus nephritis"))
    daily.press(*[Key.Key_Down] * at, Key.Key_Return)
    assert page.reader.isVisible()
    assert page.reader.article is not None
    assert page.reader.article.id == KIDNEYS


def test_a_row_that_the_keyboard_reaches_is_in_sight(daily: Daily) -> None:
    page = ready(daily)
    rows = look_for(daily, page, "kidney")
    assert len(rows) == 30
    daily.press(*[Key.Key_Down] * 29)
    assert rows[29].hasFocus()
    assert _whole(rows[29])


def _whole(row: ResultRow) -> bool:
    seen: QRect = row.visibleRegion().boundingRect()
    return seen.height() == row.height()


def test_after_a_pause_all_results_stand_below_the_first(daily: Daily) -> None:
    page = ready(daily)
    daily.type("kidney")
    QApplication.processEvents()
    first = names(page)
    daily.qtbot.waitUntil(lambda: len(page.list.results.rows) == 30)
    assert names(page)[: len(first)] == first


def test_nothing_found_is_said_in_a_sentence_and_to_the_screen_reader(daily: Daily) -> None:
    page = ready(daily)
    assert look_for(daily, page, "qqqzzz") == []
    said = "Nothing was found for “qqqzzz”."
    assert page.list.results.number.text() == said
    assert page.list.search.accessibleDescription() == said
    assert page.list.search.hasFocus()


def test_notes_of_days_are_found_by_slips_and_in_two_words_and_not_by_their_date(daily: Daily) -> None:
    daily.diary.days.set_note(date(2026, 11, 20), "오늘 도수치료를 받고 푹 잤다")
    page = ready(daily)
    wanted = "My note of a day: Fri 20 Nov 2026"
    for query in ("도수치료", "ㄷㅅㅊㄹ", "도수차료", "잤다 도수"):
        assert look_for(daily, page, query)[0].accessibleName() == wanted, query
    assert wanted not in [row.accessibleName() for row in look_for(daily, page, "Fri")]
    daily.diary.days.set_note(date(2026, 11, 21), "도수치료는 쉬었다")
    own = [row.accessibleName() for row in look_for(daily, page, "도수치료")]
    assert [name.startswith("My note of a day") for name in own][:3] == [True, True, False]


def test_own_notes_are_shown_however_much_the_library_holds(daily: Daily) -> None:
    daily.diary.days.set_note(date(2026, 11, 20), "asked about my kidney today")
    page = ready(daily)
    assert "My note of a day: Fri 20 Nov 2026" in [
        row.accessibleName() for row in look_for(daily, page, "kidney")
    ]


def test_an_own_note_on_an_article_opens_where_it_stands(daily: Daily) -> None:
    daily.diary.learning.set_note(KIDNEYS, "ask whether zebrafish count")
    page = ready(daily)
    (row,) = look_for(daily, page, "zebrafish")
    daily.click(row)
    note = page.reader.foot.note
    assert note.hasFocus()
    assert note.textCursor().selectedText() == "zebrafish"
    daily.qtbot.waitUntil(lambda: note.visibleRegion().boundingRect().height() > 20)


@pytest.mark.parametrize(
    ("query", "medicine", "article"),
    [
        ("할록신", "hydroxychloroquine", "hcq_eye"),
        ("ㅂㄹㅅㅌ", "belimumab", "immunosuppressants"),
        ("Rituximab", "rituximab", "immunosuppressants"),
        ("rituxmab", "rituximab", "immunosuppressants"),
        ("프레드니솔론", "prednisolone", "steroids_bone"),
        ("소론도", "prednisolone", "steroids_bone"),
    ],
)
def test_a_medicine_is_found_by_name_and_brand_and_leads_to_its_article(
    daily: Daily, query: str, medicine: str, article: str
) -> None:
    page = ready(daily)
    name = f"Medicine: {medicines()[medicine].title(daily.around.tr)}"
    daily.click(next(row for row in look_for(daily, page, query) if row.accessibleName() == name))
    assert page.reader.article is not None
    assert page.reader.article.id == article


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_words_are_looked_through_by_keyboard_with_how_they_are_said(daily: Daily, language: str) -> None:
    daily.around.ui_language.switch(language)
    page = shown(daily)
    page.list.chips["words"].setFocus()
    daily.press(Key.Key_Space)
    rows = page.list.results.rows
    assert page.library is not None
    assert len(rows) == len(page.library.glossary) >= 100
    term = page.library.glossary.get("proteinuria")
    tr = daily.around.tr
    at = next(n for n, row in enumerate(rows) if row.accessibleName().startswith(f"{term.name(tr)} ("))
    assert rows[at].accessibleName().endswith(tr.text("say: {said}", said=term.said))
    assert rows[at].accessibleDescription() == term.definition(tr)
    page.list.results.take_focus()
    assert rows[0].hasFocus()
    daily.press(*[Key.Key_Down] * at, Key.Key_Return)
    popup = page.list.popup
    assert popup.isVisible()
    assert popup.name.text() == term.name(tr)
    assert term.said in popup.other.text()
    daily.press(Key.Key_Escape)
    assert not popup.isVisible()
    assert rows[at].hasFocus()
    daily.around.ui_language.switch("en")
