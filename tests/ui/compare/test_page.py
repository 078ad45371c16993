"""Before and after as a person meets it: from the row of an event to the picture, the table and a file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.compare.page import ComparePage
from lupusdiary.ui.treatment.page import TreatmentPage
from lupusdiary.ui.widgets.chip import Chip
from tests.conftest import StandingClock
from tests.report import pdf_text
from tests.ui.daily import Daily, child
from tests.ui.shell import Person


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    made = Daily(qtbot, tmp_path, clock)
    made.around = UiContext(made.around.ui_language, made.around.theme, Person(), made.around.preferences)
    for days in range(40):
        day = made.today - timedelta(days=days)
        made.diary.days.record(day, "fatigue", 3 if days < 20 else 7)
        made.diary.days.record(day, "joint_pain", 2)
    made.diary.events.add(TreatmentEvent(made.today - timedelta(days=20), "rtx_infusion"))
    made.diary.events.add(TreatmentEvent(made.today - timedelta(days=30), "rtx_infusion"))
    made.diary.events.add(TreatmentEvent(made.today - timedelta(days=5), "vaccination"))
    return made


def opened(daily: Daily, event: int | None = None) -> ComparePage:
    page = daily.show(ComparePage, 1093, 900)
    if event is not None:
        page.visit(Route("compare", event=event))
        page.load()
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    return page


def test_the_row_of_an_event_leads_there(daily: Daily) -> None:
    treatment = daily.show(TreatmentPage, 1093, 900)
    treatment._choose("about_event")
    routes: list[Route] = []
    treatment.go.connect(routes.append)
    buttons = [b for b in treatment.findChildren(QToolButton, "before_after") if b.isVisible()]
    assert len(buttons) == 3
    treatment._area.ensureWidgetVisible(buttons[1])
    daily.click(buttons[1])
    event = daily.diary.events.all()[1]
    assert routes == [Route("compare", event=event.id)]


def test_picture_and_table_are_of_the_event_that_was_chosen(daily: Daily) -> None:
    event = daily.diary.events.all()[1]
    page = opened(daily, event.id)
    assert "rituximab" in page.events.currentText()
    text = pdf_text.text(page.paper.preview.pdf)
    assert "Fatigue" in text
    assert "D0" in page.numbers.horizontalHeaderItem(0).text()
    names = [page.numbers.verticalHeaderItem(row).text() for row in range(page.numbers.rowCount())]
    fatigue = names.index("Fatigue")
    assert page.numbers.item(fatigue, 0).text() == "7"
    assert page.numbers.item(fatigue, 3).text() == "3"
    assert child(page, QCheckBox, "other_cycles").isEnabled()


def test_what_is_compared_can_be_chosen_and_cycles_left_out(daily: Daily) -> None:
    page = opened(daily, daily.diary.events.all()[1].id)
    daily.click(child(page, QPushButton, "choose_compared"))
    box = child(page, QCheckBox, "compare_joint_pain")
    assert box.isChecked()
    box.click()
    assert page.numbers.rowCount() == 1
    assert len(page._found["en"].curves.cycles) == 2
    child(page, QCheckBox, "other_cycles").click()
    assert len(page._found["en"].curves.cycles) == 1


def test_both_languages_are_printed_and_the_picture_is_saved(daily: Daily, tmp_path: Path) -> None:
    page = opened(daily, daily.diary.events.all()[1].id)
    person = daily.around.prompts
    assert isinstance(person, Person)
    person.save_to = tmp_path / "picture.png"
    daily.click(child(page, QPushButton, "save_compared_picture"))
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert person.offered == [f"Before and after_{daily.today.isoformat()}.png"]
    child(page, Chip, "paper_both").click()
    daily.qtbot.waitUntil(lambda: page.paper.save_print.save.isEnabled())
    korean, english = pdf_text.pages(page.paper.preview.pdf)
    assert "이전과 이후" in korean
    assert "Before and after" in english


def test_without_an_event_the_page_says_where_one_is_added(daily: Daily) -> None:
    for event in daily.diary.events.all():
        daily.diary.events.remove(event.id)
    page = daily.show(ComparePage, 1093, 900)
    assert page._empty.isVisible()
    assert not page.paper.isVisible()


def test_the_choice_of_what_is_compared_stands_in_groups_and_is_closed_where_it_was_opened(
    daily: Daily,
) -> None:
    c3 = daily.diary.labs.catalogue().get("c3")
    daily.diary.labs.add(lab_result(daily.today, c3, "62", "mg/dL"))
    page = opened(daily, daily.diary.events.all()[1].id)
    choose = child(page, QPushButton, "choose_compared")
    daily.click(choose)
    assert page.panels.isVisible()
    assert not page.paper.isVisible()
    said = [each.text() for each in page.panels.findChildren(QLabel) if each.isVisible()]
    assert said[:3] == ["What is compared", "Laboratory results", "Daily items"]
    catalogue = daily.diary.symptoms.catalogue()
    boxes = page.panels.findChildren(QCheckBox)
    items = {each.y() for each in boxes if each.objectName().removeprefix("compare_") in catalogue}
    tests = {each.y() for each in boxes} - items
    assert max(tests) < min(items)
    daily.click(child(page, QPushButton, "compare_done"))
    assert not page.panels.isVisible()
    assert page.paper.isVisible()
    assert not choose.isChecked()
    assert daily.focus() is choose


def test_without_an_event_one_button_leads_to_where_it_is_entered(daily: Daily) -> None:
    page = opened(daily, daily.diary.events.all()[1].id)
    add = child(page, QPushButton, "compare_add_event")
    assert not add.isVisible()
    for event in daily.diary.events.all():
        daily.diary.events.remove(event.id)
    page.refresh()
    routes: list[Route] = []
    page.go.connect(routes.append)
    daily.click(add)
    assert routes == [Route("treatment")]
