"""Work beside the window, whose owner may go at any moment."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from lupusdiary.language import Refusal
from lupusdiary.ui.base.worker import Background

_OWNERS_THAT_GO = """
import random, time
import lupusdiary.ui
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool
from lupusdiary.ui.base.worker import Background

app = QCoreApplication([])
for _ in range(5_000):
    owner = QObject()
    held = Background(owner)
    held.run(lambda: time.sleep(random.random() / 2000), lambda _: None, lambda _: None)
    time.sleep(random.random() / 2000)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
QThreadPool.globalInstance().waitForDone()
print("still here")
"""


def test_five_thousand_owners_that_go_while_their_result_arrives_do_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OWNERS_THAT_GO], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "still here", "")


@pytest.fixture
def told() -> list[object]:
    return []


def run(background: Background, work: Callable[[], object], told: list[object]) -> None:
    background.run(work, told.append, told.append)


def test_a_result_comes_back_to_its_owner(qtbot: QtBot, told: list[object]) -> None:
    owner = QObject()
    background = Background(owner)
    run(background, lambda: 42, told)
    assert background.busy
    qtbot.waitUntil(lambda: told == [42])
    assert not background.busy


def test_a_refusal_comes_back_as_a_refusal(qtbot: QtBot, told: list[object]) -> None:
    def work() -> object:
        raise Refusal("No.")

    owner = QObject()
    run(Background(owner), work, told)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Refusal)


def test_another_exception_reaches_the_window_as_unexpected_and_who_waits_too(
    qtbot: QtBot, told: list[object]
) -> None:
    owner = QObject()
    background = Background(owner)
    with qtbot.captureExceptions() as caught:
        run(background, lambda: 1 / 0, told)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert [type(each) for each in told] == [Refusal]
    assert not background.busy


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(28, "No space left on device"), "there is no room left on the disk"),
        (MemoryError(), "not enough memory"),
    ],
)
def test_a_fault_of_the_machine_is_one_sentence_for_who_waits(
    qtbot: QtBot, told: list[object], fault: Exception, words: str
) -> None:
    def work() -> object:
        raise fault

    owner = QObject()
    run(Background(owner), work, told)
    qtbot.waitUntil(lambda: bool(told))
    assert words in str(told[0])


def test_who_waits_and_fails_at_hearing_it_does_not_hide_what_went_wrong(qtbot: QtBot) -> None:
    def failed(_: Refusal) -> None:
        raise KeyError

    owner = QObject()
    with qtbot.captureExceptions() as caught:
        Background(owner).run(lambda: 1 / 0, lambda _: None, failed)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_only_the_newest_result_counts(qtbot: QtBot, told: list[object]) -> None:
    owner = QObject()
    background = Background(owner)
    for number in range(20):
        run(background, lambda number=number: number, told)  # type: ignore[misc]
    assert QThreadPool.globalInstance().waitForDone(300_000)
    qtbot.waitUntil(lambda: not background.busy)
    assert told == [19]


def test_what_was_dropped_is_not_told(qtbot: QtBot, told: list[object]) -> None:
    owner = QObject()
    background = Background(owner)
    run(background, lambda: 1, told)
    background.drop()
    assert not background.busy
    assert QThreadPool.globalInstance().waitForDone(300_000)
    qtbot.wait(1)
    assert told == []
