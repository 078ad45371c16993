"""Every page learns of a new day by one notice; no field keeps yesterday as its last day."""

from __future__ import annotations

import ast
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import lupusdiary.ui
from lupusdiary.diary import create_diary
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.navigation import FOOT, PAGES
from lupusdiary.ui.widgets.date_field import DateField
from tests.conftest import StandingClock
from tests.ui.daily import give_day
from tests.ui.shell import Shell

NAMES = [name for name, _, _ in (*PAGES, *FOOT)]
EVENING, NEW_DAY = date(2026, 11, 30), date(2026, 12, 1)
# Where a constructor takes the day of the moment, and what follows it: each is a test below.
TAKEN = {
    "calendar/page.py": "new_day shows the new month where this month was shown",
    "frame/diary_view.py": "what the notice compares with",
    "frame/recovery_key.py": "the day that is printed on the sheet that is shown",
    "timeline/page.py": "an empty picture until the first one is loaded",
    "today/day_notes.py": "an empty day until one is shown",
    "today/page.py": "new_day goes on",
    "widgets/date_field.py": "what stands in the field at first; its owner follows",
}


@pytest.fixture
def late(clock: StandingClock) -> StandingClock:
    clock.now = datetime(2026, 11, 30, 23, 59, tzinfo=ZoneInfo("Asia/Seoul"))
    return clock


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, late: StandingClock) -> Shell:
    made = Shell(tmp_path, late)
    made.own.parent.mkdir()
    create_diary(made.own, None, late).close()
    qtbot.addWidget(made.window)
    made.controller.enter(made.own)
    return made


def view_of(shell: Shell) -> DiaryView:
    assert shell.window.view is not None
    return shell.window.view


def pages_shown(shell: Shell) -> DiaryView:
    view = view_of(shell)
    for name in NAMES:
        view.show_route(Route(name))
        view.page(name).complete()
    view.page("labs")._choose("\0another")
    view.show_route(Route("today"))
    return view


def test_every_constructor_that_takes_the_day_is_known() -> None:
    root = Path(lupusdiary.ui.__file__).parent
    found = set()
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                called = [each.func for each in ast.walk(node) if isinstance(each, ast.Call)]
                names = {getattr(each, "attr", getattr(each, "id", "")) for each in called}
                if "today" in names:
                    found.add(path.relative_to(root).as_posix())
    assert found == set(TAKEN)


def test_all_pages_follow_the_new_day(shell: Shell, late: StandingClock) -> None:
    view = pages_shown(shell)
    late.move(minutes=2)
    view._look_around()
    assert view.page("today").day == NEW_DAY
    assert view.page("calendar").day == NEW_DAY
    assert view.page("treatment").event_form.day.day() == NEW_DAY
    assert view.page("treatment").flare_form.last.day() == NEW_DAY
    for name in NAMES:
        view.show_route(Route(name))
    assert view.page("timeline")._whole.period.end == NEW_DAY
    assert view.page("visit").options.period.end == NEW_DAY


def test_no_date_field_keeps_yesterday_as_its_last_day(shell: Shell, late: StandingClock) -> None:
    view = pages_shown(shell)
    late.move(minutes=2)
    view._look_around()
    fields = view.findChildren(DateField)
    assert len(fields) >= 9
    for field in fields:
        give_day(field, NEW_DAY.isoformat())
        assert field.day() == NEW_DAY, field.objectName()


@pytest.mark.parametrize(
    "step",
    [timedelta(hours=9), timedelta(days=-400)],
    ids=["sleep", "a clock that was set back"],
)
def test_sleep_and_a_clock_that_is_set_are_noticed_as_well(
    shell: Shell, late: StandingClock, step: timedelta
) -> None:
    view = pages_shown(shell)
    late.now += step
    view._look_around()
    assert view.page("today").day == late.now.date()


def test_another_zone_is_noticed(shell: Shell, late: StandingClock) -> None:
    view = pages_shown(shell)
    late.now = late.now.astimezone(ZoneInfo("Pacific/Auckland"))
    view._look_around()
    assert view.page("today").day == NEW_DAY


def test_what_is_being_written_belongs_to_its_day_and_then_it_goes_on(
    shell: Shell, late: StandingClock
) -> None:
    view = pages_shown(shell)
    page = view.page("today")
    page.notes.timed.add.click()
    page.notes.timed.editor.note.setText("a fever")
    late.move(minutes=2)
    view._look_around()
    problem = page.findChild(QLabel, "problem")
    assert page.day == EVENING
    assert "It is a new day" in problem.text()
    page.notes.timed.editor.keep()
    view._look_around()
    assert page.day == NEW_DAY
    assert view.diary.days.day(EVENING).timed[0].note == "a fever"


def test_until_the_end_of_the_day_the_evening_goes_on(shell: Shell, late: StandingClock) -> None:
    view = view_of(shell)
    view.diary.check_in.set_end(time(2))
    page = view.page("today")
    late.move(minutes=91)
    view._look_around()
    assert page.day == EVENING
    page.items.answered.emit("fatigue", 6)
    assert view.diary.days.day(EVENING).readings["fatigue"] == 6
    late.move(minutes=30)
    view._look_around()
    assert page.day == NEW_DAY


def test_the_settings_say_when_the_day_ends(shell: Shell, qtbot: QtBot) -> None:
    view = view_of(shell)
    view.show_start("settings")
    card = view.page("settings")._habits
    card._ends[time(3)].click()
    assert view.diary.check_in.ends_at == time(3)
    card._waits[4000].click()
    card.remembers.click()
    assert shell.preferences.number("ten_wait_ms", 0) == 4000
    assert shell.preferences.word("diary") == ""


def test_a_past_day_is_asked_about_in_the_past(shell: Shell) -> None:
    view = view_of(shell)
    view.show_route(Route("today", day=date(2026, 9, 21)))
    page = view.page("today")
    asked = page.items.row("fatigue")._name.toolTip()
    assert asked == "How tired were you on 21 Sep 2026?"
    view.show_start("today")
    assert page.items.row("fatigue")._name.toolTip() == "How tired were you today?"
