"""Two starts of one diary: the second calls the first window and ends; what a killed one left goes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lupusdiary import places
from lupusdiary.diary import create_diary
from lupusdiary.ui.safety.one_window import OneWindow, come_forward
from tests.cli.calling import ROOT
from tests.conftest import StandingClock
from tests.ui.shell import Shell

PATIENCE = 300.0
HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from lupusdiary.ui.safety.one_window import OneWindow
app = QCoreApplication([])
one = OneWindow(Path(sys.argv[1]))
print("claims" if one.claim(Path(sys.argv[2])) else "leaves it", flush=True)
one.called.connect(lambda: print("called", flush=True))
if sys.argv[3] == "stays":
    app.exec()
elif sys.argv[3] == "hangs":
    sys.stdin.read()
"""


def holder(folder: Path, diary: Path, how: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", HOLDER, str(folder), str(diary), how]
    return subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", text=True
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_second_one_calls_the_first_and_leaves_the_diary_to_it(tmp_path: Path) -> None:
    diary, folder = tmp_path / "a.lupusdiary", tmp_path / "running"
    first = holder(folder, diary, "stays")
    try:
        assert line(first) == "claims"
        second = holder(folder, diary, "ends")
        assert line(second) == "leaves it"
        second.communicate()
        assert line(first) == "called"
        # Another diary is another window's.
        other = holder(folder, tmp_path / "b.lupusdiary", "ends")
        assert line(other) == "claims"
        other.communicate()
    finally:
        end(first)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_what_a_killed_window_left_is_taken_over(tmp_path: Path) -> None:
    diary, folder = tmp_path / "a.lupusdiary", tmp_path / "running"
    first = holder(folder, diary, "stays")
    assert line(first) == "claims"
    end(first)
    assert list(folder.glob("*.lock")) != []
    second = holder(folder, diary, "ends")
    assert line(second) == "claims"
    second.communicate()


def test_a_window_that_does_not_answer_keeps_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary, folder = tmp_path / "a.lupusdiary", tmp_path / "running"
    first = holder(folder, diary, "hangs")
    try:
        assert line(first) == "claims"
        monkeypatch.setattr("lupusdiary.ui.safety.one_window._ANSWER_MS", 60)
        assert OneWindow(folder).claim(diary)
        assert list(folder.glob("*.call")) == []
    finally:
        end(first)


def test_where_nothing_can_be_locked_the_diary_opens_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert OneWindow(tmp_path / "file" / "running").claim(tmp_path / "a.lupusdiary")


def test_a_window_comes_forward_from_where_it_was_put_away(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isVisible()


def test_the_program_started_twice_is_one_window(tmp_path: Path, clock: StandingClock) -> None:
    diary = tmp_path / "a.lupusdiary"
    create_diary(diary, None, clock).close()
    words = [sys.executable, "-m", "lupusdiary", str(diary)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(words, cwd=ROOT, env=environment)
    try:
        until(lambda: list(places.running().glob("*.lock")) != [])
        second = subprocess.run(words, cwd=ROOT, env=environment, timeout=PATIENCE, check=False)
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.kill()
        first.wait()


def test_a_diary_that_another_window_has_is_named_and_the_shown_one_stays(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    create_diary(shell.own, None, clock, parents=True).close()
    other = tmp_path / "other.lupusdiary"
    create_diary(other, None, clock).close()
    shell.controller.enter(shell.own)
    view = shell.window.view
    shell.controller.claim = lambda path: path != other
    shell.controller.enter(other)
    assert shell.window.view is view
    assert "other.lupusdiary" in shell.person.told[-1]


def until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.02)
