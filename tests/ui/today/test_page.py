"""The evening check-in as a person does it: clicked, typed, and read back from the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import open_diary
from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.period import Period
from lupusdiary.language import Refusal
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.today.page import TodayPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child

Key = Qt.Key
YESTERDAY = date(2026, 11, 21)
USUAL: dict[str, ReadingValue | None] = {
    "global": 5,
    "fatigue": 6,
    "joint_pain": 4,
    "morning_stiffness": 30,
    "malar_rash": 1,
    "oral_ulcer": 0,
    "hair_loss": 0,
    "fever": 36.8,
    "leg_swelling": 0,
    "foamy_urine": 1,
}


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def readings(daily: Daily, day: date | None = None) -> dict[str, ReadingValue]:
    return dict(daily.diary.days.day(day or daily.today).readings)


def cell(page: TodayPage, code: str, label: str) -> QPushButton:
    cells = [each for each in page.items.row(code).findChildren(QPushButton) if each.text() == label]
    assert len(cells) == 1, label
    return cells[0]


def test_an_empty_day_shows_nothing_as_chosen(daily: Daily) -> None:
    page = daily.show(TodayPage)
    assert len(page.items.rows) == 10
    for row in page.items.rows:
        assert not any(each.isChecked() for each in row.answer.findChildren(QPushButton))
        assert all(field.text() == "" for field in row.findChildren(QLineEdit))
        assert row.tools.clear is None or not row.tools.clear.isVisible()


def test_all_ten_items_by_digits_take_twelve_key_presses(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.type("5")
    daily.type("6")
    daily.type("4")
    daily.type("30")
    daily.press(Key.Key_Return)
    daily.type("1")
    daily.type("0")
    daily.type("0")
    daily.press(Key.Key_Down)
    daily.type("0")
    daily.type("1")
    expected = {code: value for code, value in USUAL.items() if code != "fever"}
    assert readings(daily) == expected
    assert daily.effort <= 12
    assert page.notes.note.hasFocus()


def test_a_day_like_the_last_one_takes_one_click_and_what_is_measured_stays_empty(daily: Daily) -> None:
    daily.diary.days.record_many(YESTERDAY, USUAL)
    page = daily.show(TodayPage)
    button = child(page, QPushButton, "copy_last")
    assert button.text() == "Same as yesterday (21 Nov)"
    daily.click(button)
    daily.click(cell(page, "joint_pain", "7"))
    kept = readings(daily)
    assert kept["joint_pain"] == 7
    assert kept["fatigue"] == 6
    assert "fever" not in kept
    assert "leg_swelling" not in kept
    assert daily.effort <= 12
    assert daily.diary.days.day(daily.today).how["fatigue"] == "copied"
    assert "joint_pain" not in daily.diary.days.day(daily.today).how


def test_copying_fills_only_what_is_empty_and_is_one_step(daily: Daily) -> None:
    daily.diary.days.record_many(YESTERDAY, USUAL)
    page = daily.show(TodayPage)
    daily.click(cell(page, "fatigue", "9"))
    daily.click(child(page, QPushButton, "copy_last"))
    assert readings(daily)["fatigue"] == 9
    assert readings(daily)["global"] == 5
    daily.diary.history.undo()
    assert readings(daily) == {"fatigue": 9}
    assert page.items.row("global").value is None


def test_no_symptoms_writes_zeros_but_no_temperature_in_one_step(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.click(cell(page, "joint_pain", "2"))
    daily.click(child(page, QPushButton, "no_symptoms"))
    kept = readings(daily)
    assert kept.pop("joint_pain") == 2
    assert set(kept.values()) == {0}
    assert len(kept) == 8
    assert "fever" not in kept
    daily.diary.history.undo()
    assert readings(daily) == {"joint_pain": 2}


def test_without_an_earlier_record_there_is_nothing_to_copy(daily: Daily) -> None:
    page = daily.show(TodayPage)
    assert not child(page, QPushButton, "copy_last").isVisible()


def test_one_and_nought_are_ten_and_so_is_end(daily: Daily) -> None:
    daily.show(TodayPage)
    daily.type("10")
    daily.type("0")
    daily.press(Key.Key_End)
    daily.press(Key.Key_Up)
    daily.press(Key.Key_Up)
    daily.press(Key.Key_Up)
    daily.press(Key.Key_Home)
    assert readings(daily) == {"global": 0, "fatigue": 0, "joint_pain": 10}


def test_backspace_goes_back_and_delete_makes_it_not_recorded(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.type("56")
    daily.press(Key.Key_Backspace)
    daily.press(Key.Key_Delete)
    assert readings(daily) == {"global": 5}
    assert page.items.row("fatigue").value is None
    daily.type("3")
    assert readings(daily) == {"global": 5, "fatigue": 3}


def test_arrows_change_a_value_and_only_where_they_stop_is_kept(daily: Daily, qtbot: QtBot) -> None:
    page = daily.show(TodayPage)
    daily.press(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left)
    assert readings(daily) == {}
    qtbot.waitUntil(lambda: readings(daily) == {"global": 1})
    daily.press(Key.Key_Right, Key.Key_Down)
    assert readings(daily) == {"global": 2}
    assert page.items.row("fatigue").isAncestorOf(daily.focus())
    daily.diary.history.undo()
    assert readings(daily) == {"global": 1}


def test_yes_and_no_are_one_and_nought(daily: Daily) -> None:
    daily.diary.symptoms.track("chills")
    daily.diary.symptoms.track("nasal_ulcer")
    page = daily.show(TodayPage)
    page.items.row("chills").take_focus()
    daily.type("10")
    assert readings(daily) == {"chills": True, "nasal_ulcer": False}
    assert type(readings(daily)["nasal_ulcer"]) is bool


def test_a_digit_without_a_step_answers_nothing(daily: Daily) -> None:
    page = daily.show(TodayPage)
    page.items.row("malar_rash").take_focus()
    daily.type("7")
    assert readings(daily) == {}
    assert page.items.row("malar_rash").isAncestorOf(daily.focus())


def test_letters_do_nothing(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.type("nyxs")
    assert readings(daily) == {}
    assert page.items.row("global").isAncestorOf(daily.focus())


def test_the_clear_button_empties_a_row(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.click(cell(page, "malar_rash", "Severe"))
    daily.click(child(page, QAbstractButton, "clear_malar_rash"))
    assert readings(daily) == {}
    assert not cell(page, "malar_rash", "Severe").isChecked()


def test_a_second_click_on_the_chosen_cell_keeps_it(daily: Daily) -> None:
    page = daily.show(TodayPage)
    for _ in range(2):
        daily.click(cell(page, "fatigue", "8"))
    assert readings(daily) == {"fatigue": 8}
    assert cell(page, "fatigue", "8").isChecked()


def test_the_wheel_changes_no_value(daily: Daily) -> None:
    daily.diary.symptoms.track("joint_swelling")
    daily.diary.days.record_many(daily.today, {**USUAL, "joint_swelling": 3})
    page = daily.show(TodayPage)
    before = readings(daily)
    widgets = [page, *page.findChildren(QWidget)]
    for widget in widgets:
        middle = QPointF(widget.rect().center())
        turn = QWheelEvent(
            middle,
            QPointF(widget.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, turn)
    page.leave()
    assert readings(daily) == before


def test_any_minutes_and_a_temperature_are_typed(daily: Daily) -> None:
    page = daily.show(TodayPage)
    page.items.row("morning_stiffness").take_focus()
    daily.type("45")
    daily.press(Key.Key_Return)
    daily.click(child(page, QLineEdit, "number_fever"))
    daily.type("37.2")
    daily.press(Key.Key_Tab)
    assert readings(daily) == {"morning_stiffness": 45, "fever": 37.2}


def test_digits_reach_a_number_field_through_an_input_method(daily: Daily) -> None:
    page = daily.show(TodayPage)
    field = child(page, QLineEdit, "number_fever")
    field.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("３８.１")
    QApplication.sendEvent(field, event)
    daily.press(Key.Key_Return)
    assert readings(daily) == {"fever": 38.1}


def test_a_value_that_cannot_be_is_refused_beside_it_and_stays_to_be_corrected(daily: Daily) -> None:
    page = daily.show(TodayPage)
    field = child(page, QLineEdit, "number_fever")
    field.setFocus()
    daily.type("372")
    daily.press(Key.Key_Return)
    said = child(page, QLabel, "error_fever")
    assert said.isVisible()
    assert "from 33 to 43" in said.text()
    assert field.text() == "372"
    assert field.hasFocus()
    assert readings(daily) == {}
    field.clear()
    daily.type("37.2")
    daily.press(Key.Key_Return)
    assert readings(daily) == {"fever": 37.2}
    assert not said.isVisible()


def test_a_write_that_fails_is_said_calmly_and_the_answer_stays(
    daily: Daily, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = daily.show(TodayPage)

    def full(*_: object) -> None:
        raise Refusal("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(daily.diary.days, "record", full)
        daily.type("6")
        said = child(page, QLabel, "problem")
        assert said.isVisible()
        assert said.text() == "Overall burden of lupus: The disk is full."
        assert cell(page, "global", "6").isChecked()
        assert page.items.row("global").isAncestorOf(daily.focus())
    daily.type("6")
    assert readings(daily) == {"global": 6}
    assert not said.isVisible()


def test_the_fixed_question_is_the_same_whatever_is_entered(daily: Daily) -> None:
    page = daily.show(TodayPage)
    label = child(page, QLabel, "red_flag_fever")
    empty = (label.text(), label.isVisible(), label.property("role"))
    child(page, QLineEdit, "number_fever").setFocus()
    daily.type("40.5")
    daily.press(Key.Key_Return)
    assert (label.text(), label.isVisible(), label.property("role")) == empty
    assert label.isVisible()
    assert label.text() == "Fever with confusion, fast breath or blotchy skin"
    assert "38.0 °C or higher: call your hospital now, day or night." in label.toolTip()
    assert page.findChildren(QLabel, "red_flag_global") == []


def test_the_info_button_explains_the_item_where_nothing_moves(daily: Daily) -> None:
    page = daily.show(TodayPage)
    page.items.row("fatigue").take_focus()
    QApplication.processEvents()
    button = child(page, QAbstractButton, "info_fatigue")
    places = [row.geometry() for row in page.items.rows]
    sentence = page.items.row("fatigue").symptom.plain(daily.around.tr)
    assert page.findChildren(QLabel, "plain_fatigue") == []
    daily.click(button)
    plain = child(page, QLabel, "plain_fatigue")
    assert plain.isVisible()
    assert plain.text() == sentence
    assert button.toolTip() == sentence
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert [row.geometry() for row in page.items.rows] == places


def test_count_steps_and_blood_pressure(daily: Daily, qtbot: QtBot) -> None:
    daily.diary.symptoms.track("joint_swelling")
    daily.diary.symptoms.track("bp")
    page = daily.show(TodayPage)
    for _ in range(3):
        daily.click(cell(page, "joint_swelling", "+"))
    daily.click(cell(page, "joint_swelling", "−"))
    qtbot.waitUntil(lambda: readings(daily).get("joint_swelling") == 2)
    page.items.row("bp").take_focus()
    daily.type("120")
    daily.press(Key.Key_Return)
    daily.type("80")
    daily.press(Key.Key_Return)
    assert str(readings(daily)["bp"]) == "120/80"


def test_one_number_of_a_blood_pressure_is_refused_and_stays(daily: Daily, qtbot: QtBot) -> None:
    daily.diary.symptoms.track("bp")
    page = daily.show(TodayPage)
    page.items.row("bp").take_focus()
    daily.type("120")
    page.notes.note.setFocus()
    qtbot.waitUntil(lambda: page.findChildren(QLabel, "error_bp") != [])
    assert child(page, QLineEdit, "number_bp_upper").text() == "120"
    assert readings(daily) == {}


def test_what_was_entered_is_there_after_a_restart_and_can_be_undone(
    daily: Daily, clock: StandingClock
) -> None:
    daily.show(TodayPage)
    daily.type("5")
    daily.diary.close()
    daily.diary = open_diary(daily.diary.path, None, clock)
    page = daily.show(TodayPage)
    assert page.items.row("global").value == 5
    daily.diary.history.undo()
    assert page.items.row("global").value is None


def test_what_another_program_writes_is_shown(daily: Daily) -> None:
    page = daily.show(TodayPage)
    other = open_diary(daily.diary.path, None, daily.clock)
    other.days.record(daily.today, "fatigue", 7)
    other.close()
    assert daily.diary.poll()
    assert cell(page, "fatigue", "7").isChecked()


def test_language_and_text_size_change_while_it_is_open(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.type("5")
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert cell(page, "malar_rash", "가벼움").isVisible()
    assert child(page, QLabel, "day_title").text() == "2026. 11. 22.(일)"
    daily.around.theme.set_scale(2.0)
    page.restyle()
    assert cell(page, "fatigue", "5").height() >= 58
    assert page.minimumSizeHint().width() <= 1093
    daily.around.theme.set_scale(1.0)


def test_a_day_that_is_filled_in_later_is_remembered_as_such(daily: Daily) -> None:
    page = daily.show(TodayPage)
    daily.click(child(page, QAbstractButton, "day_before"))
    assert child(page, QLabel, "day_title").text() == "Sat 21 Nov 2026"
    assert child(page, QLabel, "filled_in_later").isVisible()
    daily.type("4")
    assert daily.diary.days.day(YESTERDAY).how == {"global": "later"}
    daily.click(child(page, QPushButton, "back_to_today"))
    assert not child(page, QLabel, "filled_in_later").isVisible()
    assert page.items.row("global").value is None


def test_a_day_that_has_not_come_is_refused(daily: Daily) -> None:
    page = daily.show(TodayPage)
    assert not child(page, QAbstractButton, "day_after").isEnabled()
    page.visit(Route("today", day=daily.today + timedelta(days=1)))
    assert page.day == daily.today
    assert child(page, QLabel, "problem").text() == "This day has not come yet."


def test_the_squares_tell_and_lead_to_their_days(daily: Daily) -> None:
    daily.diary.days.record(YESTERDAY, "fatigue", 3)
    daily.diary.days.record(YESTERDAY - timedelta(days=6), "fatigue", 3)
    page = daily.show(TodayPage)
    assert page.header.strip.accessibleName() == "1 of these 7 days are recorded"
    square = child(page, QAbstractButton, "square_2026-11-21")
    empty = child(page, QAbstractButton, "square_2026-11-20")
    assert square.toolTip() == "Sat 21 Nov 2026: recorded later"
    assert empty.toolTip() == "Fri 20 Nov 2026: not recorded"
    assert square.grab().toImage() != empty.grab().toImage()
    daily.click(square)
    assert page.day == YESTERDAY
    square.setFocus()
    daily.press(Key.Key_Left, Key.Key_Return)
    assert page.day == YESTERDAY - timedelta(days=1)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_the_calendar_reaches_any_day_that_has_come(daily: Daily, qtbot: QtBot) -> None:
    from PySide6.QtCore import QDate

    page = daily.show(TodayPage)
    daily.click(child(page, QAbstractButton, "choose_day"))
    popup = page.header.calendar
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert popup.month.firstDayOfWeek() == Qt.DayOfWeek.Sunday
    assert popup.month.maximumDate() == QDate(2026, 11, 22)
    popup.month.setSelectedDate(QDate(2009, 5, 4))
    daily.press(Key.Key_Return)
    assert page.day == date(2009, 5, 4)
    assert not popup.isVisible()


def test_a_new_day_is_shown_after_midnight(daily: Daily, clock: StandingClock) -> None:
    page = daily.show(TodayPage)
    daily.type("5")
    clock.move(hours=4)
    page.visit(Route("today"))
    assert page.day == date(2026, 11, 23)
    assert page.items.row("global").value is None


def test_a_protected_diary_is_shown_and_not_changed(
    daily: Daily, monkeypatch: pytest.MonkeyPatch, clock: Callable[[], datetime]
) -> None:
    daily.diary.days.record(daily.today, "fatigue", 3)
    monkeypatch.setattr(type(daily.diary), "read_only", property(lambda _: True))
    page = daily.show(TodayPage)
    assert cell(page, "fatigue", "3").isChecked()
    assert not child(page, QPushButton, "no_symptoms").isVisible()
    assert not cell(page, "fatigue", "4").isEnabled()
    assert page.notes.note.isReadOnly()


def test_today_reads_its_day_and_its_week_and_nothing_else(
    daily: Daily, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ago in range(1, 60):
        daily.diary.days.record(daily.today - timedelta(days=ago), "fatigue", 3)
    read: list[Period] = []
    days = daily.diary.days
    for name in ("between", "recorded_on"):
        whole = getattr(days, name)
        monkeypatch.setattr(days, name, lambda period, whole=whole: read.append(period) or whole(period))
    daily.show(TodayPage)
    assert sorted((period.days for period in read), reverse=True) == [7, 1]
    assert all(period.end == daily.today for period in read)


def test_copying_when_nothing_is_empty_says_so(daily: Daily) -> None:
    daily.diary.days.record(YESTERDAY, "fatigue", 3)
    daily.diary.days.record(daily.today, "fatigue", 4)
    page = daily.show(TodayPage)
    daily.click(child(page, QPushButton, "copy_last"))
    assert "nothing empty" in child(page, QLabel, "problem").text()
    assert readings(daily) == {"fatigue": 4}
