"""Pictures of every page and dialog, to be looked at: both languages, light and dark, 100 and 200 % text,
two screen sizes, the demonstration diary and an empty one.

    python3 dev.py shots [--out shots] [--page today] [--language ko] [--theme light] [--scale 1.0]
                         [--size 1440x900] [--diary nephritis] [--projector 1280x720]

Each of the options may be given more than once; without them everything is taken.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QThreadPool, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from lupusdiary.app import PAGES, build
from lupusdiary.diary import Secret, create_diary
from lupusdiary.ui.base.command import Verb
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.controller import AppController
from lupusdiary.ui.frame.about import About
from lupusdiary.ui.frame.error_dialog import ErrorDialog
from lupusdiary.ui.frame.help import Help
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.unlock import Unlock
from lupusdiary.ui.frame.welcome import Welcome
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.presenter.session_chooser import SessionChooser
from tests.shots_session import platform, shoot_session
from tests.shots_states import STATES, calm

# What a click on a page opens: the page, and the object name of the button.
VIEWS = {
    "items": ("today", "more_items"),
    "sheet": ("labs", "new_sheet"),
    "tests": ("labs", "choose_rows"),
    "course": ("labs", "open_course"),
    "printed": ("visit", "choose_printed"),
}
ARTICLE = "lupus_nephritis"
OPENED = (*VIEWS, *STATES, "article", "sessions")
SESSION = "session"
DOORS = ("welcome", "who", "passphrase", "unlock", "recovery", "help", "about", "unexpected")
WELCOME = ("welcome", "who", "passphrase")
DIARIES = ("nephritis", "mild", "empty")
NOW = datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))


def settle(milliseconds: int) -> None:
    """Lets the window paint and its workers report."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def take(widget: QWidget, folder: Path, name: str) -> None:
    """One picture."""
    widget.grab().save(str(folder / f"{name}.png"))
    print(name, flush=True)


def looks_of(options: argparse.Namespace) -> Iterator[tuple[str, str, float, str]]:
    """Every wanted mix of language, theme, text scale and size."""
    yield from itertools.product(options.language, options.theme, options.scale, options.size)


def set_looks(window: Window, language: str, theme: str, scale: float, size: str) -> str:
    """Sets language, theme, text scale and size; returns the part of the picture's name that says them."""
    context = window.context
    context.ui_language.switch(language)
    context.theme.set_name(theme)
    context.theme.set_scale(scale)
    width, height = (int(part) for part in size.split("x"))
    window.resize(width, height)
    return f"{language}-{theme}-{scale * 100:.0f}-{size}"


def enter(controller: AppController, diary: str, home: Path) -> None:
    """Opens one of the diaries, every page of it as it first is."""
    if diary == "empty":
        controller.enter(home / "empty.lupusdiary")
    else:
        controller.show_demonstration(diary)


def shoot_diary(
    controller: AppController, window: Window, diary: str, home: Path, options: argparse.Namespace
) -> None:
    """The pages of one diary, and what is opened from them."""
    enter(controller, diary, home)
    assert window.view is not None
    for language, theme, scale, size in looks_of(options):
        looks = set_looks(window, language, theme, scale, size)
        # Another language opens the story that is told in it.
        settle(500)
        for page in PAGES:
            if page in options.page:
                window.view.show_route(Route(page))
                settle(2500 if page in {"timeline", "visit", "compare"} else 600)
                # The library and what a chart needs are read beside the window.
                QThreadPool.globalInstance().waitForDone()
                settle(700)
                take(window, options.out, f"{diary}-{page}-{looks}")
        for name, (page, button) in VIEWS.items():
            if name in options.page:
                enter(controller, diary, home)
                window.view.show_route(Route(page))
                settle(250)
                window.view.page(page).findChild(QAbstractButton, button).click()
                settle(1500 if name == "course" else 400)
                take(window, options.out, f"{diary}-{name}-{looks}")
        for name, (page, act) in STATES.items():
            if name in options.page and diary != "empty":
                enter(controller, diary, home)
                window.view.show_route(Route(page))
                settle(2500 if page in {"timeline", "visit", "compare"} else 250)
                act(window.view.page(page))
                settle(1500)
                take(window, options.out, f"{diary}-{name}-{looks}")
                calm(window.view.page(page))
        if "article" in options.page:
            window.view.show_route(Route("learn", article=ARTICLE))
            settle(2000)
            take(window, options.out, f"{diary}-article-{looks}")
        if "sessions" in options.page:
            controller.do(Verb.SESSION)
            settle(1000)
            chooser = next(
                each for each in QApplication.topLevelWidgets() if isinstance(each, SessionChooser)
            )
            take(chooser, options.out, f"{diary}-sessions-{looks}")
            chooser.close()
            settle(50)


