"""The visit that is shown: when and where, what is to be prepared, and the one after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.visit.calendar_file import CalendarFile
from lupusdiary.ui.visit.visit_words import beside, headline
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import attempt, plain_label, set_role


class NextVisitCard(QFrame):
    """`requested` carries the visit that is to be changed, None for a new one; `chosen` the other one."""

    requested = Signal(object)
    chosen = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self.visit: Visit | None = None
        self._then: Visit | None = None
        self._tile = QFrame()
        self._tile.setProperty("role", "day_tile")
        self._month, self._day = QLabel(), QLabel()
        self._day.setProperty("role", "section")
        self._head = plain_label("section", "visit_headline")
        self._beside = plain_label("muted", "visit_beside")
        self.edit = IconButton("pencil", "edit_visit", self, quiet=False)
        self.edit.clicked.connect(lambda: self.requested.emit(self.visit))
        self.then = QPushButton()
        self.then.setObjectName("visit_after_next")
        self.then.setProperty("role", "quiet")
        self.then.clicked.connect(lambda: self.chosen.emit(self._then))
        self.new = QPushButton()
        self.new.setObjectName("new_visit")
        self.new.clicked.connect(lambda: self.requested.emit(None))
        self.calendar = CalendarFile(diary, context)
        self._ticks_title = plain_label("muted")
        self._ticks_title.setWordWrap(False)
        self.ticks: list[QCheckBox] = []
        self._shown = QWidget()
        self._prepare = QWidget()
        self._problem = plain_label("note")
        self._problem.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        tile = QVBoxLayout(self._tile)
        tile.setContentsMargins(8, 4, 8, 4)
        tile.setSpacing(0)
        for label in (self._month, self._day):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            tile.addWidget(label)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._head)
        words.addWidget(self._beside)
        first = QHBoxLayout(self._shown)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(14)
        first.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        first.addLayout(words, 1)
        first.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self._row = FlowLayout(spacing=8)
        self._prepare.setLayout(self._row)
        self._row.addWidget(self._ticks_title)
        buttons = FlowLayout(spacing=8)
        for part in (self.new, self.calendar, self.then):
            buttons.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._shown)
        column.addWidget(self._prepare)
        column.addLayout(buttons)
        column.addWidget(self._problem)

    def show_visit(self, visit: Visit | None, then: Visit | None) -> None:
        """Shows a visit that is to come, and which one follows it."""
        if visit is None or self.visit is None or _lines(visit) != _lines(self.visit):
            self._make_ticks(visit)
        self.visit, self._then = visit, then
        self.calendar.show_visit(visit)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr, visit = self._context.tr, self.visit
        self.new.setText(tr.text("Enter the next visit") if visit is None else tr.text("Another visit"))
        set_role(self.new, "" if visit is None else "quiet")
        self.new.setVisible(not self._diary.read_only)
        self.edit.say(tr.text("Change this visit"))
        self.edit.setVisible(not self._diary.read_only)
        self.calendar.retranslate()
        self.calendar.setVisible(visit is not None)
        self._tile.setVisible(visit is not None)
        self.edit.setEnabled(visit is not None)
        if visit is None:
            self._head.setText(tr.text("The next visit is not entered yet."))
            self._beside.setText(
                tr.text("Your questions are kept until then, and the page can already be printed.")
            )
            self.edit.hide()
        else:
            self._month.setText(tr.date(visit.day, "month_name"))
            self._day.setText(str(visit.day.day))
            self._head.setText(headline(visit, tr))
            self._beside.setText(beside(visit, self._diary.today(), tr))
        self._ticks_title.setText(tr.text("To prepare"))
        self.then.setVisible(self._then is not None)
        if self._then is not None:
            self.then.setText(tr.text("Then: {visit}", visit=headline(self._then, tr)))

    def restyle(self) -> None:
        """Fits icons to the text size and theme."""
        self.edit.restyle(self._context.theme)

    def _make_ticks(self, visit: Visit | None) -> None:
        for box in self.ticks:
            discard(box)
        lines = _lines(visit)
        self.ticks = [QCheckBox(line.replace("&", "&&")) for line in lines]
        for number, (box, line) in enumerate(zip(self.ticks, lines, strict=True)):
            box.setObjectName(f"prepared_{number}")
            box.setAccessibleName(line)
            box.setEnabled(not self._diary.read_only)
            box.clicked.connect(self._ticker(line))
            self._row.addWidget(box)
            box.show()
        self._prepare.setVisible(bool(lines))
        self._show_ticks(visit)

    def _show_ticks(self, visit: Visit | None) -> None:
        for box, line in zip(self.ticks, _lines(visit), strict=True):
            box.setChecked(visit is not None and line in visit.prepared)

    def _ticker(self, line: str) -> Callable[[bool], None]:
        return lambda done: self._tick(line, done)

    def _tick(self, line: str, done: bool) -> None:
        visit = self.visit
        if visit is None:
            return
        prepared = (*(each for each in visit.prepared if each != line), *([line] if done else []))
        ticked = replace(visit, prepared=prepared)
        attempt(lambda: self._diary.visits.change(ticked), self._problem, self._context.tr)

    def follow(self, visit: Visit) -> None:
        """Ticks as the diary has them, e.g. after a step back."""
        self._show_ticks(visit)


def _lines(visit: Visit | None) -> list[str]:
    """What is to be prepared, a line a thing."""
    return visit.preparation.split("\n") if visit is not None and visit.preparation else []
