"""The table of results, the trend of one test, and what the program computes only on request."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import Profile, SheetRow, SheetTemplate
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.labs.overview import LabOverview
from lupusdiary.ui.labs.page import LabsPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child
from tests.ui.shell import Shell

SPRING, SUMMER = date(2026, 3, 2), date(2026, 8, 30)


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Callable) -> Daily:
    daily = Daily(qtbot, tmp_path, clock)
    daily.diary.labs.set_sheet(SheetTemplate("Seoul", (SheetRow("c3", "Complement C3"), SheetRow("c4"))))
    for day, rows in {
        SPRING: [
            ("c3", "0.78", "g/L", "0.9-1.8"),
            ("c4", "8", "mg/dL", None),
            ("ana", "1:640", None, "<1:80"),
        ],
        SUMMER: [
            ("c3", "96", "mg/dL", "90-180"),
            ("anti_sm", "양성", None, "음성"),
            ("c4", "검사중", None, None),
        ],
    }.items():
        catalogue = daily.diary.labs.catalogue()
        daily.diary.labs.add_sheet(
            [lab_result(day, catalogue.get(c), v, unit, own, "Seoul") for c, v, unit, own in rows]
        )
    return daily


def test_the_rail_opens_the_table_at_its_start_and_reads_it_once(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    shell.enter_new_diary()
    view = shell.window.view
    assert view is not None
    catalogue = view.diary.labs.catalogue()
    view.diary.labs.add_sheet([lab_result(SPRING, catalogue.get("c3"), "96", "mg/dL", None, "Seoul")])
    loads: list[LabOverview] = []
    load = LabOverview.refresh

    def counted(overview: LabOverview) -> None:
        loads.append(overview)
        load(overview)

    monkeypatch.setattr(LabOverview, "refresh", counted)
    view.show_start("labs")
    page = view.page("labs")
    assert isinstance(page, LabsPage)
    assert len(loads) == 1
    assert page.stack.currentWidget() is page.overview
    qtbot.waitUntil(page.overview.table.hasFocus)
    view.show_start("today")
    view.show_start("labs")
    assert len(loads) == 1
    page.show_trend("c3")
    view.show_start("labs")
    assert page.stack.currentWidget() is page.overview


def shown(page: LabsPage) -> dict[str, list[str]]:
    """The cells by label, newest sheet first."""
    model = page.overview.table.model_
    return {
        line.title: [line.cells[at].text if at in line.cells else "" for at in range(model.columnCount())]
        for line in model.grid.lines
        if line.cells
    }


def test_the_newest_sheet_stands_first_and_values_stand_as_printed(daily):
    page = daily.show(LabsPage)
    assert [key.day for key in page.overview.table.model_.grid.columns] == [SUMMER, SPRING]
    assert shown(page) == {
        "Complement C3": ["96", "≈ 78 ▼"],
        "C4": ["no result yet", "8"],
        "ANA": ["", "1:640 ▲"],
        "Anti-Sm": ["positive (양성) ◆", ""],
    }


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_name_of_a_test_is_cut_however_narrow_the_window_is(daily, scale):
    daily.diary.labs.set_sheet(
        SheetTemplate("Seoul", (SheetRow("c3", "Complement C3 of the serum as this laboratory calls it"),))
    )
    daily.around.theme.set_scale(scale)
    page = daily.show(LabsPage, 820, 614)
    table = page.overview.table
    heads, lines = table.tests, table.model_.grid.lines
    long = next(n for n, line in enumerate(lines) if line.code == "c3")
    short = next(n for n, line in enumerate(lines) if line.code == "c4")
    assert table.rowHeight(long) >= 2 * QFontMetrics(heads.font()).height()
    assert all(table.rowHeight(n) >= heads.height_of(n) for n in range(len(lines)))
    assert table.rowHeight(long) > table.rowHeight(short) or scale == 1.0


def test_words_of_a_korean_sheet_are_read_in_english_too(daily):
    page = daily.show(LabsPage)
    table = page.overview.table
    row = next(n for n, line in enumerate(table.model_.grid.lines) if line.code == "anti_sm")
    words = table.model_.data(table.model_.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "printed positive (양성)" in words
    assert "range on the sheet negative (음성)" in words
    table.clicked.emit(table.model_.index(row, 0))
    cells = page.trend.table
    assert [cells.item(0, n).text() for n in (1, 2)] == ["positive (양성) ◆", "negative (음성)"]


def test_a_mark_is_a_sign_and_weight_and_is_said_in_words(daily):
    page = daily.show(LabsPage)
    model = page.overview.table.model_
    row = next(n for n, line in enumerate(model.grid.lines) if line.code == "c3")
    inside, outside = model.index(row, 0), model.index(row, 1)
    assert not model.data(inside, Qt.ItemDataRole.FontRole).bold()
    assert model.data(outside, Qt.ItemDataRole.FontRole).bold()
    words = model.data(outside, Qt.ItemDataRole.AccessibleTextRole)
    assert "printed 0.78 g/L" in words
    assert "below the range on the sheet" in words


def test_a_converted_value_changes_nothing_that_is_kept(daily):
    daily.show(LabsPage)
    kept = daily.diary.labs.all(None, "c3")[0]
    assert (kept.value_text, kept.unit, kept.value) == ("0.78", "g/L", 0.78)


def test_a_click_on_a_row_shows_its_course_with_every_result(daily):
    page = daily.show(LabsPage)
    table = page.overview.table
    row = next(n for n, line in enumerate(table.model_.grid.lines) if line.code == "c3")
    table.clicked.emit(table.model_.index(row, 1))
    assert page.trend.isVisible()
    analyte = daily.diary.labs.catalogue().get("c3")
    assert page.trend.explained.words == f"{analyte.label_en}: {analyte.explain_en}"
    cells = page.trend.table
    assert [cells.item(n, 1).text() for n in range(cells.rowCount())] == ["96 mg/dL", "0.78 g/L ▼"]
    assert cells.item(1, 1).font().bold()
    daily.click(page.trend.back)
    assert page.overview.isVisible()


def test_the_course_has_a_chart_with_its_sentence_and_leads_to_the_timeline(daily, qtbot):
    page = daily.show(LabsPage)
    page.show_trend("c3")
    chart = page.trend.chart
    qtbot.waitUntil(lambda: chart.ready)
    assert "C3" in chart.accessibleName()
    qtbot.waitUntil(lambda: chart.height() > page.height() // 2)
    chart.point(SPRING)
    assert chart.hit is not None
    assert "78" in " ".join(chart.hit.values) or "0.78" in " ".join(chart.hit.values)
    opened: list[tuple[object, object]] = []
    page.trend.sheet_requested.disconnect()
    page.trend.sheet_requested.connect(lambda day, laboratory: opened.append((day, laboratory)))
    chart.open_at(None)
    assert opened == [(SPRING, "Seoul")]
    routes: list[Route] = []
    page.go.connect(routes.append)
    daily.click(page.trend.timeline)
    assert routes == [Route("timeline", series=("c3",))]


def test_the_typical_range_is_named_so_and_only_where_no_sheet_prints_one(daily):
    page = daily.show(LabsPage)
    page.show_trend("c4")
    assert "Typical elsewhere: 10 to 40 mg/dL" in page.trend.typical.text()
    page.show_trend("c3")
    assert not page.trend.typical.isVisible()


def test_everything_in_the_table_is_reached_by_keyboard(daily):
    page = daily.show(LabsPage)
    table = page.overview.table
    table.setFocus()
    table.setCurrentIndex(table.model_.index(1, 0))
    daily.press(Qt.Key.Key_Right)
    assert page.overview.open_sheet.text() == "Open the sheet of 2 Mar 2026"
    daily.press(Qt.Key.Key_Return)
    assert page.trend.code == "c3"
    daily.press(Qt.Key.Key_Space)
    assert page.overview.isVisible()
    page.overview.open_sheet.setFocus()
    daily.press(Qt.Key.Key_Space)
    assert page.form.isVisible()
    assert page.form.head.day.day() == SPRING


def test_a_date_opens_its_sheet(daily):
    page = daily.show(LabsPage)
    page.overview.table.horizontalHeader().sectionClicked.emit(0)
    values = {each.analyte.id: each.value for each in page.form.draft.entries}
    assert values == {"c3": "96", "c4": "검사중", "ana": "", "anti_sm": "양성"}


def test_a_route_leads_to_a_sheet_or_to_a_course(daily):
    page = daily.show(LabsPage)
    page.visit(Route("labs", day=SPRING))
    assert page.form.isVisible()
    page.form.discard.click()
    page.visit(Route("labs", series=("c4",)))
    assert page.trend.code == "c4"


def test_egfr_is_computed_only_on_request_and_never_for_a_printed_one(daily):
    labs, catalogue = daily.diary.labs, daily.diary.labs.catalogue()
    labs.add_sheet(
        [
            lab_result(SUMMER, catalogue.get("creatinine"), "0.9", "mg/dL", None, "Seoul"),
            lab_result(SUMMER, catalogue.get("egfr"), "70", "mL/min/1.73m2", None, "Seoul"),
            lab_result(SPRING, catalogue.get("creatinine"), "<0.9", "mg/dL", None, "Seoul"),
        ]
    )
    daily.diary.profile.set(Profile(birth_date=date(1971, 5, 1), sex="female"))
    page = daily.show(LabsPage)
    title = "eGFR (calculated, CKD-EPI 2021)"
    assert title not in shown(page)
    daily.click(page.overview.computed)
    assert shown(page)[title] == ["75", ""]
    assert shown(page)["eGFR"] == ["70", ""]
    assert "pregnancy" in child(page, QLabel, "computed_rule").text()
    assert len(labs.all(None, "egfr")) == 1
    daily.click(page.overview.computed)
    assert title not in shown(page)


@pytest.mark.parametrize(
    "profile",
    [
        Profile(),
        Profile(sex="female"),
        Profile(birth_date=date(1971, 5, 1)),
        Profile(birth_date=date(2010, 1, 1), sex="male"),
    ],
)
def test_without_sex_or_age_or_under_eighteen_nothing_is_computed_and_that_is_said(daily, profile):
    creatinine = daily.diary.labs.catalogue().get("creatinine")
    daily.diary.labs.add(lab_result(SUMMER, creatinine, "0.9", "mg/dL", None, "Seoul"))
    daily.diary.profile.set(profile)
    page = daily.show(LabsPage)
    daily.click(page.overview.computed)
    assert not any("calculated" in title for title in shown(page))
    assert child(page, QLabel, "computed_rule").isVisible()


def test_a_sheet_without_units_is_shown_in_the_unit_that_its_laboratory_means(daily):
    upcr = daily.diary.labs.catalogue().get("upcr")
    daily.diary.labs.set_sheet(SheetTemplate("Busan", (SheetRow("upcr", None, "mg/mg{creat}"),)))
    daily.diary.labs.add(lab_result(SPRING, upcr, "0.45", None, None, "Busan"))
    daily.diary.labs.add(lab_result(SUMMER, upcr, "300", "mg/g", None, "Seoul"))
    page = daily.show(LabsPage)
    assert shown(page)["UPCR"] == ["300", "≈ 450", ""]


def test_two_results_of_one_day_both_stand_in_the_cell(daily):
    c3 = daily.diary.labs.catalogue().get("c3")
    daily.diary.labs.add(lab_result(SUMMER, c3, "88", "mg/dL", "90-180", "Seoul"))
    page = daily.show(LabsPage)
    assert shown(page)["Complement C3"][0] == "96 / 88 ▼"


def test_names_are_those_that_she_chose_and_no_heading_is_cut(daily):
    daily.diary.labs.set_sheet(
        SheetTemplate("가상대학교병원 진단검사의학과 외래", (SheetRow("c3", "Complement C3 (nephelometry)"),))
    )
    c3 = daily.diary.labs.catalogue().get("c3")
    laboratory = "가상대학교병원 진단검사의학과 외래"
    daily.diary.labs.add(lab_result(SUMMER, c3, "88", "mg/dL", None, laboratory))
    page = daily.show(LabsPage)
    table = page.overview.table
    assert "Complement C3 (nephelometry)" in shown(page)
    bold = QFont(table.horizontalHeader().font())
    bold.setBold(True)
    for column in range(table.model_.columnCount()):
        lines = str(table.model_.headerData(column, Qt.Orientation.Horizontal)).split("\n")
        widest = max(QFontMetrics(bold).horizontalAdvance(line) for line in lines)
        assert widest + 16 <= table.columnWidth(column)
    page.show_trend("c3")
    assert page.trend.title.text() == "Complement C3 (nephelometry)"


def test_what_a_cell_says_under_the_pointer_stands_in_lines(daily):
    model = daily.show(LabsPage).overview.table.model_
    row = next(row for row, line in enumerate(model.grid.lines) if line.code == "c3")
    said = str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)).split("\n")
    assert said[0] == "Complement C3"
    assert len(said) >= 3
    assert max(map(len, said)) < 60


def test_a_long_laboratory_goes_on_in_the_next_line_of_its_heading(daily):
    c3 = daily.diary.labs.catalogue().get("c3")
    laboratory = "Gasang University Hospital of internal medicine (fictional)"
    daily.diary.labs.add(lab_result(SUMMER, c3, "88", "mg/dL", None, laboratory))
    table = daily.show(LabsPage).overview.table
    heads = [
        str(table.model_.headerData(column, Qt.Orientation.Horizontal))
        for column in range(table.model_.columnCount())
    ]
    (at,) = (at for at, head in enumerate(heads) if "Gasang" in head)
    assert heads[at].split("\n", 1)[1].replace("\n", " ") == laboratory
    assert heads[at].count("\n") >= 3
    assert table.columnWidth(at) < 230


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_the_name_of_a_test_stands_on_one_line_with_its_values(daily, scale):
    esr = daily.diary.labs.catalogue().get("crp")
    daily.diary.labs.add(lab_result(SUMMER, esr, "16", "mg/L", None, "Seoul"))
    daily.diary.labs.set_sheet(SheetTemplate("Seoul", (SheetRow("crp", "CEH"),)))
    daily.around.theme.set_scale(scale)
    page = daily.show(LabsPage, 1093, 614)
    table = page.overview.table
    row = next(n for n, line in enumerate(table.model_.grid.lines) if line.code == "crp")
    column = next(n for n, key in enumerate(table.model_.grid.columns) if key.day == SUMMER)
    table.setCurrentIndex(table.model_.index(1, 0))
    table.scrollTo(table.model_.index(row, column))
    QApplication.processEvents()
    top, height = table.rowViewportPosition(row), table.rowHeight(row)
    left = table.columnViewportPosition(column)
    name = QRect(8, top, round(60 * scale), height - 1)
    value = QRect(left + 4, top, table.columnWidth(column) - 8, height - 1)
    feet = [
        foot(place, part.viewport().grab().toImage()) for part, place in ((table.tests, name), (table, value))
    ]
    assert feet[0] == feet[1]


def foot(place: QRect, image: QImage) -> int:
    """The lowest row of ink in a place."""
    ground = image.pixelColor(place.topLeft())
    inked = [
        y
        for y in range(place.top() + 2, place.bottom() - 1)
        for x in range(place.left(), place.right())
        if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 90
    ]
    return max(inked)
