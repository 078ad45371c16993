"""The composition root of the window: builds every part and joins them."""

from __future__ import annotations

# Before all else that is imported, as it gives Python its own import back.
import lupusdiary.ui  # noqa: F401

# isort: split
import contextlib
import gc
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QThreadPool
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from lupusdiary import places
from lupusdiary.diary import Diary
from lupusdiary.language import LANGUAGES, Refusal
from lupusdiary.resources import resource
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.demonstration_mode import DemonstrationMode
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.screen_readers import heed_screen_readers
from lupusdiary.ui.base.theme import FOLLOW_SYSTEM, Theme
from lupusdiary.ui.base.ui_language import UiLanguage
from lupusdiary.ui.controller import AppController
from lupusdiary.ui.frame.diary_view import PageFactory
from lupusdiary.ui.frame.undo_filter import UndoFilter
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.safety.one_window import OneWindow, come_forward

# A page's module is imported when the page is first shown: charts and print wait until they are wanted.
PAGES = (
    "today",
    "calendar",
    "labs",
    "treatment",
    "timeline",
    "visit",
    "compare",
    "learn",
    "urgent",
    "settings",
)


def _factory(name: str) -> PageFactory:
    def make(diary: Diary, context: UiContext, parent: QWidget) -> Page:
        module = import_module(f"lupusdiary.ui.{name}.page")
        made = getattr(module, f"{name.title()}Page")(diary, context, parent=parent)
        assert isinstance(made, Page)
        return made

    return make


def page_factories() -> dict[str, PageFactory]:
    """Every page by its name; “compare” stands on no rail."""
    return {name: _factory(name) for name in PAGES}


def local_now() -> datetime:
    """The wall clock with its zone."""
    return datetime.now().astimezone()


def build(
    preferences: Preferences,
    prompts: Prompts,
    language: str | None,
    own: Path,
    stories: Path,
    clock: Callable[[], datetime],
    *,
    demonstration: bool = False,
) -> tuple[Window, AppController]:
    """The window and its controller, with nothing opened yet. Needs a running `QApplication`. `demonstration`
    keeps real diaries closed until the program ends."""
    chosen = language or preferences.word("language")
    if chosen not in LANGUAGES:
        chosen = "ko" if QLocale.system().language() == QLocale.Language.Korean else "en"
    spoken = UiLanguage(chosen)
    heed_screen_readers(spoken)
    context = UiContext(
        spoken,
        Theme(preferences.word("theme", FOLLOW_SYSTEM), preferences.number("scale", 1.0)),
        prompts,
        preferences,
        DemonstrationMode(preferences, for_this_start=demonstration),
    )
    window = Window(context)
    return window, AppController(window, own, stories, clock, page_factories())


def catch_unexpected(window: Window, controller: AppController) -> None:
    """From now on an error of the program shows a calm page; a second one meanwhile is not piled up."""
    showing = False

    def meet(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt) or showing:
            return
        showing = True
        from lupusdiary.ui.frame.error_dialog import ErrorDialog, places_in

        try:
            if controller.safety.damage.meet(fault):
                return
            if isinstance(fault, Refusal):
                # Of the world, e.g. a stick that was pulled out while a page loads: not our mistake.
                controller.tell(fault)
                return
            ErrorDialog(window, window.context, places_in(kind, trace)).exec()
        finally:
            showing = False

    sys.excepthook = meet


def say_places_only() -> None:
    """What nobody can be told of in the window goes to standard error, which some systems keep as a log: the
    places in the program, and no word of a message, in which a path or a note may stand."""

    def say(said: sys.UnraisableHookArgs | threading.ExceptHookArgs) -> None:
        from lupusdiary.ui.frame.error_dialog import places_in

        if sys.stderr is not None:
            print(places_in(said.exc_type or BaseException, said.exc_traceback), file=sys.stderr)

    sys.unraisablehook = say
    threading.excepthook = say


def run(diary: Path | None, language: str | None, *, demonstration: bool = False) -> int:
    """Opens the window on `diary` (default: the person's own) and stays until it is closed. Returns 0; where
    another window has that diary open, at once, and that one comes to the front.

    From here on garbage is collected; what imports this module may hold that back until then.
    """
    say_places_only()
    # The style by its word: `setStyle` would make the binding build all of QStyle first.
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])
    assert isinstance(app, QApplication)
    app.setApplicationName("lupusdiary")
    app.setApplicationDisplayName("")
    # The name of the icon's desktop entry, by which Wayland finds its picture.
    app.setDesktopFileName("lupusdiary")
    app.setWindowIcon(QIcon(str(resource("icons", "lupusdiary.png"))))
    UndoFilter(app)
    own = diary.absolute() if diary is not None else places.own_diary()
    preferences = Preferences(places.preferences())
    window, controller = build(
        preferences,
        Prompts(preferences),
        language,
        own,
        places.demonstrations(),
        local_now,
        demonstration=demonstration,
    )
    catch_unexpected(window, controller)
    one = OneWindow(places.running(), window)
    if not one.claim(controller.first_place(asked=diary is not None)):
        return 0
    one.called.connect(partial(come_forward, window))
    controller.claim = one.claim
    window.show()
    controller.start(asked=diary is not None)
    gc.freeze()
    gc.enable()
    with contextlib.suppress(KeyboardInterrupt):
        app.exec()
    # A new start shall not wait for the last backup.
    one.release()
    # Python must not go while a worker of it still runs.
    QThreadPool.globalInstance().waitForDone()
    return 0
