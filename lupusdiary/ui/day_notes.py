"""The lower part of the Today page: the note, entries at a time of the day, and a flare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lupusdiary.domain.records import DayRecord, Flare
from lupusdiary.ui.flare_line import FlareLine
from lupusdiary.ui.note_box import NoteBox
from lupusdiary.ui.surroundings import Surroundings
from lupusdiary.ui.timed_entries import TimedEntries


class DayNotes(QFrame):
    """What a day holds besides its items."""

    def __init__(self, surroundings: Surroundings, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._surroundings = surroundings
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self.note = NoteBox(self)
        self.note.setReadOnly(read_only)
        self.timed = TimedEntries(surroundings, self, read_only=read_only)
        self.flare = FlareLine(surroundings, self, read_only=read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self.note)
        column.addWidget(_line(self))
        column.addWidget(self.timed)
        column.addWidget(_line(self))
        column.addWidget(self.flare)

    def show_day(self, record: DayRecord, flares: Sequence[Flare], now: time | None, *, fresh: bool) -> None:
        """Shows what is recorded; `fresh` says that it is another day than before."""
        if fresh:
            self.note.load(record.note or "")
            self.timed.close_editor()
        else:
            self.note.show_text(record.note or "")
        self.timed.show_entries(record.timed, now)
        self.flare.show_day(record.day, flares)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._surroundings.tr
        self._title.setText(tr.text("Note of the day"))
        self.note.setAccessibleName(tr.text("Note of the day"))
        self.note.setPlaceholderText(tr.text("Anything else that you want to remember or tell your doctor"))
        self.timed.retranslate()
        self.flare.retranslate()

    def restyle(self) -> None:
        """Fits fields to the text size and theme."""
        self.note.setFixedHeight(round(96 * self._surroundings.looks.scale))
        self.timed.restyle()


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "line")
    return line
