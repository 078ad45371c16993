"""The sections of the settings: their list follows the cards, a search finds them, links lead to them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.domain.records import Profile
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.settings.page import SettingsPage
from tests.conftest import StandingClock
from tests.ui.daily import Daily, child
from tests.ui.shell import Shell

Key = Qt.Key
ALL = [
    "Language and display",
    "About me",
    "How I use the diary",
    "My diary’s file",
    "Passphrase and lock",
    "Backups",
    "Articles of my hospital",
    "Demonstration mode",
]


@pytest.fixture
def daily(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Daily:
    return Daily(qtbot, tmp_path, clock)


def offered(page: SettingsPage) -> list[str]:
    shown = page.sections.list
    return [shown.item(at).text().strip() for at in range(shown.count())]


def in_sight(page: SettingsPage, widget: QWidget) -> bool:
    """Whether the upper end of a widget is seen in the column."""
    viewport = page.sections.area.viewport()
    return 0 <= widget.mapTo(viewport, QPoint(0, 0)).y() < viewport.height()


def test_the_list_names_each_section_and_the_arrow_keys_go_there(daily: Daily) -> None:
    page = daily.show(SettingsPage)
    assert offered(page) == ALL
    page.sections.list.setFocus()
    assert page.sections.current == "appearance"
    seen = ["appearance"]
    for _ in ALL[1:]:
        QTest.keyClick(page.sections.list, Key.Key_Down)
        seen.append(page.sections.current)
        assert in_sight(page, page.sections._cards[page.sections.current])
    assert seen == list(page.sections._cards)
    spoken = QAccessible.queryAccessibleInterface(page.sections.list)
    assert spoken.text(QAccessible.Text.Name) == "Sections of the settings"
    assert spoken.child(1).text(QAccessible.Text.Name) == "About me"


def test_scrolling_marks_the_section_that_is_read_and_the_rail_begins_anew(daily: Daily) -> None:
    page = daily.show(SettingsPage)
    bar = page.sections.area.verticalScrollBar()
    assert bar.maximum() > 0
    marked = []
    for value in range(bar.maximum() + 1):
        bar.setValue(value)
        if page.sections.current not in marked:
            marked.append(page.sections.current)
    assert marked == list(dict.fromkeys(marked)) == [name for name in page.sections._cards if name in marked]
    assert {"appearance", "profile", "habits", "backups", "demonstration"} <= set(marked)
    page.sections.search.setText("backup")
    page.from_start()
    assert (bar.value(), page.sections.current, page.sections.search.text()) == (0, "appearance", "")
    assert offered(page) == ALL


def test_a_search_leads_to_the_setting_and_enter_gives_it_the_keyboard(daily: Daily) -> None:
    page = daily.show(SettingsPage)
    QTest.keyClick(page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.sections.search
    QTest.keyClicks(page.sections.search, "practise")
    assert offered(page) == ["Backups", "Practise a restore"]
    assert in_sight(page, child(page, QWidget, "practise_restore"))
    QTest.keyClick(page.sections.search, Key.Key_Return)
    assert QApplication.focusWidget() is page.sections.list
    QTest.keyClick(page.sections.list, Key.Key_Return)
    assert QApplication.focusWidget() is child(page, QWidget, "practise_restore")


def test_a_word_that_is_written_nowhere_on_the_card_finds_its_section(daily: Daily) -> None:
    page = daily.show(SettingsPage)
    page.sections.search.setText("PASSWORD")
    assert offered(page) == ["Passphrase and lock"]
    assert not page.sections.nothing.isVisible()
    page.sections.search.setText("백업")
    assert offered(page) == ["Backups"]


def test_a_section_that_is_called_so_comes_before_a_setting_of_another(daily: Daily) -> None:
    page = daily.show(SettingsPage)
    page.sections.search.setText("diary")
    marked = page.sections.list.currentItem()
    assert marked.text() == "How I use the diary"
    page.sections.search.setText("hospital number")
    assert page.sections.list.currentItem().text().strip() == "Hospital number"


def test_what_is_not_found_is_said_in_one_sentence(daily: Daily) -> None:
    page = daily.show(SettingsPage)
    page.sections.search.setText("<b>zzz")
    assert page.sections.nothing.isVisible()
    assert page.sections.nothing.text() == "No setting was found for “<b>zzz”."
    assert not page.sections.list.isVisible()
    QTest.keyClick(page.sections.search, Key.Key_Return)
    QTest.keyClick(page.sections.search, Key.Key_Escape)
    assert offered(page) == ALL
    assert page.sections.list.isVisible()
    assert not page.sections.nothing.isVisible()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ㄱㅈ ㅋㄱ", "글자 크기"),
        ("글자 ㅋ", "글자 크기"),
        ("ㅂㅇ", "백업"),
        ("비밀번호", "암호와 잠금"),
        ("backup", "백업"),
    ],
)
def test_korean_is_found_by_words_and_initial_consonants(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, typed: str, first: str
) -> None:
    page = Daily(qtbot, tmp_path, clock, "ko").show(SettingsPage)
    page.sections.search.setText(typed)
    assert first in offered(page)
    assert "시연 모드" not in offered(page)
    # What the card says of the moment is no setting.
    assert not [each for each in offered(page) if "있습니다" in each]


def test_double_text_in_a_small_window_makes_the_list_a_box_that_leads_too(daily: Daily) -> None:
    daily.around.theme.set_scale(2.0)
    page = daily.show(SettingsPage, 870, 440)
    page.restyle()
    assert page.sections.box.isVisible()
    assert not page.sections.list.isVisible()
    box = page.sections.box
    assert [box.itemText(at) for at in range(box.count())] == ALL
    for at in range(box.count()):
        box.setCurrentIndex(at)
        assert box.written == box.currentText()
    box.setCurrentIndex(0)
    box.setFocus()
    QTest.keyClick(box, Key.Key_End)
    assert page.sections.current == "demonstration"
    assert in_sight(page, page.sections._cards["demonstration"])


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    made.window.resize(1093, 614)
    made.controller._make(tmp_path / "mine.lupusdiary", None)
    return made


def test_a_copy_to_a_stick_asked_for_elsewhere_shows_the_backups(qtbot: QtBot, shell: Shell) -> None:
    view = shell.window.view
    assert view is not None
    view.diary.days.record(view.diary.today() - timedelta(days=60), "fatigue", 3)
    shell.controller.safety.remind()
    child(shell.window, QPushButton, "notice_backups_only_here_0").click()
    page = view.page("settings")
    assert isinstance(page, SettingsPage)
    assert len(shell.person.asked) == 1
    qtbot.waitUntil(lambda: page.sections.current == "backups" and in_sight(page, page.backups))


def test_undoing_what_stands_at_the_head_of_the_page_shows_it(qtbot: QtBot, shell: Shell) -> None:
    view = shell.window.view
    assert view is not None
    view.diary.profile.set(Profile("Kim", None, None, None))
    view.show_route(Route("today"))
    shell.controller.do(Verb.UNDO)
    page = view.page("settings")
    assert isinstance(page, SettingsPage)
    assert view.current == "settings"
    qtbot.waitUntil(lambda: page.sections.current == "profile" and in_sight(page, page.name))
