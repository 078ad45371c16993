"""Marks that are round at every text size, and a first window that fits its screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.palette import LIGHT, contrast
from lupusdiary.ui.base.style_sheet import style_sheet
from lupusdiary.ui.base.theme import SCALES, Theme
from tests.conftest import StandingClock
from tests.ui.shell import Shell


@pytest.mark.parametrize("scale", SCALES)
def test_radio_buttons_are_round_and_keep_their_size_when_chosen(scale: float) -> None:
    """Qt draws corners square where the radius is more than half of the outside."""
    sheet = style_sheet(LIGHT, scale, "chevron-light.svg")
    box = re.search(r"QRadioButton::indicator \{ width: (\d+)px", sheet)
    radius = re.search(r"QRadioButton::indicator \{ border-radius: (\d+)px", sheet)
    chosen = re.search(
        r"QRadioButton::indicator:checked \{ border: (\d+)px[^}]*width: (\d+)px", sheet, re.DOTALL
    )
    assert box
    assert radius
    assert chosen
    outside = int(box[1]) + 4
    assert int(radius[1]) == outside // 2
    assert int(chosen[2]) + 2 * int(chosen[1]) == outside


def test_the_first_window_fits_the_screen(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    room = QApplication.primaryScreen().availableSize()
    assert shell.window.width() <= room.width()
    assert shell.window.height() <= room.height() - 30


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_what_cannot_be_pressed_is_quieter_than_what_can(qtbot: QtBot, name: str) -> None:
    page, theme = QWidget(), Theme(name)
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    buttons = [QPushButton("Save"), QPushButton("Save")]
    for button in buttons:
        button.setProperty("role", "primary")
        column.addWidget(button)
    buttons[1].setEnabled(False)
    theme.apply_to(page)
    page.show()
    ground = theme.colours.window
    grounds = [button.grab().toImage().pixelColor(6, button.height() // 2).name() for button in buttons]
    assert contrast(grounds[0], ground) > 2 * contrast(grounds[1], ground)
