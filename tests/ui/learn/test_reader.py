"""An article as a person reads it: words, figures, sources, size, place, bookmark, note and questions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from lupusdiary.domain.records import Visit
from lupusdiary.education.content.article import Link, Plain, Source, Term
from lupusdiary.ui.articles.rich_text import Typeface, line_html
from lupusdiary.ui.widgets.labels import RichLabel
from tests.conftest import StandingClock
from tests.report import pdf_text
from tests.ui.daily import Daily, child
from tests.ui.learning import KIDNEYS, click, opened, person, reader, seen

Key = Qt.Key
# The offscreen platform cannot do what a popup asks of the screen, and says so.
popups = pytest.mark.qt_log_ignore("This plugin does not support")
FACE = Typeface(12, "#000000", "#555555", "#0000ff")


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


def test_nothing_of_a_file_is_read_as_markup() -> None:
    line = (Plain("<img src=x> & "), Term("<b>", 'x"y'), Link("'", "a<b"))
    shown = line_html(line, FACE, {})
    assert "<img" not in shown
    assert "<b>" not in shown
    assert 'href="term:x&quot;y"' in shown
    assert 'href="article:a&lt;b"' in shown


def test_sentences_of_the_same_source_share_one_mark() -> None:
    line = (Plain("One."), Source("A"), Plain("Two."), Source("A"), Plain("Three."), Source("B"), Source("A"))
    shown = line_html(line, FACE, {"A": 1, "B": 2})
    assert shown.count("[") == 2
    assert shown.index("Two.") < shown.index("[1]") < shown.index("Three.") < shown.index("[2, 1]")


def test_an_article_says_where_it_comes_from_and_who_has_read_it(daily: Daily) -> None:
    page = opened(daily)
    assert "not yet reviewed by a clinician" in page.reader.top.about.text()
    lines = page.reader.foot.source_lines()
    assert page.reader.article is not None
    assert [line.partition(".")[0] for line in lines] == [
        str(number) for number in range(1, len(page.reader.article.sources) + 1)
    ]
    assert any("https://doi.org/" in line for line in lines)
    assert "This information does not replace your doctor." in page.reader.foot.closing.text()


def test_no_link_leads_out_of_the_program(daily: Daily) -> None:
    page = opened(daily)
    labels = page.reader.findChildren(RichLabel)
    assert not any(label.openExternalLinks() for label in labels)
    assert not any('href="http' in label.text() for label in labels)


def test_a_warning_stands_in_a_box_of_its_own(daily: Daily) -> None:
    page = opened(daily)
    box = child(page.reader, QFrame, "warning")
    assert box.property("role") == "note"
    words = " ".join(label.text() for label in box.findChildren(QLabel))
    assert "<b>Call 119: </b>Swelling together with breathlessness" in words


def test_where_cart_shows_it_is_said_that_people_differ(daily: Daily) -> None:
    page = opened(daily, "car_t_what")
    assert page.reader.top.people_differ.isVisible()
    page.open(KIDNEYS)
    assert not page.reader.top.people_differ.isVisible()


def test_a_figure_is_drawn_and_described(daily: Daily) -> None:
    page = opened(daily)
    assert page.reader.text is not None
    (figure,) = page.reader.text.figures
    assert "inflamed filter" in figure.drawing.accessibleDescription()
    light = figure.drawing.grab().toImage()
    daily.around.theme.set_name("dark")
    page.restyle()
    assert figure.drawing.grab().toImage() != light
    daily.around.theme.set_name("light")


@popups
def test_a_word_is_explained_by_keyboard(daily: Daily) -> None:
    page = opened(daily)
    daily.press(Key.Key_Tab, Key.Key_Return)
    assert page.reader.popup.isVisible()
    assert page.reader.popup.name.text() == "lupus nephritis"
    assert page.reader.popup.other.text().startswith("루푸스신염")
    daily.press(Key.Key_Escape)
    assert not page.reader.popup.isVisible()


@popups
def test_a_word_leads_on_to_an_article(daily: Daily) -> None:
    page = opened(daily)
    page.reader._follow("term:complement", QPoint(300, 300))
    buttons = page.reader.popup.findChildren(QPushButton)
    button = next(each for each in buttons if each.accessibleName().startswith("Read: "))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.reader.article is not None
    assert page.reader.article.id != KIDNEYS


def test_a_link_to_an_article_is_followed(daily: Daily) -> None:
    page = opened(daily)
    page.reader._follow("article:immunosuppressants", QPoint())
    assert page.reader.article is not None
    assert page.reader.article.id == "immunosuppressants"


def test_the_text_grows_on_top_of_the_programs_size_and_the_place_stays(daily: Daily) -> None:
    page = opened(daily, anchor="biopsy")
    daily.qtbot.waitUntil(lambda: page.reader.place.anchor == "biopsy")
    assert page.reader.text is not None
    heading = page.reader.text.headings["biopsy"]
    before = heading.height()
    daily.click(child(page, QToolButton, "larger_text"))
    daily.click(child(page, QToolButton, "larger_text"))
    assert heading.height() > before
    assert daily.around.preferences.number("reader_size", 0) == 1.3
    daily.qtbot.waitUntil(lambda: page.reader.place.anchor == "biopsy")


def test_a_line_holds_about_seventy_signs_however_wide_the_window(daily: Daily) -> None:
    page = opened(daily)
    page.resize(1900, 900)
    QApplication.processEvents()
    assert page.reader.text is not None
    label = next(each for each in page.reader.text.findChildren(RichLabel) if len(each.text()) > 600)
    assert label.width() < label.fontMetrics().averageCharWidth() * 80
    assert page.reader.contents.isVisible()


def test_headings_lead_to_their_sections(daily: Daily) -> None:
    page = opened(daily)
    page.resize(1500, 614)
    QApplication.processEvents()
    contents = page.reader.contents
    contents.setFocus()
    contents.setCurrentRow(3)
    daily.press(Key.Key_Return)
    assert page.reader.place.anchor == "biopsy"


def test_the_contents_follow_the_scroll_also_after_a_click_on_them(daily: Daily) -> None:
    page = opened(daily)
    page.resize(1500, 614)
    QApplication.processEvents()
    contents = page.reader.contents
    assert contents.currentRow() == -1
    place = contents.visualItemRect(contents.item(3)).center()
    QTest.mouseClick(contents.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.reader.place.anchor == "biopsy"
    bar = page.reader._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert contents.currentRow() == contents.count() - 1
    ticked = [action.isChecked() for action in page.reader.head._menu.actions()]
    assert ticked == [False] * (contents.count() - 1) + [True]
    bar.setValue(0)
    assert contents.currentRow() == -1


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_heading_stands_whole_in_the_contents(daily: Daily, scale: float) -> None:
    daily.around.theme.set_scale(scale)
    page = opened(daily)
    page.restyle()
    page.resize(1900, 1000)
    contents = page.reader.contents
    daily.qtbot.waitUntil(contents.isVisible)
    QApplication.processEvents()
    assert not contents.verticalScrollBar().isVisible()
    for row in range(contents.count()):
        item = contents.item(row)
        place = contents.visualItemRect(item)
        words = contents.fontMetrics().boundingRect(
            place.adjusted(0, 0, -10, 1000), Qt.TextFlag.TextWordWrap, item.text()
        )
        assert words.height() <= place.height(), item.text()
    daily.around.theme.set_scale(1.0)


def test_the_line_that_is_read_stays_when_the_window_or_the_programs_text_changes(daily: Daily) -> None:
    page = opened(daily)
    assert page.reader.text is not None
    line = page.reader.text.headings["tests"]
    bar = page.reader._scroll.verticalScrollBar()
    bar.setValue(page.reader.place._y(line))

    def at_the_top() -> bool:
        return abs(page.reader.place._y(line) - bar.value()) <= 2

    before = bar.value()
    page.resize(620, 500)
    daily.qtbot.waitUntil(lambda: bar.value() != before and at_the_top())
    daily.around.theme.set_scale(1.5)
    page.restyle()
    daily.qtbot.waitUntil(at_the_top)
    daily.around.theme.set_scale(1.0)
    page.restyle()
    daily.qtbot.waitUntil(at_the_top)


def test_progress_is_remembered_when_somebody_reads_and_only_then(daily: Daily) -> None:
    page = opened(daily)
    page.show_list()
    assert daily.diary.learning.state(KIDNEYS).progress == 0
    page.open(KIDNEYS)
    daily.press(Key.Key_PageDown, Key.Key_PageDown)
    page.leave()
    state = daily.diary.learning.state(KIDNEYS)
    assert 0 < state.progress < 1
    assert state.anchor == page.reader.place.anchor
    assert not state.finished
    page.reader._scroll.verticalScrollBar().setValue(99_999)
    page.leave()
    assert daily.diary.learning.state(KIDNEYS).finished


def test_a_bookmark_is_put_and_taken_back_with_undo(daily: Daily) -> None:
    page = opened(daily)
    daily.click(child(page, QToolButton, "bookmark"))
    assert daily.diary.learning.state(KIDNEYS).bookmarked
    daily.diary.history.undo()
    assert not daily.diary.learning.state(KIDNEYS).bookmarked
    assert not page.reader.head.marked.isChecked()


def test_an_own_note_is_kept_by_itself(daily: Daily) -> None:
    page = opened(daily)
    note = seen(page, QPlainTextEdit, "article_note")
    note.setFocus()
    daily.type("my sieve")
    page.leave()
    assert daily.diary.learning.state(KIDNEYS).note == "my sieve"
    daily.diary.history.undo()
    assert daily.diary.learning.state(KIDNEYS).note is None


def waiting(daily: Daily) -> list[str]:
    return [each.text for each in daily.diary.open_questions.all()]


def test_a_question_waits_for_the_next_visit_and_says_where_it_came_up(daily: Daily) -> None:
    daily.diary.visits.add(Visit(date(2026, 12, 1)))
    page = opened(daily)
    click(daily, page, "ask_doctor")
    (question,) = daily.diary.open_questions.all()
    assert question.text == "How have my urine protein and kidney function changed?"
    assert question.origin == f"article:{KIDNEYS}"
    assert "1 Dec 2026" in page.reader.foot.ask.said.text()


def test_ready_questions_are_chosen_by_tick_and_go_along_with_the_typed_one(daily: Daily) -> None:
    daily.diary.visits.add(Visit(date(2026, 12, 1)))
    page = opened(daily)
    field = seen(page, QLineEdit, "question_for_doctor")
    field.clear()
    (tick,) = page.reader.foot.ask.ticks
    daily.click(tick.box)
    click(daily, page, "ask_doctor")
    assert waiting(daily) == ["What should I avoid to protect my kidneys?"]
    assert not tick.box.isChecked()
    field.setText("And my blood pressure?")
    daily.click(tick.box)
    click(daily, page, "ask_doctor")
    # What waits already stays once.
    assert waiting(daily) == ["What should I avoid to protect my kidneys?", "And my blood pressure?"]


def test_a_question_needs_no_visit_and_no_day(daily: Daily) -> None:
    page = opened(daily)
    field = seen(page, QLineEdit, "question_for_doctor")
    field.selectAll()
    QTest.keyClicks(field, "How often?")
    click(daily, page, "ask_doctor")
    assert daily.diary.visits.all() == []
    assert waiting(daily) == ["How often?"]
    assert "next visit" in page.reader.foot.ask.said.text()


@popups
def test_the_copied_text_is_whole_and_says_where_it_comes_from(daily: Daily) -> None:
    page = opened(daily)
    daily.click(child(page, QToolButton, "copy_article"))
    copied = QGuiApplication.clipboard().text()
    assert page.reader.article is not None
    for section in page.reader.article.sections:
        assert section.heading in copied
    assert "\n".join(page.reader.foot.source_lines()) in copied
    assert "not yet reviewed by a clinician" in copied
    assert copied.rstrip().endswith("This information does not replace your doctor.")


def test_a_handout_is_saved_in_both_languages_and_holds_nothing_of_the_person(
    daily: Daily, tmp_path: Path
) -> None:
    daily.diary.learning.set_note(KIDNEYS, "my secret")
    page = opened(daily)
    daily.click(child(page, QToolButton, "handout"))
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    daily.click(page.paper.chips["both"])
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    person(daily).save_to = tmp_path / "handout.pdf"
    daily.click(page.paper.save_print.save)
    text = pdf_text.text((tmp_path / "handout.pdf").read_bytes())
    assert "Lupus nephritis and protein in the urine" in text
    assert "루푸스신염과 단백뇨" in text
    assert "my secret" not in text
    said = page.paper.save_print.saved.text()
    assert said == f"Saved as “handout.pdf” in “{tmp_path.name}”. It holds nothing of your diary."
    assert not page.paper.save_print.caution.isVisible()
