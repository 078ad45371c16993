"""The chosen day in words: its values, how it came to be recorded, and what else happened."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.day_record import COPIED, LATER, DayRecord
from lupusdiary.domain.medicines.intake_wording import STATE_WORDS
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator
from lupusdiary.queries.calendar_days import LAB, VISIT, CalendarDay, DayMark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.calendar.mark_words import MARKS
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled

_ONE = timedelta(days=1)
_ROW = 28


class DayPanel(QFrame):
    """`go` leads to the day, its results or its visit; `chosen` carries the day before or after."""

    go = Signal(object)
    chosen = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._day = date(2000, 1, 1)
        self.title = plain_label("section", "panel_day")
        self.title.setWordWrap(False)
        self._how = plain_label("muted", "panel_how")
        self.before = IconButton("chevron-left", "panel_before", self)
        self.after = IconButton("chevron-right", "panel_after", self)
        self._values = QVBoxLayout()
        self._values.setSpacing(2)
        self._more = QVBoxLayout()
        self._more.setSpacing(6)
        self.open = QPushButton()
        self.open.setObjectName("open_day")
        self.open.setProperty("role", "primary")
        self.open.clicked.connect(lambda: self.go.emit(Route("today", day=self._day)))
        self.before.clicked.connect(lambda: self.chosen.emit(self._day - _ONE))
        self.after.clicked.connect(lambda: self.chosen.emit(self._day + _ONE))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.before)
        head.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._how)
        # A day with much in it scrolls between its name and its button, which stay.
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(self._values)
        inside.addLayout(self._more)
        inside.addStretch(1)
        column.addWidget(scrolled(body, self), 1)
        column.addWidget(self.open)

    def show_day(self, day: date, info: CalendarDay, item: str | None) -> None:
        """Shows a day; `item` is the one that the tiles show."""
        self._day = day
        tr, today = self._context.tr, self._diary.today()
        record = self._diary.days.day(day)
        self.title.setText(tr.date(day))
        how = [_ago_words((today - day).days, tr), _how_words(record, tr), self._flare_words(day, tr)]
        self._how.setText(" · ".join(part for part in how if part))
        self._how.setContentsMargins(0, 0, 0, 4)
        self._fill_values(record, item, tr)
        self._fill_more(record, info, tr)
        came = day <= today
        self.open.setEnabled(came)
        self.open.setVisible(came)
        self.open.setText(tr.text("Open this day") if not record.is_empty else tr.text("Fill in this day"))
        self.before.say(tr.text("Day before"))
        self.after.say(tr.text("Day after"))

    def restyle(self) -> None:
        """Fits icons to the text size and theme."""
        for button in (self.before, self.after):
            button.restyle(self._context.theme)

    def _flare_words(self, day: date, tr: Translator) -> str:
        for flare in self._diary.flares.all(Period(day, day)):
            return tr.text(
                "Flare since {day}, as you or your doctor call it", day=tr.date(flare.start, "short")
            )
        return ""

    def _fill_values(self, record: DayRecord, item: str | None, tr: Translator) -> None:
        clear(self._values)
        catalogue = self._diary.symptoms.catalogue()
        asked = [each.id for each in catalogue.ordered(self._diary.symptoms.tracked())]
        codes = [code for code in asked if code in record.readings]
        codes += [code for code in record.readings if code not in asked and code in catalogue]
        for code in codes:
            symptom = catalogue.get(code)
            role = "copied" if record.how.get(code) == COPIED else "strong"
            words = symptom.show(record.readings[code], tr)
            self._add_row(self._values, symptom.name(tr), words, role, strong=code == item)

    def _add_row(self, column: QVBoxLayout, said: str, words: str, role: str, *, strong: bool) -> None:
        """A name and its value at the right. Each row by itself: a long value takes no room from the others'
        names."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = plain_label("strong" if strong else "")
        name.setText(said)
        value = QLabel(words)
        value.setProperty("role", role)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # The frame of a copied value is not to make its row higher than others.
        row.setMinimumHeight(round(_ROW * self._context.theme.scale))
        # Several words go on in a second line; a number never does.
        value.setWordWrap(", " in words)
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(name, 0 if value.wordWrap() else 1)
        line.addWidget(value, 1 if value.wordWrap() else 0)
        column.addWidget(row)
        row.show()

    def _fill_more(self, record: DayRecord, info: CalendarDay, tr: Translator) -> None:
        clear(self._more)
        if record.is_empty and self._day <= self._diary.today():
            self._say("muted", tr.text("Nothing is recorded on this day."))
        taken = Counter(intake.state for intake in self._diary.intakes.all(Period(self._day, self._day)))
        if taken:
            words = [f"{tr.text(STATE_WORDS[state])} {number}" for state, number in taken.items()]
            self._add_row(self._more, tr.text("Medicines"), tr.listing(words), "strong", strong=False)
        for mark in info.marks:
            self._add_mark(mark)
        for entry in record.timed:
            said = [
                tr.time(entry.at),
                f"{entry.fever} °C" if entry.fever is not None else "",
                entry.note or "",
            ]
            self._say("", " ".join(part for part in said if part))
        if record.note:
            self._say("", record.note)

    def _add_mark(self, mark: DayMark) -> None:
        theme = self._context.theme
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        drawing = QLabel()
        size = round(16 * (0.4 + 0.6 * theme.scale))
        drawing.setPixmap(pixmap(MARKS[mark.kind], theme.colours.muted, size))
        drawing.setFixedSize(QSize(size + 4, size + 4))
        words = plain_label("")
        words.setText(mark.text)
        line.addWidget(drawing, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(words, 1)
        page = {LAB: "labs", VISIT: "visit"}.get(mark.kind)
        if page is not None:
            link = QPushButton(self._context.tr.text("View"))
            link.setObjectName(f"panel_{page}")
            link.setProperty("role", "quiet")
            link.setAccessibleName(self._context.tr.text("View: {what}", what=mark.text))
            link.clicked.connect(lambda _=False, page=page: self.go.emit(Route(page, day=self._day)))
            line.addWidget(link)
        self._more.addWidget(row)
        row.show()

    def _say(self, role: str, words: str) -> None:
        label = plain_label(role)
        label.setText(words)
        self._more.addWidget(label)
        label.show()


def _ago_words(days: int, tr: Translator) -> str:
    if days == 0:
        return tr.text("today")
    if days > 0:
        return tr.plural("{count} day ago", "{count} days ago", days)
    return tr.plural("in {count} day", "in {count} days", -days)


def _how_words(record: DayRecord, tr: Translator) -> str:
    """How the readings of a day came to be; what was entered on the day is not in `how`."""
    if record.is_empty:
        return ""
    ways = Counter(record.how.get(code) for code in record.readings)
    copied = ways.pop(COPIED, 0)
    if copied and not ways:
        return tr.text("copied, not yet confirmed")
    parts = []
    if ways:
        later = set(ways) == {LATER}
        parts.append(tr.text("recorded later") if later else tr.text("recorded on the day"))
    if copied:
        parts.append(tr.plural("{count} value copied", "{count} values copied", copied))
    return " · ".join(parts)
