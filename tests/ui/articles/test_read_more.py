"""From an item, a test, an event and the timeline, the article that explains it is one click away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.medicine import medicines
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.treatment import EVENT_KINDS
from lupusdiary.education.content.library import Library
from lupusdiary.ui.articles.explains import kind_of
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.labs.page import LabsPage
from lupusdiary.ui.timeline.page import TimelinePage
from lupusdiary.ui.today.page import TodayPage
from lupusdiary.ui.treatment.page import TreatmentPage
from lupusdiary.ui.widgets.chip import Chip
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def routes_of(page: Page) -> list[Route]:
    routes: list[Route] = []
    page.go.connect(routes.append)
    return routes


def test_from_the_explanation_of_an_item(daily: Daily) -> None:
    page = daily.show(TodayPage, 1093, 900)
    routes = routes_of(page)
    row = page.items.rows[0]
    row.set_current(True)
    name = f"read_{row.symptom.id}"
    assert page.findChildren(QPushButton, name) == []
    daily.click(child(row, QAbstractButton, f"info_{row.symptom.id}"))
    daily.click(child(page, QPushButton, name))
    assert routes == [Route("learn", explains=f"symptom:{row.symptom.id}")]
    assert not child(page, QPushButton, name).isVisible()
    for shown in (True, False):
        row.set_current(True)
        daily.click(child(row, QAbstractButton, f"info_{row.symptom.id}"))
        assert child(page, QPushButton, name).isVisible() is shown


def test_from_the_course_of_a_test(daily: Daily) -> None:
    c3 = daily.diary.labs.catalogue().get("c3")
    daily.diary.labs.add(lab_result(date(2026, 3, 3), c3, "62", "mg/dL"))
    page = daily.show(LabsPage)
    page.show_trend("c3")
    routes = routes_of(page)
    daily.click(child(page, QPushButton, "trend_read"))
    assert routes == [Route("learn", explains="analyte:c3")]


def test_from_an_event(daily: Daily) -> None:
    daily.diary.events.add(TreatmentEvent(date(2026, 3, 3), "kidney_biopsy"))
    page = daily.show(TreatmentPage, 1093, 1200)
    daily.click(child(page, Chip, "about_event"))
    routes = routes_of(page)
    daily.click(child(page, QToolButton, "read"))
    assert routes == [Route("learn", explains="event:kidney_biopsy")]


def test_from_the_timeline(daily: Daily) -> None:
    c3 = daily.diary.labs.catalogue().get("c3")
    daily.diary.labs.add(lab_result(date(2026, 11, 3), c3, "62", "mg/dL"))
    page = daily.show(TimelinePage, 1200, 1400)
    routes = routes_of(page)
    page.visit(Route("timeline", series=("c3",)))
    daily.qtbot.waitUntil(lambda: page.links.findChild(QPushButton, "read_c3") is not None)
    page._scroll.ensureWidgetVisible(page.links)
    daily.click(child(page, QPushButton, "read_c3"))
    assert routes == [Route("learn", explains="analyte:c3")]


def test_from_the_table_of_results(daily: Daily) -> None:
    catalogue = daily.diary.labs.catalogue()
    for code, unit in (("c3", "mg/dL"), ("upcr", "mg/g")):
        daily.diary.labs.add(lab_result(date(2026, 3, 3), catalogue.get(code), "62", unit))
    page = daily.show(LabsPage, 1280, 720)
    routes = routes_of(page)
    table = page.overview.table
    for row, line in enumerate(table.model_.grid.lines):
        if line.code is not None:
            table.setCurrentIndex(table.model_.index(row, 0))
            daily.click(page.overview.read)
    assert routes == [Route("learn", explains=f"analyte:{code}") for code in ("upcr", "c3")]


def test_from_a_medicine_that_an_event_names(daily: Daily) -> None:
    daily.diary.events.add(TreatmentEvent(date(2026, 3, 3), "other", "벤리스타 시작, 소론도 줄임"))
    page = daily.show(TreatmentPage, 1093, 1200)
    daily.click(child(page, Chip, "about_event"))
    routes = routes_of(page)
    # Of something else there is no article: one button for each of its medicines, and no other.
    for button in page.findChildren(QToolButton, "read"):
        daily.click(button)
    assert routes == [Route("learn", explains=f"medicine:{each}") for each in ("belimumab", "prednisolone")]


def test_an_event_of_a_newer_program_asks_for_no_article(daily: Daily) -> None:
    assert kind_of("teleportation", daily.around.tr) == []


def test_from_the_events_of_the_timeline_and_their_medicines(daily: Daily) -> None:
    daily.diary.days.record(daily.today, "fatigue", 3)
    events = daily.diary.events
    events.add(TreatmentEvent(date(2026, 10, 3), "kidney_biopsy"))
    events.add(TreatmentEvent(date(2026, 11, 3), "other", "Rituximab, first of two"))
    events.add(TreatmentEvent(date(2019, 1, 3), "cart_infusion"))
    page = daily.show(TimelinePage, 1200, 1400)
    routes = routes_of(page)
    page.visit(Route("timeline", series=("fatigue",)))
    daily.qtbot.waitUntil(lambda: page.links.findChild(QPushButton, "read_fatigue") is not None)
    names = ["rituximab", "kidney_biopsy"]
    for name in names:
        page._scroll.ensureWidgetVisible(page.links)
        daily.click(child(page, QPushButton, f"read_{name}"))
    assert [route.explains for route in routes] == ["medicine:rituximab", "event:kidney_biopsy"]
    assert page.links.findChild(QPushButton, "read_cart_infusion") is None, "it lies outside the picture"


def test_each_way_to_an_article_can_be_gone_by_keyboard(daily: Daily) -> None:
    c3 = daily.diary.labs.catalogue().get("c3")
    daily.diary.labs.add(lab_result(date(2026, 11, 3), c3, "62", "mg/dL"))
    daily.diary.events.add(TreatmentEvent(date(2026, 11, 3), "kidney_biopsy", "Rituximab"))
    for kind, names in (
        (LabsPage, ("read_test",)),
        (TreatmentPage, ("read",)),
        (TimelinePage, ("read_c3", "read_kidney_biopsy", "read_rituximab")),
    ):
        page: Page = daily.show(kind, 1200, 900)
        routes = routes_of(page)
        if isinstance(page, TimelinePage):
            page.visit(Route("timeline", series=("c3",)))
        if isinstance(page, TreatmentPage):
            _tab_to(daily, child(page, Chip, "about_event"))
            daily.press(Qt.Key.Key_Space)
        buttons = [button for name in names for button in page.findChildren(QAbstractButton, name)]
        assert len(buttons) == (2 if kind is TreatmentPage else len(names))
        for button in buttons:
            _tab_to(daily, button)
            daily.press(Qt.Key.Key_Space)
        assert len(routes) == len(buttons), kind
        assert all(route.page == "learn" for route in routes)
        page.close()


def test_the_item_of_today_leads_to_its_article_by_keyboard(daily: Daily) -> None:
    page = daily.show(TodayPage, 1093, 900)
    routes = routes_of(page)
    row = page.items.rows[0]
    row.set_current(True)
    child(row, QAbstractButton, f"info_{row.symptom.id}").setFocus()
    daily.press(Qt.Key.Key_Space)
    _tab_to(daily, child(page, QPushButton, f"read_{row.symptom.id}"))
    daily.press(Qt.Key.Key_Space)
    assert routes == [Route("learn", explains=f"symptom:{row.symptom.id}")]


def _tab_to(daily: Daily, wanted: QWidget) -> None:
    """Presses Tab until the keyboard is there."""
    for _ in range(120):
        if wanted.hasFocus():
            return
        focused = QApplication.focusWidget()
        if focused is None:
            wanted.window().focusNextChild()
        else:
            daily.press(Qt.Key.Key_Tab)
    raise AssertionError(f"{wanted.objectName()} is never reached")


def test_the_library_explains_every_medicine() -> None:
    library = Library()
    assert all(library.for_medicine(id) for id in medicines())


def test_the_library_explains_every_item_test_and_event() -> None:
    library = Library()
    without = {symptom.id for symptom in SymptomCatalogue().all if library.for_symptom(symptom.id) is None}
    assert without <= {"weight", "bp"}
    assert all(library.for_analyte(analyte.id) for analyte in AnalyteCatalogue().all)
    assert all(library.for_event(kind) for kind in EVENT_KINDS)