def shoot_sessions(
    controller: AppController, window: Window, home: Path, options: argparse.Namespace
) -> None:
    """An education session on two displays."""
    enter(controller, "mild", home)
    for language, theme, scale, size in looks_of(options):
        looks = set_looks(window, language, theme, scale, size)
        shoot_session(
            controller,
            lambda widget, name, looks=looks: take(widget, options.out, f"{name}-{looks}"),
            settle,
        )


def shoot_doors(window: Window, home: Path, options: argparse.Namespace) -> None:
    """What stands in front of a diary, and the windows of text."""
    secret_diary = create_diary(home / "doors.lupusdiary", Secret.passphrase("pictures"), lambda: NOW)
    makers: dict[str, Callable[[], QWidget]] = {
        "help": lambda: Help(window, window.context),
        "about": lambda: About(window, window.context),
        "unexpected": lambda: ErrorDialog(window, window.context, "report"),
    }
    for language, theme, scale, size in looks_of(options):
        looks = set_looks(window, language, theme, scale, size)
        for name in DOORS:
            if name not in options.page:
                continue
            if name in makers:
                dialog = makers[name]()
                dialog.show()
                settle(120)
                take(dialog, options.out, f"{name}-{looks}")
                dialog.close()
                continue
            if name in WELCOME:
                welcome = Welcome(home / "new.lupusdiary", window.context)
                window.show_start_screen(welcome)
                welcome.show_step(WELCOME.index(name))
            elif name == "unlock":
                unlock = Unlock(home / "mine.lupusdiary", window.context)
                window.show_start_screen(unlock)
                unlock.say(window.context.tr.text("Please choose a passphrase of 8 characters or more."))
            else:
                window.show_start_screen(RecoveryPage(secret_diary, window.context))
            settle(120)
            take(window, options.out, f"{name}-{looks}")
    secret_diary.close()


def main(words: list[str]) -> int:
    """Takes the pictures that the options ask for."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__.split("\n\n")[0])
    parser.add_argument("--out", type=Path, default=Path("shots"))
    parser.add_argument("--page", action="append", choices=(*PAGES, *OPENED, SESSION, *DOORS))
    parser.add_argument("--language", action="append", choices=("ko", "en"))
    parser.add_argument("--theme", action="append", choices=("light", "dark", "contrast"))
    parser.add_argument("--scale", action="append", type=float)
    parser.add_argument("--size", action="append")
    parser.add_argument("--diary", action="append", choices=DIARIES)
    parser.add_argument("--projector", default="1280x720")
    options = parser.parse_args(words)
    options.page = options.page or [*PAGES, *OPENED, SESSION, *DOORS]
    options.language = options.language or ["ko", "en"]
    options.theme = options.theme or ["light", "dark"]
    options.scale = options.scale or [1.0, 2.0]
    options.size = options.size or ["1093x614", "1440x900"]
    options.diary = options.diary or ["nephritis", "empty"]
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if SESSION in options.page:
            os.environ["QT_QPA_PLATFORM"] = platform(home, options.projector)
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        app.setStyle("Fusion")
        preferences = Preferences(home / "preferences.json")
        mine = home / "mine.lupusdiary"
        window, controller = build(preferences, Prompts(), "ko", mine, home / "stories", lambda: NOW)
        window.show()
        create_diary(home / "empty.lupusdiary", None, lambda: NOW - timedelta(days=1)).close()
        if set(options.page) & {*PAGES, *OPENED}:
            for diary in options.diary:
                shoot_diary(controller, window, diary, home, options)
        if SESSION in options.page:
            shoot_sessions(controller, window, home, options)
        if set(options.page) & set(DOORS):
            shoot_doors(window, home, options)
        window.close()
        settle(50)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
