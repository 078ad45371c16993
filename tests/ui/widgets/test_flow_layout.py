"""A line of things goes on in the next line when the window is narrow; the program ends quietly with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.widgets.flow_layout import EvenFlow, FlowLayout

_END_WITH_A_WINDOW = """
import sys, tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from PySide6.QtWidgets import QApplication
from lupusdiary.app import build
from lupusdiary.diary import create_diary
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.route import Route
app = QApplication([])
home = Path(sys.argv[1])
now = datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))
create_diary(home / "diary.lupusdiary", None, lambda: now).close()
path = home / "diary.lupusdiary"
window, controller = build(Preferences(home / "p.json"), Prompts(), "en", path, home, lambda: now)
window.show()
controller.enter(home / "diary.lupusdiary")
for page in ("calendar", "today"):
    window.view.show_route(Route(page))
    app.processEvents()
window.close()
print("ended")
"""


def row(
    qtbot: QtBot, width: int, *sizes: int, even: bool = False, right: bool = False
) -> tuple[QWidget, list[QPushButton]]:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(10, even=even, right=right)
    window.setLayout(flow)
    buttons = [QPushButton() for _ in sizes]
    for button, size in zip(buttons, sizes, strict=True):
        button.setFixedSize(size, 40)
        flow.addWidget(button)
    window.resize(width, 300)
    with qtbot.waitExposed(window):
        window.show()
    return window, buttons


def test_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    window, buttons = row(qtbot, 320, 100, 100, 100)
    assert [button.x() for button in buttons] == [0, 110, 220]
    assert len({button.y() for button in buttons}) == 1
    assert window.heightForWidth(320) == 40


def test_what_does_not_fit_goes_on_below(qtbot: QtBot) -> None:
    window, buttons = row(qtbot, 319, 100, 100, 100)
    assert [(button.x(), button.y()) for button in buttons] == [(0, 0), (110, 0), (0, 50)]
    assert window.heightForWidth(319) == 90


def test_a_hidden_thing_takes_no_room(qtbot: QtBot) -> None:
    window, buttons = row(qtbot, 320, 100, 100, 100)
    buttons[0].hide()
    qtbot.waitUntil(lambda: buttons[1].x() == 0)
    assert window.heightForWidth(210) == 40


def test_a_thing_that_expands_takes_what_is_left(qtbot: QtBot) -> None:
    _, buttons = row(qtbot, 400, 100, 100)
    buttons[1].setMinimumWidth(100)
    buttons[1].setMaximumWidth(16777215)
    buttons[1].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    qtbot.waitUntil(lambda: buttons[1].width() == 290)


def test_the_program_ends_quietly_after_pages_were_shown(tmp_path: Path) -> None:
    script = [sys.executable, "-c", _END_WITH_A_WINDOW, str(tmp_path)]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "ended"


def even(qtbot: QtBot, width: int, most: int, *sizes: int) -> tuple[QWidget, list[QPushButton]]:
    window = QWidget()
    qtbot.addWidget(window)
    flow = EvenFlow(10, most)
    window.setLayout(flow)
    buttons = [QPushButton() for _ in sizes]
    for button, size in zip(buttons, sizes, strict=True):
        button.setMinimumSize(size, 40)
        flow.addWidget(button)
    window.resize(width, 300)
    with qtbot.waitExposed(window):
        window.show()
    return window, buttons


def test_columns_of_one_width_begin_below_one_another(qtbot: QtBot) -> None:
    window, buttons = even(qtbot, 340, 1, 100, 40, 60, 90)
    assert [button.x() for button in buttons] == [0, 117, 233, 0]
    assert len({button.width() for button in buttons}) <= 2, "but for a pixel of rounding"
    assert buttons[3].y() == buttons[0].y() + 50
    assert len({button.height() for button in buttons}) == 1
    assert window.heightForWidth(340) == 90


def test_a_wide_thing_takes_two_columns_and_no_more_than_there_are(qtbot: QtBot) -> None:
    window, buttons = even(qtbot, 340, 2, 210, 90, 90, 90, 210)
    assert [button.x() for button in buttons] == [0, 233, 0, 117, 0]
    assert buttons[0].width() >= 210
    assert window.heightForWidth(340) == 140
    narrow, (alone,) = even(qtbot, 100, 2, 90)
    assert (alone.x(), alone.width(), narrow.width()) == (0, 100, 100)


def test_an_even_one_leaves_no_single_button_over_and_needs_no_more_lines(qtbot: QtBot) -> None:
    _, buttons = row(qtbot, 450, 100, 100, 100, 100, 60, even=True)
    assert [button.y() for button in buttons] == [0, 0, 50, 50, 50]
    window, buttons = row(qtbot, 500, 100, 100, 100, 100, 60, even=True)
    assert {button.y() for button in buttons} == {0}
    assert window.heightForWidth(450) == 90
    # One that is wider than its line has it alone.
    _, buttons = row(qtbot, 90, 100, 40, 40, even=True)
    assert [button.y() for button in buttons] == [0, 50, 50]


def test_a_right_one_ends_each_line_at_the_right_edge(qtbot: QtBot) -> None:
    window, buttons = row(qtbot, 250, 100, 100, 60, right=True)
    assert [button.geometry().right() + 1 for button in buttons] == [140, 250, 250]
    assert window.width() == 250
