"""More items: choosing what Today asks, its order, and the person's own items."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.ui.today.chooser.custom_item_form import CustomItemForm
from lupusdiary.ui.today.chooser.item_chooser import ItemChooser
from lupusdiary.ui.today.page import TodayPage
from lupusdiary.ui.widgets.choice import Choice
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


def _own(chooser: ItemChooser, *names: str) -> list[str]:
    for name in names:
        child(chooser, QLineEdit, "own_name").setText(name)
        child(chooser, QPushButton, "own_add").click()
    found = chooser._diary.symptoms.tracked()
    return [item.symptom for item in found if item.name in names]


def test_an_own_item_is_renamed_made_one_with_another_and_deleted(
    chooser: ItemChooser, page: TodayPage, daily: Daily, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = _own(chooser, "twitch", "eyelid")
    daily.diary.days.record(daily.today, first, 3)
    field = child(chooser, QLineEdit, f"rename_{second}")
    field.setText("eyelid twitch")
    field.editingFinished.emit()
    assert page.items.row(second).symptom.name(daily.around.tr) == "eyelid twitch"
    into = child(chooser, Choice, f"merge_{first}")
    into.activated.emit(1)
    assert first not in asked(page)
    assert daily.diary.days.day(daily.today).readings == {second: 3}
    questions: list[str] = []

    def confirm(_: object, __: object, question: str, *___: str) -> bool:
        questions.append(question)
        return True

    monkeypatch.setattr(type(daily.around.prompts), "confirm", confirm)
    child(chooser, QAbstractButton, f"delete_{second}").click()
    assert questions == ["Delete “eyelid twitch” and the 1 value recorded of it? Undo brings both back."]
    assert second not in asked(page)
    assert daily.diary.days.day(daily.today).is_empty


def test_no_card_jumps_and_no_row_is_crushed_while_boxes_are_ticked(
    chooser: ItemChooser, daily: Daily
) -> None:
    QApplication.processEvents()
    cards = {card.objectName(): card for card in chooser.findChildren(QFrame) if card.objectName()}
    before = {name: card.x() for name, card in cards.items() if name.startswith("group_")}
    assert len(before) > 8
    for code in ("weight", "bp", "headache", "numbness", "sleep"):
        chooser.box(code).click()
        QApplication.processEvents()
    _own(chooser, "twitch")
    QApplication.processEvents()
    after = {card.objectName(): card.x() for card in chooser.findChildren(QFrame)}
    assert {name: after[name] for name in before} == before
    buttons = chooser.asked.findChildren(QAbstractButton)
    assert len(buttons) >= 3 * 15
    rows = sorted({each.mapTo(chooser.asked, QPoint(0, 0)).y() for each in buttons})
    assert all(lower - upper >= 40 for upper, lower in pairwise(rows))


def test_an_own_item_that_was_not_added_says_so_when_it_is_offered_again(daily: Daily) -> None:
    first = daily.show(TodayPage)
    daily.click(child(first, QPushButton, "more_items"))
    child(first, QLineEdit, "own_name").setText("twitch")
    first.keep()
    first.close()
    again = daily.show(TodayPage)
    daily.click(child(again, QPushButton, "more_items"))
    assert child(again, QLineEdit, "own_name").text() == "twitch"
    assert again.chooser is not None
    assert child(again.chooser.form, QLabel, "draft_words").text() == "Not saved yet, from 21:04"
    child(again.chooser.form, QPushButton, "drop_draft").click()
    assert child(again, QLineEdit, "own_name").text() == ""


def test_the_button_that_adds_an_item_does_not_stand_among_the_kinds_of_answer(daily: Daily) -> None:
    page = daily.show(TodayPage, 1366, 740)
    page.items.more.click()
    QApplication.processEvents()
    form = page.findChildren(CustomItemForm)[0]
    assert form.add.y() + form.add.height() <= min(chip.y() for chip in form.scales.values())
    form.name.setFocus()
    stops = []
    for _ in range(len(form.scales) + 1):
        daily.press(Qt.Key.Key_Tab)
        stops.append(daily.focus())
    assert stops[0] in form.scales.values()
    assert form.add in stops


def test_the_names_in_order_begin_below_each_other(daily: Daily) -> None:
    daily.diary.symptoms.track("weight")
    page = daily.show(TodayPage, 1366, 900)
    daily.click(child(page, QPushButton, "more_items"))
    assert page.chooser is not None
    words = [item.name(daily.around.tr) for item in page.items.items]
    assert len(words) > 10
    labels = [each for each in page.chooser.asked.findChildren(QLabel) if each.text() in words]
    assert len(labels) == len(words)
    assert len({each.mapTo(page, each.contentsRect().topLeft()).x() for each in labels}) == 1
