"""From an item, a test, an event and the timeline, the article that explains it is one click away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.analyte import AnalyteCatalogue
from lupusdiary.domain.lab_result import lab_result
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.treatment import EVENT_KINDS
from lupusdiary.education.library import Library
from lupusdiary.ui.labs_page import LabsPage
from lupusdiary.ui.page import Page
from lupusdiary.ui.route import Route
from lupusdiary.ui.timeline_page import TimelinePage
from lupusdiary.ui.today_page import TodayPage
from lupusdiary.ui.treatment_page import TreatmentPage
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
    assert row.findChildren(QPushButton, f"read_{row.symptom.id}") == []
    daily.click(row.info)
    daily.click(child(row, QPushButton, f"read_{row.symptom.id}"))
    assert routes == [Route("learn", explains=f"symptom:{row.symptom.id}")]
    daily.click(row.info)
    assert not child(row, QPushButton, f"read_{row.symptom.id}").isVisible()


def test_from_the_course_of_a_test(daily: Daily) -> None:
    c3 = daily.diary.labs.catalogue().get("c3")
    daily.diary.labs.add(lab_result(date(2026, 3, 3), c3, "62", "mg/dL"))
    page = daily.show(LabsPage)
    page.show_course("c3")
    routes = routes_of(page)
    daily.click(child(page, QPushButton, "course_read"))
    assert routes == [Route("learn", explains="analyte:c3")]


def test_from_an_event(daily: Daily) -> None:
    daily.diary.events.add(TreatmentEvent(date(2026, 3, 3), "kidney_biopsy"))
    page = daily.show(TreatmentPage, 1093, 1200)
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


def test_the_library_explains_every_item_test_and_event() -> None:
    library = Library()
    without = {symptom.id for symptom in SymptomCatalogue().all if library.for_symptom(symptom.id) is None}
    assert without <= {"weight", "bp"}
    assert all(library.for_analyte(analyte.id) for analyte in AnalyteCatalogue().all)
    assert all(library.for_event(kind) for kind in EVENT_KINDS)
