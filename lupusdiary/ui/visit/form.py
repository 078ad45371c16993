"""Visits to the clinic: when the next one is, what to ask there, and those that were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.visit.questions import QuestionList
from lupusdiary.ui.widgets.date_field import DayField
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton

_AHEAD = timedelta(days=3 * 366)
_PAST_SHOWN = 4


class VisitForm(QFrame):
    """Every change is kept at once, each as one step."""

    def __init__(self, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._next: Visit | None = None
        self._title = _label("section")
        self._when = _label("strong")
        self.day = DayField(diary.today, _AHEAD)
        self.day.setObjectName("next_visit_day")
        self.day.changed.connect(self._save_next)
        self.drop = IconButton("trash-2", "remove_next_visit", self)
        self.drop.clicked.connect(lambda: self._remove(self._next))
        self.questions = QuestionList(context)
        self.questions.changed.connect(self._save_next)
        self.note = QLineEdit()
        self.note.setObjectName("visit_note")
        self.note.editingFinished.connect(self._save_next)
        self._other = _label("strong")
        self.new_day = DayField(diary.today, _AHEAD)
        self.new_day.setObjectName("new_visit_day")
        self._today = diary.today()
        self.add = QPushButton()
        self.add.setObjectName("add_visit")
        self.add.clicked.connect(self._add)
        self._problem = _label("note")
        self._problem.hide()
        self._past = QVBoxLayout()
        self._past.setSpacing(0)
        self._coming = QWidget()
        self._drafted = keeper.join("visit", self._draft_key, self._typed, self._put_back)
        self._draft_note = DraftNote(self._drafted, diary.now, self)
        self._draft_note.given_up.connect(self._give_up)
        self._looked = False
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.day, 1)
        first.addWidget(self.drop)
        coming = QVBoxLayout(self._coming)
        coming.setContentsMargins(0, 0, 0, 0)
        coming.setSpacing(8)
        coming.addWidget(self._when)
        coming.addLayout(first)
        coming.addWidget(self.questions)
        coming.addWidget(self.note)
        second = FlowLayout()
        second.addWidget(self.new_day)
        second.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._draft_note)
        column.addWidget(self._coming)
        column.addWidget(self._other)
        column.addLayout(second)
        column.addWidget(self._problem)
        column.addLayout(self._past)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("Visits"))
        self._when.setText(tr.text("Next visit, and what to ask there"))
        self._other.setText(tr.text("Another visit, past or to come"))
        self.add.setText(tr.text("Add the visit"))
        self.drop.say(tr.text("Remove the next visit"))
        self.note.setPlaceholderText(tr.text("A note for yourself (not printed)"))
        self.note.setAccessibleName(tr.text("A note for yourself (not printed)"))
        self.day.setAccessibleName(tr.text("Day of the next visit"))
        self.new_day.setAccessibleName(tr.text("Day of the visit to add"))
        self._draft_note.retranslate(tr)
        self.day.retranslate(tr)
        self.new_day.retranslate(tr)
        self.questions.retranslate()
        self._fill_past()

    def restyle(self) -> None:
        """Fits icons to the text size and theme."""
        self.drop.restyle(self._context.theme)
        self.questions.restyle()
        self._fill_past()

    def refresh(self) -> None:
        """Shows the visits of the diary."""
        today = self._diary.today()
        coming = [visit for visit in self._diary.visits.all() if visit.day >= today]
        self._next = coming[0] if coming else None
        self._coming.setVisible(self._next is not None)
        if self._next is not None:
            if not self.day.unread:
                self.day.set_day(self._next.day)
            self.questions.show_questions(self._next.questions)
            if not (self.note.hasFocus() and self.note.isModified()):
                self.note.setText(self._next.note or "")
        self._fill_past()
        if not self._looked:
            self._looked = True
            self._drafted.look()

    def _draft_key(self) -> str:
        return "none" if self._next is None else f"{self._next.id}"

    def _typed(self) -> dict[str, Any] | None:
        """What could not be saved, and a day that is being typed."""
        kept, values = (
            self._next,
            {"day": self.day.text, "note": self.note.text(), "new_day": self.new_day.text},
        )
        unsaved = self.new_day.unread
        if kept is not None:
            questions = self.questions.questions()
            values["questions"] = "\n".join(questions)
            unsaved |= self.day.unread or self.note.text().strip() != (kept.note or "")
            unsaved |= questions != kept.questions
        return values if unsaved else None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self.new_day.show_text(values["new_day"])
        if self._next is not None:
            self.day.show_text(values["day"])
            self.note.setText(values["note"])
            self.note.setModified(True)
            self.questions.show_questions(values.get("questions", "").split("\n"))

    def _give_up(self) -> None:
        self.day.set_day(self._next.day if self._next is not None else self._diary.today())
        self.new_day.set_day(self._diary.today())
        self.note.setModified(False)
        self._drafted.done()
        self.refresh()

    def follow_day(self) -> None:
        """It is another day: the field of a visit to add goes along, unless another day was given there."""
        before, self._today = self._today, self._diary.today()
        if self.new_day.text == before.isoformat():
            self.new_day.set_day(self._today)

    def keep(self) -> None:
        """Keeps what is still being typed."""
        self._save_next()

    def _fill_past(self) -> None:
        clear(self._past)
        tr = self._context.tr
        others = [visit for visit in reversed(self._diary.visits.all()) if visit.id != self._next_id]
        for visit in others[:_PAST_SHOWN]:
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 2, 0, 2)
            day = QLabel(tr.date(visit.day))
            remove = IconButton("trash-2", f"remove_visit_{visit.day.isoformat()}", row)
            remove.say(tr.text("Remove the visit of {day}", day=tr.date(visit.day)))
            remove.restyle(self._context.theme)
            remove.clicked.connect(self._remover(visit))
            layout.addWidget(day, 1)
            layout.addWidget(remove)
            row.setMinimumHeight(target(self._context.theme.scale))
            self._past.addWidget(row)

    @property
    def _next_id(self) -> int | None:
        return self._next.id if self._next else None

    def _remover(self, visit: Visit) -> Callable[[], None]:
        return lambda: self._remove(visit)

    def _save_next(self) -> None:
        if self._next is None or self._diary.read_only:
            return
        changed = replace(
            self._next,
            day=self._day_or(self._next.day),
            questions=self.questions.questions(),
            note=self.note.text().strip() or None,
        )
        self.note.setModified(False)
        if changed != self._next:
            self._try(lambda: self._diary.visits.change(changed))

    def _day_or(self, before: date) -> date:
        """The day that was given; the one before while what is typed is none, which the field says."""
        try:
            return self.day.day()
        except Refusal:
            return before

    def _add(self) -> None:
        self._try(lambda: self._diary.visits.add(Visit(self.new_day.day())))

    def _remove(self, visit: Visit | None) -> None:
        if visit is not None:
            self._try(lambda: self._diary.visits.remove(visit.id))

    def _try(self, write: Callable[[], object]) -> None:
        self._problem.hide()
        try:
            write()
        except Refusal as refusal:
            self._problem.setText(self._context.tr.refusal(refusal))
            self._problem.show()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
