"""Doses that were heard at a visit and not seen yet: dashed, and no dose until they are confirmed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.visits import CONFIRMED, DROPPED, MEDICINE, PLACED, agreement_of
from lupusdiary.language import Refusal, Translator
from lupusdiary.queries.agreements import HeardLine, heard_lines
from lupusdiary.ui.treatment.quick_entry import QuickEntry
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label


class HeardCard(QWidget):
    """A dashed row each, hidden where there is none. What is entered from here, or from the page of the
    visit, says there that it was."""

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
        for number, heard in enumerate(found, 1):
            row = self._row(number, heard, tr)
            self._list.addWidget(row)
            row.show()
        self.has_rows = bool(found)
        self.setVisible(self.has_rows)

    def begin(self, said: tuple[int, str]) -> None:
        """Puts a line of what was agreed into the line for medicines; `said` is its visit and its text."""
        visit = next((each for each in self._diary.visits.all() if each.id == said[0]), None)
        if visit is None or said[1] not in visit.agreed:
            return
        self._said = said
        self._quick.begin(said[1])
        day = agreement_of(said[1], visit.agreements).day
        self._quick.since.set_day(day or visit.day)
        self.begun.emit()

    def _row(self, number: int, heard: HeardLine, tr: Translator) -> QFrame:
        row = QFrame()
        row.setProperty("role", "side")
        row.setObjectName(f"heard_{number}")
        said, visit = heard.agreement, heard.visit
        head, below = plain_label("strong", f"heard_text_{number}"), plain_label("muted")
        since = tr.text("from {day}", day=tr.date(said.day)) if said.day is not None else ""
        head.setText(" ".join(part for part in (said.text, since) if part))
        where = " ".join(part for part in (tr.date(visit.day), visit.department or "") if part)
        below.setText(
            tr.text("Heard on {visit}. No dose yet: it counts nowhere until confirmed.", visit=where)
        )
        confirm, drop = (
            QPushButton(tr.text("Confirm from the envelope")),
            QPushButton(tr.text("No longer so")),
        )
        confirm.setObjectName(f"confirm_heard_{number}")
        drop.setObjectName(f"drop_heard_{number}")
        drop.setProperty("role", "quiet")
        confirm.clicked.connect(self._beginner(heard))
        drop.clicked.connect(lambda: self._say_of((visit.id or 0, said.text), DROPPED))
        buttons = FlowLayout(spacing=8)
        column = QVBoxLayout(row)
        column.setContentsMargins(16, 10, 16, 10)
        column.addWidget(head)
        column.addWidget(below)
        column.addLayout(buttons)
        for button in (confirm, drop):
            button.setVisible(not self._diary.read_only)
            buttons.addWidget(button)
        return row

    def _beginner(self, heard: HeardLine) -> Callable[[], None]:
        return lambda: self.begin((heard.visit.id or 0, heard.agreement.text))

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
