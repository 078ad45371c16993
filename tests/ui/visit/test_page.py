"""The page for the doctor as a person makes it: chosen, previewed, saved, printed and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.ui.visit.options import VisitOptions
from lupusdiary.ui.visit.page import VisitPage
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.date_field import DateField
from tests.conftest import StandingClock
from tests.report import pdf_text
from tests.ui.daily import Daily, child, give_day
from tests.ui.visiting import NAME, TODAY, patient, person, press, settle, shown, text


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return patient(Daily(qtbot, tmp_path, clock))


def test_the_page_starts_with_the_last_visit(daily: Daily) -> None:
    page = shown(daily)
    assert "13 Oct 2026 – 22 Nov 2026" in text(page)
    assert "41 days, since the last visit" in text(page)
    assert "Recorded 2/41 days: tall: on the day 1 · low: later 1" in text(page)
    assert page.preview.document.pageCount() == len(pdf_text.pages(page.preview.pdf))


def test_what_is_previewed_is_what_is_saved(daily: Daily, tmp_path: Path) -> None:
    page = shown(daily)
    press(daily, page, Chip, "hide_never")
    before = set(tmp_path.rglob("*"))
    person(daily).save_to = tmp_path / "for the doctor 진료.pdf"
    daily.click(page.save_print.save)
    assert (tmp_path / "for the doctor 진료.pdf").read_bytes() == page.preview.pdf
    assert "not encrypted" in page.save_print.saved.text()
    assert set(tmp_path.rglob("*")) - before == {tmp_path / "for the doctor 진료.pdf"}


def test_a_cancelled_save_writes_nothing(daily: Daily, tmp_path: Path) -> None:
    page = shown(daily)
    before = set(tmp_path.rglob("*"))
    daily.click(page.save_print.save)
    assert person(daily).told == []
    assert set(tmp_path.rglob("*")) == before


def test_a_place_that_cannot_be_written_is_said(daily: Daily, tmp_path: Path) -> None:
    page = shown(daily)
    person(daily).save_to = tmp_path / "missing" / "page.pdf"
    daily.click(page.save_print.save)
    assert "could not be written" in person(daily).told[-1]


def test_what_is_previewed_is_what_is_printed(daily: Daily, tmp_path: Path) -> None:
    def printer(_: QWidget) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "paper.pdf"))
        return made

    page = shown(daily, lambda diary, around: VisitPage(diary, around, printer))
    daily.click(page.save_print.print)
    assert len(pdf_text.pages((tmp_path / "paper.pdf").read_bytes())) == page.preview.document.pageCount()
    assert person(daily).told == []


def test_a_cancelled_print_does_nothing(daily: Daily) -> None:
    page = shown(daily, lambda diary, around: VisitPage(diary, around, lambda _: None))
    daily.click(page.save_print.print)
    assert person(daily).told == []


def test_both_languages_stand_in_one_pdf(daily: Daily) -> None:
    page = shown(daily)
    press(daily, page, Chip, "language_both")
    assert "외래 진료 요약" in text(page)
    assert "Visit summary" in text(page)


def test_only_the_newest_choice_is_shown(daily: Daily) -> None:
    page = shown(daily)
    for name in ("language_ko", "language_both", "period_year", "language_en", "language_ko"):
        daily.click(child(page, Chip, name))
        QTest.qWait(60)
    settle(daily, page)
    assert "Visit summary" not in text(page)
    assert "2025. 11. 23. – 2026. 11. 22." in text(page)


def test_a_saved_page_hides_who_she_is_and_a_printed_one_does_not(daily: Daily, tmp_path: Path) -> None:
    page = shown(daily)
    assert NAME in text(page)
    person(daily).save_to = tmp_path / "page.pdf"
    daily.click(page.save_print.save)
    saved = pdf_text.text((tmp_path / "page.pdf").read_bytes())
    assert "○○○ (hidden)" in saved
    assert NAME not in saved
    assert person(daily).offered == [f"Visit summary_{TODAY.isoformat()}.pdf"]
    press(daily, page, Chip, "hide_never")
    daily.click(page.save_print.save)
    assert (tmp_path / "page.pdf").read_bytes() == page.preview.pdf
    assert NAME in text(page)


def test_hidden_identity_is_remembered_and_undone(daily: Daily) -> None:
    page = shown(daily)
    press(daily, page, Chip, "hide_always")
    assert NAME not in text(page)
    assert "LD-00417" not in text(page)
    again = shown(daily)
    assert child(again, Chip, "hide_always").isChecked()
    assert NAME not in text(again)
    daily.diary.history.undo()
    settle(daily, again)
    assert child(again, Chip, "hide_saved").isChecked()
    assert NAME in text(again)


def test_the_results_of_page_one_are_chosen_once(daily: Daily) -> None:
    catalogue = daily.diary.labs.catalogue()
    for code in ("c3", "c4", "albumin"):
        daily.diary.labs.add(
            lab_result(TODAY, catalogue.get(code), "77", catalogue.get(code).units[0].display)
        )
    page = shown(daily)
    daily.click(child(page, QPushButton, "choose_printed"))
    assert page.chooser.isVisible()
    press(daily, page, QCheckBox, "paper_lab_c4")
    codes = daily.diary.settings.get("report_labs", "").split()
    assert "c4" not in codes
    assert "c3" in codes
    assert "C4 77" not in text(page).partition("All laboratory values")[0]
    press(daily, page, QCheckBox, "paper_panel_c3")
    assert "c3" not in daily.diary.settings.get("report_panels", "").split()
    daily.click(child(page, QPushButton, "paper_lab_usual"))
    settle(daily, page)
    assert daily.diary.settings.get("report_labs", "") == ""
    daily.click(child(page, QPushButton, "paper_chooser_done"))
    assert not page.chooser.isVisible()


def test_sensitive_items_are_ticked_by_the_person_and_remembered(daily: Daily) -> None:
    daily.diary.days.record(TODAY, "mood_low", 8)
    daily.diary.events.add(TreatmentEvent(TODAY, "pregnancy"))
    page = shown(daily)
    assert "Low mood" not in text(page)
    assert "Pregnancy" not in text(page)
    press(daily, page, QCheckBox, "sensitive_mood_low")
    assert "Low mood" in text(page)
    assert "Pregnancy" not in text(page)
    assert child(shown(daily), QCheckBox, "sensitive_mood_low").isChecked()
    press(daily, page, QCheckBox, "sensitive_mood_low")
    assert "Low mood" not in text(page)


def test_without_sensitive_records_nothing_is_offered(daily: Daily) -> None:
    page = shown(daily)
    assert not [box for box in page.findChildren(QCheckBox) if box.objectName().startswith("sensitive_")]


def test_notes_are_printed_on_wish(daily: Daily) -> None:
    daily.diary.days.set_note(TODAY, "잠을 못 잤다")
    page = shown(daily)
    assert "잠을 못 잤다" not in text(page)
    press(daily, page, QCheckBox, "include_notes")
    assert "잠을 못 잤다" in text(page)


def test_nothing_else_happened_is_an_answer_that_stays(daily: Daily) -> None:
    page = shown(daily)
    assert "nothing happened" not in text(page)
    press(daily, page, QCheckBox, "nothing_else")
    assert "nothing happened" in text(page)
    page.refresh()
    assert child(page, QCheckBox, "nothing_else").isChecked()
    press(daily, page, QCheckBox, "nothing_else")
    assert "nothing happened" not in text(page)


def test_what_goes_on_the_page_is_remembered(daily: Daily) -> None:
    page = shown(daily)
    for name in ("include_notes", "attach_data"):
        press(daily, page, QCheckBox, name)
    press(daily, page, Chip, "period_quarter")
    assert "The data of this page are inside this file (JSON)." in text(page)
    again = VisitOptions(daily.diary, page.context)
    assert again.notes.isChecked()
    assert again.attach.isChecked()
    assert again.period.days == 90
    again.deleteLater()


def test_any_dates_can_be_chosen(daily: Daily) -> None:
    page = shown(daily)
    press(daily, page, Chip, "period_dates")
    first = child(page, DateField, "period_first")
    assert first.isVisible()
    give_day(first, "2026-09-01")
    settle(daily, page)
    assert "1 Sep 2026 – 22 Nov 2026" in text(page)


def test_dates_in_the_wrong_order_are_said_and_nothing_can_be_saved(daily: Daily) -> None:
    page = shown(daily)
    press(daily, page, Chip, "period_dates")
    give_day(child(page, DateField, "period_last"), "2026-01-01")
    daily.qtbot.waitUntil(lambda: page.options._problem.isVisible())
    assert page.options._problem.text() == "The period ends before it starts."
    assert not page.save_print.save.isEnabled()
    assert not page.save_print.print.isEnabled()
    press(daily, page, Chip, "period_quarter")
    assert not page.options._problem.isVisible()


def test_a_change_elsewhere_makes_a_new_page(daily: Daily) -> None:
    page = shown(daily)
    daily.diary.days.record(TODAY, "joint_pain", 9)
    settle(daily, page)
    assert "Joint pain 9 9 9–9" in text(page)


def test_the_language_of_the_window_moves_live(daily: Daily) -> None:
    page = shown(daily)
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert page.save_print.save.text() == "PDF로 저장…"
    assert child(page, Chip, "hide_always").text() == "항상"
    assert page.preview.view.accessibleName() == "진료 요약 미리보기"


def test_large_text_on_a_small_window_keeps_every_control_reachable(daily: Daily) -> None:
    daily.around.theme.set_scale(2.0)
    page = daily.show(VisitPage, 860, 560)
    settle(daily, page)
    assert page._left.horizontalScrollBar().maximum() == 0
    assert page.preview.isVisible()
    assert page.preview.height() > 120
    daily.around.theme.set_scale(1.0)


def test_the_preview_zooms_by_buttons(daily: Daily) -> None:
    page = shown(daily)
    fitted = page.preview.view.zoomMode()
    daily.click(child(page, QToolButton, "preview_larger"))
    assert page.preview.view.zoomMode() != fitted
    wide = page.preview.view.zoomFactor()
    daily.click(child(page, QToolButton, "preview_smaller"))
    assert page.preview.view.zoomFactor() < wide
    daily.click(child(page, QToolButton, "preview_fit"))
    assert page.preview.view.zoomMode() == fitted


def test_no_other_window_flashes_up(daily: Daily) -> None:
    page = shown(daily)
    assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == [page]


def test_a_page_that_is_closed_while_it_works_leaves_quietly(daily: Daily) -> None:
    page = VisitPage(daily.diary, daily.around)
    page.retranslate()
    page.show()
    daily.qtbot.waitUntil(lambda: page._background.busy)
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    assert QThreadPool.globalInstance().waitForDone(300_000)
    QApplication.processEvents()
