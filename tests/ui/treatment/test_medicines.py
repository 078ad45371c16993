"""The page of medicines: one line is read back, what is uncertain is asked, and nothing is kept unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary.medicines.heard import Hearing
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.ui.treatment.course_picture import CoursePicture
from lupusdiary.ui.treatment.marked_line import MarkedLine
from lupusdiary.ui.treatment.medicine_row import MedicineRow
from lupusdiary.ui.treatment.page import TreatmentPage
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.date_field import DateField
from tests.ui.daily import Daily, child

Clock = Callable[[], datetime]


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def _type(daily: Daily, page: TreatmentPage, text: str) -> None:
    line = child(page, QLineEdit, "medicine_line")
    line.clear()
    line.setFocus()
    daily.type(text) if text.isascii() else line.insert(text)
    line.textEdited.emit(line.text())


def _said(page: TreatmentPage) -> str:
    return page.quick.read.text


def test_a_line_is_read_back_and_the_interval_is_asked(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    _type(daily, page, "prednisolone 5mg 2T 28일분")
    assert "prednisolone" in _said(page)
    daily.click(child(page, QPushButton, "save_medicine"))
    assert daily.diary.medicines.all() == []
    while page.quick.question.isVisible():
        chips = {chip.objectName(): chip for chip in page.quick.question.findChildren(Chip)}
        chosen = next(chips[name] for name in ("answer_daily", "answer_1", "answer_days") if name in chips)
        daily.click(chosen)
    said = _said(page)
    daily.click(child(page, QPushButton, "save_medicine"))
    (kept,) = daily.diary.medicines.all()
    assert kept.ingredient == "prednisolone"
    assert kept.periods[0].start == daily.today
    assert said.endswith("10 mg a day  ·  for 28 days")
    assert (kept.periods[0].end, kept.periods[0].supply_days) == (date(2026, 12, 19), 28)
    assert child(page, QLineEdit, "medicine_line").text() == ""
    assert child(page, Chip, "view_now").text() == "Now 1"


def _enter(daily: Daily, page: TreatmentPage, text: str) -> None:
    _type(daily, page, text)
    daily.press(Qt.Key.Key_Return)


def test_methotrexate_asks_its_weekday_and_says_its_fixed_text(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    _enter(daily, page, "MTX 2.5mg 4T qd")
    assert child(page, QLabel, "medicine_fixed_text").isVisible()
    assert daily.diary.medicines.all() == []
    offered = [chip.objectName() for chip in page.quick.question.findChildren(Chip)]
    assert offered[0] == "answer_weekly_once"
    assert offered[-1] == "answer_daily"
    daily.click(child(page, Chip, "answer_weekly_once"))
    daily.click(child(page, Chip, "answer_mon"))
    daily.click(child(page, QPushButton, "save_medicine"))
    (kept,) = daily.diary.medicines.all()
    assert (kept.periods[0].kind, kept.periods[0].pattern.weekdays) == ("weekly_once", ("mon",))


@pytest.mark.parametrize("way", ["changed", "both"])
def test_the_same_ingredient_again_is_asked_and_nothing_is_preselected(daily: Daily, way: str) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    _enter(daily, page, "소론도정 5mg 1회 2정 하루 1번 매일")
    assert len(daily.diary.medicines.all()) == 1
    _enter(daily, page, "프레드니솔론정 5mg 1회 1정 하루 1번 매일")
    assert len(daily.diary.medicines.all()) == 1
    chips = page.quick.question.findChildren(Chip)
    assert [chip.objectName() for chip in chips] == ["answer_changed", "answer_both"]
    assert not any(chip.isChecked() for chip in chips)
    daily.click(child(page, Chip, f"answer_{way}"))
    daily.click(child(page, QPushButton, "save_medicine"))
    old, new = daily.diary.medicines.all()
    assert new.name == "프레드니솔론정"
    assert any(period.is_stop for period in old.periods) == (way == "changed")
    daily.diary.history.undo()
    (old,) = daily.diary.medicines.all()
    assert len(old.periods) == 1


def test_both_of_one_product_are_two_parts_of_one_dose(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    _enter(daily, page, "소론도정 5mg 1회 2정 하루 1번 매일")
    _enter(daily, page, "소론도정 1mg 1회 3정 하루 1번 매일")
    daily.click(child(page, Chip, "answer_both"))
    daily.click(child(page, QPushButton, "save_medicine"))
    (kept,) = daily.diary.medicines.all()
    assert [(part.strength, part.amount) for part in kept.periods[-1].parts] == [(5, 2), (1, 3)]
    assert isinstance(kept.periods[-1].parts[0], DosePart)


def test_a_plan_is_entered_with_its_steps(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    _enter(daily, page, "소론도정 30mg 1주, 25mg 1주, 20mg 유지")
    (kept,) = daily.diary.medicines.all()
    assert len(kept.plans) == 1
    assert [period.parts[0].amount for period in kept.periods] == [30, 25, 20]


def test_a_medicine_is_stopped_and_removed(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    page.quick.since.set_day(date(2026, 11, 1))
    _enter(daily, page, "소론도정 5mg 1회 2정 하루 1번 매일")
    daily.click(child(page, QToolButton, "open_medicine"))
    daily.click(child(page, QPushButton, "stop_medicine"))
    child(page, DateField, "stop_day").set_day(daily.today)
    page.medicines.stop_form.reason.setCurrentIndex(1)
    daily.click(child(page, QPushButton, "save_stop"))
    (kept,) = daily.diary.medicines.all()
    assert (kept.periods[-1].is_stop, kept.periods[-1].reason) == (True, "doctor")
    assert child(page, Chip, "view_past").text() == "Past 1"
    daily.click(child(page, Chip, "view_past"))
    daily.click(child(page, QToolButton, "remove_medicine"))
    assert daily.diary.medicines.all() == []


def test_an_allergy_is_kept_in_her_words(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    line = child(page, QLineEdit, "allergy_line")
    line.setText("설파제, 발진, 가려움")
    daily.click(child(page, QPushButton, "add_allergy"))
    (kept,) = daily.diary.allergies.all()
    assert (kept.name, kept.reactions) == ("설파제", ("발진", "가려움"))
    daily.click(child(page, QToolButton, "remove_reaction"))
    assert daily.diary.allergies.all() == []


def _labels(page: TreatmentPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_dose_that_was_heard_stands_in_dashes_until_the_envelope_answers(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    _enter(daily, page, "소론도정 5mg 1회 2정 하루 1번 매일")
    hearing = Hearing(daily.today, date(2026, 11, 25), "류마티스내과")
    daily.diary.medicines.hear("소론도 7.5mg", hearing)
    assert "not confirmed: 소론도 7.5mg" in _labels(page)
    daily.click(child(page, QPushButton, "confirm_heard"))
    (kept,) = daily.diary.medicines.all()
    assert (kept.heard, kept.periods[-1].start) == ((), date(2026, 11, 25))
    daily.diary.medicines.hear("셀셉트 하루 두 번", hearing)
    daily.click(child(page, QPushButton, "drop_heard"))
    assert [medicine.name for medicine in daily.diary.medicines.all()] == ["소론도정"]
    daily.diary.medicines.hear("소론도 5mg", hearing)
    _enter(daily, page, "소론도정 5mg 1회 1정 하루 1번 매일")
    daily.click(child(page, Chip, "answer_changed"))
    daily.click(child(page, QPushButton, "save_medicine"))
    assert daily.diary.medicines.all()[0].heard == (), "the envelope says it now"


def test_a_plan_is_written_anew_as_text_and_the_old_one_stays(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    page.quick.since.set_day(date(2026, 11, 15))
    _enter(daily, page, "소론도정 15mg 2주, 10mg 2주, 5mg 유지")
    daily.click(child(page, QToolButton, "open_medicine"))
    assert child(page, CoursePicture, "course").isVisible()
    daily.click(child(page, QPushButton, "plan_medicine"))
    line = child(page, QLineEdit, "plan_line")
    assert line.text() == "15 mg for 1 week, 10 mg for 2 weeks, 5 mg"
    line.setText("12.5 mg 2주, 7.5 mg 유지")
    daily.click(child(page, QPushButton, "save_plan"))
    (kept,) = daily.diary.medicines.all()
    assert [plan.left for plan in kept.plans] == [daily.today, None]
    assert [period.parts[0].amount for period in kept.periods] == [15, 10, 5, 12.5, 7.5]


def test_how_it_really_went_is_said_beside_the_plan(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    page.quick.since.set_day(date(2026, 11, 1))
    _enter(daily, page, "소론도정 15mg 2주, 10mg 유지")
    daily.click(child(page, QToolButton, "open_medicine"))
    daily.click(child(page, QPushButton, "plan_medicine"))
    daily.click(child(page, Chip, "as_it_went"))
    child(page, DateField, "plan_start").set_day(date(2026, 11, 15))
    child(page, DateField, "plan_end").set_day(date(2026, 11, 20))
    child(page, QLineEdit, "plan_line").setText("15 mg 매일")
    daily.click(child(page, QPushButton, "save_plan"))
    (kept,) = daily.diary.medicines.all()
    went = kept.periods[-1]
    assert (went.planned, went.start.day, went.end, went.parts[0].amount) == (
        False,
        15,
        date(2026, 11, 20),
        15,
    )
    assert len([period for period in kept.periods if period.planned]) == 2


def test_medicines_are_found_by_brand_ingredient_and_initial_consonants(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    _enter(daily, page, "할록신정 200mg 1회 1정 하루 2번 매일")
    for wanted, found in (("ㅎㄹㅅ", 1), ("hydroxy", 1), ("하이드록시", 1), ("소론도", 0)):
        page.search.setText(wanted)
        assert len([row for row in page.findChildren(MedicineRow) if row.isVisible()]) == found, wanted
    page.search.clear()
    _type(daily, page, "ㅅㄹㄷ")
    offered = [chip.text() for chip in page.quick.panel.findChildren(Chip, "offered_name")]
    assert "소론도" in offered
    daily.click(page.quick.panel.findChildren(Chip, "offered_name")[offered.index("소론도")])
    assert child(page, QLineEdit, "medicine_line").text() == "소론도 "


def test_a_pharmacys_list_is_looked_at_and_kept_as_dispensed_in_one_step(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    daily.click(child(page, QPushButton, "import_list"))
    table = (
        "조제일자\t약품명\t1회 투약량\t1일 투여횟수\t총 투약일수\n"
        "2026-11-01\t소론도정 5mg\t1.5\t1\t28\n\t메토트렉세이트정 2.5mg\t4\t1\t4\n\t할록신정200mg\t1\t2\t28\n"
    )
    page.list_import.text.setPlainText(table)
    daily.click(child(page, QPushButton, "list_read"))
    assert not child(page, QPushButton, "list_save").isEnabled(), "no interval is preselected"
    daily.click(child(page, QPushButton, "list_daily"))
    intervals = [choice.currentData() for choice in page.findChildren(Choice, "list_interval")]
    assert intervals == ["daily", None, "daily"], "methotrexate is chosen by itself"
    daily.click(child(page, QPushButton, "list_save"))
    kept = daily.diary.medicines.all()
    assert [(each.name, each.periods[0].dispensed_on) for each in kept] == [
        ("소론도정", date(2026, 11, 1)),
        ("할록신정", date(2026, 11, 1)),
    ]
    assert daily.diary.intakes.all() == []
    daily.diary.history.undo()
    assert daily.diary.medicines.all() == []


def test_a_side_effect_is_put_down_to_a_medicine_of_the_list(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    daily.click(child(page, Chip, "about_side_effect"))
    child(page, QLineEdit, "side_effect_what").setText("불면")
    daily.click(child(page, QPushButton, "add_side_effect"))
    assert child(page, QLabel, "side_effect_problem").isVisible(), "nothing is preselected"
    _enter(daily, page, "소론도정 5mg 1회 2정 하루 1번 매일")
    child(page, Choice, "side_effect_medicine").setCurrentIndex(1)
    daily.click(child(page, QPushButton, "add_side_effect"))
    (kept,) = daily.diary.side_effects.all()
    assert (kept.medicine, kept.what, kept.start, kept.severity) == ("med_1", "불면", None, None)
    child(page, QLineEdit, "side_effect_what").setText("멍")
    child(page, DateField, "side_effect_start").set_day(date(2026, 11, 3))
    child(page, Choice, "side_effect_severity").setCurrentIndex(2)
    daily.click(child(page, QPushButton, "add_side_effect"))
    assert daily.diary.side_effects.all()[1].severity == "moderate"
    assert "moderate" in _labels(page)


def test_an_extra_intake_is_recorded_with_its_amount(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    _enter(daily, page, "소론도정 5mg 1회 2정 하루 1번 매일")
    daily.click(child(page, QToolButton, "open_medicine"))
    daily.click(child(page, QPushButton, "plan_medicine"))
    daily.click(child(page, Chip, "taken_extra"))
    child(page, QLineEdit, "plan_line").setText("1알")
    daily.click(child(page, QPushButton, "save_plan"))
    (row,) = daily.diary.intakes.all()
    assert (row.state, row.day) == ("extra", daily.today)
    assert [(part.strength, part.amount) for part in row.parts] == [(5, 1)]


def test_days_that_are_over_ask_what_came_then(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    page.quick.since.set_day(date(2026, 10, 1))
    _enter(daily, page, "소론도정 5mg 2T qd 14days")
    assert daily.diary.medicines.all() == []
    daily.click(child(page, Chip, "answer_stopped"))
    daily.click(child(page, QPushButton, "save_medicine"))
    (kept,) = daily.diary.medicines.all()
    assert (kept.periods[0].end, kept.periods[1].start) == (date(2026, 10, 14), date(2026, 10, 15))
    assert kept.periods[1].is_stop


def test_a_class_word_offers_what_it_may_be(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    _type(daily, page, "스테로이드 5mg 2알 매일")
    offered = [chip.property("answer") for chip in page.quick.question.findChildren(Chip)]
    assert {"prednisolone", "methylprednisolone", "none"} <= set(offered)


def test_the_keyboard_stays_with_the_line_from_question_to_question(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    _type(daily, page, "MTX 2.5mg 4T")
    daily.press(Qt.Key.Key_Return)
    asked: list[str] = []
    while page.quick.question.isVisible():
        chips = page.quick.question.findChildren(Chip)
        asked.append(page.quick.question.question.text())
        chips[0].setFocus()
        daily.press(Qt.Key.Key_Space)
        here = daily.focus()
        assert here is page.quick.save or page.quick.question.isAncestorOf(here), asked
    assert len(asked) >= 2
    daily.press(Qt.Key.Key_Space)
    assert len(daily.diary.medicines.all()) == 1
    assert daily.focus() is child(page, QLineEdit, "medicine_line")


def test_what_a_line_brings_up_covers_the_table_and_moves_nothing(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1184, 690)
    _enter_daily(daily, page, "losartan 50mg 1T daily")
    table = page.medicines.geometry()
    _type(daily, page, "prednisolone 5mg 3-0-2")
    QCoreApplication.processEvents()
    assert page.medicines.geometry() == table
    panel = page.quick.panel
    assert panel.isVisible()
    assert panel.geometry().top() > page.quick.geometry().bottom()
    assert page.quick.question.question.text() == (
        "Read as morning 3 tablets, evening 2 tablets. Is that right? If not, write the times of day out."
    )
    daily.click(child(page, Chip, "answer_as_read"))
    daily.click(child(page, Chip, "answer_daily"))
    daily.click(child(page, QPushButton, "save_medicine"))
    assert not panel.isVisible()
    kept = next(each for each in daily.diary.medicines.all() if each.ingredient == "prednisolone")
    assert [(part.amount, part.at) for part in kept.periods[0].parts] == [
        (3, ("morning",)),
        (2, ("evening",)),
    ]


def test_a_form_about_a_medicine_stands_below_its_row_and_moves_nothing(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1184, 690)
    for line in ("losartan 50mg 1T daily", "warfarin 2mg 1T daily"):
        _enter_daily(daily, page, line)
    row = page.medicines.findChildren(MedicineRow)[0]
    daily.click(row.toggle)
    QCoreApplication.processEvents()
    before = page.medicines.geometry(), row.mapTo(page, row.rect().topLeft())
    daily.click(child(row, QPushButton, "plan_medicine"))
    QCoreApplication.processEvents()
    forms = page.medicines.forms
    assert forms.isVisible()
    assert (page.medicines.geometry(), row.mapTo(page, row.rect().topLeft())) == before
    assert forms.mapTo(page, forms.rect().topLeft()).y() > row.mapTo(page, row.rect().bottomLeft()).y()
    daily.click(child(page, QPushButton, "cancel_plan"))
    assert not forms.isVisible()


def test_a_list_that_comes_in_has_the_place_of_the_table(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1184, 690)
    _enter_daily(daily, page, "losartan 50mg 1T daily")
    daily.click(child(page, QPushButton, "import_list"))
    assert page.list_import.isVisible()
    assert not (page.medicines.isVisible())
    assert not (page.quick.isVisible())
    daily.click(child(page, QPushButton, "list_cancel"))
    assert page.medicines.isVisible()
    assert not page.list_import.isVisible()


def _enter_daily(daily: Daily, page: TreatmentPage, text: str) -> None:
    _enter(daily, page, text)
    if page.quick.question.isVisible():
        daily.click(child(page, Chip, "answer_daily"))
        daily.click(child(page, QPushButton, "save_medicine"))


def test_the_line_stays_in_sight_where_what_it_brings_up_is_taller_than_the_window(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 900, 260)
    _type(daily, page, "prednisolone 5mg 3-0-2")
    line = page.quick.line
    daily.qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())
    assert page.quick.panel.height() > 150
    daily.press(Qt.Key.Key_Tab)
    daily.press(Qt.Key.Key_Tab)
    assert page.quick.panel.isAncestorOf(page.focusWidget()), "the keyboard goes on to what came up"


def test_words_that_were_not_understood_are_underlined_where_they_stand(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1366, 900)
    line = child(page, MarkedLine, "medicine_line")
    line.setFocus()
    line.setText("코자정 100mg 1정 1일 1회 아침 28일 콩팥때문에")
    line.textEdited.emit(line.text())
    (drawn,) = line.underlines
    metrics = line.fontMetrics()
    assert drawn.length() == pytest.approx(metrics.horizontalAdvance("콩팥때문에"), abs=2)
    whole = metrics.horizontalAdvance(line.text())
    line.setCursorPosition(0)
    start = line.cursorRect().x() + 5
    assert line.underlines[0].x2() == pytest.approx(start + whole, abs=2)
    line.setCursorPosition(len(line.text()))
    assert line.underlines[0].x2() == pytest.approx(start + whole, abs=2)
    image = line.grab().toImage()
    amber = QColor(daily.around.theme.colours.on_note)
    seen = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == amber]
    assert min(seen) == pytest.approx(drawn.x1(), abs=2)
    assert max(seen) == pytest.approx(drawn.x2(), abs=2)
    for _ in "콩팥때문에 ":
        daily.press(Qt.Key.Key_Backspace)
    assert line.underlines == []
