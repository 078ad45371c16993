"""What the window holds while somebody clicks and types in it at random.

    python -m tests.benchmarks.random_events [EVENTS] [SEED] [LANGUAGE]

After each stretch of events everything is brought to the same rest (every page opened, Today shown, the first
size and language) and looked at: resident memory, widgets, Qt's and Python's objects. What fills once (pages,
fonts in each size, articles) fills in the first stretches; what grows from stretch to stretch is held.
"""

from __future__ import annotations

import ctypes
import gc
import os
import random
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QThreadPool, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from lupusdiary.app import build
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.route import Route
from tests.benchmarks.diaries import NOW, TODAY, make
from tests.benchmarks.windows import settle

PAGES = ("today", "calendar", "labs", "treatment", "timeline", "visit", "learn", "urgent", "settings")
# Events between two looks.
STRETCH = 1_500
_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace, *(Qt.Key(Qt.Key.Key_0 + n) for n in range(10))),
    *(Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_L, Qt.Key.Key_Period, Qt.Key.Key_Slash, Qt.Key.Key_F2),
)
# With Ctrl: undo, redo, a page, a search, a question, larger text, the day before.
_CHORDS = (
    Qt.Key.Key_Z,
    Qt.Key.Key_Y,
    Qt.Key.Key_F,
    Qt.Key.Key_K,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Minus,
    Qt.Key.Key_0,
)


class Held(NamedTuple):
    """What is held after so many events: MiB of memory, widgets, all of Qt's objects, Python's objects."""

    events: int
    resident: float
    widgets: int
    objects: int
    python: int


class _Anybody(Prompts):
    """Answers at random, never with a file."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self._chance = chance

    def confirm(self, parent: QWidget, question: str, yes: str, no: str) -> bool:
        return self._chance.random() < 0.5

    def choose(self, parent: QWidget, question: str, answers: Sequence[str], stay: str) -> int | None:
        return self._chance.choice([None, *range(len(answers))])

    def tell(self, parent: QWidget, text: str, close: str) -> None:
        return None

    def run(self, dialog: QDialog) -> bool:
        dialog.show()
        for _ in range(12):
            _anything_in(dialog, self._chance)
            settle(1)
        dialog.close()
        return dialog.result() == 1

    def save_path(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        return None

    def open_path(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return None

    def show_folder(self, folder: Path) -> None:
        return None


def _anything_in(top: QWidget, chance: random.Random) -> None:
    """One click, turn of the wheel or key somewhere in a window."""
    at = QPoint(chance.randrange(max(1, top.width())), chance.randrange(max(1, top.height())))
    target, what = top.childAt(at) or top, chance.random()
    if what < 0.55:
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(top, at))
    elif what < 0.65:
        local = QPointF(target.mapFrom(top, at))
        step = QPoint(0, chance.choice([-120, 120]))
        wheel = QWheelEvent(
            local, QPointF(target.mapToGlobal(local.toPoint())), QPoint(), step, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(target, wheel)
    elif what < 0.9:
        QTest.keyClick(QApplication.focusWidget() or top, chance.choice(_KEYS))
    else:
        chord = chance.choice(_CHORDS)
        QTest.keyClick(QApplication.focusWidget() or top, chord, Qt.KeyboardModifier.ControlModifier)


def _shut() -> None:
    """Closes what would wait for an answer for ever: menus, lists of choices, windows of the platform."""
    for open_now in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if open_now is not None:
            open_now.close()


def _resident() -> float:
    with suppress(OSError, AttributeError):
        # What is free goes back to the system first, where it can.
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def held_after(
    diary: Path, stretches: int, seed: int, stretch: int = STRETCH, language: str = "ko"
) -> list[Held]:
    """What is held after each of so many stretches of random events on a diary."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    chance = random.Random(seed)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        prompts = _Anybody(chance)
        window, controller = build(
            Preferences(home / "preferences.json"), prompts, language, diary, home / "stories", lambda: NOW
        )
        window.resize(1200, 800)
        window.show()
        shutting = QTimer()
        shutting.timeout.connect(_shut)
        shutting.start(200)

        def rest() -> None:
            """Today in the window at its first size, everything else closed."""
            for top in QApplication.topLevelWidgets():
                if top is not window and top.isVisible():
                    top.close()
            window.showNormal()
            context = window.context
            context.choose_scale(1.0)
            context.choose_theme("light")
            context.choose_language(language)
            window.resize(1200, 800)
            controller.enter(diary)
            for page in PAGES:
                # In demonstration mode, which somebody may have chosen, no real diary opens.
                if window.view is not None:
                    window.view.show_route(Route(page))
                    settle(100)
            if window.view is not None:
                window.view.show_route(Route("today", day=TODAY))
            QThreadPool.globalInstance().waitForDone()
            settle(300)
            for _ in range(3):
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
                gc.collect()

        rest()
        for number in range(stretches):
            for _ in range(stretch):
                if not window.isVisible() or (window.view is None and chance.random() < 0.1):
                    window.show()
                    controller.enter(diary)
                if chance.random() < 0.04 and window.view is not None:
                    day = TODAY - timedelta(days=chance.randrange(300))
                    window.view.show_route(Route(chance.choice(PAGES), day=day))
                _anything_in(
                    chance.choice([window, app.activeModalWidget() or app.activeWindow() or window]), chance
                )
                settle(2)
            rest()
            widgets, objects = len(app.allWidgets()), len(window.findChildren(QObject))
            python = len(gc.get_objects())
            found.append(Held((number + 1) * stretch, _resident(), widgets, objects, python))
        shutting.stop()
        window.close()
        settle(50)
    return found


def main(events: int = 22_500, seed: int = 1, language: str = "ko") -> int:
    """Makes so many events and tells what is held after each stretch of them."""
    with tempfile.TemporaryDirectory() as folder:
        diary = make(Path(folder) / "diary.lupusdiary", 1, 10)
        for held in held_after(diary, events // STRETCH, seed, language=language):
            print(held, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3]), *sys.argv[3:]))
