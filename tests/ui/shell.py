"""A window for tests: its own folder, a fixed clock, and a person who answers instead of dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from shutil import copy

from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from lupusdiary.app import build
from lupusdiary.diary import create_demonstration, create_diary
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.page import Page
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.controller import AppController
from lupusdiary.ui.frame.window import Window


class Person(Prompts):
    """Answers what the window asks, and remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.asked: list[str] = []
        self.says_yes = True
        self.chooses: list[int | None] = []
        self.save_to: Path | None = None
        self.offered: list[str] = []
        self.opens: Path | None = None
        self.chooses_folder: Path | None = None
        self.seen_folders: list[Path] = []
        self.dialogs: list[QDialog] = []
        self.in_dialog: Callable[[QDialog], bool] = lambda _: True

    def confirm(self, parent: QWidget, question: str, yes: str, no: str) -> bool:
        self.asked.append(question)
        return self.says_yes

    def choose(self, parent: QWidget, question: str, answers: Sequence[str], stay: str) -> int | None:
        self.asked.append(question)
        return self.chooses.pop(0) if self.chooses else None

    def tell(self, parent: QWidget, text: str, close: str) -> None:
        self.told.append(text)

    def run(self, dialog: QDialog) -> bool:
        self.dialogs.append(dialog)
        return self.in_dialog(dialog)

    def save_path(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        self.asked.append(title)
        self.offered.append(name)
        return self.save_to

    def open_path(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        self.asked.append(title)
        return self.opens

    def show_folder(self, folder: Path) -> None:
        self.seen_folders.append(folder)

    def folder(self, parent: QWidget, title: str) -> Path | None:
        self.asked.append(title)
        return self.chooses_folder


def told_diary(folder: Path, story: str, language: str) -> Path:
    """A demonstration diary as `show_told` opens it, made on the evening at which the tests stand still."""
    now = datetime.fromisoformat("2026-11-22T21:04:00+09:00")
    path = folder / f"{story}_{language}.lupusdiary"
    create_demonstration(path, story, lambda: now, language).close()
    return path


def settle(page: Page) -> None:
    """Waits for what a page makes a moment after it is shown: what its timers and its workers bring, and the
    layout that follows."""
    page.complete()
    deadline = QDeadlineTimer(300_000)
    while _is_awaited(page):
        assert not deadline.hasExpired()
        QTest.qWait(5)
    QApplication.processEvents()


def _is_awaited(page: Page) -> bool:
    timers = (each for each in page.findChildren(QTimer) if each.isSingleShot() and each.isActive())
    # A longer one waits for the person, not for the page.
    soon = any(timer.interval() <= 500 for timer in timers)
    return soon or any(worker.busy for worker in page.findChildren(Background))


class Shell:
    """A built window, its controller and its person. `home` holds the person's own diary and the stories."""

    def __init__(self, home: Path, clock: Callable[[], datetime], language: str = "en") -> None:
        self.home = home
        self._clock = clock
        self.own = home / "data" / "diary.lupusdiary"
        self.person = Person()
        self.preferences = Preferences(home / "preferences.json")
        self.window: Window
        self.controller: AppController
        self.window, self.controller = build(
            self.preferences, self.person, language, self.own, home / "stories", clock
        )
        self.window.show()

    def enter_new_diary(self) -> None:
        """Makes the person's own diary, empty and without a passphrase, and opens it."""
        self.own.parent.mkdir(parents=True)
        create_diary(self.own, None, self._clock).close()
        self.controller.enter(self.own)

    def show_told(self, path: Path) -> None:
        """Opens a demonstration diary that was told before, such as mild_ko.lupusdiary."""
        stories = self.home / "stories"
        stories.mkdir()
        copy(path, stories)
        self.controller.show_demonstration(path.stem.rpartition("_")[0])
