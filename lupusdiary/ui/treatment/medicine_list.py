"""What is taken now as a table: how, a day's amount, since when, at the last visit, and what was recorded."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.medicines.heard_at_visit import answer_heard
from lupusdiary.diary.settings import MEDICINE_TICKS
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.quick_entry.finding import found_medicines
from lupusdiary.domain.medicines.wording import medicine_label
from lupusdiary.language import Translator
from lupusdiary.queries.due_intakes import blank_now
from lupusdiary.queries.medicine_course import HeardMedicine, MedicineRowValues, heard_beside, medicine_table
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.hanging_panel import HangingPanel
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.treatment.heard_line import HeardLineView
from lupusdiary.ui.treatment.medicine_row import (
    SHARES,
    MedicineRow,
    MedicineTask,
    marks_width,
    mode_of,
)
from lupusdiary.ui.treatment.plan_form import PlanForm
from lupusdiary.ui.treatment.stop_form import StopForm
from lupusdiary.ui.widgets.check_line import CheckLine
from lupusdiary.ui.widgets.discard import add_row, clear
from lupusdiary.ui.widgets.labels import attempt, plain_label


class MedicineList(QFrame):
    """Rows of what is taken now, headings for what was bought, what was heard and is not confirmed."""

    # The line of a medicine whose dose is to be changed.
    change_requested = Signal(str)
    # The rows have found how many lines they take.
    measured = Signal()

    def __init__(self, diary: Diary, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self.stop_form, self.plan_form = StopForm(diary, keeper), PlanForm(diary, keeper)
        # A form stands below the row that asked for it, over the rows that follow.
        self.forms = HangingPanel()
        self.forms.hold(self.stop_form, self.plan_form)
        self._asked = ""
        self._empty = plain_label("muted", "no_medicines")
        self._unread = plain_label("note", "unread_doses")
        self._head = QWidget()
        self._heads = [plain_label("muted") for _ in range(len(SHARES) + 1)]
        grid = QGridLayout(self._head)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        for at, label in enumerate(self._heads):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(label, 0, at)
            if at < len(SHARES):
                grid.setColumnStretch(at, SHARES[at])
        self._heads[-1].setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._head_grid = grid
        self._said = plain_label("note", "taken_said")
        self._said.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.ticks = CheckLine("tick_on_today")
        self.ticks.box.setEnabled(not diary.read_only)
        self.ticks.box.clicked.connect(self._want_ticks)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 12)
        column.setSpacing(6)
        for widget in (self._unread, self._empty, self._head):
            column.addWidget(widget)
        column.addLayout(self._rows)
        column.addWidget(self.ticks)
        column.addWidget(self._said)
        self._open: set[str] = set()
        self._blank: dict[str, tuple[Intake, ...]] = {}
        # Rows that stand in fewer or more lines at another width say so only once they have that width.
        self._measure = QTimer(self)
        self._measure.setSingleShot(True)
        self._measure.setInterval(0)
        self._measure.timeout.connect(self._measure_rows)

    _filled = _has_rows = False

    def show_all(self, tr: Translator, theme: Theme, last_visit: date | None, wanted: str = "") -> int:
        """Fills the rows anew in the language and look of the window, those that `wanted` finds; how many
        medicines there are now."""
        self._tr, self._theme, self._filled = tr, theme, True
        self.stop_form.retranslate(tr)
        self.plan_form.retranslate(tr)
        now = medicine_table(self._diary, self._diary.today(), tr, last_visit)
        found = found_medicines(self._diary.medicines.all(), wanted)
        self._empty.setText(
            tr.text("No medicine is entered yet. Copy one line of the prescription or the envelope above.")
        )
        heard = heard_beside(self._diary, frozenset(each.line.code for each in now), tr)
        self._empty.setVisible(not now and not heard)
        self._say_unread()
        self._say_heads(last_visit)
        self._has_rows = bool(now)
        self._blank = blank_now(self._diary, tr) if now and not self._diary.read_only else {}
        focused = self._focused_code()
        clear(self._rows)
        kind: str | None = None
        for values in now:
            if values.line.code not in found:
                continue
            if values.line.kind != kind and values.line.kind is not None:
                add_row(self._rows, self._heading(values.line.kind))
            kind = values.line.kind
            add_row(self._rows, self._row(values))
        if focused is not None:
            self._focus_row(focused)
        self._hang()
        for each in heard:
            if each.code in found:
                self._add_heard(each)
        self.ticks.say(
            tr.text("Tick on Today what I take"),
            tr.text("What is not ticked is unrecorded, never skipped."),
        )
        self.ticks.setVisible(bool(now))
        self.ticks.box.setChecked(self._diary.settings.get(MEDICINE_TICKS, "no") == "yes")
        self._arrange()
        return len(now)

    def _say_unread(self) -> None:
        tr, unread = self._tr, self._diary.medicines.unread()
        names = ", ".join(dict.fromkeys(each.name for each in unread))
        self._unread.setVisible(bool(unread))
        self._unread.setText(
            tr.plural(
                "{count} dose of {medicines} cannot be read. Everything else is shown here.",
                "{count} doses of {medicines} cannot be read. Everything else is shown here.",
                len(unread),
                medicines=names,
            )
        )

    def _say_heads(self, last_visit: date | None) -> None:
        tr = self._tr
        visit = tr.text("At the visit of {day}", day=tr.date(last_visit, "short")) if last_visit else ""
        texts = (
            *(tr.text("Medicine"), tr.text("How it is taken"), tr.text("A day"), tr.text("Since")),
            *(visit, tr.text("Last 28 days: taken/recorded")),
        )
        for label, text in zip(self._heads, texts, strict=True):
            label.setText(text)

    def _want_ticks(self, wanted: bool) -> None:
        self._diary.settings.set(MEDICINE_TICKS, "yes" if wanted else "")

    def _heading(self, kind: str) -> QWidget:
        tr = self._tr
        label = plain_label("muted", f"kind_{kind}")
        label.setContentsMargins(0, 10, 0, 2)
        label.setText(
            {
                "bought": tr.text("Bought without a prescription"),
                "herbal": tr.text("Herbal"),
                "supplement": tr.text("Supplements"),
            }.get(kind, kind)
        )
        return label

    def _row(self, values: MedicineRowValues) -> MedicineRow:
        code = values.line.code
        row = MedicineRow(values, read_only=self._diary.read_only, is_due=code in self._blank)
        row.setObjectName("medicine_row")
        row.arranged.connect(self._measure.start)
        row.show_row(self._tr, self._theme)
        row.requested.connect(lambda task: self._act(task, code, values.line.label))
        row.answered_heard.connect(lambda id, so: self._answer_heard(code, id, so=so))
        row.toggle.setChecked(code in self._open)
        row.toggle.toggled.connect(lambda opened: (self._open.add if opened else self._open.discard)(code))
        return row

    def _add_heard(self, medicine: HeardMedicine) -> None:
        label = plain_label("strong", "heard_of")
        label.setText(medicine.label)
        add_row(self._rows, label)
        for heard in medicine.heard:
            line = HeardLineView(heard, self._tr, read_only=self._diary.read_only)
            line.answered.connect(lambda id, so: self._answer_heard(medicine.code, id, so=so))
            self._rows.addWidget(line)
            line.show()

    def _answer_heard(self, code: str, id: object, *, so: bool) -> None:
        if isinstance(id, int):
            answer_heard(self._diary, code, id, so=so)

    def put_back(self) -> None:
        """Shows what was typed of a medicine before and is not written yet."""
        known = {medicine.code: medicine for medicine in self._diary.medicines.all()}
        for key in self.stop_form.drafted.waiting()[:1]:
            if key in known:
                self._act(MedicineTask.STOP, key, medicine_label(known[key], self._tr))
        for key in self.plan_form.drafted.waiting()[:1]:
            if key in known:
                self._act(MedicineTask.PLAN, key, medicine_label(known[key], self._tr))

    def _act(self, task: MedicineTask, code: str, label: str) -> None:
        self._said.hide()
        if task == MedicineTask.TAKEN_TODAY:
            self._take(code, label)
        elif task == MedicineTask.CHANGE:
            self.change_requested.emit(self._medicine(code).name)
        elif task == MedicineTask.STOP:
            self.plan_form.hide()
            self._hang(code)
            self.stop_form.ask(code, label)
        elif task == MedicineTask.PLAN:
            self.stop_form.hide()
            self._hang(code)
            self.plan_form.ask(self._medicine(code), label)
        elif task == MedicineTask.REMOVE:
            self._diary.medicines.remove(code)

    def _take(self, code: str, label: str) -> None:
        """Records today's blank doses of one medicine, as “all taken” does; says so where there is none."""
        blank = self._blank.get(code, ())
        if blank:
            attempt(lambda: self._diary.intakes.record_many(blank), self._said, self._tr)
        elif not self._diary.read_only:
            self._said.setText(
                self._tr.text("{medicine}: nothing is due now that is not recorded.", medicine=label)
            )
            self._said.show()

    def _hang(self, code: str = "") -> None:
        """Puts the forms below the row of this medicine, or of the one that they are about."""
        self._asked = code or self._asked
        rows = self.findChildren(MedicineRow)
        line = next((row for row in rows if row.values.line.code == self._asked), None)
        self.forms.hang_below(line or self._head)

    def show_forms(self, wanted: bool) -> None:
        """Shows the form that is begun, or leaves it for a later look."""
        begun = not (self.stop_form.isHidden() and self.plan_form.isHidden())
        self.forms.open(wanted and begun)

    def _focused_code(self) -> str | None:
        rows = self.findChildren(MedicineRow)
        return next((row.values.line.code for row in rows if row.toggle.hasFocus()), None)

    def _focus_row(self, code: str) -> None:
        for row in self.findChildren(MedicineRow):
            if row.values.line.code == code:
                row.toggle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _medicine(self, code: str) -> Medication:
        return self._diary.medicines.get(code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _measure_rows(self) -> None:
        for row in self.findChildren(MedicineRow):
            row.updateGeometry()
        self.updateGeometry()
        self.measured.emit()

    def _arrange(self) -> None:
        """The heads stand above the cells of the rows, as long as these stand side by side."""
        if not self._filled:
            return
        self._measure.start()
        scale = self._theme.scale
        mode = mode_of(self.width() - 32, scale)
        self._heads[-1].setVisible(mode == "wide")
        # The button at the end of a row has no head: its width and the gap before it are left free.
        end = target(scale) + self._head_grid.horizontalSpacing()
        self._heads[-1].setFixedWidth(marks_width(scale) + end)
        # A column with nothing in it has no gap before it.
        self._head_grid.setColumnMinimumWidth(len(SHARES) + 1, 0 if mode == "wide" else end)
        self._head.setVisible(self._has_rows and mode != "narrow")
