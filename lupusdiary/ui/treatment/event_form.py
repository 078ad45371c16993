"""The form for a treatment event: when, what kind, and in the person's own words."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.domain.treatment import EVENT_KINDS, event_kind
from lupusdiary.language import Refusal, Translator, mark
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.treatment.record_form import RecordForm
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.line_edits import HintLine


class EventForm(RecordForm):
    """Day, kind, the person's own words and a note."""

    def __init__(self, diary: Diary, keeper: DraftKeeper) -> None:
        super().__init__(diary, "event", mark("Add event"), self._write, self._empty)
        self.day = DateField(diary.today)
        self.day.setObjectName("event_day")
        self.kind = Choice()
        self.kind.setObjectName("event_kind")
        self.kind.setMaxVisibleItems(14)
        # As narrow as the window asks for, whatever the longest kind is called.
        self.kind.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(14)
        self.kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.kind.addItem("", None)
        for code in EVENT_KINDS:
            self.kind.addItem("", code)
        self.name, self.note = HintLine(), QLineEdit()
        self.name.setObjectName("event_title")
        self.note.setObjectName("event_note")
        for field in (self.name, self.note):
            field.returnPressed.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widgets in ((self.day, self.kind), (self.name, self.note), (self.save, self.cancel)):
            line = FlowLayout(spacing=10)
            for widget in widgets:
                line.addWidget(widget)
            column.addLayout(line)
        column.insertWidget(2, self._problem)
        self.setFocusProxy(self.day)
        fields = FormFields(day=self.day, kind=self.kind, title=self.name, note=self.note)
        self.joins(keeper, fields)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self.kind.setItemText(0, tr.text("Choose what it was"))
        for at in range(1, self.kind.count()):
            self.kind.setItemText(at, event_kind(self.kind.itemData(at)).name(tr))
        # The list is as wide as its longest kind, whatever room the field itself has.
        self.kind.view().setMinimumWidth(self.kind.view().sizeHintForColumn(0) + 48)
        self.day.retranslate(tr)
        for field, name in (
            (self.day, tr.text("Day of the event")),
            (self.kind, tr.text("What it was")),
            (self.note, tr.text("Note")),
        ):
            field.setAccessibleName(name)
        self.name.explain(
            tr.text("In your own words, for example the medicine"), tr.text("For example the medicine")
        )
        self.note.setPlaceholderText(tr.text("Note"))
        super().retranslate(tr)

    def edit(self, event: TreatmentEvent) -> None:
        """Shows an event to be changed."""
        self.leave_typed()
        self.day.set_day(event.day)
        self.kind.setCurrentIndex(self.kind.findData(event.kind))
        self.name.setText(event.title or "")
        self.note.setText(event.note or "")
        self._edit(event.id)
        self.name.setFocus()

    def _empty(self) -> None:
        self.day.set_day(self._diary.today())
        self.kind.setCurrentIndex(0)
        self.name.clear()
        self.note.clear()

    def _write(self) -> None:
        kind = self.kind.currentData()
        if kind is None:
            self.kind.setFocus()
            raise Refusal("Please choose what it was.")
        event = TreatmentEvent(
            self.day.day(),
            str(kind),
            self.name.text().strip() or None,
            self.note.text().strip() or None,
            id=self._editing,
        )
        if self._editing is None:
            self._diary.events.add(event)
        else:
            self._diary.events.change(event)
