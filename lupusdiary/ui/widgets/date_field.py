"""One day, typed as people type days or chosen from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from lupusdiary.domain.typed_day import read_day
from lupusdiary.language import Refusal, Translator, translator
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.widgets.date_popup import DatePopup
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.line_edits import LeavingLine

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class _DayLine(LeavingLine):
    """Up and Down go a day on or back, Page Up and Page Down a week; the wheel does nothing."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class DateField(QWidget):
    """A date field with a calendar, Sunday first. `today` says what day it is now, `ahead` how far after it a
    day may lie. `changed` is sent when the person gives another day; what she typed and is no such day stays
    as she typed it, with a sentence below."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], ahead: timedelta = timedelta()) -> None:
        super().__init__()
        self._today = today
        self._ahead = ahead
        self._day: date | None = None
        self._problem_now: Refusal | None = None
        self.tr_now: Translator = translator("en")
        self.line = _DayLine(self)
        self.open = QToolButton(self)
        self.open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open.setProperty("role", "quiet")
        self._problem = plain_label("note")
        self._problem.setParent(self)
        self._problem.hide()
        self.calendar: DatePopup | None = None
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line)
        row.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._problem)
        self.setFocusProxy(self.line)
        self.line.left.connect(self._commit)
        self.line.returnPressed.connect(self._commit)
        self.line.stepped.connect(self._step)
        self.open.clicked.connect(self._open_calendar)
        self._apply()
        self.set_day(today())

    @property
    def is_empty(self) -> bool:
        """Whether no day is given and nothing is typed."""
        return self._day is None and not self.text

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.line.text().strip()

    @property
    def unread(self) -> bool:
        """Whether something was typed that is not the field's day yet, or none at all."""
        return self.text != _written(self._day)

    @property
    def latest(self) -> date:
        """The last day that it takes now."""
        return self._today() + self._ahead

    def day(self) -> date:
        """The day that was given. Raises `Refusal` when there is none, or what was typed is none."""
        self._commit()
        if self._problem_now is not None:
            raise self._problem_now
        if self._day is None:
            raise Refusal("Please choose a day.")
        return self._day

    def set_day(self, day: date | None) -> None:
        """Shows `day`, or that none is given yet."""
        self._day = day
        self.line.setText(_written(day))
        self._say(None)

    def show_text(self, text: str) -> None:
        """Puts back what was typed; it is read when it is used."""
        if text != self.text:
            self.line.setText(text)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self.tr_now = tr
        self.line.setPlaceholderText(tr.text("Choose a day"))
        self.open.setToolTip(tr.text("Choose a day"))
        self.open.setAccessibleName(tr.text("Choose a day"))
        self._say(self._problem_now)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._apply()

    def _apply(self) -> None:
        metrics = self.line.fontMetrics()
        self.line.setMinimumWidth(metrics.horizontalAdvance("0000-00-00") + 34)
        size = max(18, round(metrics.height() * 0.9))
        colour = QPalette().color(QPalette.ColorRole.Text).name()
        self.open.setIcon(icon("calendar", colour, size))
        self.open.setIconSize(QSize(size, size))
        self.open.setFixedSize(max(40, size + 18), max(40, size + 18))

    def _commit(self) -> None:
        """Takes what was typed as the day, or says why it is none."""
        if not self.unread:
            self._say(None)
            return
        if not self.text:
            self._say(Refusal("Please choose a day."))
            return
        try:
            self._take(read_day(self.text, self._today(), ahead=bool(self._ahead)))
        except Refusal as refusal:
            self._say(refusal)

    def _take(self, day: date) -> None:
        if day > self.latest:
            if self._ahead:
                raise Refusal("This day is too far ahead.")
            raise Refusal("This day has not come yet.")
        before = self._day
        self.set_day(day)
        if day != before:
            self.changed.emit()

    def _step(self, days: int) -> None:
        self._commit()
        day = (self._day or self._today()) + timedelta(days=days)
        if self._problem_now is None and day <= self.latest:
            self._take(day)

    def _open_calendar(self) -> None:
        if self.calendar is None:
            self.calendar = DatePopup(self, lambda: self.tr_now)
            self.calendar.chosen.connect(self._take)
        self._commit()
        below = self.line.mapToGlobal(QPoint(0, self.line.height() + 4))
        self.calendar.open_at(below, self._day or self._today(), self.latest)

    def _say(self, problem: Refusal | None) -> None:
        self._problem_now = problem
        if problem is not None:
            self._problem.setText(self.tr_now.refusal(problem))
        self._problem.setVisible(problem is not None)


def _written(day: date | None) -> str:
    return "" if day is None else day.isoformat()
