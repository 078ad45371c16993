"""Whatever goes wrong in a worker: who waits for it is told, on every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lupusdiary.app import page_factories
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.chart.gestures import Chart
from lupusdiary.ui.learn.page import LearnPage
from tests.conftest import StandingClock
from tests.ui.shell import Shell

# What stands somewhere while a worker works.
WAITING = {
    "Drawing…",
    "Looking at the backups…",
    "Making a backup…",
    "Reading the newest backup from its first to its last page…",
    "The articles are being read…",
    "The folder is being checked…",
    "The library is being read…",
    "The sheet is being made…",
}


class BrokenWork:
    """Every piece of work fails by an error of the program. `asked` counts them, `told` who was told so."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.asked = self.told = 0
        run = Background.run

        def broken(
            background: Background, work: Callable[[], Any], done: Callable[[Any], None], failed: Any
        ) -> None:
            self.asked += 1
            run(background, lambda: 1 / 0, done, lambda refusal: self._tell(failed, refusal))

        patch.setattr(Background, "run", broken)

    def _tell(self, failed: Callable[[object], None], refusal: object) -> None:
        self.told += 1
        failed(refusal)


def waiting(window: QWidget) -> set[str]:
    """What says to the person that something is still to come."""
    texts = {part.text() for part in window.findChildren(QLabel) if part.isVisible()}
    texts |= {part.text() for part in window.findChildren(QAbstractButton) if part.isVisible()}
    texts |= {part.words for part in window.findChildren(Chart) if part.isVisible()}
    return texts & WAITING


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> BrokenWork:
    return BrokenWork(monkeypatch)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: StandingClock) -> Shell:
    """A whole life, so that no page is empty."""
    shell = Shell(tmp_path, clock)
    qtbot.addWidget(shell.window)
    return shell


@pytest.mark.parametrize("name", [*page_factories()])
def test_a_page_whose_work_fails_says_so_and_does_not_wait(
    qtbot: QtBot, shell: Shell, broken: BrokenWork, name: str
) -> None:
    with qtbot.captureExceptions() as caught:
        shell.controller.show_demonstration("nephritis")
        view = shell.window.view
        assert view is not None
        view.show_route(Route(name))
        for press in ("back_up_now", "practise_restore"):
            for button in view.page(name).findChildren(QAbstractButton, press):
                button.click()
        pool = QThreadPool.globalInstance()
        qtbot.waitUntil(lambda: pool.waitForDone(10) and _all_told(shell, broken))
    assert {kind for kind, _, _ in caught} <= {ZeroDivisionError}
    assert waiting(shell.window) == set()
    if name in {"timeline", "visit", "learn"}:
        assert broken.asked


def test_a_search_that_cannot_be_prepared_says_so_once(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.controller.show_demonstration("mild")
    view = shell.window.view
    assert view is not None
    view.show_route(Route("learn"))
    page = view.page("learn")
    assert isinstance(page, LearnPage)
    qtbot.waitUntil(lambda: page.library is not None)
    broken = BrokenWork(monkeypatch)
    with qtbot.captureExceptions():
        page.list.look_for("kidney")
        qtbot.waitUntil(lambda: broken.asked > 0 and _all_told(shell, broken))
    assert broken.asked == 1
    assert waiting(shell.window) == set()
    assert "went wrong" in page.list.results.number.text()


def _all_told(shell: Shell, broken: BrokenWork) -> bool:
    QApplication.processEvents()
    busy = [each for each in shell.window.findChildren(Background) if each.busy]
    # A newer piece of work takes an older one's place: that one is not told.
    return not busy and bool(broken.told) == bool(broken.asked)
