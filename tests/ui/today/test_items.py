"""More items: choosing what Today asks, its order, and the person's own items."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.ui.today.item_chooser import ItemChooser
from lupusdiary.ui.today.page import TodayPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


@pytest.fixture
def page(daily: Daily) -> TodayPage:
    return daily.show(TodayPage)


@pytest.fixture
def chooser(daily: Daily, page: TodayPage) -> ItemChooser:
    daily.click(child(page, QPushButton, "more_items"))
    assert page.chooser is not None
    return page.chooser


def asked(page: TodayPage) -> list[str]:
    return [row.symptom.id for row in page.items.rows]


def test_every_item_of_the_catalogue_can_be_ticked(chooser: ItemChooser, daily: Daily) -> None:
    catalogue = daily.diary.symptoms.catalogue()
    ticked = {item.id for item in catalogue.all if chooser.box(item.id).isChecked()}
    assert len(catalogue.all) == 41
    assert ticked == {item.id for item in catalogue.default_on}


def test_a_tick_puts_an_item_on_today_and_takes_it_off(
    chooser: ItemChooser, page: TodayPage, daily: Daily
) -> None:
    daily.diary.days.record(daily.today, "fatigue", 4)
    chooser.box("weight").click()
    chooser.box("fatigue").click()
    assert asked(page)[-1] == "weight"
    assert "fatigue" not in asked(page)
    daily.click(child(page, QPushButton, "chooser_done"))
    assert page.items.row("weight").isVisible()
    assert daily.diary.days.day(daily.today).readings == {"fatigue": 4}
    daily.diary.history.undo()
    assert "fatigue" in asked(page)


def test_buttons_change_the_order_and_keep_the_keyboard(
    chooser: ItemChooser, page: TodayPage, daily: Daily
) -> None:
    down = child(chooser, QAbstractButton, "down_global")
    down.setFocus()
    daily.press(Qt.Key.Key_Space)
    assert asked(page)[:3] == ["fatigue", "global", "joint_pain"]
    assert daily.focus().objectName() == "down_global"
    daily.press(Qt.Key.Key_Space)
    assert asked(page)[:3] == ["fatigue", "joint_pain", "global"]
    assert not child(chooser, QAbstractButton, "up_fatigue").isEnabled()


def test_an_own_item_is_added_recorded_retired_and_used_again(
    chooser: ItemChooser, page: TodayPage, daily: Daily
) -> None:
    child(chooser, QLineEdit, "own_name").setText("눈꺼풀 떨림")
    child(chooser, QPushButton, "own_yes_no").click()
    child(chooser, QPushButton, "own_add").click()
    code = asked(page)[-1]
    own = daily.diary.symptoms.catalogue().get(code)
    assert own.question(daily.around.tr) == "눈꺼풀 떨림"
    daily.diary.days.record(daily.today, code, True)
    child(chooser, QAbstractButton, f"off_{code}").click()
    assert code not in asked(page)
    assert daily.diary.days.day(daily.today).readings == {code: True}
    child(chooser, QPushButton, f"restore_{code}").click()
    assert asked(page)[-1] == code
    assert page.items.row(code).value is True


def test_an_own_item_without_a_name_is_refused_and_nothing_is_added(
    chooser: ItemChooser, page: TodayPage
) -> None:
    child(chooser, QPushButton, "own_add").click()
    assert child(chooser, QLabel, "own_problem").text() == "The name is empty."
    assert len(asked(page)) == 10


def test_an_empty_list_says_what_belongs_there(daily: Daily) -> None:
    for item in daily.diary.symptoms.catalogue().default_on:
        daily.diary.symptoms.untrack(item.id)
    page = daily.show(TodayPage)
    assert page.items.rows == []
    assert any("More items" in label.text() for label in page.items.findChildren(QLabel) if label.isVisible())


def test_a_route_to_today_leaves_the_chooser(chooser: ItemChooser, page: TodayPage) -> None:
    from lupusdiary.ui.base.route import Route

    page.visit(Route("today"))
    assert not chooser.isVisible()
    assert page.items.isVisible()
