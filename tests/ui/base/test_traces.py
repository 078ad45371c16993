"""What is chosen in a dialog for files, and what goes wrong, leave no name where others look."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.file_dialog_trace import no_folder_remembered
from lupusdiary.ui.base.preferences import REMEMBERS_DIARIES, SAVED_IN, Preferences

NAME = "김가상의 폴더"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """Where Qt keeps what all its programs remember, in this test."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "qt"))
    yield tmp_path / "qt"
    home = str(Path.home() / ".config")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, home)


def of_qt() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, "QtProject")


def choose(path: Path) -> None:
    """Types a path into the dialog that is shown, and accepts it."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        QTimer.singleShot(20, lambda: choose(path))
        return
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    dialog.accept()


@pytest.mark.skipif(sys.platform != "linux", reason="there the dialog is the system's")
@pytest.mark.parametrize("before", [None, "file:///elsewhere"])
def test_no_folder_of_hers_is_left_where_every_program_reads_it(
    qtbot: QtBot, tmp_path: Path, kept: Path, before: str | None
) -> None:
    folder = tmp_path / NAME
    folder.mkdir()
    if before is not None:
        of_qt().setValue("FileDialog/lastVisited", before)
    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(20, lambda: choose(folder / "a.json"))
    assert Prompts().save_path(parent, "Save", "a.json", "JSON (*.json)") == folder / "a.json"
    left = of_qt()
    assert left.value("FileDialog/lastVisited") == before
    assert left.value("FileDialog/history") is None
    assert kept.exists(), "Qt has written there, and not elsewhere"


def test_what_was_remembered_comes_back_where_a_dialog_fails(kept: Path) -> None:
    of_qt().setValue("FileDialog/history", ["file:///a", "file:///b"])
    with suppress(RuntimeError), no_folder_remembered():
        of_qt().setValue("FileDialog/history", ["file:///hers"])
        raise RuntimeError
    assert of_qt().value("FileDialog/history") == ["file:///a", "file:///b"]


@pytest.mark.parametrize("remembers", [True, False])
def test_a_computer_that_remembers_no_diaries_remembers_no_folder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, remembers: bool
) -> None:
    chosen = tmp_path / NAME / "a.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    preferences = Preferences(tmp_path / "preferences.json")
    preferences.remember(REMEMBERS_DIARIES, remembers)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert Prompts(preferences).save_path(parent, "Save", "a.json", "JSON (*.json)") == chosen
    assert preferences.word(SAVED_IN) == (str(chosen.parent) if remembers else "")


FAILING = """
import sys, threading
from importlib import import_module
import_module("lupusdiary.cli.main").no_core_file()
from lupusdiary.app import say_places_only
say_places_only()

class Kept:
    def __del__(self):
        raise OSError(2, "no such file", "/home/secret name/x")

def fail():
    raise ValueError("secret name in a note")

Kept()
thread = threading.Thread(target=fail)
thread.start()
thread.join()
if sys.platform == "linux":
    print(open("/proc/self/coredump_filter").read().strip("0\\n") or "none")
"""


def test_what_nobody_can_be_told_of_names_places_in_the_program_only() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILING], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    assert "secret name" not in done.stderr
    assert "FileNotFoundError" in done.stderr
    assert "ValueError" in done.stderr
    assert ":13 fail" in done.stderr
    if sys.platform == "linux":
        assert done.stdout == "none\n", "whoever gets a crash gets no memory of ours"
