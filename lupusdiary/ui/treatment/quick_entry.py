"""One line becomes a medicine: what was understood stands beside it, and what is uncertain is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.catalogue import fixed_text
from lupusdiary.domain.medicines.medicines_now import HeldMedicine
from lupusdiary.domain.medicines.pattern import ON_WEEKDAYS, WEEKLY_ONCE
from lupusdiary.domain.medicines.quick_entry.answers import answered, answered_steps
from lupusdiary.domain.medicines.quick_entry.finding import offered_names
from lupusdiary.domain.medicines.quick_entry.new_entry import open_questions
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.domain.medicines.quick_entry.questions import line_question, taper_question
from lupusdiary.domain.medicines.quick_entry.read_back import day_amount, spelled_out, understood
from lupusdiary.domain.medicines.taper import ParsedTaper
from lupusdiary.domain.medicines.wording import name_label
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.hanging_panel import HangingPanel
from lupusdiary.ui.treatment.line_answers import after_answers, line_answers, taper_answers
from lupusdiary.ui.treatment.line_question import LineQuestion
from lupusdiary.ui.treatment.line_writing import (
    AFTER,
    AGAIN,
    BOTH,
    CHANGED,
    OWN,
    last_day,
    same_medicine,
    write_line,
)
from lupusdiary.ui.treatment.marked_line import MarkedLine
from lupusdiary.ui.treatment.read_back_line import ReadBackLine
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label


class QuickEntry(QFrame):
    """`kept` is sent after a medicine was written. Nothing is written while something is still asked."""

    kept = Signal()

    def __init__(self, diary: Diary, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._answers: dict[str, str] = {}
        self.line = MarkedLine()
        self.line.setObjectName("medicine_line")
        self.line.setClearButtonEnabled(True)
        self.save = QPushButton()
        self.save.setObjectName("save_medicine")
        self.save.setProperty("role", "primary")
        self.since = DateField(diary.today)
        self.since.setObjectName("medicine_since")
        self._since_label = plain_label("muted")
        self._since_label.setWordWrap(False)
        self.read = ReadBackLine()
        self._names = FlowLayout(spacing=6)
        self.fixed = plain_label("strong", "medicine_fixed_text")
        self.left_over = plain_label("look", "medicine_left_over")
        self.question = LineQuestion()
        self.problem = plain_label("note", "medicine_problem")
        self._when = QWidget()
        first, second = QHBoxLayout(), QHBoxLayout(self._when)
        second.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.line, 1)
        first.addWidget(self.save)
        second.addWidget(self._since_label)
        second.addWidget(self.since)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addLayout(first)
        # What a line brings up covers the table instead of pushing it down under the hand.
        self.panel = HangingPanel(self)
        self._fields = FormFields(line=self.line, since=self.since)
        self.drafted = keeper.join("medicine", lambda: "new", self._unsaved, self._put_back)
        self._draft = DraftNote(self.drafted, diary.now, self)
        self._draft.given_up.connect(self._give_up)
        below = self.panel.column
        below.addLayout(self._names)
        parts = (self.read, self.fixed, self.left_over, self.question, self.problem, self._when)
        for widget in (*parts, self._draft):
            below.addWidget(widget)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.since.changed.connect(self._show)
        self.question.answered.connect(self._answer)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        words = tr.text("A line as the prescription or the envelope prints it, or a plan")
        self.line.explain(words, tr.text("As printed, or a plan"))
        self.save.setText(tr.text("Enter medicine"))
        self._since_label.setText(tr.text("From"))
        self.since.setAccessibleName(tr.text("First day of this dose"))
        self.since.retranslate(tr)
        self._draft.retranslate(tr)
        self._show()

    @property
    def is_begun(self) -> bool:
        """Whether something is typed."""
        return bool(self.line.text().strip())

    def begin(self, name: str) -> None:
        """Puts the name of a medicine into the line; the new dose is typed behind it."""
        self.line.setText(f"{name} " if name else self.line.text())
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
        text, own = self.line.text(), self._of_line()
        taper = parse_taper(text)
        if taper is not None:
            answered_steps(taper, own)
            return taper
        return answered(parse_line(text), own)

    def _show(self) -> None:
        self.problem.hide()
        self._offer()
        self.save.setEnabled(self.is_begun)
        self.panel.open(self.is_begun)
        if not self.is_begun:
            self.question.silence()
            return
        parsed, tr = self._parsed(), self._tr
        day = self._start()
        if isinstance(parsed, ParsedTaper):
            words, strong = spelled_out(parsed, answered_steps(parsed, self._of_line()), day, tr), None
            left_over, ingredient = parsed.kept, parsed.ingredient
        else:
            words, strong = understood(parsed, tr), day_amount(parsed, tr)
            left_over, ingredient = parsed.left_over, parsed.ingredient
        self.read.show_words(words, strong, tr)
        fixed = fixed_text(ingredient)
        self.fixed.setVisible(fixed is not None)
        if fixed is not None:
            self.fixed.setText(tr.pick(fixed.korean, fixed.english))
        self.line.underline(left_over)
        self.left_over.setVisible(bool(left_over))
        if left_over:
            self.left_over.setText(tr.text("Not understood, and kept as a note: {text}", text=left_over))
        self._ask(parsed)

    def _of_line(self) -> dict[str, str]:
        return {name: value for name, value in self._answers.items() if name not in OWN}

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
        last = last_day(parsed, self._start())
        if not asked and last is not None and last < self._diary.today() and AFTER not in self._answers:
            asked = [AFTER]
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
            last = last_day(parsed, self._start())
            if name == AFTER and last is not None:
                words = tr.text("These days ended on {day}. What came then?", day=tr.date(last, "short"))
                self.question.ask(name, words, after_answers(tr), done)
                return
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
        return same_medicine(self._diary, parsed, self._start())

    def _save(self) -> None:
        if not self.is_begun:
            return
        try:
            parsed = self._parsed()
            self._ask(parsed)
            if self._open(parsed) or (AGAIN not in self._answers and self._same(parsed)):
                return
            write_line(self._diary, parsed, self._answers, self.since.day())
        except Refusal as refusal:
            self._say(refusal)
            return
        self._give_up()
        self.kept.emit()
        self.line.setFocus()

    def _give_up(self) -> None:
        """What is typed was written, or is thrown away."""
        self.drafted.done()
        self.line.clear()
        self._answers.clear()
        self._fields.settle()
        self._show()
        self.drafted.look()

    def put_back(self) -> None:
        """Shows what was typed before and is not written yet."""
        self.drafted.look()

    def _unsaved(self) -> dict[str, Any] | None:
        typed = self._fields.typed()
        return None if typed is None else {**typed, **self.question.typed(self._answers)}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self._fields.put_back(values)
        self._answers = dict(values.get("answers", {}))
        self._show()
        self.question.put_back(values)

    def _offer(self) -> None:
        """Names to begin the line with, while nothing but a name is typed."""
        text = self.line.text().strip()
        names = (
            () if any(sign.isdigit() for sign in text) else offered_names(self._diary.medicines.all(), text)
        )
        clear(self._names)
        before: QWidget = self.save
        for name in names:
            chip = Chip("offered_name", self)
            chip.setText(name)
            chip.clicked.connect(lambda _=False, name=name: self.begin(name))
            self._names.addWidget(chip)
            chip.show()
            QWidget.setTabOrder(before, chip)
            before = chip

    def _say(self, refusal: Refusal) -> None:
        self.problem.setText(self._tr.refusal(refusal))
        self.problem.show()
