"""The rail names its pages as their titles do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.command import ChooseLanguage
from lupusdiary.ui.frame.navigation import FOOT, PAGES, NavigationRail
from tests.conftest import StandingClock
from tests.ui.shell import Shell


@pytest.mark.parametrize(("language", "name"), [("ko", "약·치료"), ("en", "Medicines")])
def test_the_page_of_medicines_holds_treatment_too(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, language: str, name: str
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    shell.enter_new_diary()
    shell.controller.do(ChooseLanguage(language))
    (rail,) = shell.window.findChildren(NavigationRail)
    button = rail.button("treatment")
    assert button.accessibleName() == name
    assert button.text().strip() == name


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_name_of_the_page_that_is_shown_has_room_in_bold(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, language: str, size: tuple[int, int], scale: float
) -> None:
    shell = Shell(tmp_path, clock, language)
    qtbot.addWidget(shell.window)
    shell.window.resize(*size)
    shell.window.context.theme.set_scale(scale)
    shell.enter_new_diary()
    (rail,) = shell.window.findChildren(NavigationRail)
    for page, _, _ in (*PAGES, *FOOT):
        button = rail.button(page)
        option = QStyleOptionButton()
        button.initStyleOption(option)
        inside = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
        bold = QFont(button.font())
        bold.setBold(True)
        # The style puts four pixels between an icon and its words.
        wanted = button.iconSize().width() + 4 + QFontMetrics(bold).horizontalAdvance(button.text())
        assert wanted <= inside.width(), (page, wanted, inside.width())


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_name_of_the_program_stands_in_one_line(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, language: str
) -> None:
    shell = Shell(tmp_path, clock, language)
    qtbot.addWidget(shell.window)
    shell.window.resize(1093, 614)
    shell.enter_new_diary()
    QApplication.processEvents()
    (rail,) = shell.window.findChildren(NavigationRail)
    brand = rail._brand
    assert brand.heightForWidth(brand.width()) <= brand.heightForWidth(1000)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_page_is_called_the_same_on_the_rail_and_in_the_menu(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock, language: str
) -> None:
    shell = Shell(tmp_path, clock, language)
    qtbot.addWidget(shell.window)
    shell.enter_new_diary()
    (rail,) = shell.window.findChildren(NavigationRail)
    for page, _, _ in (*PAGES, *FOOT):
        ways = [each.text() for each in shell.window.findChildren(QAction, f"page_{page}")]
        assert rail.button(page).text().strip() in ways
