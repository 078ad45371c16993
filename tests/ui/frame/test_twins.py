"""What a drag, a double click, a right click or a key does is done with one click on something seen, too."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

import lupusdiary.ui
from lupusdiary.diary import create_diary
from lupusdiary.diary.demonstration_diary import create_demonstration
from lupusdiary.diary.settings import MEDICINE_TICKS
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.visits import OpenQuestion
from lupusdiary.ui.base.route import Route
from tests.conftest import StandingClock
from tests.ui.places import go, quiet
from tests.ui.shell import Shell

ROOM = Path(lupusdiary.ui.__path__[0])
_UNSEEN = re.compile(
    r"QShortcut\(|def mouseDoubleClickEvent|def contextMenuEvent|doubleClicked\.connect"
    r"|self\._dragged = |setDragDropMode|QDrag\("
)
# Where something is done without a button: the page that shows what does the same, how one comes there, and
# what that is.
TWINS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "calendar/day_table.py": ("calendar", (), ("open_day",)),
    "calendar/page.py": ("calendar", (), ("calendar_view_month", "calendar_view_year", "search_notes")),
    "chart/gestures.py": ("timeline", (), ("earlier", "later", "zoom_in", "zoom_out")),
    "labs/chosen_rows.py": ("labs", ("choose_rows",), ("row_up", "row_down", "row_out")),
    "labs/sheet_form.py": ("labs", ("new_sheet",), ("save_sheet", "search_rows")),
    "learn/front.py": ("learn", (), ("search_library",)),
    "settings/sections.py": ("settings", (), ("settings_search",)),
    "today/intake_tick.py": ("today", (), ("other_m1_morning",)),
    "treatment/page.py": ("treatment", (), ("medicine_line",)),
    "visit/question_rows.py": ("visit", (), ("question_up", "question_down", "question_change")),
}
# These stand on no page; their twins are looked for where they are tested.
ELSEWHERE = {
    "frame/back_bar.py": "back_to_page",
    "frame/start_screen.py": "urgent_without_diary",
    "presenter/live_guide.py": "guide_",
    "safety/urgent_screen.py": "urgent_back",
}


def unseen() -> set[str]:
    """The modules that let something be done by a way that nobody sees."""
    return {
        file.relative_to(ROOM).as_posix()
        for file in ROOM.rglob("*.py")
        if _UNSEEN.search(file.read_text(encoding="utf-8"))
    }


def seen(within: QWidget) -> set[str]:
    """The names of what can be clicked or typed into now."""
    kinds = (QAbstractButton, QLineEdit)
    return {each.objectName() for kind in kinds for each in within.findChildren(kind) if each.isVisible()}


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    stories = tmp_path / "stories"
    stories.mkdir()
    story = stories / "nephritis_en.lupusdiary"
    with create_demonstration(story, "nephritis", clock, "en") as told:
        contents = told.contents()
    made = Shell(tmp_path, clock)
    with create_diary(made.own, None, clock, parents=True) as diary:
        diary.merge(contents)
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.controller.enter(made.own)
    return made


def test_every_unseen_way_has_its_twin_in_this_list() -> None:
    assert unseen() == {*TWINS, *ELSEWHERE}
    for name, twin in ELSEWHERE.items():
        assert f'"{twin}' in (ROOM / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("name", TWINS)
def test_the_twin_is_seen_where_the_way_is(shell: Shell, name: str) -> None:
    page, way, twins = TWINS[name]
    view = shell.window.view
    assert view is not None
    if name == "visit/question_rows.py":
        for text in ("Why is C3 low?", "May I travel?"):
            view.diary.open_questions.add(OpenQuestion(text))
    if name == "today/intake_tick.py":
        part = DosePart(5, "mg", 1, "tablet", at=("morning",))
        period = DosePeriod(date(2026, 11, 1), DosePattern("daily"), parts=(part,))
        code = view.diary.medicines.add(Medication("", "PDL", periods=(period,))).code
        view.diary.settings.set(MEDICINE_TICKS, "yes")
        twins = (f"other_{code}_morning",)
    shown = go(shell, page)
    for step in way:
        button = shown.findChild(QAbstractButton, step)
        assert button is not None, step
        button.click()
        quiet()
    assert set(twins) - seen(shown) == set()


def test_the_way_back_by_keys_has_its_button(shell: Shell) -> None:
    view = shell.window.view
    assert view is not None
    go(shell, "today")
    view.follow(Route("labs"))
    quiet()
    assert "back_to_page" in seen(view)


def test_every_key_of_the_window_stands_beside_an_entry_of_a_menu(shell: Shell) -> None:
    entries = {action for menu in shell.window.menuBar().findChildren(QMenu) for action in menu.actions()}
    with_keys = [each for each in shell.window.findChildren(QAction) if not each.shortcut().isEmpty()]
    assert len(with_keys) > 15
    assert [each.text() for each in with_keys if each not in entries or not each.text()] == []
