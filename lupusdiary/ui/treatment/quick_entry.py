"""One line becomes a medicine: what was understood stands beside it, and what is uncertain is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.catalogue import fixed_text
from lupusdiary.domain.medicines.medicine import Medication, identity
from lupusdiary.domain.medicines.medicines_now import HeldMedicine, medicines_on
from lupusdiary.domain.medicines.pattern import ON_WEEKDAYS, WEEKLY_ONCE
from lupusdiary.domain.medicines.quick_entry.answers import answered, answered_steps
from lupusdiary.domain.medicines.quick_entry.new_entry import (
    EntryDays,
    medicine_of_line,
    medicine_of_taper,
    open_questions,
    with_known_form,
)
from lupusdiary.domain.medicines.quick_entry.numbers import number_of
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.domain.medicines.quick_entry.questions import line_question, taper_question
from lupusdiary.domain.medicines.quick_entry.read_back import (
    spelled_out,
    understood,
)
from lupusdiary.domain.medicines.taper import ParsedTaper
from lupusdiary.domain.medicines.wording import name_label
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.treatment.line_answers import line_answers, taper_answers
from lupusdiary.ui.treatment.line_question import LineQuestion
from lupusdiary.ui.widgets.date_field import DayField
from lupusdiary.ui.widgets.labels import plain_label

AGAIN, CHANGED, BOTH = "again", "changed", "both"


class QuickEntry(QFrame):
    """`kept` is sent after a medicine was written. Nothing is written while something is still asked."""

    kept = Signal()

    def __init__(self, diary: Diary) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._answers: dict[str, str] = {}
        self.line = QLineEdit()
        self.line.setObjectName("medicine_line")
        self.line.setClearButtonEnabled(True)
        self.save = QPushButton()
        self.save.setObjectName("save_medicine")
        self.since = DayField(diary.today)
        self.since.setObjectName("medicine_since")
        self._since_label = plain_label("muted")
        self._since_label.setWordWrap(False)
        self.read = plain_label("", "medicine_read")
        self.fixed = plain_label("strong", "medicine_fixed_text")
        self.left_over = plain_label("note", "medicine_left_over")
        self.question = LineQuestion()
        self.problem = plain_label("note", "medicine_problem")
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.line, 1)
        first.addWidget(self.save)
        second.addWidget(self._since_label)
        second.addWidget(self.since)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(first)
        column.addLayout(second)
        for widget in (self.read, self.fixed, self.left_over, self.question, self.problem):
            column.addWidget(widget)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.since.changed.connect(self._show)
        self.question.answered.connect(self._answer)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        words = tr.text("A line as the prescription or the envelope prints it, or a plan")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.save.setText(tr.text("Enter medicine"))
        self._since_label.setText(tr.text("From"))
        self.since.setAccessibleName(tr.text("First day of this dose"))
        self.since.retranslate(tr)
        self._show()

    def begin(self, name: str) -> None:
        """Puts the name of a medicine into the line; the new dose is typed behind it."""
        self.line.setText(f"{name} ")
        self._typed()
        self.line.setFocus()

    def _typed(self) -> None:
        self._answers.clear()
        self._show()

    def _answer(self, name: str, value: str) -> None:
        before = dict(self._answers)
        self._answers[name] = value
        try:
            self._parsed()
        except Refusal as refusal:
            self._answers = before
            self._say(refusal)
            return
        self._show()
        if not self.question.isVisible():
            self.save.setFocus()

    def _parsed(self) -> ParsedLine | ParsedTaper:
        text = self.line.text()
        own = {name: value for name, value in self._answers.items() if name != AGAIN}
        taper = parse_taper(text)
        if taper is not None:
            answered_steps(taper, own)
            return taper
        return answered(parse_line(text), own)

    def _show(self) -> None:
        self.problem.hide()
        self.save.setEnabled(bool(self.line.text().strip()))
        if not self.line.text().strip():
            for widget in (self.read, self.fixed, self.left_over):
                widget.hide()
            self.question.silence()
            return
        parsed, tr = self._parsed(), self._tr
        day = self._start()
        if isinstance(parsed, ParsedTaper):
            words = spelled_out(parsed, answered_steps(parsed, self._of_line()), day, tr)
            left_over, ingredient = parsed.kept, parsed.ingredient
        else:
            words, left_over, ingredient = understood(parsed, tr), parsed.left_over, parsed.ingredient
        self.read.setText(tr.text("Understood: {what}", what="  ·  ".join(words)))
        self.read.setVisible(bool(words))
        fixed = fixed_text(ingredient)
        self.fixed.setVisible(fixed is not None)
        if fixed is not None:
            self.fixed.setText(tr.pick(fixed.korean, fixed.english))
        self.left_over.setVisible(bool(left_over))
        if left_over:
            self.left_over.setText(tr.text("Not understood, and kept as a note: {text}", text=left_over))
        self._ask(parsed)

    def _of_line(self) -> dict[str, str]:
        return {name: value for name, value in self._answers.items() if name != AGAIN}

    def _start(self) -> date:
        """The first day; today while what is typed is no day, which the field says."""
        try:
            return self.since.day()
        except Refusal:
            return self._diary.today()

    def _open(self, parsed: ParsedLine | ParsedTaper) -> list[str]:
        """What is still asked; the day that stands in the form is the first day."""
        if isinstance(parsed, ParsedTaper):
            return [name for name in parsed.ask if name not in self._answers]
        asked = [name for name in open_questions(parsed, self._answers) if name != "first_day"]
        said = parsed.interval
        if said is not None and said.kind in {WEEKLY_ONCE, ON_WEEKDAYS} and not said.weekdays:
            named = any(part.weekdays for part in parsed.parts)
            asked += [] if named or "weekday" in asked or "pattern" in asked else ["weekday"]
        return asked

    def _ask(self, parsed: ParsedLine | ParsedTaper) -> None:
        tr = self._tr
        asked = self._open(parsed)
        done = tr.text("OK")
        if asked and isinstance(parsed, ParsedTaper):
            name = asked[0]
            self.question.ask(name, taper_question(name, parsed, tr), taper_answers(name, tr), done)
        elif asked and isinstance(parsed, ParsedLine):
            name = asked[0]
            several = (
                name == "weekday" and parsed.interval is not None and parsed.interval.kind == ON_WEEKDAYS
            )
            answers = line_answers(name, parsed, tr)
            self.question.ask(name, line_question(name, parsed, tr), answers, done, several=several)
        elif AGAIN not in self._answers and (held := self._same(parsed)):
            label = name_label(held.medicine.name, held.medicine.ingredient, tr)
            self.question.ask(
                AGAIN,
                tr.text(
                    "{medicine} is in the list already. Has it changed, or are both taken together?",
                    medicine=label,
                ),
                ((CHANGED, tr.text("Changed: this one instead")), (BOTH, tr.text("Both together"))),
                done,
            )
        else:
            self.question.silence()

    def _same(self, parsed: ParsedLine | ParsedTaper) -> HeldMedicine | None:
        """What holds on the first day and is of the same ingredient, or of the same name."""
        name = " ".join((parsed.name or "").split()).casefold()
        for held in medicines_on(self._diary.medicines.all(), self._start()):
            medicine = held.medicine
            if (parsed.ingredient is not None and medicine.ingredient == parsed.ingredient) or (
                identity(medicine)[0] == name
            ):
                return held
        return None

    def _save(self) -> None:
        if not self.line.text().strip():
            return
        try:
            parsed = self._parsed()
            self._ask(parsed)
            if self._open(parsed) or (AGAIN not in self._answers and self._same(parsed)):
                return
            self._write(parsed)
        except Refusal as refusal:
            self._say(refusal)
            return
        self.line.clear()
        self._answers.clear()
        self._show()
        self.kept.emit()

    def _write(self, parsed: ParsedLine | ParsedTaper) -> None:
        day = self.since.day()
        if isinstance(parsed, ParsedTaper):
            said = self._of_line()
            entered = medicine_of_taper(
                parsed, answered_steps(parsed, said), day, number_of(said.get("strength", ""))
            )
        else:
            if self._answers.get("stop") == "stopped":
                self._diary.medicines.stop(self._diary.medicines.named(parsed.name).code, day)
                return
            entered = medicine_of_line(parsed, EntryDays(day, anchor=_anchor(parsed, day)))
        here = self._diary.medicines.all()
        entered = with_known_form(here, entered)
        held, way = self._same(parsed), self._answers.get(AGAIN)
        with self._diary.writing("medicines.add"):
            if held is not None and identity(held.medicine) == identity(entered):
                entered = _together(held, entered) if way == BOTH else entered
            elif held is not None and way == CHANGED:
                self._diary.medicines.stop(held.medicine.code, day)
            self._diary.medicines.add(entered)

    def _say(self, refusal: Refusal) -> None:
        self.problem.setText(self._tr.refusal(refusal))
        self.problem.show()


def _anchor(line: ParsedLine, day: date) -> date | None:
    return day if "first_day" in line.ask else None


def _together(held: HeldMedicine, entered: Medication) -> Medication:
    """Two amounts of one medicine on one day are parts of one period."""
    if len(entered.periods) != 1 or held.period.kind != entered.periods[0].kind:
        raise Refusal("Both together need the same interval. Write the new amount as a change.")
    period = entered.periods[0]
    return replace(entered, periods=(replace(period, parts=(*held.period.parts, *period.parts)),))
