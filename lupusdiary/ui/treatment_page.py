"""Treatment: infusions, biopsies, admissions and other events, and flares as they were called."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Flare, TreatmentEvent
from lupusdiary.domain.treatment import EVENT_KINDS, event_kind
from lupusdiary.language import Refusal
from lupusdiary.ui.day_field import DayField
from lupusdiary.ui.icons import icon
from lupusdiary.ui.page import Page
from lupusdiary.ui.route import Route
from lupusdiary.ui.scrolled import scrolled
from lupusdiary.ui.surroundings import Surroundings


class TreatmentPage(Page):
    """A form above, and all events and flares below it, newest first."""

    nouns: ClassVar[frozenset[str]] = frozenset({"events", "flares"})

    def __init__(self, diary: Diary, surroundings: Surroundings) -> None:
        super().__init__(diary, surroundings)
        self._editing: int | None = None
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self.day = DayField(diary.today())
        self.day.setObjectName("event_day")
        self.kind = QComboBox()
        self.kind.setObjectName("event_kind")
        self.kind.setMaxVisibleItems(14)
        self.kind.addItem("", None)
        for code in EVENT_KINDS:
            self.kind.addItem("", code)
        self.name = QLineEdit()
        self.name.setObjectName("event_title")
        self.name.returnPressed.connect(self._save)
        self.note = QLineEdit()
        self.note.setObjectName("event_note")
        self.note.returnPressed.connect(self._save)
        self.save = QPushButton()
        self.save.setObjectName("save_event")
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._save)
        self.cancel = QPushButton()
        self.cancel.setProperty("role", "quiet")
        self.cancel.clicked.connect(self._stop_editing)
        self._problem = QLabel()
        self._problem.setProperty("role", "note")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._form = self._build_form()
        if diary.read_only:
            self._form.hide()
        self._empty = QLabel()
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(20, 10, 12, 10)
        inner.addLayout(self._list)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 22, 26, 22)
        column.setSpacing(14)
        for widget in (self._title, self._intro, self._form, self._card, self._empty):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))

    def _build_form(self) -> QFrame:
        form = QFrame()
        form.setProperty("role", "card")
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.day)
        first.addWidget(self.kind, 1)
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addWidget(self.name, 1)
        second.addWidget(self.note, 1)
        third = QHBoxLayout()
        third.addWidget(self.save)
        third.addWidget(self.cancel)
        third.addStretch(1)
        layout = QVBoxLayout(form)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self._problem)
        layout.addLayout(third)
        return form

    def retranslate(self) -> None:
        tr = self.language
        self._title.setText(tr.text("Treatment"))
        self._intro.setText(
            tr.text(
                "What was done and when: infusions, biopsies, admissions, vaccinations. They stand "
                "on the timeline."
            )
        )
        self.kind.setItemText(0, tr.text("Choose what it was"))
        for at in range(1, self.kind.count()):
            self.kind.setItemText(at, event_kind(self.kind.itemData(at)).name(tr))
        self.day.retranslate()
        for field, name in (
            (self.day, tr.text("Day of the event")),
            (self.kind, tr.text("What it was")),
            (self.name, tr.text("In your own words, for example the medicine")),
            (self.note, tr.text("Note")),
        ):
            field.setAccessibleName(name)
        self.name.setPlaceholderText(tr.text("In your own words, for example the medicine"))
        self.note.setPlaceholderText(tr.text("Note"))
        self.cancel.setText(tr.text("Cancel"))
        self._empty.setText(
            tr.text("Nothing is recorded here yet. Your first entry will stand on the timeline too.")
        )
        self._name_save()
        self._fill()

    def refresh(self) -> None:
        self._fill()

    def restyle(self) -> None:
        self._fill()

    def _name_save(self) -> None:
        tr = self.language
        self.save.setText(tr.text("Add event") if self._editing is None else tr.text("Save the change"))
        self.cancel.setVisible(self._editing is not None)

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows: list[TreatmentEvent | Flare] = [*self.diary.events.all(), *self.diary.flares.all()]
        rows.sort(key=lambda row: row.start if isinstance(row, Flare) else row.day, reverse=True)
        for number, row in enumerate(rows):
            if number:
                line = QFrame()
                line.setProperty("role", "line")
                self._list.addWidget(line)
            shown = self._flare_row(row) if isinstance(row, Flare) else self._event_row(row)
            self._list.addWidget(shown)
            # A row counts in the height of the page only once it is shown.
            shown.show()
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _event_row(self, event: TreatmentEvent) -> QWidget:
        tr = self.language
        words = [part for part in (event.title, event.note) if part]
        buttons = (
            []
            if self.diary.read_only
            else [
                self._button("pencil", tr.text("Change"), lambda: self._edit(event)),
                self._button("trash-2", tr.text("Remove"), lambda: self._remove(event)),
            ]
        )
        return self._row(tr.date(event.day), event_kind(event.kind).name(tr), words, buttons)

    def _flare_row(self, flare: Flare) -> QWidget:
        tr = self.language
        days = (
            tr.span(flare.start, flare.end)
            if flare.end
            else tr.text("since {day}", day=tr.date(flare.start, "short"))
        )
        words = [part for part in (flare.note,) if part]
        opened = self._button(
            "arrow-right", tr.text("Open the day"), lambda: self.go.emit(Route("today", day=flare.start))
        )
        return self._row(days, tr.text("Flare, as I or my doctor called it"), words, [opened])

    def _row(self, when: str, what: str, words: list[str], buttons: list[QPushButton]) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 6, 0, 6)
        day = QLabel(when)
        day.setProperty("role", "muted")
        day.setMinimumWidth(round(150 * self.surroundings.looks.scale))
        text = QVBoxLayout()
        text.setSpacing(2)
        strong = QLabel(what)
        strong.setProperty("role", "strong")
        strong.setWordWrap(True)
        text.addWidget(strong)
        for line in words:
            label = QLabel(line)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            text.addWidget(label)
        layout.addWidget(day)
        layout.addLayout(text, 1)
        for button in buttons:
            layout.addWidget(button)
        return row

    def _button(self, drawing: str, name: str, action: object) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "quiet")
        button.setIcon(icon(drawing, self.surroundings.looks.colours.muted))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(action)
        return button

    def _edit(self, event: TreatmentEvent) -> None:
        self._editing = event.id
        self.day.set_day(event.day)
        self.kind.setCurrentIndex(self.kind.findData(event.kind))
        self.name.setText(event.title or "")
        self.note.setText(event.note or "")
        self._name_save()
        self.name.setFocus()

    def _stop_editing(self) -> None:
        self._editing = None
        self.kind.setCurrentIndex(0)
        self.name.clear()
        self.note.clear()
        self._problem.hide()
        self._name_save()

    def _remove(self, event: TreatmentEvent) -> None:
        if event.id is not None:
            self.diary.events.remove(event.id)

    def _save(self) -> None:
        if self.kind.currentData() is None:
            self._problem.setText(self.language.text("Please choose what it was."))
            self._problem.show()
            self.kind.setFocus()
            return
        event = TreatmentEvent(
            self.day.day(),
            str(self.kind.currentData()),
            self.name.text().strip() or None,
            self.note.text().strip() or None,
            id=self._editing,
        )
        try:
            if self._editing is None:
                self.diary.events.add(event)
            else:
                self.diary.events.change(event)
        except Refusal as refusal:
            self._problem.setText(self.language.refusal(refusal))
            self._problem.show()
            return
        self._stop_editing()
