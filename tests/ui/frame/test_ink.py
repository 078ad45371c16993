"""Everything that is written can be read as it is painted (WCAG 2.2 AA): each view of every page, what stands
before a diary, and an education session; light, dark and high contrast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from lupusdiary.diary import Secret, create_diary
from lupusdiary.diary.demonstration_diary import create_demonstration
from lupusdiary.ui.base.palette import LIGHT, THEMES
from lupusdiary.ui.chart.canvas import ChartCanvas
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.frame.welcome import Welcome
from tests.conftest import StandingClock
from tests.shots_session import go_to
from tests.ui.frame.test_views_are_whole import views
from tests.ui.ink import charted, faint, read
from tests.ui.places import PAGES, go, quiet
from tests.ui.shell import Shell
from tests.ui.teaching import Teacher

NOW = datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))
# More of them look alike.
_VIEWS = 2
# A popup asks for the keyboard, which a window without a screen cannot give it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
_KINDS = ("section", "figure", "warning", "timeline", "quiz", "teach_back", "take_home")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The longer demonstration diary, told once."""
    path = tmp_path_factory.mktemp("story") / "nephritis_ko.lupusdiary"
    create_demonstration(path, "nephritis", lambda: NOW, "ko").close()
    return path


@pytest.fixture
def shell(story: Path, qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    made = Shell(tmp_path, clock, "ko")
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.show_told(story)
    return made


def each_theme(shell: Shell) -> Iterator[str]:
    """Each theme, while the window shows it."""
    for name in THEMES:
        shell.window.context.theme.set_name(name)
        quiet()
        yield name


@pytest.mark.parametrize("name", PAGES)
def test_every_word_of_a_page_can_be_read_in_every_theme(shell: Shell, name: str) -> None:
    page = go(shell, name)
    more = views(page)[:_VIEWS]
    found: dict[str, list[str]] = {}
    for theme in each_theme(shell):
        found[theme] = faint(shell.window)
        for view in more:
            view.click()
            quiet()
            found[f"{theme} {view.objectName()}"] = faint(shell.window)
        go(shell, name)
    assert {way: words for way, words in found.items() if words} == {}


def test_every_word_before_a_diary_can_be_read_in_every_theme(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    shell = Shell(tmp_path, clock, "ko")
    qtbot.addWidget(shell.window)
    shell.window.resize(1366, 900)
    context, window = shell.window.context, shell.window
    welcome = Welcome(shell.own, context)
    found: dict[str, list[str]] = {}

    def look(way: str) -> None:
        for theme in each_theme(shell):
            found[f"{way} {theme}"] = faint(window)

    window.show_start_screen(welcome)
    for step in range(3):
        welcome.show_step(step)
        look(f"start {step}")
    welcome.say(context.tr.text("The two passphrases differ."))
    look("start, refused")
    with create_diary(shell.own, Secret.passphrase("only for this test"), clock, parents=True) as diary:
        unlock = Unlock(shell.own, context)
        window.show_start_screen(unlock)
        unlock.say(context.tr.text("The passphrase is wrong."))
        look("unlock")
        window.show_start_screen(RecoveryPage(diary, context))
        look("recovery")
    shell.controller.enter(shell.own)
    urgent = window.findChild(QPushButton, "urgent_without_diary")
    assert urgent is not None
    urgent.click()
    look("urgent")
    assert {way: words for way, words in found.items() if words} == {}


def test_every_word_of_a_menu_can_be_read_in_every_theme(shell: Shell) -> None:
    menus = [each for each in shell.window.menuBar().findChildren(QMenu) if each.actions()]
    assert len(menus) > 4
    for theme in each_theme(shell):
        for menu in menus:
            menu.ensurePolished()
            menu.resize(menu.sizeHint())
            menu.show()
            assert faint(menu) == [], theme
            menu.hide()


def test_every_word_of_a_session_can_be_read_in_every_theme(
    qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    teacher = Teacher(qtbot, tmp_path, clock)
    presenter = teacher.begin("before_car_t")
    presenter.view.resize(1440, 900)
    presenter.view.show()
    found: dict[str, list[str]] = {}
    for theme in each_theme(teacher.shell):
        for kind in _KINDS:
            go_to(presenter, kind)
            quiet()
            assert presenter.progress.frame.kind == kind
            found[f"{theme} {kind} slide"] = faint(presenter.stage)
            if kind == "quiz":
                found[f"{theme} notes"] = faint(presenter.view)
    assert len(list(read(presenter.stage))) > 3
    presenter.end()
    assert {way: words for way, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("field", "page"),
    [
        ("text", "learn"),
        ("muted", "learn"),
        ("on_accent", "learn"),
        ("on_accent_soft", "learn"),
        ("on_note", "learn"),
        ("accent", "settings"),
    ],
)
def test_a_colour_of_the_palette_that_is_too_pale_is_found(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, field: str, page: str
) -> None:
    pale = {"on_accent": "#9587c8", "accent": "#a9a0cf"}.get(field, "#a5a2b4")
    monkeypatch.setitem(THEMES, "light", LIGHT._replace(**{field: pale}))
    shell.window.context.theme.set_name("dark")
    shell.window.context.theme.set_name("light")
    go(shell, page)
    assert faint(shell.window) != []


def test_a_chart_is_read_as_well(shell: Shell) -> None:
    shell.window.context.theme.set_name("light")
    page = go(shell, "timeline")
    canvas = page.findChild(ChartCanvas)
    told = list(charted(canvas, shell.window))
    assert len(told) > 20
    assert {each.text for each in told} & {each.text for each in read(shell.window)}
    canvas.drawn.image.fill(QColor(told[0].ink).lighter(130))
    canvas.update()
    assert any("of chart" in each for each in faint(shell.window))


def test_ink_is_measured_against_the_ground_that_is_painted(qtbot: QtBot) -> None:
    label = QLabel("as it is")
    qtbot.addWidget(label)
    label.resize(200, 40)
    label.show()
    for ink, ground, said in (
        ("#777777", "#ffffff", 1),
        ("#767676", "#ffffff", 0),
        ("#777777", "#101010", 1),
    ):
        label.setStyleSheet(f"color: {ink}; background: {ground}; font-size: 16px")
        assert len(faint(label)) == said, (ink, ground)
    label.setStyleSheet("color: #777777; background: #ffffff; font-size: 24px")
    assert faint(label) == []
    assert len(faint(label, 2.0)) == 1
    label.setEnabled(False)
    assert faint(label, 2.0) == []
