"""The note of a day, entries at a time of it, and a flare as the person calls it."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.records import Flare
from lupusdiary.ui.today.page import TodayPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child

Key = Qt.Key
YESTERDAY = date(2026, 11, 21)


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def note(daily: Daily, day: date | None = None) -> str | None:
    return daily.diary.days.day(day or daily.today).note


def steps(daily: Daily) -> int:
    taken = 0
    while daily.diary.history.undo() is not None:
        taken += 1
    return taken


def test_a_note_keeps_itself_when_typing_pauses(daily: Daily, qtbot: QtBot) -> None:
    page = daily.show(TodayPage)
    page.notes.note.setFocus()
    daily.type("tired")
    assert note(daily) is None
    qtbot.waitUntil(lambda: note(daily) == "tired")
    assert page.notes.note.hasFocus()


def test_one_visit_to_the_note_is_one_undo_step(daily: Daily, qtbot: QtBot) -> None:
    page = daily.show(TodayPage)
    page.notes.note.setFocus()
    daily.type("rain")
    qtbot.waitUntil(lambda: note(daily) == "rain")
    daily.type(" and wind")
    qtbot.waitUntil(lambda: note(daily) == "rain and wind")
    daily.press(Key.Key_Tab)
    page.notes.note.setFocus()
    daily.type("y")
    page.leave()
    assert note(daily) == "rain and windy"
    daily.diary.history.undo()
    assert note(daily) == "rain and wind"
    assert page.notes.note.toPlainText() == "rain and wind"
    daily.diary.history.undo()
    assert note(daily) is None
    assert steps(daily) == 0


def test_a_score_between_two_writings_stays_a_step_of_its_own(daily: Daily, qtbot: QtBot) -> None:
    page = daily.show(TodayPage)
    page.notes.note.setFocus()
    daily.type("a")
    qtbot.waitUntil(lambda: note(daily) == "a")
    daily.diary.days.record(daily.today, "fatigue", 4)
    daily.type("b")
    page.leave()
    daily.diary.history.undo()
    assert (note(daily), daily.diary.days.day(daily.today).readings) == ("a", {"fatigue": 4})


def test_leaving_for_another_day_keeps_the_note_on_its_own_day(daily: Daily) -> None:
    page = daily.show(TodayPage)
    page.notes.note.setFocus()
    daily.type("today")
    daily.click(child(page, QAbstractButton, "day_before"))
    assert page.notes.note.toPlainText() == ""
    assert (note(daily), note(daily, YESTERDAY)) == ("today", None)


def test_what_an_input_method_is_composing_is_kept_on_leaving(
    daily: Daily, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = daily.show(TodayPage)
    box = page.notes.note
    box.setFocus()
    QApplication.sendEvent(box, QInputMethodEvent("아프", []))

    class Method:
        def commit(self) -> None:
            event = QInputMethodEvent()
            event.setCommitString("아프")
            QApplication.sendEvent(box, event)

    monkeypatch.setattr(QGuiApplication, "inputMethod", staticmethod(Method))
    page.leave()
    assert note(daily) == "아프"


def test_a_note_is_not_replaced_while_an_input_method_composes(daily: Daily) -> None:
    page = daily.show(TodayPage)
    box = page.notes.note
    box.setFocus()
    daily.type("mine ")
    QApplication.sendEvent(box, QInputMethodEvent("ㅇ", []))
    daily.diary.days.set_note(daily.today, "from elsewhere")
    assert box.toPlainText() == "mine "
    event = QInputMethodEvent()
    event.setCommitString("아")
    QApplication.sendEvent(box, event)
    page.leave()
    assert note(daily) == "from elsewhere\n\nmine 아"


def test_a_note_that_is_too_long_is_refused_and_stays(daily: Daily) -> None:
    page = daily.show(TodayPage)
    page.notes.note.insertPlainText("x" * 100_001)
    page.leave()
    problem = child(page, QLabel, "problem")
    assert problem.isVisible()
    assert "100,000" in problem.text()
    assert len(page.notes.note.toPlainText()) == 100_001
    assert note(daily) is None


def test_a_temperature_at_a_time_is_added_changed_and_removed(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.click(child(page, QPushButton, "add_timed"))
    assert child(page, QLineEdit, "timed_at").text() == "21:04"
    daily.type("37.9")
    child(page, QLineEdit, "timed_at").setText("오후 2시 반")
    daily.press(Key.Key_Return)
    (entry,) = daily.diary.days.day(daily.today).timed
    assert entry == TimedEntry(time(14, 30), 37.9)
    daily.click(child(page, QAbstractButton, f"change_timed_{entry.id}"))
    child(page, QLineEdit, "timed_note").setFocus()
    daily.type("after a nap")
    daily.click(child(page, QPushButton, "timed_keep"))
    assert daily.diary.days.day(daily.today).timed == (TimedEntry(time(14, 30), 37.9, "after a nap"),)
    daily.click(child(page, QAbstractButton, f"remove_timed_{entry.id}"))
    assert daily.diary.days.day(daily.today).timed == ()
    daily.diary.history.undo()
    assert len(daily.diary.days.day(daily.today).timed) == 1


def test_several_entries_stand_in_the_order_of_their_times(daily: Daily) -> None:
    for hour in (19, 7, 13):
        daily.diary.days.add_timed(daily.today, TimedEntry(time(hour), None, f"at {hour}"))
    page = daily.show(TodayPage)
    shown = [label.text() for label in page.notes.timed.findChildren(QLabel) if label.text()[:2].isdigit()]
    assert shown == ["07:00", "13:00", "19:00"]


@pytest.mark.parametrize(
    ("at", "fever", "said"),
    [
        ("25:00", "37", "14:30"),
        ("8:00", "", "temperature or a note"),
        ("8:00", "70", "from 33 to 43"),
        ("8:00", "99", "°F"),
    ],
)
def test_an_impossible_timed_entry_is_refused_and_stays(daily: Daily, at: str, fever: str, said: str) -> None:
    page = daily.show(TodayPage)
    daily.click(child(page, QPushButton, "add_timed"))
    child(page, QLineEdit, "timed_at").setText(at)
    child(page, QLineEdit, "timed_fever").setText(fever)
    daily.click(child(page, QPushButton, "timed_keep"))
    assert said in child(page, QLabel, "timed_problem").text()
    assert child(page, QLineEdit, "timed_at").text() == at
    assert daily.diary.days.day(daily.today).timed == ()


def test_the_time_of_an_entry_on_a_past_day_is_not_invented(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.click(child(page, QAbstractButton, "day_before"))
    daily.click(child(page, QPushButton, "add_timed"))
    assert child(page, QLineEdit, "timed_at").text() == ""


def test_a_flare_begins_and_ends_as_the_person_says(daily: Daily) -> None:
    page = daily.show(TodayPage)
    page.show_day(daily.today - timedelta(days=5))
    daily.click(child(page, QPushButton, "flare_begin"))
    page.show_day(daily.today)
    assert child(page, QLabel, "flare_text").text().startswith("A flare since Tue 17 Nov 2026")
    assert not child(page, QPushButton, "flare_begin").isVisible()
    daily.click(child(page, QPushButton, "flare_end"))
    assert daily.diary.flares.all() == [Flare(date(2026, 11, 17), daily.today)]
    daily.click(child(page, QPushButton, "flare_remove"))
    assert daily.diary.flares.all() == []
    daily.diary.history.undo()
    assert len(daily.diary.flares.all()) == 1


def test_the_highest_scores_say_nothing_of_a_flare(daily: Daily) -> None:
    page = daily.show(TodayPage)
    text = child(page, QLabel, "flare_text").text()
    for item in daily.diary.symptoms.catalogue().default_on:
        if item.is_scored:
            daily.diary.days.record(daily.today, item.id, item.check(item.scale.maximum))
    assert child(page, QLabel, "flare_text").text() == text
    assert daily.diary.flares.all() == []
