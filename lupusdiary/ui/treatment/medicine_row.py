"""One medicine that is taken now: a line of the table that opens to its course and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.language import Translator
from lupusdiary.queries.medicine_course import MARKED_DAYS, MedicineRowValues
from lupusdiary.ui.base.style_sheet import NO_LIMIT
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.treatment.course_picture import CoursePicture
from lupusdiary.ui.treatment.heard_line import HeardLineView
from lupusdiary.ui.treatment.intake_marks import IntakeMarks
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label, plain_tip

# Shares of the width: name, how, a day, since, at the last visit.
SHARES = (34, 22, 14, 15, 15)
# Below this width the marks stand on a line of their own, below that everything does.
WIDE, NARROW = 980, 560
# Between words that stand below a row and the line to the next one, in pixels.
_BELOW_WORDS = 8


class MedicineTask(StrEnum):
    """What can be done with a medicine from its row; a button each."""

    CHANGE = "change"
    STOP = "stop"
    PLAN = "plan"
    REMOVE = "remove"
    TAKEN_TODAY = "taken_today"


class MedicineRow(QFrame):
    """`requested` carries a `MedicineTask`; `answered_heard` the row of a heard dose, and whether it
    is so."""

    requested = Signal(object)
    answered_heard = Signal(object, bool)
    # It stands in fewer or more lines now.
    arranged = Signal()

    def __init__(self, values: MedicineRowValues, *, read_only: bool, is_due: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.values = values
        self._read_only, self._is_due = read_only, is_due
        self._cells = [_cell("strong"), _cell(""), _cell("strong"), _cell(""), _cell("")]
        self._below = _cell("muted")
        self._count = plain_label("muted", "intake_count")
        self.marks = IntakeMarks()
        self.toggle = IconButton("chevron-down", "open_medicine", self)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._open)
        self.toggle.installEventFilter(self)
        name = QVBoxLayout()
        name.setSpacing(0)
        # The two lines stay together where another cell needs more of them.
        name.addStretch(1)
        name.addWidget(self._cells[0])
        name.addWidget(self._below)
        name.addStretch(1)
        # Each belongs to the row from the first: a label without a parent would be a window of its own.
        self._name = QWidget(self)
        self._name.setLayout(name)
        name.setContentsMargins(0, 0, 0, 0)
        self._ticks = QWidget(self)
        for cell in self._cells[1:]:
            cell.setParent(self)
        ticks = QHBoxLayout(self._ticks)
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.addWidget(self.marks)
        ticks.addWidget(self._count, 1)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(self._grid)
        self._mode = ""
        self._filled = False

    def show_row(self, tr: Translator, theme: Theme) -> None:
        """Fills the row in the language and look of the window."""
        self._tr, self._theme, self._filled = tr, theme, True
        values = self.values
        since = tr.text("since {day}", day=tr.date(values.line.since, "short"))
        first = tr.date(values.line.since, "short")
        texts = (values.name, values.how, values.daily, first, values.at_last_visit)
        for cell, text in zip(self._cells, texts, strict=True):
            cell.setText(text)
        self._below.setText(values.below)
        self._below.setVisible(bool(values.below))
        said = values.line.adherence or tr.text("no intake recorded")
        self.marks.show_marks(values.marks if values.recorded else (), said, theme.colours, theme.scale)
        self.marks.setVisible(bool(values.recorded and values.marks))
        self._count.setText(
            tr.text("{taken}/{recorded}", taken=values.taken, recorded=values.recorded)
            if values.recorded and values.marks
            else said
        )
        self._count.setAccessibleName(said)
        self.toggle.restyle(theme)
        shown = [values.line.label, values.how, since, said]
        self.toggle.say(tr.text("Course and more: {what}", what=", ".join(each for each in shown if each)))
        if not self._read_only:
            self.toggle.setAccessibleDescription(tr.text("Space: taken today. Enter: open."))
        self._always()
        self._arrange()

    def _always(self) -> None:
        """What is never folded away: methotrexate's text, what comes next, what was heard."""
        line = self.values.line
        for text, role in ((line.fixed_text, "strong"), (line.next_due, "muted"), (line.next_step, "muted")):
            if text:
                self._column.setContentsMargins(0, 0, 0, _BELOW_WORDS)
                label = plain_label(role)
                label.setText(text)
                self._column.addWidget(label)
        for heard in self.values.heard:
            said = HeardLineView(heard, self._tr, read_only=self._read_only)
            said.answered.connect(self.answered_heard)
            self._column.addWidget(said)

    def _open(self, wanted: bool) -> None:
        if wanted and self._body is None:
            self._body = self._make_body()
            self._column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(wanted)
        self.setProperty("open", wanted)
        self.toggle.draw("chevron-up" if wanted else "chevron-down")

    def _make_body(self) -> QWidget:
        tr, theme, line = self._tr, self._theme, self.values.line
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 2, 0, 10)
        picture = CoursePicture()
        picture.show_course(self.values.blocks, self.values.day, tr, theme.colours, theme.scale)
        column.addWidget(picture)
        words = [line.adherence, tr.text("Plan: {text}", text=self.values.plan) if self.values.plan else None]
        words.append(line.hospital)
        for text in words:
            if text:
                label = plain_label("muted")
                label.setText(text)
                column.addWidget(label)
        if not self._read_only:
            column.addLayout(self._actions(line.label))
        return body

    def _actions(self, label: str) -> FlowLayout:
        tr = self._tr
        flow = FlowLayout(spacing=8)
        taken = (MedicineTask.TAKEN_TODAY, tr.text("Taken today"), tr.text("Taken today: {what}", what=label))
        for task, words, said in (
            *([taken] if self._is_due else []),
            (MedicineTask.CHANGE, tr.text("Dose changed"), tr.text("Change: {what}", what=label)),
            (
                MedicineTask.PLAN,
                tr.text("Plan or as it went"),
                tr.text("Plan, or as it went: {what}", what=label),
            ),
            (MedicineTask.STOP, tr.text("Stopped"), tr.text("Stopped: {what}", what=label)),
            (MedicineTask.REMOVE, tr.text("Entered by mistake"), tr.text("Remove: {what}", what=label)),
        ):
            button = QPushButton(words)
            button.setObjectName(f"{task}_medicine")
            button.setAccessibleName(said)
            button.setToolTip(plain_tip(said))
            button.clicked.connect(lambda _=False, task=task: self.requested.emit(task))
            flow.addWidget(button)
        return flow

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (
            event.button() == Qt.MouseButton.LeftButton
            and event.position().y() <= self._grid.geometry().bottom()
        ):
            self.toggle.toggle()
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks today's doses, so Enter opens the row; nothing is repeated while a key is held."""
        kind = event.type()
        if watched is self.toggle and kind in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}:
            assert isinstance(event, QKeyEvent)
            key = event.key()
            if key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
                    if key == Qt.Key.Key_Space:
                        self.requested.emit(MedicineTask.TAKEN_TODAY)
                    else:
                        self.toggle.toggle()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.toggle.setChecked(event.key() == Qt.Key.Key_Right)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._mode = ""

    def _arrange(self) -> None:
        """Puts the cells in one line, in two, or one below the other."""
        if not self._filled:
            return
        mode = mode_of(self.width(), self._theme.scale)
        if mode == self._mode:
            return
        self._mode = mode
        self.arranged.emit()
        while self._grid.count():
            self._grid.takeAt(0)
        cells: Sequence[QWidget] = (self._name, *self._cells[1:])
        for at in range(8):
            self._grid.setColumnStretch(at, 0)
        # Without the heads above it a day alone would not say what it is.
        day = self._tr.date(self.values.line.since, "short")
        self._cells[3].setText(self._tr.text("since {day}", day=day) if mode == "narrow" else day)
        if mode == "narrow":
            for at, cell in enumerate(cells):
                self._grid.addWidget(cell, at, 0)
            self._cells[4].setVisible(False)
            self._grid.addWidget(self._ticks, len(cells), 0)
            self._grid.setColumnStretch(0, 1)
            self._grid.addWidget(self.toggle, 0, 1, Qt.AlignmentFlag.AlignTop)
            return
        self._cells[4].setVisible(True)
        for at, (cell, share) in enumerate(zip(cells, SHARES, strict=True)):
            self._grid.addWidget(cell, 0, at)
            self._grid.setColumnStretch(at, share)
        if mode == "wide":
            self._ticks.setFixedWidth(marks_width(self._theme.scale))
            self._grid.addWidget(self._ticks, 0, len(cells))
            self._grid.addWidget(self.toggle, 0, len(cells) + 1)
            return
        self._ticks.setMinimumWidth(0)
        self._ticks.setMaximumWidth(NO_LIMIT)
        self._grid.addWidget(self._ticks, 1, 0, 1, len(cells))
        self._grid.addWidget(self.toggle, 0, len(cells), Qt.AlignmentFlag.AlignTop)


def mode_of(width: int, scale: float) -> str:
    """How many lines a row takes at a width."""
    if width >= WIDE * (0.5 + 0.5 * scale):
        return "wide"
    return "narrow" if width < NARROW * scale else "medium"


def marks_width(scale: float) -> int:
    """The width of the marks with their count in one line."""
    return round((MARKED_DAYS * 8 + 62) * (0.6 + 0.4 * scale))


def _cell(role: str) -> QLabel:
    label = plain_label(role)
    # The share of the column decides the width, never the words: so the rows stand below each other.
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
