"""An evening with the library: searched, read, asked, noted, closed; and all of it there the next day."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lupusdiary.ui.learn.page import LearnPage
from lupusdiary.ui.learn.review import Asked, option_order
from tests.conftest import StandingClock
from tests.end_to_end.session import CTRL, Session
from tests.report import pdf_text
from tests.ui.learning import open_row, row_name

Key = Qt.Key
ARTICLE, BEGUN = "lupus_nephritis", "fatigue"
QUESTION = "Is my UPCR still falling?"
NOTE = "a sieve with holes"


def learn(session: Session) -> LearnPage:
    """The page Learn, with the library read."""
    page = session.go("learn")
    assert isinstance(page, LearnPage)
    session.qtbot.waitUntil(lambda: page.library is not None)
    QApplication.processEvents()
    return page


def laid_out(session: Session, page: LearnPage) -> None:
    """Waits until an article that was opened has found its height, as anybody's eyes would."""
    bar, heights = page.reader._scroll.verticalScrollBar(), [-1]

    def stands() -> bool:
        heights.append(bar.maximum())
        return heights[-1] > 0 and len(set(heights[-3:])) == 1

    session.qtbot.waitUntil(stands)


def search(session: Session, page: LearnPage, words: str) -> None:
    """Types into the search and opens the first article that it finds."""
    session.click("search_library")
    session.type(words)
    session.qtbot.waitUntil(lambda: bool(page.list.results.rows))
    session.press(
        next(row for row in page.list.results.rows if row.accessibleName().startswith(("Article: ", "글: ")))
    )
    assert page.reader.article is not None
    assert page.reader.article.id == ARTICLE


def answer_all(session: Session, page: LearnPage, *, wrong: set[int]) -> int:
    """Answers every question by its key; those of `wrong` wrongly. How many there were."""
    assert page.library is not None
    quiz = page.library.article(ARTICLE, session.window.context.tr.code).quiz
    for at, item in enumerate(quiz):
        assert page.quiz.question.text() == item.question
        order = option_order(Asked(ARTICLE, at), item.options)
        place = next(n for n, option in enumerate(order) if (option == item.answer) != (at in wrong))
        session.keys(Key(Key.Key_1 + place))
        told = item.feedback[order[place]] if item.feedback else ""
        assert page.quiz.explanation.text() == f"{told} {item.explanation}".strip()
        session.click("quiz_next")
    return len(quiz)


@pytest.mark.parametrize(
    ("language", "words", "question"),
    [("en", "nephritis", QUESTION), ("ko", "루푸스신염", "다음 소변검사는 언제인가요?")],
)
def test_what_she_learnt_asked_and_noted_is_there_the_next_day_and_on_the_page_for_the_doctor(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, language: str, words: str, question: str
) -> None:
    session = Session(qtbot, tmp_path, clock, language)
    session.click("welcome_next")
    session.click("plain")
    session.wait_for_diary()

    page = learn(session)
    search(session, page, words)
    laid_out(session, page)
    session.keys(Key.Key_PageDown, Key.Key_PageDown)
    session.click("bookmark")

    session.click("start_quiz")
    number = answer_all(session, page, wrong={1})
    assert f"{number - 1}" in page.quiz.question.text()
    session.click("quiz_next")

    session.fill("question_for_doctor", question)
    session.click("ask_doctor")
    session.click("article_note")
    session.type(NOTE)
    # And a second article, which she does not finish.
    session.click("back_to_list")
    session.click("list_all")
    open_row(page, BEGUN)
    laid_out(session, page)
    session.keys(Key.Key_PageDown, Key.Key_PageDown)
    place = page.reader.place.anchor
    assert place is not None
    session.close()

    clock.move(days=1)
    session = Session(qtbot, tmp_path, clock, language)
    session.wait_for_diary()
    page = learn(session)
    assert page.list.articles.ids[0] == BEGUN
    assert "%" in row_name(page, BEGUN)
    open_row(page, BEGUN)
    qtbot.waitUntil(lambda: page.reader.place.anchor == place)
    session.click("back_to_list")

    session.click("list_bookmarks")
    (kept,) = page.list.articles.ids
    assert ("read" if language == "en" else "다 읽음") in row_name(page, kept)
    open_row(page, kept)
    assert session.find(QPlainTextEdit, "article_note").toPlainText() == NOTE
    assert str(number - 1) in page.reader.foot.answered.text()
    assert session.window.view is not None
    answers = session.window.view.diary.learning.answers()
    assert [each.right for each in answers] == [at != 1 for at in range(number)]

    session.click("back_to_list")
    session.click("list_all")
    session.click("start_review")
    assert page.library is not None
    assert page.quiz.question.text() == page.library.article(ARTICLE, language).quiz[1].question
    session.click("quiz_back")

    session.go("visit")
    session.click(f"language_{language}")
    session.settle()
    session.person.save_to = paper = tmp_path / "visit.pdf"
    session.click("save_pdf")
    assert question in pdf_text.text(paper.read_bytes())
    # The note is hers alone.
    assert NOTE not in pdf_text.text(paper.read_bytes())
    session.close()


def test_the_keys_for_the_text_size_reach_the_article_too_and_the_size_is_kept(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    session = Session(qtbot, tmp_path, clock)
    session.click("welcome_next")
    session.click("plain")
    session.wait_for_diary()
    page = learn(session)
    search(session, page, "nephritis")
    assert page.reader.text is not None
    heading = page.reader.text.headings["biopsy"]
    sizes = [heading.height()]
    session.keys(Key.Key_Plus, held=CTRL)
    sizes.append(heading.height())
    session.click("larger_text")
    sizes.append(heading.height())
    assert sizes[0] < sizes[1] < sizes[2]
    session.keys(Key.Key_Minus, held=CTRL)
    assert heading.height() < sizes[2]
    session.close()
    session = Session(qtbot, tmp_path, clock)
    session.wait_for_diary()
    page = learn(session)
    search(session, page, "nephritis")
    assert page.reader.text_size == 1.15
    session.close()
