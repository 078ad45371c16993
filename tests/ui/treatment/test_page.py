"""Treatment: events and flares are entered, changed and removed in one place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary import create_diary
from lupusdiary.domain.records import Flare, TreatmentEvent
from lupusdiary.ui.treatment.page import TreatmentPage
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.date_field import DateField
from tests.ui.daily import Daily, child

Clock = Callable[[], datetime]


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def test_a_flare_is_added_with_its_days_and_a_note(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    daily.click(child(page, Chip, "about_flare"))
    child(page, DateField, "flare_first_day").set_day(date(2026, 10, 3))
    daily.click(child(page, QCheckBox, "flare_going_on"))
    child(page, DateField, "flare_last_day").set_day(date(2026, 11, 1))
    child(page, QLineEdit, "flare_note").setText("my doctor said so")
    daily.click(child(page, QPushButton, "save_flare"))
    assert daily.diary.flares.all() == [Flare(date(2026, 10, 3), date(2026, 11, 1), "my doctor said so")]
    assert [label.text() for label in page.findChildren(QLabel) if "Flare, as I" in label.text()]


def test_a_flare_that_goes_on_has_no_last_day_to_enter(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    daily.click(child(page, Chip, "about_flare"))
    assert not child(page, DateField, "flare_last_day").isVisible()
    daily.click(child(page, QPushButton, "save_flare"))
    assert daily.diary.flares.all() == [Flare(daily.today)]


def test_a_flare_is_ended_later_and_undo_takes_the_end_back(daily: Daily) -> None:
    begun = daily.diary.flares.add(Flare(date(2026, 11, 1)))
    page = daily.show(TreatmentPage, 1093, 900)
    daily.click(child(page, Chip, "about_flare"))
    daily.click(child(page, QToolButton, "change"))
    assert page.flare_form.isVisible()
    daily.click(child(page, QCheckBox, "flare_going_on"))
    child(page, DateField, "flare_last_day").set_day(date(2026, 11, 20))
    daily.click(child(page, QPushButton, "save_flare"))
    assert daily.diary.flares.all() == [Flare(date(2026, 11, 1), date(2026, 11, 20))]
    assert [each.id for each in daily.diary.flares.all()] == [begun.id]
    daily.diary.history.undo()
    assert daily.diary.flares.all() == [Flare(date(2026, 11, 1))]


def test_a_flare_that_ends_before_it_begins_is_said_and_not_kept(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    daily.click(child(page, Chip, "about_flare"))
    daily.click(child(page, QCheckBox, "flare_going_on"))
    child(page, DateField, "flare_last_day").set_day(date(2026, 11, 1))
    daily.click(child(page, QPushButton, "save_flare"))
    assert child(page, QLabel, "flare_problem").isVisible()
    assert daily.diary.flares.all() == []
    assert child(page, DateField, "flare_last_day").day() == date(2026, 11, 1)


def test_an_event_is_added_changed_and_removed(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    daily.click(child(page, Chip, "about_event"))
    kind = child(page, QComboBox, "event_kind")
    daily.click(child(page, QPushButton, "save_event"))
    assert child(page, QLabel, "event_problem").text() == "Please choose what it was."
    kind.setCurrentIndex(kind.findData("vaccination"))
    child(page, QLineEdit, "event_title").setText("influenza")
    daily.click(child(page, QPushButton, "save_event"))
    assert daily.diary.events.all() == [TreatmentEvent(daily.today, "vaccination", "influenza")]
    changers = [each for each in page.findChildren(QToolButton, "change") if each.isVisible()]
    daily.click(changers[0])
    child(page, QLineEdit, "event_note").setText("left arm")
    daily.click(child(page, QPushButton, "save_event"))
    assert daily.diary.events.all() == [TreatmentEvent(daily.today, "vaccination", "influenza", "left arm")]
    removers = [each for each in page.findChildren(QToolButton, "remove") if each.isVisible()]
    assert len(removers) == 1
    daily.click(removers[0])
    assert daily.diary.events.all() == []


def test_only_one_form_with_one_main_button_is_seen(daily: Daily) -> None:
    page = daily.show(TreatmentPage, 1093, 900)
    for chip in ("about_flare", "about_event"):
        daily.click(child(page, Chip, chip))
        seen = [each for each in page.findChildren(QPushButton) if each.property("role") == "primary"]
        assert len([each for each in seen if each.isVisible()]) == 1


def test_her_own_words_stand_first_where_the_kind_is_another(daily: Daily) -> None:
    daily.diary.events.add(TreatmentEvent(date(2026, 11, 2), "other", "immunoglobulin"))
    page = daily.show(TreatmentPage, 1093, 900)
    strong = [each.text() for each in page.findChildren(QLabel) if each.property("role") == "strong"]
    assert "immunoglobulin" in strong


def test_a_diary_that_can_only_be_read_shows_no_form_and_no_small_buttons(
    daily: Daily, qtbot: QtBot, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = create_diary(tmp_path / "other.lupusdiary", None, clock)
    other.flares.add(Flare(date(2026, 11, 1)))
    daily.diary.close()
    daily.diary = other
    monkeypatch.setattr(type(other), "read_only", property(lambda _: True))
    page = daily.show(TreatmentPage, 1093, 900)
    assert not [each for each in page.findChildren(QToolButton) if each.isVisible()]
    assert not child(page, QPushButton, "save_event").isVisible()
