"""The form for a flare, as the person or her doctor calls it: from when, until when, and a note."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Flare
from lupusdiary.language import Translator, mark
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.treatment.record_form import RecordForm
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields


class FlareForm(RecordForm):
    """First day, last day or going on, and a note."""

    def __init__(self, diary: Diary, keeper: DraftKeeper) -> None:
        super().__init__(diary, "flare", mark("Add flare"), self._write, self._empty)
        self._why = QLabel()
        self._why.setProperty("role", "hint")
        self._why.setWordWrap(True)
        self._from, self._to = QLabel(), QLabel()
        self.first, self.last = DateField(diary.today), DateField(diary.today)
        self.first.setObjectName("flare_first_day")
        self.last.setObjectName("flare_last_day")
        self._from.setBuddy(self.first)
        self._to.setBuddy(self.last)
        self.going_on = QCheckBox()
        self.going_on.setObjectName("flare_going_on")
        self.note = QLineEdit()
        self.note.setObjectName("flare_note")
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.going_on.toggled.connect(self._ask_end)
        self.going_on.setChecked(True)
        self.note.returnPressed.connect(self._save)
        days, buttons = FlowLayout(spacing=10), FlowLayout(spacing=10)
        for widget in (self._from, self.first, self.going_on, self._to, self.last):
            days.addWidget(widget)
        for button in (self.save, self.cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._why)
        column.addLayout(days)
        column.addWidget(self.note)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        self.setFocusProxy(self.first)
        fields = FormFields(first=self.first, last=self.last, going_on=self.going_on, note=self.note)
        self.joins(keeper, fields)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._why.setText(
            tr.text("Only you or your doctor decide what was a flare. The diary never works it out.")
        )
        self._from.setText(tr.text("From"))
        self._to.setText(tr.text("Last day"))
        self.going_on.setText(tr.text("It has not ended"))
        for field, name in (
            (self.first, tr.text("First day of the flare")),
            (self.last, tr.text("Last day of the flare")),
        ):
            field.retranslate(tr)
            field.setAccessibleName(name)
        self.note.setPlaceholderText(tr.text("Note"))
        self.note.setAccessibleName(tr.text("Note"))
        super().retranslate(tr)

    def _ask_end(self, going_on: bool) -> None:
        self._to.setVisible(not going_on)
        self.last.setVisible(not going_on)

    def edit(self, flare: Flare) -> None:
        """Shows a flare to be changed."""
        self.leave_typed()
        self.first.set_day(flare.start)
        self.going_on.setChecked(flare.end is None)
        self.last.set_day(flare.end or self._diary.today())
        self.note.setText(flare.note or "")
        self._edit(flare.id)
        self.first.setFocus()

    def _empty(self) -> None:
        self.first.set_day(self._diary.today())
        self.last.set_day(self._diary.today())
        self.going_on.setChecked(True)
        self.note.clear()

    def _write(self) -> None:
        end = None if self.going_on.isChecked() else self.last.day()
        flare = Flare(self.first.day(), end, self.note.text().strip() or None, self._editing)
        if self._editing is None:
            self._diary.flares.add(flare)
        else:
            self._diary.flares.change(flare)
