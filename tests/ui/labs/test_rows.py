"""A person chooses what her hospital prints: which tests, under which labels, in which order."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidgetItem, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.records import SheetRow, SheetTemplate
from lupusdiary.ui.base.line_breaks import wrapped
from lupusdiary.ui.labs.analyte_list import _CODE, AnalyteList
from lupusdiary.ui.labs.chosen_model import GRIP, LABEL, NAME
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.widgets.row_table import PAD
from lupusdiary.ui.widgets.scroll_column import ScrollColumn
from tests.ui.daily import Daily

LONG = "Gasang University Hospital"


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Callable) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def chooser(daily: Daily) -> LabsPage:
    page = daily.show(LabsPage)
    daily.click(page.start)
    return page


def item_of(found: AnalyteList, code: str) -> QListWidgetItem | None:
    """The row of a test, None if it is not shown."""
    items = (found.item(at) for at in range(found.count()))
    return next((each for each in items if each.data(_CODE) == code), None)


def tick(page: LabsPage, code: str) -> None:
    found = page.chooser.list
    found.setFocus()
    found.setCurrentItem(item_of(found, code))
    QTest.keyClick(found, Qt.Key.Key_Space)
    QApplication.processEvents()


def at(page: LabsPage, code: str) -> int:
    return page.chooser.chosen.codes().index(code)


def select(page: LabsPage, code: str) -> None:
    table = page.chooser.chosen
    table.setFocus()
    table.setCurrentIndex(table.chosen.index(at(page, code), NAME))


def label(daily: Daily, page: LabsPage, code: str, text: str) -> None:
    """Writes the label of a row in its place."""
    select(page, code)
    daily.press(Qt.Key.Key_F2)
    daily.type(text)
    daily.press(Qt.Key.Key_Return)


def test_an_empty_page_invites_with_one_sentence_and_one_button(daily):
    page = daily.show(LabsPage)
    assert page.start.isVisible()
    assert not page.overview.isVisible()
    daily.click(page.start)
    assert page.chooser.isVisible()
    assert daily.focus() is page.chooser.name


def test_the_choice_is_kept_in_order_under_the_labels_of_the_sheet(daily):
    page = chooser(daily)
    daily.type("Seoul")
    for code in ("c3", "anti_dsdna", "upcr"):
        tick(page, code)
    label(daily, page, "anti_dsdna", "Anti-ds DNA Ab(IgG)")
    select(page, "upcr")
    daily.click(page.chooser.side.up)
    daily.click(page.chooser.side.up)
    assert not page.chooser.side.up.isEnabled()
    daily.click(page.chooser.save)
    sheet = daily.diary.labs.sheet("Seoul")
    assert sheet.rows == (SheetRow("upcr"), SheetRow("c3"), SheetRow("anti_dsdna", "Anti-ds DNA Ab(IgG)"))
    assert page.form.isVisible()
    assert [each.analyte.id for each in page.form.draft.entries] == ["upcr", "c3", "anti_dsdna"]
    assert page.form.table.sheet.index(2, 0).data() == "Anti-ds DNA Ab(IgG)"


def test_every_label_under_which_a_sheet_prints_a_test_is_offered(daily):
    page = chooser(daily)
    tick(page, "creatinine")
    labels = set(page.chooser.chosen.labels_offered(at(page, "creatinine")))
    analyte = daily.diary.labs.catalogue().get("creatinine")
    assert set(analyte.sheet_labels) <= labels
    assert {"Cr", "크레아티닌(Cr)"} <= labels


def test_a_test_is_taken_off_by_its_tick_or_its_button(daily):
    page = chooser(daily)
    for code in ("c3", "c4"):
        tick(page, code)
    tick(page, "c3")
    select(page, "c4")
    daily.click(page.chooser.side.out)
    assert page.chooser.chosen.codes() == []
    assert item_of(page.chooser.list, "c4").checkState() == Qt.CheckState.Unchecked


def test_the_search_finds_korean_inside_words_and_keeps_what_is_chosen(daily):
    page = chooser(daily)
    tick(page, "c3")
    page.chooser.search.setText("ㅎㅅㅅ")
    assert item_of(page.chooser.list, "hemoglobin") is not None
    assert item_of(page.chooser.list, "c3") is None
    assert page.chooser.chosen.codes() == ["c3"]
    page.chooser.search.clear()
    assert item_of(page.chooser.list, "c3").checkState() == Qt.CheckState.Checked


def test_every_test_of_the_catalogue_is_offered_and_the_usual_ones_by_one_button(daily):
    page = chooser(daily)
    everything = daily.diary.labs.catalogue().all
    assert all(item_of(page.chooser.list, each.id) is not None for each in everything)
    daily.click(page.chooser.side.usual)
    assert page.chooser.chosen.codes() == [each.id for each in everything if each.tier == "core"]


def test_an_own_test_is_added_and_stands_on_the_sheet(daily):
    page = chooser(daily)
    daily.click(page.chooser.add_own)
    daily.type("Anti-C1q")
    page.chooser.own.unit.setText("AU")
    daily.click(page.chooser.own.add)
    assert not page.chooser.own.isVisible()
    daily.click(page.chooser.save)
    (own,) = daily.diary.labs.own()
    assert (own.name, own.value_type, own.unit) == ("Anti-C1q", "quantity", "AU")
    assert daily.diary.labs.sheet(None).rows == (SheetRow(own.analyte),)
    assert page.form.table.sheet.index(0, 0).data() == "Anti-C1q"


def test_a_nameless_own_test_is_refused_in_a_sentence(daily):
    page = chooser(daily)
    daily.click(page.chooser.add_own)
    daily.click(page.chooser.own.add)
    assert page.chooser.own.problem.isVisible()
    assert daily.diary.labs.own() == []


def test_without_a_row_nothing_is_kept(daily):
    page = chooser(daily)
    daily.click(page.chooser.save)
    assert page.chooser.problem.isVisible()
    assert daily.diary.labs.sheets() == []


def test_changing_the_rows_later_keeps_the_answers_and_the_draft(daily):
    rows = (SheetRow("upcr", None, "mg/mg{creat}"), SheetRow("c3"))
    daily.diary.labs.set_sheet(SheetTemplate("Seoul", rows))
    page = daily.show(LabsPage)
    daily.click(page.start)
    page.form.table.sheet.write(1, 1, "52")
    daily.click(page.form.head.change_rows)
    assert page.chooser.name.isReadOnly()
    tick(page, "c4")
    daily.click(page.chooser.save)
    assert daily.diary.labs.sheet("Seoul").rows == (*rows, SheetRow("c4"))
    assert [each.value for each in page.form.draft.entries] == ["", "52", ""]


def test_leaving_the_chooser_changes_nothing(daily):
    page = chooser(daily)
    tick(page, "c3")
    daily.click(page.chooser.cancel)
    assert daily.diary.labs.sheets() == []
    assert page.start.isVisible()


def test_the_labels_follow_the_language_unless_the_person_wrote_one(daily):
    page = chooser(daily)
    for code in ("hemoglobin", "c3"):
        tick(page, code)
    label(daily, page, "c3", "My C3")
    daily.around.ui_language.switch("ko")
    page.retranslate()
    assert page.chooser.chosen.chosen.label(at(page, "hemoglobin")) == "혈색소(Hb)"
    assert page.chooser.chosen.chosen.label(at(page, "c3")) == "My C3"
    daily.click(page.chooser.save)
    assert daily.diary.labs.sheet(None).rows == (SheetRow("hemoglobin"), SheetRow("c3", "My C3"))


def test_a_ready_panel_is_put_on_and_taken_off_by_one_press(daily):
    page = chooser(daily)
    card = page.chooser.cards.cards["immunology"]
    tests = [each.id for each in daily.diary.labs.catalogue().of_panel("immunology")]
    tick(page, "c3")
    assert card.text() == f"Complement and antibodies 1/{len(tests)}"
    daily.click(card)
    assert page.chooser.chosen.codes() == ["c3", *(code for code in tests if code != "c3")]
    assert item_of(page.chooser.list, "c4").checkState() == Qt.CheckState.Checked
    daily.click(card)
    assert page.chooser.chosen.codes() == []


def test_rows_are_moved_by_keys_and_by_dragging_the_grip(daily):
    page = chooser(daily)
    for code in ("c3", "c4", "ana"):
        tick(page, code)
    table = page.chooser.chosen
    select(page, "ana")
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert table.codes() == ["c3", "ana", "c4"]
    first, last = (table.visualRect(table.chosen.index(n, GRIP)).center() for n in (0, 2))
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(table.viewport(), last)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert table.codes() == ["ana", "c4", "c3"]
    select(page, "c4")
    daily.press(Qt.Key.Key_Delete)
    assert table.codes() == ["ana", "c3"]


def test_a_pasted_sheet_finds_its_tests_as_they_are_printed_and_asks_for_the_others(daily):
    page = chooser(daily)
    page.chooser.find_pasted("Hgb\t11.6\tg/dL\nWBC\t3.4\n처음 보는 검사\t5\n")
    assert page.chooser.chosen.chosen.sheet_rows() == (SheetRow("hemoglobin", "Hgb"),)
    named = [each for each in page.chooser.unread.findChildren(QPushButton) if each.accessibleDescription()]
    daily.click(named[0])
    assert page.chooser.chosen.chosen.sheet_rows()[1] == SheetRow("wbc", "WBC")
    assert page.chooser.unread.isVisible()


def test_the_heading_of_the_printed_names_is_whole_at_large_text(qtbot: QtBot, tmp_path, clock) -> None:
    daily = Daily(qtbot, tmp_path, clock, "ko")
    daily.around.theme.set_scale(1.5)
    page = daily.show(LabsPage, 1170, 700)
    daily.click(page.start)
    page.restyle()
    QApplication.processEvents()
    header = page.chooser.chosen.horizontalHeader()
    assert header.sectionSizeHint(LABEL) <= header.sectionSize(LABEL)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_long_list_opens_at_its_first_row_and_no_name_is_cut_through(daily: Daily, language: str) -> None:
    daily.around.ui_language.switch(language)
    codes = [each.id for each in daily.diary.labs.catalogue().all]
    daily.diary.labs.set_sheet(SheetTemplate("가상대학교병원", tuple(SheetRow(code) for code in codes)))
    page = daily.show(LabsPage, 1000, 600)
    page._choose("가상대학교병원")
    QApplication.processEvents()
    table = page.chooser.chosen
    assert table.rowAt(2) == 0
    assert table.currentIndex().row() == 0
    metrics = table.fontMetrics()
    for name in (each.name(daily.around.tr) for each in daily.diary.labs.catalogue().all):
        shown, way = wrapped(name, QRect(0, 0, 130, 44), metrics)
        room = metrics.boundingRect(QRect(0, 0, 130, 999), int(way), shown)
        assert room.height() <= 44, name
        # The blank at which a line ends has no room of its own.
        assert room.width() <= 138, name
        # Where a word may go on in the next line has no sign.
        shown = shown.replace("\u200b", "")
        assert name.startswith(shown.rstrip("…"))
        assert shown == name or len(shown) > 15, name


@pytest.mark.parametrize("language", ["ko", "en"])
def test_in_very_large_text_and_a_small_window_nothing_runs_out_to_the_right(
    daily: Daily, language: str
) -> None:
    daily.around.ui_language.switch(language)
    daily.around.theme.set_scale(2.0)
    page = daily.show(LabsPage, 806, 500)
    page.restyle()
    daily.click(page.start)
    QApplication.processEvents()
    area = page.chooser.findChildren(ScrollColumn)[0]
    assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_tests_of_a_panel_are_read_below_the_panels_before_one_is_chosen(
    daily: Daily, language: str
) -> None:
    daily.around.ui_language.switch(language)
    page = chooser(daily)
    cards, tr = page.chooser.cards, daily.around.tr
    catalogue = daily.diary.labs.catalogue()
    places = set()
    first = cards.cards[catalogue.panels[0].id]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for panel in catalogue.panels:
        names = [each.label(tr) for each in catalogue.of_panel(panel.id)]
        if not names:
            continue
        assert daily.focus() is cards.cards[panel.id]
        assert all(name in cards.tests.text() for name in names)
        assert names[-1] in cards.cards[panel.id].accessibleDescription()
        assert cards.tests.heightForWidth(cards.tests.width()) <= cards.tests.height()
        places.add((cards.tests.geometry().getRect(), page.chooser.list.geometry().getRect()))
        daily.press(Qt.Key.Key_Right)
    assert len(places) == 1, "nothing moves while the line changes"
    assert page.chooser.chosen.codes() == []
    last = cards.cards[catalogue.panels[1].id]
    QApplication.sendEvent(last, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert cards.tests.text().startswith(catalogue.panels[1].name(tr))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 870), (1.0, 1180), (1.5, 1100), (2.0, 870)])
def test_no_heading_and_no_test_of_the_rows_is_shortened(
    daily: Daily, language: str, scale: float, width: int
) -> None:
    daily.around.ui_language.switch(language)
    daily.around.theme.set_scale(scale)
    daily.diary.labs.set_sheet(
        SheetTemplate(LONG, tuple(SheetRow(code) for code in ("upcr", "urine_protein_dip", "c3")))
    )
    page = daily.show(LabsPage, width, 700)
    page._choose(LONG)
    QApplication.processEvents()
    table = page.chooser.chosen
    heads = table.horizontalHeader()
    for column in (NAME, LABEL):
        assert heads.sectionSizeHint(column) <= table.columnWidth(column)
    metrics = table.fontMetrics()
    for row in range(3):
        name = str(table.chosen.index(row, NAME).data())
        rect = table.visualRect(table.chosen.index(row, NAME)).adjusted(PAD, 0, -PAD, 0)
        if rect.height() < 2 * metrics.height():
            assert metrics.horizontalAdvance(name) <= rect.width(), name
        else:
            assert not wrapped(name, rect, metrics)[0].endswith("…"), name
    field = page.chooser.name
    assert field.cursorPosition() == 0
    assert field.fontMetrics().horizontalAdvance(LONG) <= field.width()
