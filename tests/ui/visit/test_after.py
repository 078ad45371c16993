"""After the visit: answers, what was agreed and where it lands, last time's, and the page that was taken."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import Agreement, AskedQuestion, OpenQuestion
from lupusdiary.queries.agreements import heard_lines, planned_tests
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.treatment.heard_line import HeardLineView
from lupusdiary.ui.treatment.page import TreatmentPage
from lupusdiary.ui.visit.page import AFTER, VisitPage
from lupusdiary.ui.visit.taken_page import TakenPageDialog, kept_words
from lupusdiary.ui.widgets.date_field import DateField
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child, give_day
from tests.ui.visiting import NAME, TODAY, patient, person, settle, shown

JOINTS = "Rheumatology"
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return patient(Daily(qtbot, tmp_path, clock))


def after(daily: Daily) -> VisitPage:
    page = shown(daily)
    daily.click(page.switch.buttons[AFTER])
    return page


def click(page: VisitPage, name: str) -> None:
    """Presses a button wherever the column is scrolled to."""
    child(page, QPushButton, name).click()
    QApplication.processEvents()


def last(daily: Daily) -> Visit:
    return daily.diary.visits.all()[-1]


def agree(page: VisitPage, words: str, kind: str | None, day: str = "") -> None:
    card = page.after.agreed
    card.kind.setCurrentIndex(card.kind.findData(kind))
    child(page, QLineEdit, "agreed_line").setText(words)
    if day:
        give_day(child(page, DateField, "agreed_day"), day)
    click(page, "add_agreed")


def test_answers_stand_under_their_questions_and_are_undone(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY, ("own?",), department=JOINTS))
    daily.diary.open_questions.add(OpenQuestion("waited?", JOINTS, YESTERDAY))
    daily.diary.open_questions.add(OpenQuestion("too late?", JOINTS, TODAY))
    page = after(daily)
    assert [row.said.question for row in page.after.answers.rows] == ["own?", "waited?"]
    answer = child(page, QLineEdit, "answer_2")
    answer.setFocus()
    daily.type("yes, both")
    daily.press(Qt.Key.Key_Return)
    assert last(daily).asked == (AskedQuestion("waited?", True, "yes, both"),)
    assert last(daily).questions == ("own?", "waited?")
    assert [each.text for each in daily.diary.open_questions.all()] == ["too late?"]
    assert child(page, QCheckBox, "asked_2").isChecked()
    child(page, QCheckBox, "asked_1").click()
    assert last(daily).asked[0] == AskedQuestion("own?", True)
    assert page.after.answers._count.text() == "2 of 2"
    daily.diary.history.undo()
    assert not child(page, QCheckBox, "asked_1").isChecked()


def test_what_was_not_asked_is_carried_on_with_one_press(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY, ("own?",), department=JOINTS))
    page = after(daily)
    click(page, "carry_1")
    assert last(daily).asked == (AskedQuestion("own?", False),)
    (question,) = daily.diary.open_questions.all()
    assert (question.text, question.department) == ("own?", JOINTS)
    assert child(page, QLabel, "carried_1").isVisible()
    daily.diary.history.undo()
    assert daily.diary.open_questions.all() == []


def test_an_answer_that_is_still_typed_is_kept_when_the_page_is_left(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY, ("own?",)))
    page = after(daily)
    child(page, QLineEdit, "answer_1").setFocus()
    daily.type("no")
    page.leave()
    assert last(daily).asked == (AskedQuestion("own?", True, "no"),)


def test_a_test_goes_into_the_calendar_and_a_visit_among_the_visits(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY, department=JOINTS, hospital="Here"))
    page = after(daily)
    agree(page, "urine and blood", "test", "2026-12-18")
    click(page, "place_agreed_1")
    assert planned_tests(daily.diary, Period(TODAY, date(2027, 1, 1))) == [
        (date(2026, 12, 18), "urine and blood")
    ]
    agree(page, "come again", "visit", "2027-02-23")
    click(page, "place_agreed_2")
    assert last(daily) == Visit(date(2027, 2, 23), department=JOINTS, hospital="Here")
    assert [each.state for each in daily.diary.visits.all()[-2].agreements] == ["placed", "placed"]
    daily.diary.history.undo()
    assert last(daily).day == YESTERDAY


def test_a_test_without_a_day_is_asked_for_it(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY))
    page = after(daily)
    agree(page, "blood", "test")
    click(page, "place_agreed_1")
    assert "date first" in child(page, QLabel, "agreed_problem").text()
    give_day(child(page, DateField, "agreed_day"), "2026-12-18")
    click(page, "add_agreed")
    click(page, "place_agreed_1")
    assert last(daily).agreements == (Agreement("blood", "test", date(2026, 12, 18), "placed"),)


def test_a_line_is_changed_and_removed_and_said_once(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY, agreed=("call",)))
    page = after(daily)
    agree(page, "call", None)
    assert "already" in child(page, QLabel, "agreed_problem").text()
    child(page, QToolButton, "change_agreed_1").click()
    agree(page, "call at once", None)
    assert last(daily).agreed == ("call at once",)
    child(page, QToolButton, "remove_agreed_1").click()
    assert last(daily).agreed == ()


def test_a_heard_dose_stands_once_by_its_medicine_and_is_settled_in_both_places(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY, department=JOINTS))
    page = after(daily)
    agree(page, "소론도정 5mg 1회 1정 하루 1번 매일", "heard", "2026-11-21")
    (medicine,) = daily.diary.medicines.all()
    (heard,) = medicine.heard
    assert (medicine.periods, heard.start, heard.department) == ((), date(2026, 11, 21), JOINTS)
    assert heard_lines(daily.diary) == [], "shown once, by the medicine"
    treatment = daily.show(TreatmentPage)
    assert len(treatment.findChildren(HeardLineView)) == 1
    child(treatment, QPushButton, "confirm_heard").click()
    (medicine,) = daily.diary.medicines.all()
    assert (medicine.heard, medicine.periods[0].start) == ((), date(2026, 11, 21))
    assert last(daily).agreements[0].state == "confirmed"
    daily.diary.history.undo()
    assert last(daily).agreements[0].state == "placed"
    assert daily.diary.medicines.all()[0].heard == (heard,)
    daily.diary.history.undo()
    assert (last(daily).agreed, daily.diary.medicines.all()) == ((), [])


def test_a_heard_line_that_is_changed_or_removed_takes_its_dose_with_it(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY, department=JOINTS))
    page = after(daily)
    agree(page, "소론도정 5mg", "heard")
    child(page, QToolButton, "change_agreed_1").click()
    agree(page, "소론도정 2.5mg", "heard")
    (medicine,) = daily.diary.medicines.all()
    assert [each.printed for each in medicine.heard] == ["소론도정 2.5mg"]
    child(page, QToolButton, "remove_agreed_1").click()
    assert daily.diary.medicines.all() == []


def test_what_the_envelope_says_settles_the_line_of_the_visit(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY, department=JOINTS))
    agree(after(daily), "소론도정 5mg 1회 1정 하루 1번 매일", "heard", "2026-11-21")
    treatment = daily.show(TreatmentPage)
    treatment.quick.begin("소론도정 5mg 1회 1정 하루 1번 매일")
    treatment.quick.save.click()
    assert daily.diary.medicines.all()[0].heard == ()
    assert last(daily).agreements[0].state == "confirmed"


def test_a_heard_sentence_that_names_no_medicine_waits_for_its_answer(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY, department=JOINTS))
    page = after(daily)
    agree(page, "take less of it", "heard", "2026-11-21")
    assert daily.diary.medicines.all() == [], "no name, no medicine"
    (heard,) = heard_lines(daily.diary)
    assert heard.agreement.state == "placed"
    treatment = daily.show(TreatmentPage)
    (row,) = treatment.findChildren(HeardLineView)
    assert row.isVisible()
    child(treatment, QPushButton, "confirm_heard").click()
    assert treatment.quick.line.text().strip() == "take less of it"
    assert treatment.quick.since.day() == date(2026, 11, 21)
    treatment.visit(Route("treatment", TODAY))
    child(treatment, QPushButton, "drop_heard").click()
    assert heard_lines(daily.diary) == []
    assert last(daily).agreements[0].state == "dropped"
    daily.diary.history.undo()
    assert len(heard_lines(daily.diary)) == 1


def test_a_medicine_is_entered_from_its_line_and_another_one_settles_nothing(daily: Daily) -> None:
    daily.diary.visits.add(Visit(YESTERDAY))
    page = after(daily)
    routes: list[Route] = []
    page.go.connect(routes.append)
    agree(page, "소론도정 5mg 1회 1정 하루 1번 매일", "medicine", "2026-11-21")
    click(page, "place_agreed_1")
    (route,) = routes
    assert route.said == (last(daily).id, "소론도정 5mg 1회 1정 하루 1번 매일")
    treatment = daily.show(TreatmentPage)
    treatment.visit(route)
    treatment.quick.line.selectAll()
    treatment.quick.line.setFocus()
    daily.press(Qt.Key.Key_Delete)
    treatment.quick.begin("할로프정 200mg 1회 1정 하루 1번 매일")
    treatment.quick.save.click()
    assert last(daily).agreements[0].state is None
    treatment.visit(route)
    treatment.quick.save.click()
    assert last(daily).agreements[0].state == "placed"


def test_what_was_agreed_last_time_stands_beside_what_became_of_it(daily: Daily) -> None:
    daily.diary.visits.remove(daily.diary.visits.all()[0].id)
    daily.diary.visits.add(
        Visit(
            TODAY - timedelta(days=60),
            department=JOINTS,
            agreed=("blood in November", "call at fever"),
            agreements=(Agreement("blood in November", "test"),),
        )
    )
    daily.diary.visits.add(Visit(YESTERDAY, department=JOINTS, at=time(9)))
    catalogue = daily.diary.labs.catalogue()
    page = after(daily)
    assert child(page, QLabel, "became_1").text() == "No result is entered since."
    from lupusdiary.domain.lab.lab_result import lab_result

    daily.diary.labs.add(lab_result(TODAY - timedelta(days=4), catalogue.get("c3"), "62", "mg/dL"))
    assert child(page, QLabel, "became_1").text() == "Results of 18 Nov 2026"
    outcome = child(page, QLineEdit, "outcome_2")
    outcome.setFocus()
    daily.type("called on 3 Nov")
    daily.press(Qt.Key.Key_Return)
    before = next(visit for visit in daily.diary.visits.all() if visit.agreed)
    assert before.agreements[-1] == Agreement("call at fever", outcome="called on 3 Nov")


def test_the_page_that_was_saved_is_kept_with_its_visit_without_who_she_is(
    daily: Daily, tmp_path: Path
) -> None:
    daily.diary.visits.add(Visit(TODAY, department=JOINTS, doctor="Dr. Made-up"))
    page = shown(daily)
    person(daily).save_to = tmp_path / "page.pdf"
    daily.click(page.save_print.save)
    daily.qtbot.waitUntil(lambda: bool(daily.diary.visit_pages.all()))
    (kept,) = daily.diary.visit_pages.all()
    assert (kept.day, kept.department, kept.made_on) == (TODAY, JOINTS, TODAY)
    assert NAME not in kept.data
    assert "LD-00417" not in kept.data
    words = kept_words(kept.data, daily.around.tr)
    assert words[0][0] == "Visit summary"
    assert any(lines for _, lines in words[1:])
    settle(daily, page)
    daily.click(page.switch.buttons[AFTER])
    opened: list[object] = []
    person(daily).run = lambda dialog: bool(opened.append(dialog))  # type: ignore[method-assign]
    click(page, "open_taken_page")
    (dialog,) = opened
    assert isinstance(dialog, TakenPageDialog)
    assert "Visit summary" in dialog.browser.toPlainText()
    dialog.close()


def test_a_visit_is_reached_by_its_day(daily: Daily) -> None:
    daily.diary.visits.add(Visit(TODAY - timedelta(days=9), department=JOINTS))
    page = shown(daily)
    page.visit(Route("visit", day=TODAY - timedelta(days=40)))
    assert page.side == AFTER
    assert "13 Oct 2026" in page.choice.currentText()


def test_a_page_that_cannot_be_made_says_so_and_the_page_goes_on(
    daily: Daily, monkeypatch: pytest.MonkeyPatch
) -> None:
    import lupusdiary.report.visit_page as made

    page = shown(daily)

    def broken(*_: object, **__: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(made, "write_pdf", broken)
    with daily.qtbot.captureExceptions() as faults:
        daily.diary.days.record(TODAY, "fatigue", 1)
        daily.qtbot.waitUntil(lambda: bool(faults))
    assert faults[0][0] is ZeroDivisionError
    assert "could not be made" in page.preview._words.text()
    assert not page.save_print.save.isEnabled()
    monkeypatch.undo()
    daily.diary.days.record(TODAY, "fatigue", 2)
    settle(daily, page)


def test_the_old_page_stays_while_a_new_one_is_made(daily: Daily) -> None:
    page = shown(daily)
    before = page.preview.pdf
    daily.diary.days.record(TODAY, "fatigue", 1)
    assert page.preview.pdf == before
    assert "refreshing" in page.preview._pages.text()
    settle(daily, page)
    assert "refreshing" not in page.preview._pages.text()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_pencil_stands_beside_the_visit_that_it_changes(daily: Daily, scale: float) -> None:
    daily.around.theme.set_scale(scale)
    page = after(daily)
    visit, pencil = (QRect(each.mapTo(page, QPoint(0, 0)), each.size()) for each in (page.choice, page.edit))
    assert pencil.left() > visit.right()
    assert abs(pencil.center().y() - visit.center().y()) <= 2
