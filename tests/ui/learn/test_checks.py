"""Quiz and teach-back as a patient and a nurse use them: answered, explained, kept, printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.domain.learning import TeachBackResult
from lupusdiary.domain.records import Visit
from lupusdiary.ui.base.context import HANDOUT_NUMBERS
from lupusdiary.ui.learn.page import LearnPage
from lupusdiary.ui.learn.review import Asked, option_order
from tests.conftest import StandingClock
from tests.report import pdf_text
from tests.ui.daily import Daily
from tests.ui.learning import KIDNEYS, click, opened, person, reader

Key = Qt.Key


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


def place_of(page: LearnPage, item: int, *, right: bool) -> int:
    """Where the right answer (or a wrong one) of a question stands."""
    assert page.library is not None
    quiz = page.library.article(KIDNEYS, "en").quiz[item]
    order = option_order(Asked(KIDNEYS, item), quiz.options)
    return next(at for at, option in enumerate(order) if (option == quiz.answer) == right)


def test_options_are_mixed_the_same_way_each_time_and_true_stands_before_false() -> None:
    options = ("one", "two", "three")
    orders = {tuple(option_order(Asked(f"article {n}", 0), options)) for n in range(40)}
    assert len(orders) > 3
    assert option_order(Asked("a", 1), options) == option_order(Asked("a", 1), options)
    for pair in (("True", "False"), ("맞다", "틀리다")):
        assert all(option_order(Asked("a", n), pair) == [0, 1] for n in range(20))


def test_every_answer_is_explained_at_once_and_kept(daily: Daily) -> None:
    page = opened(daily)
    click(daily, page, "start_quiz")
    assert page.library is not None
    quiz = page.library.article(KIDNEYS, "en").quiz
    assert page.quiz.question.text() == quiz[0].question
    daily.click(page.quiz.options[place_of(page, 0, right=True)])
    assert page.quiz.verdict.text() == "That is right."
    assert page.quiz.explanation.text() == quiz[0].explanation
    assert not any(option.isEnabled() for option in page.quiz.options)
    daily.click(page.quiz.next)
    daily.click(page.quiz.options[place_of(page, 1, right=False)])
    chosen = next(
        option for option in quiz[1].options if f"“{option}” is not right." in page.quiz.verdict.text()
    )
    assert chosen != quiz[1].options[quiz[1].answer]
    assert page.quiz.verdict.text().endswith(f"The answer is: {quiz[1].options[quiz[1].answer]}")
    assert [(each.item, each.right) for each in daily.diary.learning.answers()] == [(0, True), (1, False)]


def test_a_quiz_is_answered_by_keyboard_alone(daily: Daily) -> None:
    page = opened(daily)
    click(daily, page, "start_quiz")
    assert page.library is not None
    number = len(page.library.article(KIDNEYS, "en").quiz)
    for item in range(number):
        daily.press(Key(Key.Key_1 + place_of(page, item, right=True)), Key.Key_Space)
    assert page.quiz.question.text() == f"{number} of {number} right at the first try"
    daily.press(Key.Key_Space)
    assert page.reader.isVisible()


def test_enter_goes_on_to_the_next_question(daily: Daily) -> None:
    page = opened(daily)
    click(daily, page, "start_quiz")
    first = page.quiz.question.text()
    daily.press(Key(Key.Key_1 + place_of(page, 0, right=True)), Key.Key_Return)
    assert page.quiz.question.text() != first


def test_an_answer_that_was_taken_back_is_asked_for_again(daily: Daily) -> None:
    page = opened(daily)
    click(daily, page, "start_quiz")
    first = page.quiz.question.text()
    daily.click(page.quiz.options[place_of(page, 0, right=False)])
    daily.click(page.quiz.next)
    daily.diary.history.undo()
    assert page.quiz.question.text() == first
    assert all(option.isEnabled() for option in page.quiz.options)
    assert not page.quiz.verdict.isVisible()
    for item in range(len(page.quiz._questions)):
        daily.click(page.quiz.options[place_of(page, item, right=True)])
        daily.click(page.quiz.next)
    assert page.quiz.question.text().startswith(f"{item + 1} of {item + 1} ")
    assert [each.right for each in daily.diary.learning.answers()] == [True] * (item + 1)


def test_right_and_wrong_are_said_in_words_and_signs(daily: Daily) -> None:
    page = opened(daily)
    click(daily, page, "start_quiz")
    wrong, right = place_of(page, 0, right=False), place_of(page, 0, right=True)
    assert not any(option.accessibleName().endswith(("right", "✓", "✗")) for option in page.quiz.options)
    daily.click(page.quiz.options[wrong])
    shown = [option.findChild(QLabel).text()[-1] for option in page.quiz.options]  # type: ignore[union-attr]
    assert (shown[right], shown[wrong]) == ("✓", "✗")
    assert page.quiz.options[right].accessibleName().endswith(": right")
    assert page.quiz.options[wrong].accessibleName().endswith(": not right")


def test_the_verdict_is_in_the_view_in_large_text_in_a_small_window(daily: Daily) -> None:
    daily.around.theme.set_scale(2.0)
    page = opened(daily)
    page.restyle()
    page.resize(1093 - 240, 614)
    page.reader.quiz_requested.emit(page.reader.article)
    QApplication.processEvents()
    daily.press(Key(Key.Key_1 + place_of(page, 0, right=False)))
    quiz = page.quiz
    daily.qtbot.waitUntil(lambda: _in_view(quiz.verdict, quiz._scroll))
    daily.around.theme.set_scale(1.0)


def _in_view(widget: QWidget, scroll: QScrollArea) -> bool:
    top = widget.mapTo(scroll.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= scroll.viewport().height()


def test_how_the_quiz_stands_is_said_at_the_article(daily: Daily) -> None:
    page = opened(daily)
    assert not page.reader.foot.answered.isVisible()
    daily.diary.learning.answer(KIDNEYS, 0, False)
    daily.diary.learning.answer(KIDNEYS, 1, True)
    assert page.reader.foot.answered.text() == "Answered so far: 2 of 4, 1 of them correctly."
    daily.diary.history.undo()
    daily.diary.history.undo()
    assert not page.reader.foot.answered.isVisible()


def test_a_missed_answer_leads_back_to_the_article(daily: Daily) -> None:
    page = opened(daily)
    click(daily, page, "start_quiz")
    daily.click(page.quiz.options[place_of(page, 0, right=False)])
    daily.click(page.quiz.read)
    assert page.reader.isVisible()


def test_a_teach_back_is_kept_with_the_persons_own_words_and_printed(daily: Daily, tmp_path: Path) -> None:
    daily.diary.visits.add(Visit(date(2026, 12, 1)))
    daily.around.preferences.remember(HANDOUT_NUMBERS, "Clinic 02-000-0001")
    page = opened(daily)
    click(daily, page, "start_teach_back")
    view = page.teach_back
    daily.click(view.save)
    assert view.problem.text() == "Nothing was ticked or written yet."
    assert daily.diary.learning.teach_backs() == []
    first, second, third = view.messages
    assert not first.message.isVisible()
    assert not second.isVisible()
    first.reveal.click()
    assert first.message.isVisible()
    first.reveal.click()
    assert not first.message.isVisible()
    first.words.setFocus()
    daily.type("the sieve has holes")
    daily.click(first.said)
    assert not first.isVisible()
    assert second.words.hasFocus()
    daily.click(second.again)
    assert second.message.isVisible(), "it is explained once more"
    daily.click(second.ask_again)
    assert not second.message.isVisible()
    daily.click(view.save)
    (kept,) = daily.diary.learning.teach_backs()
    assert [result.said for result in kept.results] == [True, False]
    daily.click(view.steps.chips[2])
    daily.click(third.said)
    assert view.action.isVisible()
    view.action.setPlainText("Ask for the last UPCR")
    view._column.parentWidget().parentWidget().ensureWidgetVisible(view.save)  # type: ignore[union-attr]
    daily.click(view.save)
    (kept,) = daily.diary.learning.teach_backs()
    assert kept.results == (
        TeachBackResult(True, "the sieve has holes"),
        TeachBackResult(False),
        TeachBackResult(True),
    )
    assert kept.action == "Ask for the last UPCR"
    daily.click(view.print)
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    person(daily).save_to = tmp_path / "card.pdf"
    daily.click(page.paper.save_print.save)
    assert "not encrypted" in page.paper.save_print.saved.text()
    text = pdf_text.text((tmp_path / "card.pdf").read_bytes())
    assert "the sieve has holes" in text
    assert "My hospital’s number: Clinic 02-000-0001" in text
    assert "Ask for the last UPCR" in text
    daily.click(page.paper.findChild(QPushButton, "paper_back"))
    assert view.isVisible()
    assert view.messages[0].words.toPlainText() == "the sieve has holes"


def test_the_next_persons_teach_back_begins_empty(daily: Daily) -> None:
    page = opened(daily)
    click(daily, page, "start_teach_back")
    page.teach_back.messages[0].words.setPlainText("words")
    daily.click(page.teach_back.messages[0].said)
    page.open("car_t_what")
    page.reader.teach_back_requested.emit(page.reader.article)
    assert page.teach_back.messages[0].words.toPlainText() == ""
    assert not any(message.answered for message in page.teach_back.messages)


def test_feedback_is_for_the_option_that_was_chosen_and_safety_comes_again(
    daily: Daily, clock: StandingClock
) -> None:
    page = opened(daily, "emergency")
    assert page.library is not None
    assert page.reader.article is not None
    item = page.library.article("emergency", "en").quiz[0]
    assert item.safety
    for wrong in (0, 2):
        page.reader.quiz_requested.emit(page.reader.article)
        order = option_order(Asked("emergency", 0), item.options)
        daily.click(page.quiz.options[order.index(wrong)])
        assert item.options[wrong] in page.quiz.verdict.text()
        assert page.quiz.explanation.text() == f"{item.feedback[wrong]} {item.explanation}"
        daily.diary.history.undo()
    daily.diary.learning.answer("emergency", 0, True)
    page.show_list()
    assert not page.list.articles.review_card.isVisible()
    clock.move(days=7)
    page.show_list()
    assert page.list.articles.review_card.isVisible()
