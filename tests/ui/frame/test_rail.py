"""The rail names its pages as their titles do."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.command import ChooseLanguage
from lupusdiary.ui.frame.navigation import Rail
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
    (rail,) = shell.window.findChildren(Rail)
    button = rail.button("treatment")
    assert button.accessibleName() == name
    assert button.text().strip() == name
