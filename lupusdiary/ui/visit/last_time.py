"""What was agreed at the visit before, with what the diary knows and the person says became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.queries.agreements import Outcome, outcomes_of
from lupusdiary.queries.visit_department import counts_for
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.visit.visit_words import headline
from lupusdiary.ui.widgets.discard import add_row, clear
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.labels import attempt, plain_label


class LastTimeCard(QFrame):
    """A line, what the diary says of it, and room for the person's own words; hidden where nothing was
    agreed."""

    def __init__(self, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._before: Visit | None = None
        self._shown: list[Outcome] = []
        self.outcomes: list[QLineEdit] = []
        self._title = plain_label("section")
        self._when = plain_label("muted", "last_visit")
        self._problem = plain_label("note")
        self._problem.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        self._drafted = keeper.join("outcomes", self._draft_key, self._typed, self._put_back)
        note = DraftNote.on(self._drafted, diary.now, context, self._give_up, self)
        for part in (self._title, self._when, note, self._problem):
            column.addWidget(part)
        column.addLayout(self._list)

    def show_visit(self, visit: Visit | None) -> None:
        """Shows what was agreed before this visit; without one, at the last visit at all."""
        day = self._diary.today() if visit is None else visit.day
        department = visit.department if visit is not None else None
        before = [
            each
            for each in self._diary.visits.all()
            if each.day < day and each.agreed and counts_for(department, each.department)
        ]
        last = before[-1] if before else None
        fresh = (last and last.id) != (self._before and self._before.id)
        if fresh:
            self._drafted.try_keep()
            self._drop_typed()
        self._before = last
        self.setVisible(self._before is not None)
        self.retranslate()
        if fresh:
            self._drafted.look()

    def retranslate(self) -> None:
        """Sets every text."""
        tr, before = self._context.tr, self._before
        self._title.setText(tr.text("Agreed last time"))
        shown = [] if before is None else outcomes_of(self._diary, before, tr)
        if before is not None:
            self._when.setText(headline(before, tr))
        if shown == self._shown and self.outcomes and not any(each.isModified() for each in self.outcomes):
            return
        if any(each.hasFocus() and each.isModified() for each in self.outcomes):
            return
        self._shown = shown
        clear(self._list)
        self.outcomes = []
        for number, each in enumerate(shown, 1):
            self._add_row(number, each)

    def _add_row(self, number: int, each: Outcome) -> None:
        tr = self._context.tr
        head, fact = plain_label("", f"last_agreed_{number}"), plain_label("muted", f"became_{number}")
        head.setText(each.agreement.text)
        fact.setText(each.fact)
        outcome = QLineEdit(each.agreement.outcome or "")
        outcome.setObjectName(f"outcome_{number}")
        outcome.setMaxLength(2000)
        outcome.setPlaceholderText(tr.text("What became of it"))
        outcome.setAccessibleName(tr.text("What became of: {what}", what=each.agreement.text))
        outcome.setEnabled(not self._diary.read_only)
        outcome.editingFinished.connect(self._keeper(each, outcome))
        add_row(self._list, head)
        for widget in (fact, outcome):
            self._list.addWidget(widget)
            widget.setVisible(widget is outcome or bool(each.fact))
        self.outcomes.append(outcome)

    def keep(self) -> None:
        """Keeps what is still being typed."""
        for each, outcome in zip(self._shown, self.outcomes, strict=True):
            if outcome.isModified():
                self._keep(each, outcome)

    def _keeper(self, each: Outcome, outcome: QLineEdit) -> Callable[[], None]:
        return lambda: self._keep(each, outcome)

    def _keep(self, each: Outcome, outcome: QLineEdit) -> None:
        before, text = self._before, outcome.text().strip() or None
        if before is None or text == each.agreement.outcome or self._diary.read_only:
            outcome.setModified(False)
            return
        said, visits = replace(each.agreement, outcome=text), self._diary.visits
        if attempt(lambda: visits.say_of(before.id, said), self._problem, self._context.tr):
            outcome.setModified(False)
            self._drafted.settled()

    def _drop_typed(self) -> None:
        for outcome in self.outcomes:
            outcome.setModified(False)

    def _give_up(self) -> None:
        """What could not be saved is thrown away."""
        self._drafted.done()
        for each, outcome in zip(self._shown, self.outcomes, strict=True):
            outcome.setText(each.agreement.outcome or "")

    def _draft_key(self) -> str | None:
        return None if self._before is None else f"{self._before.id}"

    def _typed(self) -> dict[str, Any] | None:
        rows = zip(self._shown, self.outcomes, strict=True)
        return {each.agreement.text: outcome.text() for each, outcome in rows if outcome.isModified()} or None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        for each, outcome in zip(self._shown, self.outcomes, strict=True):
            if each.agreement.text in values:
                outcome.setText(str(values[each.agreement.text]))
                outcome.setModified(True)
