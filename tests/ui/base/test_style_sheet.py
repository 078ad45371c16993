"""Marks that are round at every text size, and a first window that fits its screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.palette import LIGHT
from lupusdiary.ui.base.style_sheet import style_sheet
from lupusdiary.ui.base.theme import SCALES
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
