"""The medicines now and the past ones: how they are taken, since when, what comes next, what was recorded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import MEDICINE_TICKS
from lupusdiary.domain.medicines.period import REASONS
from lupusdiary.domain.medicines.wording import REASON_WORDS
from lupusdiary.language import Refusal, Translator
from lupusdiary.queries.medicines import MedicineLine, PastMedicine, medicines_now, past_medicines
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.treatment.row import TreatmentRow
from lupusdiary.ui.widgets.check_line import TickLine
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.date_field import DayField
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label


class StopForm(QWidget):
    """Says from which day on a medicine was not taken any more, and why."""

    def __init__(self, diary: Diary) -> None:
        super().__init__()
        self._diary = diary
        self._code = ""
        self.label = plain_label("strong", "stop_medicine")
        self.day = DayField(diary.today)
        self.day.setObjectName("stop_day")
        self.reason = Choice()
        self.reason.setObjectName("stop_reason")
        self.reason.addItem("", None)
        for code in REASONS:
            self.reason.addItem("", code)
        self.save, self.cancel = QPushButton(), QPushButton()
        self.save.setObjectName("save_stop")
        self.cancel.setObjectName("cancel_stop")
        self.cancel.setProperty("role", "quiet")
        self.problem = plain_label("note", "stop_problem")
        self.problem.hide()
        line = FlowLayout(spacing=10)
        for widget in (self.day, self.reason, self.save, self.cancel):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 12)
        column.addWidget(self.label)
        column.addLayout(line)
        column.addWidget(self.problem)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.hide)
        self.hide()

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        self.day.retranslate(tr)
        self.day.setAccessibleName(tr.text("First day without it"))
        self.reason.setAccessibleName(tr.text("Why it was stopped"))
        self.reason.setItemText(0, tr.text("No reason given"))
        for at in range(1, self.reason.count()):
            self.reason.setItemText(at, tr.text(REASON_WORDS[self.reason.itemData(at)]))
        self.save.setText(tr.text("Stopped from this day"))
        self.cancel.setText(tr.text("Cancel"))

    def ask(self, line: MedicineLine) -> None:
        """Shows the form for a medicine."""
        self._code = line.code
        self.label.setText(
            self._tr.text("{medicine}: from which day on was it not taken any more?", medicine=line.label)
        )
        self.reason.setCurrentIndex(0)
        self.problem.hide()
        self.show()
        self.day.setFocus()

    def _save(self) -> None:
        try:
            self._diary.medicines.stop(self._code, self.day.day(), self.reason.currentData())
        except Refusal as refusal:
            self.problem.setText(self._tr.refusal(refusal))
            self.problem.show()
        else:
            self.hide()


class MedicineList(QFrame):
    """Rows of what is taken now, headings for what was bought, and past ones below."""

    # The line of a medicine whose dose is to be changed.
    change_requested = Signal(str)

    def __init__(self, diary: Diary) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self.stop_form = StopForm(diary)
        self._now_title = plain_label("section", "medicines_now")
        self._empty = plain_label("muted", "no_medicines")
        self._now = QVBoxLayout()
        self._past_title = QPushButton()
        self._past_title.setObjectName("past_medicines")
        self._past_title.setProperty("role", "quiet")
        self._past_title.setCheckable(True)
        self._past_body = QWidget()
        self._past = QVBoxLayout(self._past_body)
        self._past.setContentsMargins(0, 0, 0, 0)
        for box in (self._now, self._past):
            box.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 12, 12)
        column.setSpacing(6)
        column.addWidget(self._now_title)
        column.addWidget(self._empty)
        column.addWidget(self.stop_form)
        column.addLayout(self._now)
        title = QHBoxLayout()
        title.addWidget(self._past_title)
        title.addStretch(1)
        column.addLayout(title)
        column.addWidget(self._past_body)
        self.ticks = TickLine("tick_on_today")
        self.ticks.box.setEnabled(not diary.read_only)
        self.ticks.box.clicked.connect(self._want_ticks)
        column.addWidget(self.ticks)
        self._past_title.toggled.connect(self._past_body.setVisible)
        self._past_body.hide()

    def show_all(self, tr: Translator, theme: Theme) -> None:
        """Fills the rows anew in the language and look of the window."""
        self._tr, self._theme = tr, theme
        self.stop_form.retranslate(tr)
        today = self._diary.today()
        now = medicines_now(self._diary, today, tr, sensitive=True)
        past = past_medicines(self._diary, today, tr)
        self._now_title.setText(tr.plural("{count} medicine now", "{count} medicines now", len(now)))
        self._now_title.setVisible(bool(now))
        self._empty.setText(
            tr.text("No medicine is entered yet. Copy one line of the prescription or the envelope above.")
        )
        self._empty.setVisible(not now)
        clear(self._now)
        kind: str | None = None
        for line in now:
            if line.kind != kind and line.kind is not None:
                self._add(self._now, self._heading(line.kind))
            kind = line.kind
            self._add(self._now, self._now_row(line))
        clear(self._past)
        for each in past:
            self._add(self._past, self._past_row(each))
        self._past_title.setText(tr.plural("{count} past medicine", "{count} past medicines", len(past)))
        self._past_title.setVisible(bool(past))
        self.ticks.say(
            tr.text("Tick on Today what I take"),
            tr.text("What is not ticked is unrecorded, never skipped."),
        )
        self.ticks.setVisible(bool(now))
        self.ticks.box.setChecked(self._diary.settings.get(MEDICINE_TICKS, "no") == "yes")

    def _want_ticks(self, wanted: bool) -> None:
        self._diary.settings.set(MEDICINE_TICKS, "yes" if wanted else "")

    def _add(self, box: QVBoxLayout, widget: QWidget) -> None:
        if box.count():
            line = QFrame()
            line.setProperty("role", "line")
            box.addWidget(line)
            line.show()
        box.addWidget(widget)
        widget.show()

    def _heading(self, kind: str) -> QWidget:
        tr = self._tr
        label = plain_label("muted", f"kind_{kind}")
        label.setText(
            {
                "bought": tr.text("Bought without a prescription"),
                "herbal": tr.text("Herbal"),
                "supplement": tr.text("Supplements"),
            }.get(kind, kind)
        )
        return label

    def _now_row(self, line: MedicineLine) -> QWidget:
        tr = self._tr
        words = [line.dose]
        words += [each for each in (line.fixed_text, line.next_step, line.adherence, line.hospital) if each]
        buttons = self._buttons(
            (
                ("pencil", "change_medicine", tr.text("Change: {what}", what=line.label),
                 lambda: self.change_requested.emit(self._name(line.code))),
                ("x", "stop_medicine", tr.text("Stopped: {what}", what=line.label),
                 lambda: self.stop_form.ask(line)),
                ("trash-2", "remove_medicine", tr.text("Remove: {what}", what=line.label),
                 lambda: self._diary.medicines.remove(line.code)),
            )
        )  # fmt: skip
        since = tr.text("since {day}", day=tr.date(line.since, "short"))
        return TreatmentRow(since, line.label, words, buttons, self._theme)

    def _past_row(self, past: PastMedicine) -> QWidget:
        tr = self._tr
        when = (
            tr.span(past.start, past.end)
            if past.end is not None and past.end >= past.start
            else tr.date(past.start, "short")
        )
        words = [each for each in (past.dose, past.reason) if each]
        buttons = self._buttons(
            (
                ("trash-2", "remove_medicine", tr.text("Remove: {what}", what=past.label),
                 lambda: self._diary.medicines.remove(past.code)),
            )
        )  # fmt: skip
        return TreatmentRow(when, past.label, words, buttons, self._theme)

    def _name(self, code: str) -> str:
        return self._diary.medicines.get(code).name

    def _buttons(self, made: tuple[tuple[str, str, str, Callable[[], object]], ...]) -> list[IconButton]:
        if self._diary.read_only:
            return []
        found = []
        for drawing, name, words, act in made:
            button = IconButton(drawing, name, self)
            button.say(words)
            button.clicked.connect(lambda _=False, act=act: act())
            found.append(button)
        return found
