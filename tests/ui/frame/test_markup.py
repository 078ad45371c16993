"""What a person wrote is shown as it was written: no name, note or file is read as markup anywhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, Qt, QTimer
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import lupusdiary.ui
from lupusdiary.diary import create_diary
from lupusdiary.domain.records import DiaryContents
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.widgets.labels import plain_tip
from tests.conftest import StandingClock
from tests.exchange.full_contents import full_life
from tests.ui.places import PAGES, Looking, menu_entries, places
from tests.ui.shell import Shell

# A popup asks for the keyboard, which a window without a screen cannot give it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
MARK = "<i>zz</i>"
_OWN = frozenset({"name", "title", "note", "laboratory", "text", "questions", "answer", "agreed", "what"})


def marked(value: Any, field: str = "") -> Any:
    """The same records with markup in every text that a person writes."""
    if isinstance(value, str):
        return f"{MARK} {value}" if field in _OWN else value
    if isinstance(value, tuple):
        return tuple(marked(each, field) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{f.name: marked(getattr(value, f.name), f.name) for f in fields(value) if f.init}
        )
    return value


@pytest.fixture(scope="module")
def life() -> DiaryContents:
    contents: DiaryContents = marked(full_life())
    return contents


@pytest.fixture
def shell(life: DiaryContents, qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock)
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    with create_diary(made.own, None, clock, parents=True) as diary:
        diary.merge(life)
    made.controller.enter(made.own)
    return made


def read_as_markup(root: QWidget) -> Iterator[str]:
    """The texts of a window, and the words over its parts, that Qt takes for markup of ours."""
    for each in (root, *root.findChildren(QWidget)):
        tip = each.toolTip()
        if MARK in tip and GuiQt.mightBeRichText(tip):
            yield f"tip of {type(each).__name__} {each.objectName()}: {tip[:60]}"
        if isinstance(each, QLabel) and MARK in each.text():
            shown = each.textFormat()
            if shown == Qt.TextFormat.RichText or (
                shown == Qt.TextFormat.AutoText and GuiQt.mightBeRichText(each.text())
            ):
                yield f"{type(each).__name__} {each.objectName()}: {each.text()[:60]}"
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from _tips(each)


def _tips(view: QAbstractItemView) -> Iterator[str]:
    model, role = view.model(), Qt.ItemDataRole.ToolTipRole
    rows = min(model.rowCount(), 200)
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(), 200)
    tips = [model.data(model.index(row, at), role) for row in range(rows) for at in range(columns)]
    tips += [model.headerData(at, Qt.Orientation.Horizontal, role) for at in range(columns)]
    tips += [model.headerData(at, Qt.Orientation.Vertical, role) for at in range(rows)]
    for tip in tips:
        if isinstance(tip, str) and MARK in tip and GuiQt.mightBeRichText(tip):
            yield f"tip in {type(view).__name__} {view.objectName()}: {tip[:60]}"


@pytest.mark.parametrize("name", PAGES)
def test_nothing_that_a_person_wrote_is_read_as_markup(shell: Shell, name: str) -> None:
    shown: set[str] = set()

    def look(widget: QWidget) -> Iterator[str]:
        shown.update(label.text() for label in widget.findChildren(QLabel) if MARK in label.text())
        yield from read_as_markup(widget)

    looking = Looking(shell, look)
    places(shell, name, looking.at, deep=1)
    assert looking.found == {}
    # Elsewhere they are painted, or stand in lists and fields.
    assert shown or name not in ("today", "labs", "treatment", "visit", "urgent")


def test_nothing_that_a_menu_opens_reads_it_as_markup(shell: Shell, tmp_path: Path) -> None:
    shell.person.opens = tmp_path / "scores.csv"
    lines = ["day,symptom,value", "2026-11-01,fatigue,3", f"2026-11-02,{MARK},3"]
    shell.person.opens.write_text("\n".join(lines), encoding="utf-8")
    looking = Looking(shell, read_as_markup)
    for entry in menu_entries(shell):
        looking.after(entry.objectName(), entry.trigger)
    assert looking.found == {}


def test_every_tooltip_that_is_put_together_is_shown_as_it_is() -> None:
    """Also where the walk above does not come: only words of the program itself reach Qt as they are."""
    root = Path(lupusdiary.ui.__file__).parent
    raw = [
        f"{path.relative_to(root).as_posix()}:{node.lineno}"
        for path in sorted(root.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setToolTip"
        and not _of_the_program(node.args[0])
    ]
    assert raw == []


def _of_the_program(words: ast.expr) -> bool:
    if isinstance(words, ast.IfExp):
        return _of_the_program(words.body) and _of_the_program(words.orelse)
    if not isinstance(words, ast.Call):
        return isinstance(words, ast.Constant)
    if isinstance(words.func, ast.Name):
        return words.func.id == "plain_tip"
    said = isinstance(words.func, ast.Attribute) and words.func.attr == "text"
    return said and not words.keywords and isinstance(words.args[0], ast.Constant)


def test_a_tooltip_with_markup_in_it_is_read_as_it_was_written() -> None:
    tip = plain_tip(f"{MARK} & more")
    assert GuiQt.mightBeRichText(tip)
    document = QTextDocument()
    document.setHtml(tip)
    assert document.toPlainText() == f"{MARK} & more"
    assert plain_tip("p < 0.05 & <10") == "p < 0.05 & <10"


@pytest.mark.parametrize("ask", ["confirm", "choose", "tell"])
def test_a_question_shows_a_name_as_it_is(shell: Shell, ask: str) -> None:
    question = f"“{MARK}”?"
    ways = {
        "confirm": lambda: Prompts().confirm(shell.window, question, "Yes", "No"),
        "choose": lambda: Prompts().choose(shell.window, question, ["One"], "None"),
        "tell": lambda: Prompts().tell(shell.window, question, "Close"),
    }
    seen: list[Qt.TextFormat] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.textFormat())
        box.reject()

    QTimer.singleShot(0, close)
    ways[ask]()
    assert seen == [Qt.TextFormat.PlainText]
