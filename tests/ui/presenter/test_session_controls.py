"""The scripted session points at controls that are really there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.education.sessions.session import ControlStep
from lupusdiary.education.sessions.session_file import ready_sessions
from lupusdiary.ui.base.command import ShowPage
from tests.ui.shell import Shell

STEPS = [step for session in ready_sessions() for step in session.steps if isinstance(step, ControlStep)]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.page}-{step.control}")
def test_the_control_of_a_step_is_on_its_page(
    step: ControlStep, qtbot: QtBot, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    shell.controller.show_demonstration("mild")
    shell.controller.do(ShowPage(step.page))
    qtbot.waitUntil(
        lambda: any(widget.isVisible() for widget in shell.window.findChildren(QWidget, step.control))
    )
