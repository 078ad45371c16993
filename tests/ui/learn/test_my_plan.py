"""What was agreed on in a teach-back: kept once, found again, gone through again, printed, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary import open_diary
from lupusdiary.diary.demonstration_diary import create_demonstration
from lupusdiary.domain.learning import Learnt, TeachBack, TeachBackResult
from lupusdiary.domain.records import DiaryContents
from lupusdiary.ui.learn.page import LearnPage
from lupusdiary.ui.learn.teach_back import TeachBackView
from tests.conftest import StandingClock
from tests.report import pdf_text
from tests.ui.daily import Daily
from tests.ui.learning import KIDNEYS, click, look_for, opened, person, reader, shown

Key = Qt.Key
AGREED = TeachBack(
    date(2026, 11, 20),
    KIDNEYS,
    (TeachBackResult(True, "a sieve with holes"), TeachBackResult(False), TeachBackResult(True)),
    "Ask for the last UPCR",
)


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return reader(Daily(qtbot, tmp_path, clock))


def begun(daily: Daily) -> tuple[LearnPage, TeachBackView]:
    page = opened(daily)
    click(daily, page, "start_teach_back")
    return page, page.teach_back


def choose(daily: Daily, view: TeachBackView, *chips: str) -> None:
    for at, (message, chip) in enumerate(zip(view.messages, chips, strict=False)):
        daily.click(view.steps.chips[at])
        daily.click(getattr(message, chip))


def kept_after_saving(daily: Daily, view: TeachBackView) -> list[TeachBack]:
    view._scroll.ensureWidgetVisible(view.save)
    daily.click(view.save)
    return daily.diary.learning.teach_backs()


def words_of(page: LearnPage) -> str:
    return "\n".join(label.text() for card in page.list.plan.cards for label in card.findChildren(QLabel))


def press_on_plan(daily: Daily, page: LearnPage, name: str) -> None:
    daily.click(page.list.chips["plan"])
    button = page.list.plan.cards[0].findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    daily.click(button)


def test_the_talk_begins_at_its_first_message_by_keyboard(daily: Daily) -> None:
    _, view = begun(daily)
    daily.type("a sieve")
    assert view.messages[0].words.toPlainText() == "a sieve"
    daily.press(Key.Key_Tab, Key.Key_Space)
    assert view.messages[0].said.isChecked()
    assert view.messages[1].words.hasFocus(), "the next message comes by itself"


def test_the_answer_stands_on_the_educators_side_and_not_under_the_question(daily: Daily) -> None:
    page, view = begun(daily)
    page.resize(1093, 700)
    card = view.messages[0]
    daily.click(card.reveal)
    QApplication.processEvents()
    assert card.message.isVisible()
    assert card.side.isAncestorOf(card.message)
    assert not card.side.isAncestorOf(card.ask)
    assert card.side.geometry().left() > card.ask.geometry().right()


def test_a_talk_without_all_ticks_is_kept_and_gone_on_with_the_same_day(daily: Daily) -> None:
    page, view = begun(daily)
    choose(daily, view, "said")
    view.messages[1].words.setPlainText("half")
    daily.click(view.back)
    (kept,) = daily.diary.learning.teach_backs()
    assert kept.results == (TeachBackResult(True), TeachBackResult(None, "half"))
    page.show_list()
    daily.click(page.list.chips["plan"])
    assert "2. Not reached yet: “half”" in words_of(page)
    page.open("car_t_what")
    page.reader.teach_back_requested.emit(page.reader.article)
    page.open(KIDNEYS)
    page.reader.teach_back_requested.emit(page.reader.article)
    assert view.kept == kept
    assert view.messages[1].words.hasFocus(), "it goes on with what was not said yet"
    choose(daily, view, "said", "said", "said")
    daily.click(view.back)
    (whole,) = daily.diary.learning.teach_backs()
    assert [result.said for result in whole.results] == [True, True, True]


def test_what_is_said_after_it_was_explained_again_is_ticked_and_stays_one_teach_back(daily: Daily) -> None:
    _, view = begun(daily)
    choose(daily, view, "said", "again", "said")
    (kept,) = kept_after_saving(daily, view)
    assert [result.said for result in kept.results] == [True, False, True]
    assert view.said.text().startswith("Kept in the diary.")
    choose(daily, view, "said", "said", "said")
    assert view.said.text() == ""
    (later,) = kept_after_saving(daily, view)
    assert [result.said for result in later.results] == [True, True, True]
    assert later.id == kept.id


def test_undo_shows_at_once_what_the_diary_holds(daily: Daily) -> None:
    _, view = begun(daily)
    choose(daily, view, "said", "again", "said")
    kept_after_saving(daily, view)
    choose(daily, view, "said", "said", "said")
    kept_after_saving(daily, view)
    daily.diary.history.undo()
    assert view.messages[1].again.isChecked()
    daily.diary.history.undo()
    assert view.said.text() == ""
    view.leave()
    assert daily.diary.learning.teach_backs() == []


def test_what_is_complete_is_kept_by_itself_when_she_goes_away(daily: Daily) -> None:
    page, view = begun(daily)
    choose(daily, view, "said", "said", "said")
    daily.click(view.back)
    assert page.reader.isVisible()
    (kept,) = daily.diary.learning.teach_backs()
    assert all(result.said for result in kept.results)


def test_an_untouched_talk_prints_empty_forms_and_never_an_answer_that_nobody_gave(
    daily: Daily, tmp_path: Path
) -> None:
    page, view = begun(daily)
    view._scroll.ensureWidgetVisible(view.print)
    daily.click(view.print)
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    person(daily).save_to = tmp_path / "form.pdf"
    daily.click(page.paper.save_print.save)
    text = pdf_text.text((tmp_path / "form.pdf").read_bytes())
    assert text.count("Date:") == 2
    assert "✓" not in text
    daily.click(page.paper.back)
    view.messages[0].words.setFocus()
    daily.type("half")
    view._scroll.ensureWidgetVisible(view.print)
    daily.click(view.print)
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    person(daily).save_to = tmp_path / "half.pdf"
    daily.click(page.paper.save_print.save)
    half = pdf_text.text((tmp_path / "half.pdf").read_bytes())
    assert "half" in half
    assert "✓" not in half, "an answer that nobody gave is not printed"


def test_the_plan_is_found_again_with_the_persons_own_words(daily: Daily) -> None:
    page = shown(daily)
    daily.click(page.list.chips["plan"])
    assert page.list.plan.empty.isVisible()
    daily.diary.learning.add_teach_back(AGREED)
    older = replace(AGREED, day=AGREED.day - timedelta(days=30), action="Bring the sheet", results=())
    daily.diary.learning.add_teach_back(older)
    assert not page.list.plan.empty.isVisible()
    lines = words_of(page).splitlines()
    assert [line for line in lines if line in ("Ask for the last UPCR", "Bring the sheet")] == [
        "Ask for the last UPCR", "Bring the sheet",
    ]  # fmt: skip
    assert "1. Said in own words: “a sieve with holes”" in lines
    assert "2. Explain again" in lines
    assert "Fri 20 Nov 2026 · Lupus nephritis and protein in the urine" in lines


def test_the_search_finds_the_plan_and_leads_to_it(daily: Daily) -> None:
    daily.diary.learning.add_teach_back(AGREED)
    page = shown(daily)
    row = next(row for row in look_for(daily, page, "sieve") if row.accessibleName().startswith("My plan: "))
    daily.click(row)
    assert page.list.plan.isVisible()


def test_the_plan_is_printed_gone_through_again_and_removed_with_undo(daily: Daily, tmp_path: Path) -> None:
    kept = daily.diary.learning.add_teach_back(AGREED)
    page = shown(daily)
    press_on_plan(daily, page, "plan_print")
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    person(daily).save_to = tmp_path / "card.pdf"
    daily.click(page.paper.save_print.save)
    text = pdf_text.text((tmp_path / "card.pdf").read_bytes())
    assert "One thing for my plan Ask for the last UPCR" in text
    daily.click(page.paper.back)
    assert page.list.plan.isVisible()

    press_on_plan(daily, page, "plan_again")
    assert page.teach_back.messages[0].words.toPlainText() == "a sieve with holes"
    choose(daily, page.teach_back, "said", "said", "said")
    daily.click(page.teach_back.back)
    assert page.list.plan.isVisible()
    (later,) = daily.diary.learning.teach_backs()
    assert (later.id, later.day) == (kept.id, AGREED.day)
    assert all(result.said for result in later.results)

    press_on_plan(daily, page, "plan_remove")
    assert page.list.plan.cards == []
    daily.diary.history.undo()
    assert len(page.list.plan.cards) == 1


def test_a_plan_of_an_article_that_is_gone_can_still_be_read_and_removed(daily: Daily) -> None:
    gone = Learnt(teach_backs=(replace(AGREED, article="our_clinic"),))
    daily.diary.merge(DiaryContents(learning=gone))
    page = shown(daily)
    daily.click(page.list.chips["plan"])
    assert "Ask for the last UPCR" in words_of(page)
    names = [button.objectName() for button in page.list.plan.cards[0].findChildren(QPushButton)]
    assert names == ["plan_remove"]


def test_another_language_follows_in_the_talk_and_on_its_sheet(daily: Daily) -> None:
    page, view = begun(daily)
    assert page.library is not None
    korean = page.library.article(KIDNEYS, "ko")
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert view.messages[0].ask.text() == korean.teach_back[0].ask
    assert view.action.toPlainText() == korean.action
    view._scroll.ensureWidgetVisible(view.print)
    daily.click(view.print)
    assert korean.title in page.paper.title.text()
    daily.around.ui_language.switch("en")
    page.retranslate()
    assert "Lupus nephritis and protein in the urine" in page.paper.title.text()


def test_not_one_byte_of_a_demonstration_diary_changes_when_its_forms_are_printed(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    daily = reader(Daily(qtbot, tmp_path, clock))
    path = tmp_path / "mild.lupusdiary"
    daily.diary = create_demonstration(path, "mild", clock, "en")
    page = opened(daily)
    click(daily, page, "start_teach_back")
    # Where she is in the article may be kept until the demonstration is put back.
    page.reader.leave()
    before = path.read_bytes()
    view = page.teach_back
    assert not view.save.isVisible()
    daily.type("what a real person said")
    choose(daily, view, "again", "said", "said")
    daily.click(view.print)
    qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    person(daily).save_to = tmp_path / "form.pdf"
    daily.click(page.paper.save_print.save)
    daily.click(page.paper.back)
    daily.click(page.teach_back.back)
    page.leave()
    assert pdf_text.text((tmp_path / "form.pdf").read_bytes()).count("Date:") == 2
    assert path.read_bytes() == before
    daily.diary.close()
    assert path.read_bytes() == before


def test_a_diary_that_can_only_be_read_shows_its_plan_and_offers_empty_forms(
    daily: Daily, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    daily.diary.learning.add_teach_back(AGREED)
    daily.diary.learning.answer(KIDNEYS, 0, False)
    path = daily.diary.path
    daily.diary.close()
    daily.diary = open_diary(path, None, clock)
    monkeypatch.setattr(type(daily.diary), "read_only", property(lambda _: True))
    clock.move(days=2)
    page = shown(daily)
    assert not page.list.articles.review_card.isVisible()
    daily.click(page.list.chips["plan"])
    names = [button.objectName() for button in page.list.plan.cards[0].findChildren(QPushButton)]
    assert names == ["plan_print", "plan_read"]
    page.open(KIDNEYS)
    click(daily, page, "start_teach_back")
    assert "can only be read" in page.teach_back._intro.text()
    assert not page.teach_back.save.isVisible()
