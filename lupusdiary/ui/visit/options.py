"""What the page for the doctor shall show: chosen once, remembered with the diary."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import (
    REPORT_ATTACH_DATA,
    REPORT_HIDE_IDENTITY,
    REPORT_LANGUAGE,
    REPORT_NOTES,
    REPORT_NOTHING_ELSE,
    REPORT_PERIOD,
    REPORT_SENSITIVE,
)
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Visit
from lupusdiary.language import Refusal, Translator, mark, translator
from lupusdiary.queries.visit_summary import default_period, last_record, nothing_else, sensitive_name
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.base.ui_language import LANGUAGE_NAMES
from lupusdiary.ui.visit.hide_choice import HideChoice
from lupusdiary.ui.widgets.chip import Chip, Joined
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.discard import discard
from lupusdiary.ui.widgets.flow_layout import FlowLayout, flow_of
from lupusdiary.ui.widgets.labels import plain_label, plain_tip

_PERIODS = (
    ("visit", mark("Since the last visit")),
    ("quarter", mark("3 months")),
    ("year", mark("1 year")),
    ("dates", mark("Any dates")),
)
_DAYS = {"quarter": 90, "year": 365}
_LANGUAGES = (*LANGUAGE_NAMES.items(), ("both", ""))
_YES = "yes"


class VisitOptions(QFrame):
    """Period, language, identity, notes, sensitive items, and whether anything else happened; `changed` is
    sent after each choice."""

    changed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self.coming: Visit | None = None
        self._titles = [_label("strong") for _ in range(3)]
        self._period_title, self._language_title, self._sensitive_title = self._titles
        for title in (self._period_title, self._language_title):
            title.setWordWrap(False)
        self._bars: list[tuple[Joined, QLabel]] = []
        self.periods, self._period_row = self._choice(_PERIODS, "period", self._period_title)
        self.languages, self._language_row = self._choice(_LANGUAGES, "language", self._language_title)
        self.first, self.last = DateField(diary.today), DateField(diary.today)
        self._dates = QWidget()
        self.hiding = HideChoice()
        self.notes = QCheckBox()
        self.notes.setObjectName("include_notes")
        self.attach = QCheckBox()
        self.attach.setObjectName("attach_data")
        self.nothing_else = QCheckBox()
        self.nothing_else.setObjectName("nothing_else")
        self._sensitive = QVBoxLayout()
        self._boxes: dict[str, QCheckBox] = {}
        self._problem = _label("note")
        self._problem.hide()
        self._lay_out()
        self._set_up()

    def _choice(
        self, answers: Sequence[tuple[str, object]], kind: str, label: QLabel
    ) -> tuple[dict[str, Chip], FlowLayout]:
        group = QuestionGroup(self, label)
        buttons: dict[str, Chip] = {}
        for code, _ in answers:
            button = Chip(f"{kind}_{code}", self)
            group.addButton(button)
            buttons[code] = button
            button.clicked.connect(self._chosen)
        # The question stands beside its answers, or above them where both have no room.
        bar = Joined([*buttons.values()])
        self._bars.append((bar, label))
        return buttons, flow_of(10, label, bar)

    def _lay_out(self) -> None:
        dates = FlowLayout(6)
        self._dates.setLayout(dates)
        for field, name in ((self.first, "period_first"), (self.last, "period_last")):
            field.setObjectName(name)
            dates.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addLayout(self._period_row)
        column.addWidget(self._dates)
        column.addWidget(self._problem)
        column.addLayout(self._language_row)
        column.addWidget(self.hiding)
        column.addWidget(self.nothing_else)
        column.addWidget(self.notes)
        column.addWidget(self.attach)
        column.addWidget(self._sensitive_title)
        column.addLayout(self._sensitive)

    def _set_up(self) -> None:
        period = default_period(self._diary)
        kept = self._diary.settings.get(REPORT_PERIOD, "visit")
        self.periods[kept if kept in ("visit", *_DAYS) else "visit"].setChecked(True)
        self.first.set_day(period.start)
        self.last.set_day(period.end)
        self.load()
        self._dates.hide()
        for field in (self.first, self.last):
            field.changed.connect(self._chosen)
        self.hiding.changed.connect(self._chosen)
        for box in (self.notes, self.attach):
            box.clicked.connect(self._chosen)
        self.nothing_else.clicked.connect(self._answered)
        self.nothing_else.setEnabled(not self._diary.read_only)

    def load(self) -> None:
        """Shows what is remembered, e.g. after a step back; the window's language where nothing is."""
        settings = self._diary.settings
        spoken = settings.get(REPORT_LANGUAGE, self._context.tr.code)
        self.languages.get(spoken, self.languages["ko"]).setChecked(True)
        self.hiding.show_value(settings.get(REPORT_HIDE_IDENTITY, ""))
        self.notes.setChecked(settings.get(REPORT_NOTES, "") == _YES)
        self.attach.setChecked(settings.get(REPORT_ATTACH_DATA, "") == _YES)
        self._show_answer()
        kept = settings.get(REPORT_SENSITIVE, "").split()
        for code, box in self._boxes.items():
            box.setChecked(code in kept)

    @property
    def period(self) -> Period:
        """The chosen days; raises `Refusal` if the last one is before the first."""
        return self.period_for(None)

    def period_for(self, coming: Visit | None) -> Period:
        """The chosen days; since the last visit means that of the department of the `coming` one."""
        chosen = next(code for code, button in self.periods.items() if button.isChecked())
        if chosen == "dates":
            return Period(self.first.day(), self.last.day())
        if chosen == "visit":
            return default_period(self._diary, coming or self.coming)
        end = last_record(self._diary) if self._diary.demonstration else self._diary.today()
        return Period.ending(end, _DAYS[chosen])

    def _show_answer(self) -> None:
        """Whether the person said of the chosen days up to their end that nothing else happened."""
        try:
            period = self.period
        except Refusal:
            return
        self.nothing_else.setChecked(nothing_else(self._diary, period) == period.end)

    def _answered(self) -> None:
        try:
            period = self.period
            days = f"{period.start.isoformat()} {period.end.isoformat()}"
            self._diary.settings.set(REPORT_NOTHING_ELSE, days if self.nothing_else.isChecked() else "")
        except Refusal as refusal:
            self.say(self._context.tr.refusal(refusal))
        self.changed.emit()

    @property
    def translators(self) -> tuple[Translator, ...]:
        """The languages of the print, Korean first when both."""
        code = self._language
        return tuple(translator(each) for each in (("ko", "en") if code == "both" else (code,)))

    @property
    def sensitive(self) -> frozenset[str]:
        """The sensitive items and events that are ticked, also those of other periods."""
        kept = frozenset(self._diary.settings.get(REPORT_SENSITIVE, "").split())
        return (kept | self._ticked) - self._unticked

    @property
    def _language(self) -> str:
        return next(code for code, button in self.languages.items() if button.isChecked())

    @property
    def _ticked(self) -> frozenset[str]:
        return frozenset(code for code, box in self._boxes.items() if box.isChecked())

    @property
    def _unticked(self) -> frozenset[str]:
        return frozenset(self._boxes) - self._ticked

    def offer_sensitive(self, codes: Sequence[str]) -> None:
        """Offers these sensitive items and events, each to be ticked by the person."""
        if list(self._boxes) == list(codes):
            return
        kept = self.sensitive
        for box in self._boxes.values():
            discard(box)
        self._boxes = {code: QCheckBox() for code in codes}
        for code, box in self._boxes.items():
            box.setObjectName(f"sensitive_{code}")
            box.setChecked(code in kept)
            box.clicked.connect(self._chosen)
            self._sensitive.addWidget(box)
        self.retranslate()

    def say(self, words: str) -> None:
        """Shows what is wrong with the choice; an empty text hides it."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._period_title.setText(tr.text("Period"))
        self._language_title.setText(tr.text("Language"))
        self._sensitive_title.setText(tr.text("Printed only when you tick them"))
        self._sensitive_title.setVisible(bool(self._boxes))
        for bar, label in self._bars:
            bar.setAccessibleName(label.text())
        for code, name in _PERIODS:
            self.periods[code].setText(tr.text(name))
        for code, own in _LANGUAGES:
            self.languages[code].setText(own or tr.text("Both"))
        self.hiding.retranslate(tr)
        self._level_titles()
        self.notes.setText(tr.text("Print my notes too"))
        self.attach.setText(tr.text("Put the data inside the file"))
        self.nothing_else.setText(tr.text("Nothing else happened in these days"))
        for code, box in self._boxes.items():
            box.setText(sensitive_name(self._diary, code, tr))
        for field, words in (
            (self.first, tr.text("First day of the period")),
            (self.last, tr.text("Last day of the period")),
        ):
            field.setAccessibleName(words)
            field.setToolTip(plain_tip(words))
            field.retranslate(tr)

    def restyle(self) -> None:
        """Fits the questions to the text size."""
        self._level_titles()

    def _level_titles(self) -> None:
        """The answers begin below each other."""
        titles = (self._period_title, self._language_title, self.hiding.title)
        for title in titles:
            title.setMinimumWidth(0)
        wide = max(title.sizeHint().width() for title in titles)
        for title in titles:
            title.setMinimumWidth(wide)

    def _chosen(self) -> None:
        self._dates.setVisible(self.periods["dates"].isChecked())
        self._show_answer()
        self._remember()
        self.changed.emit()

    def _remember(self) -> None:
        if self._diary.read_only:
            return
        wanted = {
            REPORT_LANGUAGE: self._language,
            REPORT_HIDE_IDENTITY: self.hiding.value,
            REPORT_NOTES: _YES if self.notes.isChecked() else "",
            REPORT_ATTACH_DATA: _YES if self.attach.isChecked() else "",
        }
        chosen = next(code for code, button in self.periods.items() if button.isChecked())
        if chosen != "dates":
            wanted[REPORT_PERIOD] = chosen if chosen != "visit" else ""
        if self._boxes:
            wanted[REPORT_SENSITIVE] = " ".join(sorted(self.sensitive))
        for key, value in wanted.items():
            if self._diary.settings.get(key, "") != value:
                try:
                    self._diary.settings.set(key, value)
                except Refusal as refusal:
                    self.say(self._context.tr.refusal(refusal))


def _label(role: str) -> QLabel:
    label = plain_label(role)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return label
