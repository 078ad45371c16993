"""What was heard at a visit and names no medicine that is known: it waits here until it is answered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.visits import CONFIRMED, DROPPED, MEDICINE, PLACED, agreement_of
from lupusdiary.language import Refusal, Translator
from lupusdiary.queries.agreements import HeardLine, heard_lines
from lupusdiary.queries.medicine_course import HeardDose
from lupusdiary.ui.base.route import TO_BE_TYPED
from lupusdiary.ui.treatment.heard_line import HeardLineView
from lupusdiary.ui.treatment.quick_entry import QuickEntry
from lupusdiary.ui.widgets.discard import clear


class HeardCard(QWidget):
    """A row each as of a heard dose, hidden where there is none. What is entered from here, or from the
    page of the visit, says there that it was."""

    begun = Signal()

    def __init__(self, diary: Diary, quick: QuickEntry) -> None:
        super().__init__()
        self._diary = diary
        self._quick = quick
        self._said: tuple[int, str] | None = None
        self.has_rows = False
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        quick.line.textEdited.connect(self._typed)
        quick.kept.connect(self._settle)

    def show_all(self, tr: Translator) -> None:
        """Fills the rows anew."""
        clear(self._list)
        found = heard_lines(self._diary)
        for heard in found:
            row = self._row(heard, tr)
            self._list.addWidget(row)
            row.show()
        self.has_rows = bool(found)
        self.setVisible(self.has_rows)

    def begin(self, said: tuple[int, str]) -> None:
        """Puts a line of what was agreed into the line for medicines; `said` is its visit and its text, or
        `TO_BE_TYPED`."""
        if said == TO_BE_TYPED:
            self._quick.begin("")
            self.begun.emit()
            return
        visit = next((each for each in self._diary.visits.all() if each.id == said[0]), None)
        if visit is None or said[1] not in visit.agreed:
            return
        self._said = said
        self._quick.begin(said[1])
        day = agreement_of(said[1], visit.agreements).day
        self._quick.since.set_day(day or visit.day)
        self.begun.emit()

    def _row(self, heard: HeardLine, tr: Translator) -> HeardLineView:
        said, visit = heard.agreement, heard.visit
        dose = HeardDose(said.text, visit.day, said.day or visit.day, visit.department, None)
        row = HeardLineView(dose, tr, read_only=self._diary.read_only)
        key = (visit.id or 0, said.text)
        row.answered.connect(lambda _row, so: self.begin(key) if so else self._say_of(key, DROPPED))
        return row

    def _typed(self, text: str) -> None:
        """Another medicine is typed: what is kept then is not the line of the visit."""
        if self._said is not None and self._said[1].split()[0] not in text:
            self._said = None

    def _settle(self) -> None:
        said, self._said = self._said, None
        if said is not None:
            self._say_of(said, None)

    def _say_of(self, said: tuple[int, str], state: str | None) -> None:
        visit = next((each for each in self._diary.visits.all() if each.id == said[0]), None)
        if visit is None:
            return
        kept = agreement_of(said[1], visit.agreements)
        settled = state or (PLACED if kept.kind == MEDICINE else CONFIRMED)
        try:
            self._diary.visits.say_of(visit.id, replace(kept, state=settled))
        except Refusal:
            # The line was taken away meanwhile; the medicine is entered all the same.
            return
