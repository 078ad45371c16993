"""The library as a person finds her way in it: cards, search, bookmarks, questions that come again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary.demonstration_diary import create_demonstration
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.learn.page import LearnPage
from lupusdiary.ui.learn.review import Asked, option_order
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child
from tests.ui.learning import KIDNEYS, look_for, open_row, opened, reader, row_name, shown, tiles


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_every_article_has_a_row_and_what_it_promises_stands_before_its_text(daily: Daily) -> None:
    page = shown(daily)
    articles = page.list.articles
    assert page.library is not None
    assert articles.ids == [id for category in page.library.categories for id in category.articles]
    assert articles.view.visualRect(articles.model.index(1)).height() >= 40
    articles.mark(KIDNEYS)
    front = page.library.card(KIDNEYS, "en").front
    promise = articles.promise
    assert promise.title.text() == front.title
    assert promise.summary.text() == front.summary
    assert "not yet reviewed by a clinician" in promise.review.text()
    said = texts(promise)
    for message in front.teach_back:
        assert message.message in said
    daily.click(promise.buttons["read"])
    assert page.reader.isVisible()
    assert page.reader.article is not None
    assert page.reader.article.id == KIDNEYS


def test_the_drawing_stands_below_the_promise_where_its_words_can_be_read(daily: Daily) -> None:
    page = shown(daily)
    articles = page.list.articles
    assert page.library is not None
    articles.mark(KIDNEYS)
    drawing = articles.promise.figure
    (figure, *_) = page.library.article(KIDNEYS, "en").figures
    drawing.resize(600, 400)
    assert not drawing.place.isEmpty()
    assert drawing.rect().contains(drawing.place.toRect())
    assert drawing.accessibleDescription() == figure.alt
    drawing.resize(600, 40)
    assert drawing.place.isEmpty()
    assert drawing.accessibleDescription() == ""
    assert drawing.minimumSizeHint().height() <= 0


def test_the_arrow_keys_turn_the_promise_and_enter_reads(daily: Daily) -> None:
    page = shown(daily)
    articles = page.list.articles
    articles.view.setFocus()
    first = articles.promise.title.text()
    daily.press(Qt.Key.Key_Down)
    second = articles.promise.title.text()
    assert second != first
    daily.press(Qt.Key.Key_Return)
    assert page.reader.article is not None
    assert page.reader.article.title == second


def test_a_heading_is_not_chosen(daily: Daily) -> None:
    page = shown(daily)
    model = page.list.articles.model
    headings = [at for at, row in enumerate(model.rows) if row.id is None]
    assert len(headings) == len(page.library.categories if page.library else ())
    assert not any(model.index(at).flags() & Qt.ItemFlag.ItemIsSelectable for at in headings)


def test_where_there_is_no_room_beside_a_click_opens_the_article(daily: Daily) -> None:
    page = shown(daily, 700, 600)
    articles = page.list.articles
    assert not articles.promise.isVisible()
    place = articles.view.visualRect(articles.model.index(2))
    QTest.mouseClick(articles.view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert page.reader.isVisible()


def test_articles_of_what_is_recorded_stand_first(daily: Daily) -> None:
    daily.diary.days.record(daily.today, "fatigue", 4)
    page = shown(daily)
    rows = page.list.articles.model.rows
    assert rows[0].title == "In my diary"
    assert page.library is not None
    assert rows[1].id == page.library.for_symptom("fatigue")


def test_from_the_list_a_question_goes_to_the_doctor_without_a_visit(daily: Daily) -> None:
    page = shown(daily)
    page.list.articles.mark(KIDNEYS)
    daily.click(page.list.articles.promise.buttons["ask"])
    field = page.reader.foot.ask.question
    assert field.hasFocus()
    assert field.text().endswith("?")
    daily.press(Qt.Key.Key_Return)
    assert [each.text.endswith("?") for each in daily.diary.open_questions.all()] == [True]


def test_a_begun_article_is_offered_first_and_opens_where_it_was_left(daily: Daily) -> None:
    daily.diary.learning.set_progress(KIDNEYS, "tests", 0.4)
    page = shown(daily)
    assert page.list.articles.ids[0] == KIDNEYS
    assert "40 % read" in row_name(page, KIDNEYS)
    assert page.list.articles.promise.buttons["read"].text() == "Read on"
    open_row(page, KIDNEYS)
    daily.qtbot.waitUntil(lambda: page.reader.place.anchor == "tests")


def test_bookmarks_are_a_list_of_their_own(daily: Daily) -> None:
    page = shown(daily)
    daily.click(page.list.chips["bookmarks"])
    assert page.list.articles.ids == []
    assert "No article has a bookmark yet" in texts(page)
    daily.diary.learning.bookmark(KIDNEYS, True)
    assert page.list.articles.ids == [KIDNEYS]
    assert "bookmarked" in row_name(page, KIDNEYS)


@pytest.mark.parametrize(
    ("typed", "found"), [("nephritis", KIDNEYS), ("ㄹㅍㅅㅅㅇ", KIDNEYS), ("nefritis", KIDNEYS)]
)
def test_the_search_finds_articles_by_words_initials_and_slips(daily: Daily, typed: str, found: str) -> None:
    page = shown(daily)
    rows = look_for(daily, page, typed)
    articles = [row for row in rows if row.accessibleName().startswith("Article: ")]
    daily.click(articles[0])
    assert page.reader.article is not None
    assert page.reader.article.id == found


def test_the_search_finds_own_notes_words_and_tests(daily: Daily) -> None:
    daily.diary.learning.set_note(KIDNEYS, "ask about zebrafish")
    daily.diary.days.set_note(date(2026, 11, 20), "zebrafish soup")
    page = shown(daily)
    names = [row.accessibleName() for row in look_for(daily, page, "zebrafish")]
    assert names == ["My note on an article: ask about zebrafish", "My note of a day: Fri 20 Nov 2026"]
    assert "with my note" in row_name(page, KIDNEYS)
    daily.click(page.list.results.rows[0])
    daily.qtbot.waitUntil(lambda: not page.reader.foot.note.visibleRegion().isEmpty())
    page.show_list()
    kinds = {row.accessibleName().partition(":")[0] for row in look_for(daily, page, "complement")}
    assert {"Article", "Word", "Laboratory test"} <= kinds


def test_what_is_typed_into_the_search_is_never_read_as_markup(daily: Daily) -> None:
    daily.diary.learning.set_note(KIDNEYS, "<b>zebra</b>")
    page = shown(daily)
    (row,) = look_for(daily, page, "<b>zebra")
    assert row.accessibleName() == "My note on an article: <b>zebra</b>"
    assert look_for(daily, page, "<i>nothing</i>") == []
    assert "Nothing was found for “<i>nothing</i>”." in texts(page)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_word_of_the_glossary_can_be_looked_through(daily: Daily) -> None:
    page = shown(daily)
    assert page.library is not None
    daily.click(page.list.chips["words"])
    assert page.list.results.number.text() == f"{len(page.library.glossary)} words explained"
    daily.click(page.list.results.rows[0])
    assert page.list.popup.isVisible()
    page.list.popup.close()


def test_a_missed_question_comes_again_and_goes_when_it_is_answered(
    daily: Daily, clock: StandingClock
) -> None:
    daily.diary.learning.answer(KIDNEYS, 1, False)
    page = shown(daily)
    assert not page.list.articles.review_card.isVisible()
    clock.move(days=2)
    page.refresh()
    assert "1 question from what you read" in texts(page)
    daily.click(page.list.articles.review_button)
    item = page.library.article(KIDNEYS, "en").quiz[1] if page.library else None
    assert item is not None
    assert page.quiz.question.text() == item.question
    daily.click(page.quiz.options[option_order(Asked(KIDNEYS, 1), item.options).index(item.answer)])
    daily.click(page.quiz.next)
    daily.click(page.quiz.next)
    assert page.list.isVisible()
    assert not page.list.articles.review_card.isVisible()


def test_a_few_questions_a_day_are_enough_and_they_can_be_left(daily: Daily, clock: StandingClock) -> None:
    for item in range(4):
        daily.diary.learning.answer(KIDNEYS, item, False)
    daily.diary.learning.answer("fatigue", 0, False)
    clock.move(days=2)
    page = shown(daily)
    articles = page.list.articles
    assert "3 questions from what you read" in texts(page)
    daily.click(articles.leave_button)
    assert not articles.review_card.isVisible()
    daily.diary.history.undo()
    assert articles.review_card.isVisible()
    daily.click(articles.review_button)
    for _ in range(3):
        daily.click(page.quiz.options[0])
        daily.click(page.quiz.next)
    daily.click(page.quiz.next)
    assert page.list.isVisible()
    assert not articles.review_card.isVisible()
    clock.move(days=1)
    page.show_list()
    assert articles.review_card.isVisible()


@pytest.mark.parametrize("explains", ["symptom:foamy_urine", "analyte:upcr", "event:kidney_biopsy"])
def test_a_route_leads_to_the_article_that_explains_a_thing(daily: Daily, explains: str) -> None:
    page = shown(daily)
    page.visit(Route("learn", explains=explains))
    assert page.reader.article is not None
    assert page.reader.article.id == KIDNEYS


def test_a_thing_without_an_article_is_searched_for(daily: Daily) -> None:
    page = shown(daily)
    page.visit(Route("learn", explains="symptom:weight"))
    assert page.list.isVisible()
    assert page.list.search.text() == "Body weight"


def test_a_route_that_comes_before_the_library_is_read_waits_for_it(daily: Daily) -> None:
    page = daily.show(LearnPage)
    page.visit(Route("learn", article=KIDNEYS, anchor="biopsy"))
    daily.qtbot.waitUntil(lambda: page.reader.article is not None)
    daily.qtbot.waitUntil(lambda: page.reader.place.anchor == "biopsy")


def test_an_unknown_article_is_refused_in_a_sentence(daily: Daily) -> None:
    from tests.ui.learning import person

    page = shown(daily)
    page.visit(Route("learn", article="no_such_article"))
    assert person(daily).told == ["The library has no article “no_such_article”."]
    assert page.list.isVisible()


def test_the_language_is_switched_in_place(daily: Daily) -> None:
    page = opened(daily, anchor="treatment")
    daily.around.ui_language.switch("ko")
    page.retranslate()
    page.restyle()
    assert page.reader.article is not None
    assert page.reader.article.language == "ko"
    daily.qtbot.waitUntil(lambda: page.reader.place.anchor == "treatment")
    daily.around.ui_language.switch("en")


def test_own_last_values_stand_with_the_sheets_own_range_only(daily: Daily) -> None:
    upcr = daily.diary.labs.catalogue().get("upcr")
    page = opened(daily)
    assert not page.reader.values.isVisible()
    daily.diary.labs.add(lab_result(date(2026, 2, 1), upcr, "900", "mg/g"))
    daily.diary.labs.add(lab_result(date(2026, 3, 3), upcr, "320", "mg/g", "<150"))
    lines = [tile.accessibleName() for tile in tiles(page.reader.values)]
    assert lines == ["Your last UPCR: 320 mg/g on 3 Mar 2026; your laboratory’s range <150"]
    daily.diary.labs.add(lab_result(date(2026, 4, 1), upcr, "310", "mg/g"))
    lines = [tile.accessibleName() for tile in tiles(page.reader.values)]
    assert lines == ["Your last UPCR: 310 mg/g on 1 Apr 2026"]


def test_own_values_lead_to_labs(daily: Daily) -> None:
    upcr = daily.diary.labs.catalogue().get("upcr")
    daily.diary.labs.add(lab_result(date(2026, 3, 3), upcr, "320", "mg/g"))
    page = opened(daily)
    routes: list[Route] = []
    page.go.connect(routes.append)
    daily.click(page.reader.values.more)
    assert routes == [Route("labs", series=("upcr",))]


def test_in_a_demonstration_diary_teach_back_is_practised_and_nothing_is_kept(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    daily = reader(Daily(qtbot, tmp_path, clock))
    daily.diary = create_demonstration(tmp_path / "mild.lupusdiary", "mild", clock, "en")
    page = opened(daily)
    page.reader.teach_back_requested.emit(page.reader.article)
    assert not page.teach_back.save.isVisible()
    daily.click(page.teach_back.messages[0].said)
    assert page.teach_back.messages[1].isVisible()
    page.leave()
    assert daily.diary.learning.teach_backs() == []
    assert "nothing of it is kept" in child(page, QLabel, "teach_intro").text()
    before = daily.diary.learning.teach_backs()
    daily.click(page.teach_back.print)
    qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    assert daily.diary.learning.teach_backs() == before


def test_a_search_that_is_ready_after_the_diary_was_closed_asks_nothing_of_it(daily: Daily) -> None:
    page = shown(daily)
    page.list.search.setText("kidney")
    page.list._search()
    page.close()
    daily.diary.close()
    daily.qtbot.waitUntil(lambda: page.list._searching.is_ready)
    assert page.list.results.rows == []


def test_that_nobody_has_reviewed_the_texts_is_said_again_every_two_weeks(
    daily: Daily, clock: StandingClock
) -> None:
    page = shown(daily)
    note = page.list.review_note
    assert page.library is not None
    total = len(page.library.cards("en"))
    assert note.words.text().startswith(f"No clinician has reviewed any of the {total} texts yet.")
    daily.click(note.seen)
    assert not note.isVisible()
    for days, due in ((13, False), (1, True)):
        clock.move(days=days)
        page.show_list()
        assert note.isVisible() is due
    reviewed = replace(page.library.card(KIDNEYS, "en"))
    named = replace(reviewed, front=replace(reviewed.front, review="Dr. Han, 2026-12-01"))

    class Library:
        def __init__(self, *cards: object) -> None:
            self._cards = cards

        def cards(self, language: str) -> list[object]:
            return list(self._cards)

    note.show_library(Library(named, reviewed), daily.today)  # type: ignore[arg-type]
    assert note.words.text().startswith("No clinician has reviewed 1 of the 2 texts yet.")
    note.show_library(Library(named), daily.today)  # type: ignore[arg-type]
    assert not note.isVisible()


def test_a_title_without_room_goes_on_in_a_second_line_and_is_never_cut(daily: Daily) -> None:
    page = shown(daily)
    view, model = page.list.articles.view, page.list.articles.model
    long = max(
        (at for at, row in enumerate(model.rows) if row.id is not None),
        key=lambda at: len(model.rows[at].title),
    )
    short = next(at for at, row in enumerate(model.rows) if row.id is not None and len(row.title) < 20)
    line = view.fontMetrics().height()
    room = view.viewport().width()
    assert view.fontMetrics().horizontalAdvance(model.rows[long].title) > room - 100
    assert (
        view.visualRect(model.index(long)).height()
        >= view.visualRect(model.index(short)).height() + line - 12
    )


def test_no_row_of_an_article_lies_on_another_in_any_width(daily: Daily) -> None:
    page = shown(daily, 1400, 800)
    view, model = page.list.articles.view, page.list.articles.model

    def apart() -> bool:
        rows = [view.visualRect(model.index(at)) for at in range(len(model.rows))]
        return all(above.bottom() + 1 == below.top() for above, below in pairwise(rows))

    for width in (1000, 1900, 1100):
        page.window().resize(width, 800)
        daily.qtbot.waitUntil(apart)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_in_large_text_the_note_about_the_review_leaves_the_list_its_room(
    daily: Daily, language: str
) -> None:
    daily.around.ui_language.switch(language)
    daily.around.theme.set_scale(2.0)
    page = shown(daily, 876, 560)
    front = page.list
    assert front.review_note.isVisible()
    line = front.review_note.words.fontMetrics().height()
    assert front.review_note.words.heightForWidth(front.review_note.words.width()) <= line * 2 + 4
    assert front.articles.view.height() >= 4 * line
    head = (front.title, front.search, front.teach)
    assert all(each.visibleRegion().boundingRect() == each.rect() for each in head)
    assert front.search.y() == front.teach.y()


def test_in_a_low_window_with_large_text_nothing_lies_over_the_search(daily: Daily) -> None:
    daily.around.theme.set_scale(2.0)
    page = shown(daily, 806, 413)
    front = page.list
    assert front.search.visibleRegion().boundingRect() == front.search.rect()
    assert not front.review_note.isVisible()
    page.resize(876, 560)
    daily.qtbot.waitUntil(front.review_note.isVisible)
