"""Kills the window while it is typed in: python -m tests.end_to_end.window_killing TIMES SEED

Each change that the window hears of is written in the diary; a copy of this process says what is there then.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from lupusdiary.diary import Diary, create_diary
from lupusdiary.ui.widgets import note_edit
from tests.storage.killing import OLD_KEY, TODAY, Work, clock, kill_often
from tests.ui.shell import Shell

WORDS = 40
ITEM = "fatigue"
# A score is told as its number beyond all words.
SCORES = 1000
# Otherwise a kill would seldom meet a note that is being written.
note_edit._LONGEST_MS, note_edit._PAUSE_MS = 60, 40


class Typing(Work):
    """Words into the note without a pause, and a score after every third."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        create_diary(self.path, OLD_KEY, clock).close()

    def prepare(self) -> None:
        with self.open() as diary:
            diary.days.record_many(TODAY, {ITEM: None}, "")

    def do(self, say: Callable[[int], None]) -> None:
        app = QApplication(["typing"])
        shell = Shell(self.folder.parent / "home", clock)
        diary = self.open()
        shell.controller._show(diary)
        diary.subscribe(lambda _: self._tell(diary, say))
        window = shell.window
        window.resize(1100, 800)
        row = window.view.page("today").items.row(ITEM)  # type: ignore[union-attr,attr-defined]
        while (note := window.findChild(QPlainTextEdit, "note")) is None:
            _pass(20)
        for number in range(1, WORDS + 1):
            note.setFocus()
            QTest.keyClicks(note, f"{number} ")
            _pass(12)
            if number % 3 == 0:
                row.setFocus()
                target: QWidget = QApplication.focusWidget() or row
                QTest.keyClick(target, Qt.Key(Qt.Key.Key_0 + 2 + number // 3 % 8))
                _pass(5)
        window.close()
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()

    def _tell(self, diary: Diary, say: Callable[[int], None]) -> None:
        day = diary.days.day(TODAY)
        say(len((day.note or "").split()))
        if ITEM in day.readings:
            say(SCORES + int(str(day.readings[ITEM])))

    def fault(self) -> str | None:
        words = [each for each in self.heard if each < SCORES]
        scores = [each - SCORES for each in self.heard if each >= SCORES]
        with self.open() as diary:
            if not diary.check().ok:
                return "not whole"
            day = diary.days.day(TODAY)
            note = (day.note or "").split()
            # The last word may be half typed; what was said to be there is.
            if note[:-1] != [str(number) for number in range(1, len(note))]:
                return f"words {note}"
            if len(note) < max(words, default=0):
                return f"{max(words)} words were acknowledged and {len(note)} are there"
            if scores and day.readings.get(ITEM) not in (scores[-1], (scores[-1] - 1) % 8 + 2):
                return f"score {scores[-1]} was acknowledged, {day.readings} is there"
        return self.left()


def _pass(milliseconds: int) -> None:
    QTest.qWait(milliseconds)


if __name__ == "__main__":
    done = kill_often(Typing, int(sys.argv[1]), int(sys.argv[2]))
    print(json.dumps(done, ensure_ascii=False))
