"""What was agreed at a visit: lines with a kind, each of which goes where it belongs when it is pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.medicines.heard_at_visit import change_agreed
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import (
    AGREEMENT_KINDS,
    HEARD,
    MEDICINE,
    NEXT_VISIT,
    PLACED,
    Agreement,
    agreement_of,
)
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.visit.agreed_words import PLACE_WORDS, state_words
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.discard import add_row, clear
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import attempt, plain_label

_AHEAD = timedelta(days=3 * 366)


class AgreedCard(QFrame):
    """`go` leads to where a line is entered."""

    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._visit: Visit | None = None
        self._changing: str | None = None
        self._title, self._hint = plain_label("section"), plain_label("muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.kind = Choice()
        self.kind.setObjectName("agreed_kind")
        self.line = QLineEdit()
        self.line.setObjectName("agreed_line")
        self.line.setMaxLength(2000)
        self.day = DateField(diary.today, _AHEAD)
        self.day.setObjectName("agreed_day")
        self.day.set_day(None)
        self._day_label = QLabel()
        self._day_label.setProperty("role", "muted")
        self.add = QPushButton()
        self.add.setObjectName("add_agreed")
        self._problem = plain_label("note", "agreed_problem")
        self._problem.hide()
        self._entry = QWidget()
        self._fields = FormFields(kind=self.kind, line=self.line, day=self.day)
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.line.returnPressed.connect(self._add)
        self._drafted = keeper.join("agreed", self._draft_key, self._typed, self._put_back)
        note = DraftNote.on(self._drafted, diary.now, context, self._clear, self)
        self._entry_column.insertWidget(0, note)

    def _lay_out(self) -> None:
        first = FlowLayout(spacing=8)
        for part in (self.kind, self._day_label, self.day, self.add):
            first.addWidget(part)
        entry = self._entry_column = QVBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.addWidget(self.line)
        entry.addLayout(first)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self._title, self._hint):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addWidget(self._entry)
        column.addWidget(self._problem)

    def show_visit(self, visit: Visit | None) -> None:
        """Shows what was agreed at a visit."""
        fresh = (visit.id if visit else None) != (self._visit.id if self._visit else None)
        if fresh:
            self._drafted.try_keep()
        self._visit = visit
        self._fill()
        if fresh:
            self._empty(None)
            key = next((each for each in self._drafted.waiting() if each.split()[0] == self._number), None)
            if visit is not None and key is not None:
                at = int(key.split()[1]) if " " in key else 0
                self._empty(visit.agreed[at - 1] if 0 < at <= len(visit.agreed) else None)
            self._drafted.look()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("What was agreed"))
        self._hint.setText(
            tr.text(
                "Write it just as you heard it. A medicine, a test or a visit is also "
                "entered in its place when you press."
            )
        )
        kept = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(tr.text("Something else"), None)
        for code, text in AGREEMENT_KINDS.items():
            self.kind.addItem(tr.text(text), code)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))
        self.kind.setAccessibleName(tr.text("What the line is about"))
        self.line.setPlaceholderText(tr.text("Write what was said, as it was said"))
        self.line.setAccessibleName(tr.text("What was agreed"))
        self._day_label.setText(tr.text("On or from"))
        self.day.setAccessibleName(tr.text("Day on or from which it holds"))
        self.day.retranslate(tr)
        self._fill()

    def restyle(self) -> None:
        """Fits icons to the text size and theme."""
        self._fill()

    def _fill(self) -> None:
        clear(self._list)
        tr = self._context.tr
        self.add.setText(tr.text("Save the change") if self._changing else tr.text("Add"))
        self._entry.setVisible(self._visit is not None and not self._diary.read_only)
        if self._visit is None:
            return
        for number, text in enumerate(self._visit.agreed, 1):
            add_row(self._list, self._row(number, agreement_of(text, self._visit.agreements)))

    def _row(self, number: int, said: Agreement) -> QWidget:
        tr = self._context.tr
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        words = QVBoxLayout()
        words.setSpacing(0)
        head = plain_label("", f"agreed_{number}")
        day = f", {tr.date(said.day)}" if said.day is not None else ""
        head.setText(f"{said.text}{day}")
        below = plain_label("hint", f"agreed_state_{number}")
        known = AGREEMENT_KINDS.get(said.kind or "")
        kind = tr.text(known) if known is not None else ""
        below.setText(" · ".join(part for part in (kind, state_words(said, tr)) if part))
        below.setVisible(bool(below.text()))
        words.addWidget(head)
        words.addWidget(below)
        line.addLayout(words, 1)
        if self._diary.read_only:
            return row
        if said.state is None and said.kind in PLACE_WORDS:
            place = QPushButton(tr.text(PLACE_WORDS[said.kind]))
            place.setObjectName(f"place_agreed_{number}")
            place.clicked.connect(self._acting(self._place, said))
            line.addWidget(place)
        for drawing, name, what, act in (
            ("pencil", "change_agreed", tr.text("Change: {what}", what=said.text), self._begin),
            ("trash-2", "remove_agreed", tr.text("Remove: {what}", what=said.text), self._remove),
        ):
            button = IconButton(drawing, f"{name}_{number}", row)
            button.say(what)
            button.restyle(self._context.theme)
            button.clicked.connect(self._acting(act, said))
            line.addWidget(button)
        return row

    def _acting(self, act: Callable[[Agreement], None], said: Agreement) -> Callable[[], None]:
        return lambda: act(said)

    def _add(self) -> None:
        visit, text = self._visit, self.line.text().strip()
        if visit is None or not text:
            self.line.setFocus()
            return
        kind, before = self.kind.currentData(), self._changing
        if self._write(lambda: self._put(visit, text, kind, before)):
            self._clear()
            self.line.setFocus()

    def _put(self, visit: Visit, text: str, kind: str | None, before: str | None) -> None:
        day = None if self.day.is_empty else self.day.day()
        if text in visit.agreed and text != before:
            raise Refusal("“{name}” is in the list already.", name=text[:40])
        kept = agreement_of(before or text, visit.agreements)
        state = kept.state if kept.kind == kind else None
        # What was only heard is shown at once for what it is, and is no dose.
        said = Agreement(text, kind, day, PLACED if kind == HEARD and state is None else state, kept.outcome)
        lines = [text if each == before else each for each in visit.agreed]
        agreed = tuple(lines if before is not None else [*lines, text])
        others = tuple(each for each in visit.agreements if each.text not in (before, text))
        change_agreed(self._diary, visit, replace(visit, agreed=agreed, agreements=(*others, said)))

    def _begin(self, said: Agreement) -> None:
        self._drafted.try_keep()
        self._empty(said.text)
        self._drafted.look()
        self.line.setFocus()

    def _remove(self, said: Agreement) -> None:
        visit = self._visit
        if visit is None:
            return
        agreed = tuple(each for each in visit.agreed if each != said.text)
        self._write(lambda: change_agreed(self._diary, visit, replace(visit, agreed=agreed)))

    def _place(self, said: Agreement) -> None:
        visit = self._visit
        if visit is None:
            return
        if said.kind == MEDICINE:
            self.go.emit(Route("treatment", said.day or visit.day, said=(visit.id or 0, said.text)))
            return

        def write() -> None:
            if said.day is None:
                self._begin(said)
                raise Refusal("Enter the date first: press the pencil on that line.")
            with self._diary.writing("visits.agreed"):
                if said.kind == NEXT_VISIT:
                    here = (visit.department, visit.hospital, visit.doctor)
                    self._diary.visits.add(
                        Visit(said.day, department=here[0], hospital=here[1], doctor=here[2])
                    )
                self._diary.visits.say_of(visit.id, replace(said, state=PLACED))

        self._write(write)

    def _clear(self) -> None:
        self._drafted.done()
        self._empty(None)
        self._drafted.look()

    def _empty(self, changing: str | None) -> None:
        """Shows nothing that was typed: the line that is changed, or none."""
        self._changing = changing
        said = Agreement("") if changing is None else self._said(changing)
        self.kind.setCurrentIndex(max(0, self.kind.findData(said.kind)))
        self.line.setText(said.text)
        self.day.set_day(said.day)
        self._fields.settle()
        self._fill()

    def _said(self, text: str) -> Agreement:
        return agreement_of(text, self._visit.agreements if self._visit is not None else ())

    @property
    def _number(self) -> str:
        return "" if self._visit is None else f"{self._visit.id}"

    def _write(self, write: Callable[[], object]) -> bool:
        return attempt(write, self._problem, self._context.tr)

    def _draft_key(self) -> str | None:
        """A line that is changed is a draft of its own, by its place among the lines."""
        if self._visit is None:
            return None
        if self._changing not in self._visit.agreed:
            return self._number
        return f"{self._number} {self._visit.agreed.index(self._changing) + 1}"

    def _typed(self) -> dict[str, Any] | None:
        return self._fields.typed() if self.line.text().strip() else None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self._fields.put_back(values)
