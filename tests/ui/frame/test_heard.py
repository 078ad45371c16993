"""What a screen reader hears on every page, in every dialog and at every door, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, create_diary
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.spoken import QuestionGroup, speak_as
from lupusdiary.ui.frame.error_dialog import ErrorDialog
from lupusdiary.ui.frame.navigation import FOOT
from lupusdiary.ui.frame.navigation import PAGES as RAIL
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.frame.welcome import Welcome
from lupusdiary.ui.today.choice_cells import Cell
from tests.conftest import StandingClock
from tests.ui.heard import CELLS, Heard, Role, hear
from tests.ui.places import PAGES, go, opened, places, quiet
from tests.ui.shell import Shell, told_diary

NAMED = {
    *(Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText),
    *(Role.SpinBox, Role.Slider, Role.Table, Role.List, Role.Tree, Role.PageTab, Role.PageTabList),
    *(Role.Link, Role.MenuItem, Role.Chart, Role.Heading, Role.Grouping, Role.Document),
}
# What the keyboard comes to is one of these, never a mere part of the window.
VAGUE = {Role.NoRole, Role.Client, Role.Pane, Role.Border, Role.LayeredPane, Role.Whitespace}
VERBS = [
    *(Verb.HELP, Verb.ABOUT, Verb.SESSION, Verb.TRASH, Verb.DAY_HISTORY, Verb.ASK),
    *(Verb.RESTORE, Verb.PASSPHRASE, Verb.RECOVERY, Verb.LOCK),
]
Stories = tuple[str, Path]
# A popup asks for the keyboard, which a window without a screen cannot give it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


def faults(widget: QWidget) -> Iterator[str]:
    """What would not be understood by somebody who only hears the widget."""
    for part in hear(widget):
        where = " > ".join(each.called for each in part.above[-3:])
        if not part.name and (part.focusable or part.role in NAMED | CELLS):
            yield f"no name: {part} in {where}"
        if part.focusable and part.role in VAGUE:
            yield f"no role: {part} in {where}"
        if part.role == Role.RadioButton:
            yield from _of_choice(part, where)
        elif _is_choice(part) and part.role != Role.PageTab:
            yield f"no choice of several: {part} in {where}"
        if part.role == Role.PageTab and all(each.role != Role.PageTabList for each in part.above):
            yield f"no list of tabs: {part} in {where}"


def _is_choice(part: Heard) -> bool:
    button = part.widget
    if not isinstance(button, QAbstractButton) or not button.isCheckable():
        return False
    group = button.group()
    return group is not None and group.exclusive()


def _of_choice(part: Heard, where: str) -> Iterator[str]:
    """A choice says which of how many it is; its question is said with it or by its group."""
    *question, place = part.description.split(", ")
    if len(numbers := [word for word in place.replace("개 중", " ").split() if word[:1].isdigit()]) != 2:
        yield f"no place: {part} {part.description!r} {numbers}"
    if not question and not any(each.role == Role.Grouping and each.name for each in part.above):
        yield f"no question: {part} in {where}"


def heard_of(widget: QWidget) -> list[str]:
    """What is wrong, each once."""
    return [f"{count} x {said}" for said, count in Counter(faults(widget)).items()]


@pytest.fixture(scope="module", params=["ko", "en"])
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stories:
    """A language, and the longer demonstration diary in it, made once for all pages."""
    return request.param, told_diary(tmp_path_factory.mktemp("story"), "nephritis", request.param)


@pytest.fixture
def shell(story: Stories, qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    language, path = story
    (tmp_path / "stories").mkdir()
    copy(path, tmp_path / "stories")
    made = Shell(tmp_path, clock, language)
    qtbot.addWidget(made.window)
    return made


def listen(shell: Shell, found: dict[str, list[str]]) -> None:
    """Dialogs that are asked for are shown, heard and closed."""

    def hear_dialog(dialog: QDialog) -> bool:
        dialog.show()
        quiet()
        found[type(dialog).__name__] = heard_of(dialog)
        dialog.close()
        return False

    shell.person.in_dialog = hear_dialog


@pytest.mark.parametrize("name", PAGES)
def test_everything_of_a_page_and_of_what_it_opens_is_heard(shell: Shell, name: str) -> None:
    found: dict[str, list[str]] = {}
    listen(shell, found)
    shell.controller.show_demonstration("nephritis")

    def look(way: str, widget: QWidget) -> None:
        found[way] = heard_of(widget)

    # What is opened is the same in both languages: all of it is walked through once.
    places(shell, name, look, deep=2 if shell.window.context.tr.code == "ko" else 1)
    assert len(found) > 2
    assert {way: said for way, said in found.items() if said} == {}


@pytest.mark.parametrize("verb", VERBS)
def test_everything_that_a_menu_opens_is_heard(shell: Shell, clock: StandingClock, verb: Verb) -> None:
    secret = Secret.passphrase("only for this test")
    diary = create_diary(shell.own, secret, clock, parents=True)
    diary.days.record(diary.today(), "fatigue", 4)
    shell.controller._show(diary)
    found: dict[str, list[str]] = {}
    listen(shell, found)
    before = {shell.window}
    shell.controller.do(verb)
    quiet()
    found["window"] = heard_of(shell.window)
    for window in opened(before):
        found[type(window).__name__] = heard_of(window)
        window.close()
    quiet()
    assert len(found) > 1 or shell.window.shown is not shell.window.view
    assert {way: said for way, said in found.items() if said} == {}


def test_everything_at_the_doors_is_heard(shell: Shell, tmp_path: Path, clock: StandingClock) -> None:
    around = shell.window.context
    welcome = Welcome(tmp_path / "new.lupusdiary", around)
    shell.window.show_start_screen(welcome)
    found = {}
    for step in range(3):
        welcome.show_step(step)
        quiet()
        found[f"welcome {step}"] = heard_of(shell.window)
    unlock = Unlock(shell.own, around)
    shell.window.show_start_screen(unlock)
    unlock.say("…")
    found["unlock"] = heard_of(shell.window)
    with create_diary(tmp_path / "doors.lupusdiary", Secret.passphrase("pictures"), clock) as diary:
        shell.window.show_start_screen(RecoveryPage(diary, around))
        found["recovery"] = heard_of(shell.window)
    dialog = ErrorDialog(shell.window, around, "report")
    dialog.show()
    found["unexpected"] = heard_of(dialog)
    dialog.close()
    assert {way: said for way, said in found.items() if said} == {}


def test_the_rail_is_a_list_of_tabs_of_which_one_is_chosen(shell: Shell) -> None:
    shell.controller.show_demonstration("nephritis")
    go(shell, "labs")
    view = shell.window.view
    assert view is not None
    rail = QAccessible.queryAccessibleInterface(view.rail)
    tr = shell.window.context.tr
    assert rail.text(QAccessible.Text.Name) == tr.text("Pages")
    assert rail.role() == Role.PageTabList
    tabs = [rail.child(at) for at in range(rail.childCount())]
    assert [each.text(QAccessible.Text.Name) for each in tabs] == [
        view.rail.button(name).text().strip() for name, _, _ in (*RAIL, *FOOT)
    ]
    assert [bool(each.state().selected) for each in tabs] == [name == "labs" for name, _, _ in (*RAIL, *FOOT)]
    tabs[0].actionInterface().doAction("Press")
    assert view.current == "today"


def test_a_score_is_one_of_eleven_choices_of_its_question(shell: Shell) -> None:
    shell.controller.show_demonstration("nephritis")
    page = go(shell, "today")
    tr = shell.window.context.tr
    scores = [part for part in hear(page) if isinstance(part.widget, Cell) and part.name == "3"]
    assert scores
    score = scores[0]
    assert score.role == Role.RadioButton
    assert score.description.endswith(tr.text("{place} of {count}", place=4, count=11))
    asking = next(each for each in reversed(score.above) if each.role == Role.Grouping)
    symptom = shell.window.view.diary.symptoms.catalogue().get("fatigue")  # type: ignore[union-attr]
    assert asking.name.startswith(symptom.question(tr, None))


def test_the_headings_of_a_page_are_headings(shell: Shell) -> None:
    shell.controller.show_demonstration("nephritis")
    tr = shell.window.context.tr
    wanted = {"labs": "Labs", "treatment": "Medicines and treatment", "visit": "Visit", "learn": "Learn"}
    for name, words in wanted.items():
        page = go(shell, name)
        heads = [part.name for part in hear(page) if part.role == Role.Heading]
        assert tr.text(words) in heads, name


def test_each_fault_is_found(qtbot: QtBot, shell: Shell) -> None:
    body = QWidget()
    qtbot.addWidget(body)
    column = QVBoxLayout(body)
    label = QLabel("Which one?")
    bare = QPushButton()
    vague = QWidget()
    vague.setFocusPolicy(vague.focusPolicy().StrongFocus)
    vague.setAccessibleName("a picture")
    group = QuestionGroup(body, label)
    chosen = [QPushButton(word) for word in ("one", "two")]
    for button in chosen:
        button.setCheckable(True)
        group.addButton(button)
    for widget in (label, bare, vague, *chosen):
        column.addWidget(widget)
    body.show()
    said = "\n".join(faults(body))
    assert said.count("no name") == 1
    assert said.count("no role") == 1
    assert "choice" not in said
    assert "question" not in said
    label.clear()
    assert "\n".join(faults(body)).count("no question") == 2
    lost = QPushButton("lost")
    speak_as(lost, "tab")
    column.addWidget(lost)
    lost.show()
    assert "no list of tabs" in "\n".join(faults(body))
