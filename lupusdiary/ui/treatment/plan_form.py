"""The plan of a medicine written anew as text, how some days really went, or what was taken beyond it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.holding import held_on
from lupusdiary.domain.medicines.intake import EXTRA, Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.pattern import NONE, DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.quick_entry.answers import answered_steps, as_dose
from lupusdiary.domain.medicines.quick_entry.new_entry import medicine_of_taper
from lupusdiary.domain.medicines.quick_entry.numbers import number_of
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.domain.medicines.quick_entry.plan_text import plan_steps, plan_text
from lupusdiary.domain.medicines.quick_entry.questions import taper_question
from lupusdiary.domain.medicines.quick_entry.read_back import spelled_out
from lupusdiary.domain.medicines.taper import ParsedTaper
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.treatment.line_answers import taper_answers
from lupusdiary.ui.treatment.line_question import LineQuestion
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label

_NOT_TAKEN = {"0", "없음", "안 먹음", "쉼", "none", "nothing", "not taken", "off"}


class PlanForm(QWidget):
    """Three ways: a new plan from a day on, what was really taken from one day to another, or what was taken
    on a day beyond what was due."""

    def __init__(self, diary: Diary, keeper: DraftKeeper) -> None:
        super().__init__()
        self._diary = diary
        self._code = ""
        self._answers: dict[str, str] = {}
        self.label = plain_label("strong", "plan_of")
        self.planned, self.real = Chip("plan_anew", self), Chip("as_it_went", self)
        self.extra = Chip("taken_extra", self)
        self.line = QLineEdit()
        self.line.setObjectName("plan_line")
        self.start, self.end = DateField(diary.today), DateField(diary.today)
        self.start.setObjectName("plan_start")
        self.end.setObjectName("plan_end")
        self._from, self._to = plain_label("muted"), plain_label("muted")
        for label in (self._from, self._to):
            label.setWordWrap(False)
        self.read = plain_label("", "plan_read")
        self.question = LineQuestion()
        self.problem = plain_label("note", "plan_problem")
        self.save, self.cancel = QPushButton(), QPushButton()
        self.save.setObjectName("save_plan")
        self.save.setProperty("role", "primary")
        self.cancel.setObjectName("cancel_plan")
        self.cancel.setProperty("role", "quiet")
        self._ways = {"planned": self.planned, "real": self.real, "extra": self.extra}
        self._fields = FormFields(line=self.line, start=self.start, end=self.end)
        self.drafted = keeper.join("plan", lambda: self._code or None, self._unsaved, self._put_back)
        self._note = DraftNote(self.drafted, diary.now, self)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        ways, days, buttons = FlowLayout(), FlowLayout(spacing=10), QHBoxLayout()
        for chip in self._ways.values():
            ways.addWidget(chip)
        for widget in (self._from, self.start, self._to, self.end):
            days.addWidget(widget)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.label)
        column.addWidget(self._note)
        column.addLayout(ways)
        column.addWidget(self.line)
        column.addLayout(days)
        for shown in (self.read, self.question, self.problem):
            column.addWidget(shown)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._note.given_up.connect(self._leave)
        for chip in self._ways.values():
            chip.clicked.connect(lambda _=False, chip=chip: self._choose(chip))
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._leave)
        self.question.answered.connect(self._answer)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        self._note.retranslate(tr)
        self.planned.setText(tr.text("New plan from a day on"))
        self.real.setText(tr.text("This is how it really went"))
        self.extra.setText(tr.text("Taken beyond it"))
        self._from.setText(tr.text("From"))
        self._to.setText(tr.text("to"))
        self.start.retranslate(tr)
        self.end.retranslate(tr)
        self.start.setAccessibleName(tr.text("First day"))
        self.end.setAccessibleName(tr.text("Last day of it"))
        self.save.setText(tr.text("Keep"))
        self.cancel.setText(tr.text("Cancel"))
        self._words()

    def _words(self) -> None:
        if self.real.isChecked():
            words = self._tr.text("What was really taken: 10 mg every day; or: none")
        elif self.extra.isChecked():
            words = self._tr.text("How much more on that day: 1 tablet, 5 mg")
        else:
            words = self._tr.text("The steps: 15 mg 2 weeks, 10 mg 2 weeks, then 5 mg")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)

    def ask(self, medicine: Medication, label: str) -> None:
        """Shows the form for a medicine, with the rest of its plan as text."""
        self.drafted.try_keep()
        self._code = medicine.code
        self.label.setText(label)
        self.problem.hide()
        self.start.set_day(self._diary.today())
        self.end.set_day(self._diary.today())
        self.line.clear()
        self._choose(self.planned)
        self._fields.settle()
        self.drafted.look()
        self.show()
        self.line.setFocus()

    def _choose(self, way: Chip) -> None:
        for chip in self._ways.values():
            chip.setChecked(chip is way)
        for widget in (self._to, self.end):
            widget.setVisible(way is self.real)
        self._from.setVisible(way is not self.extra)
        self._words()
        if self.line.isModified():
            self._typed()
            return
        today = self._diary.today()
        now = held_on(self._medicine(), today).planned if way is self.planned else None
        steps = plan_steps(self._medicine(), now.plan, today) if now is not None else ()
        self.line.setText(plan_text(steps, today, self._tr))
        self._fields.settle("line")
        self._typed()

    def _medicine(self) -> Medication:
        return self._diary.medicines.get(self._code)

    def _typed(self) -> None:
        self._answers.clear()
        self._show()

    def _answer(self, name: str, value: str) -> None:
        self._answers[name] = value
        self._show()

    def _taper(self) -> ParsedTaper | None:
        taper = parse_taper(self.line.text())
        name = self._medicine().name
        return replace(taper, name=name) if taper is not None and taper.kept is None else None

    def _show(self) -> None:
        self.problem.hide()
        self.read.hide()
        self.question.silence()
        taper = self._taper() if self.planned.isChecked() else None
        if taper is None:
            return
        asked = [name for name in taper.ask if name not in self._answers]
        try:
            words = spelled_out(taper, answered_steps(taper, self._answers), self._day(self.start), self._tr)
        except Refusal as refusal:
            self._say(refusal)
            return
        self.read.setText("  ·  ".join(words))
        self.read.setVisible(bool(words))
        if asked:
            question = taper_question(asked[0], taper, self._tr)
            self.question.ask(asked[0], question, taper_answers(asked[0], self._tr), self._tr.text("OK"))

    def _day(self, field: DateField) -> date:
        try:
            return field.day()
        except Refusal:
            return self._diary.today()

    def _save(self) -> None:
        try:
            if self.real.isChecked():
                self._diary.medicines.add_period(self._code, self._as_it_went())
            elif self.extra.isChecked():
                self._diary.intakes.record(self._beyond())
            else:
                taper = self._taper()
                if taper is None:
                    raise Refusal("Write the steps, e.g. 15 mg 2 weeks, 10 mg 2 weeks, then 5 mg.")
                if any(name not in self._answers for name in taper.ask):
                    return
                strength = number_of(self._answers.get("strength", ""))
                steps = answered_steps(taper, self._answers)
                written = medicine_of_taper(taper, steps, self.start.day(), strength)
                self._diary.medicines.replan(self._code, written, self.start.day())
        except Refusal as refusal:
            self._say(refusal)
            return
        self._leave()

    def _leave(self) -> None:
        """What was typed was written, or given up."""
        self.drafted.done()
        self._code = ""
        self.hide()

    def _unsaved(self) -> dict[str, Any] | None:
        typed = self._fields.typed()
        if typed is None:
            return None
        way = next(name for name, chip in self._ways.items() if chip.isChecked())
        return {**typed, "way": way, **self.question.typed(self._answers)}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self._fields.put_back(values)
        self._choose(self._ways.get(values["way"], self.planned))
        self._answers = dict(values["answers"])
        self._show()
        self.question.put_back(values)

    def _as_it_went(self) -> DosePeriod:
        """The closed stretch that was typed; without an interval it is that of the dose that held."""
        first, last, text = self.start.day(), self.end.day(), self.line.text().strip()
        if text.casefold() in _NOT_TAKEN:
            return DosePeriod(first, DosePattern(NONE), planned=False, end=last)
        line = self._dose(text)
        held = held_on(self._medicine(), first).period
        said = line.interval
        pattern = held.pattern if held is not None and not held.is_none else DosePattern("daily")
        if said is not None and said.kind is not None and not said.asked:
            pattern = DosePattern(said.kind, weekdays=said.weekdays, days=said.days, weeks=said.weeks)
        return DosePeriod(first, pattern, planned=False, end=last, parts=line.parts, printed=text)

    def _dose(self, text: str) -> ParsedLine:
        line = as_dose(parse_line(f"{self._medicine().name} {text}"))
        if not text or not line.parts or line.parts[0].amount is None:
            raise Refusal("Write how much was taken, e.g. 10 mg every day.")
        return line

    def _beyond(self) -> Intake:
        """One extra intake; tablets that are counted are those of the dose that holds."""
        day = self.start.day()
        part = self._dose(self.line.text().strip()).parts[0]
        held = held_on(self._medicine(), day).period
        if part.strength is None and part.amount_unit is not None and held is not None and held.parts:
            part = replace(held.parts[0], amount=part.amount)
        part = replace(part, times=None, at=(), weekdays=(), turn=None, amount_to=None)
        return Intake(day, self._code, EXTRA, parts=(part,))

    def _say(self, refusal: Refusal) -> None:
        self.problem.setText(self._tr.refusal(refusal))
        self.problem.show()
