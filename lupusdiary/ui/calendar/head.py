"""The line above the calendar: which month or year, of which item, and the search."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.calendar.day_view import MONTH, YEAR
from lupusdiary.ui.widgets.chip import Segments
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_tip, set_role
from lupusdiary.ui.widgets.line_edits import HintLine

# From a wide window to a narrow one: how many letters the item has room for, whether the search has few
# words, whether the title is small, and whether the days that are recorded are counted: that goes last.
_WAYS = (
    (15, False, False, True),
    (12, False, False, True),
    (12, True, False, True),
    (11, True, True, True),
    (12, True, False, False),
    (11, True, True, False),
)
_SEVERAL_LINES = (22, True, False, True)


class _Search(HintLine):
    """Is never narrower than the words that say what it is for: all of them, or the few."""

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def fit(self, *, brief: bool) -> None:
        """Makes room for the words."""
        self.setMinimumWidth(self.room_for(self.hint[brief]))


class CalendarHead(QWidget):
    """Stays in one line as long as words can be left out for that. Nothing in it moves when the month, the
    year or the view changes."""

    def __init__(self, item: Choice, number: QLabel) -> None:
        super().__init__()
        self._item, self._number = item, number
        self._fitted: tuple[object, ...] = ()
        self.before = IconButton("chevron-left", "month_before", self, quiet=False)
        self.after = IconButton("chevron-right", "month_after", self, quiet=False)
        self.jump = IconButton("calendar", "choose_month", self, quiet=False)
        self.title = QLabel()
        self.title.setObjectName("month_title")
        self.title.setProperty("role", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.switch = Segments("calendar_view", (MONTH, YEAR))
        self.back = QPushButton()
        self.back.setObjectName("this_month")
        self.search = _Search()
        self.search.setObjectName("search_notes")
        self.search.setClearButtonEnabled(True)
        self._turning = QWidget()
        line = QHBoxLayout(self._turning)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.before, self.title, self.after, self.jump):
            line.addWidget(part)
        flow = FlowLayout(spacing=8)
        for widget in (self._turning, self.switch, self.back, item, number, self.search):
            flow.addWidget(widget)
        self.setLayout(flow)

    def show_span(self, day: date, tr: Translator, *, year: bool) -> None:
        """Names the month or the year of a day."""
        self.title.setText(tr.date(day, "year_alone" if year else "month"))
        self.before.say(tr.text("Year before") if year else tr.text("Month before"))
        self.after.say(tr.text("Year after") if year else tr.text("Month after"))

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self.jump.say(tr.text("Choose a month"))
        self.switch.say(tr.text("Month or year"), month=tr.text("Month"), year=tr.text("Year"))
        self.back.setText(tr.text("To today"))
        words = tr.text("Search notes and visits")
        self.search.explain(words, tr.text("Search"))
        self.search.setToolTip(plain_tip(words))
        self._most = tr.text("{recorded} of {days} days", recorded=300, days=365)
        self._months = [tr.date(date(2000, month, 1), "month") for month in range(1, 13)]
        self._fitted = ()

    def restyle(self, theme: Theme) -> None:
        """Fits the buttons to the text size and theme."""
        for button in (self.before, self.after, self.jump):
            button.restyle(theme)
        clear = self.search.findChild(QToolButton)
        if clear is not None:
            clear.setIcon(icon("x", theme.colours.text, 18))
        self._fitted = ()

    def fit(self, width: int) -> None:
        """Takes `width` pixels: in one line with as much in it as has room, else in several."""
        wanted = (width, self._item.count())
        if wanted == self._fitted:
            return
        self._fitted = wanted
        for way in _WAYS:
            self._apply(*way)
            if self._needed <= width:
                return
        self._apply(*_SEVERAL_LINES)

    def _apply(self, letters: int, brief: bool, small: bool, counted: bool) -> None:
        role = "section" if small else "title"
        self.search.fit(brief=brief)
        self._item.setMinimumContentsLength(letters)
        self._item.updateGeometry()
        self._number.ensurePolished()
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance(self._most) + 1)
        self._number.setVisible(counted)
        if self.title.property("role") != role:
            set_role(self.title, role)
        self.title.ensurePolished()
        metrics = QFontMetrics(self.title.font())
        # As wide as the longest month: the buttons beside it stay under the pointer that turns them.
        self.title.setMinimumWidth(max(metrics.horizontalAdvance(each) for each in self._months) + 2)

    @property
    def _needed(self) -> int:
        parts: list[QWidget] = [self._turning, self.switch, self.back, self._item, self.search]
        if not self._number.isHidden():
            parts.append(self._number)
        layout = self._turning.layout()
        assert layout is not None
        layout.invalidate()
        return sum(part.sizeHint().expandedTo(part.minimumSize()).width() for part in parts) + 8 * len(parts)
