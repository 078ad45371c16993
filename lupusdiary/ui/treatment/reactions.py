"""Allergies and side effects as they were told: facts only."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.language import Translator
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.treatment.row import TreatmentRow
from lupusdiary.ui.treatment.side_effect_form import SEVERITY_WORDS, SideEffectForm
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import attempt, plain_label
from lupusdiary.ui.widgets.line_edits import HintLine


class ReactionsCard(QFrame):
    """The list of allergies with a line to add one (name, then the reactions), and of side effects."""

    # Its rows have found how many lines they take.
    measured = Signal()

    def __init__(self, diary: Diary, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._title = plain_label("section", "reactions")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 6)
        self.line = HintLine()
        self.line.setObjectName("allergy_line")
        self.add = QPushButton()
        self.add.setObjectName("add_allergy")
        self.problem = plain_label("note", "allergy_problem")
        self.problem.hide()
        self._form = QWidget(self)
        self._fields = FormFields(line=self.line)
        self.drafted = keeper.join("allergy", lambda: "new", self._fields.typed, self._fields.put_back)
        self._note = DraftNote(self.drafted, diary.now, self)
        self._note.given_up.connect(self._empty)
        whole, entry = QVBoxLayout(self._form), QHBoxLayout()
        # What is typed ends where the card begins on its other side; only the icons of the rows go further.
        whole.setContentsMargins(0, 0, 8, 0)
        whole.addWidget(self._note)
        whole.addLayout(entry)
        entry.addWidget(self.line, 1)
        entry.addWidget(self.add)
        self._kinds = {name: Chip(name, self) for name in ("about_allergy", "about_side_effect")}
        for name, chip in self._kinds.items():
            chip.clicked.connect(lambda _=False, name=name: self._choose(name))
        self.side_effect = SideEffectForm(diary, keeper)
        ways = FlowLayout()
        for chip in self._kinds.values():
            ways.addWidget(chip)
            chip.setVisible(not diary.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 12, 14)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addLayout(ways)
        column.addWidget(self._form)
        column.addWidget(self.side_effect)
        column.addWidget(self.problem)
        self.line.returnPressed.connect(self._save)
        self.add.clicked.connect(self._save)
        column.addStretch(1)
        self._choose("about_allergy")

    def _choose(self, kind: str) -> None:
        for name, chip in self._kinds.items():
            chip.setChecked(name == kind)
        writable = not self._diary.read_only
        self._form.setVisible(writable and kind == "about_allergy")
        self.side_effect.setVisible(writable and kind == "about_side_effect")

    def put_back(self) -> None:
        """Shows what was typed before and is not written yet."""
        if self.side_effect.drafted.look():
            self._choose("about_side_effect")
        if self.drafted.look():
            self._choose("about_allergy")

    def show_all(self, tr: Translator, theme: Theme) -> None:
        """Fills the card anew in the language and look of the window."""
        self._tr = tr
        self._note.retranslate(tr)
        self._title.setText(tr.text("Allergies and side effects"))
        self.line.explain(tr.text("Name, then how it showed: Penicillin, rash"), tr.text("Penicillin, rash"))
        self.line.setAccessibleName(tr.text("Allergy: name, then how it showed"))
        self.add.setText(tr.text("Add allergy"))
        self.side_effect.retranslate(tr)
        self._kinds["about_allergy"].setText(tr.text("Allergy"))
        self._kinds["about_side_effect"].setText(tr.text("Side effect"))
        clear(self._rows)
        names = {medicine.code: medicine.name for medicine in self._diary.medicines.all()}
        for allergy in self._diary.allergies.all():
            day = tr.date(allergy.first_on, "short") if allergy.first_on else ""
            said = [tr.listing(list(allergy.reactions))] if allergy.reactions else []
            remove = self._remove(allergy.name, lambda id=allergy.id: self._diary.allergies.remove(id))
            self._row(day, allergy.name, [*said, *([allergy.note] if allergy.note else [])], remove, theme)
        for effect in self._diary.side_effects.all():
            name = names.get(effect.medicine, "")
            day = tr.date(effect.start, "short") if effect.start else ""
            if effect.start and effect.end:
                day = tr.span(effect.start, effect.end)
            remove = self._remove(effect.what, lambda id=effect.id: self._diary.side_effects.remove(id))
            words_said = [tr.text("put down to {medicine}", medicine=name)]
            if effect.severity is not None:
                words_said.append(tr.text(SEVERITY_WORDS[effect.severity]))
            if effect.note:
                words_said.append(effect.note)
            self._row(day, effect.what, words_said, remove, theme)

    def _row(self, day: str, what: str, words: list[str], buttons: list[IconButton], theme: Theme) -> None:
        row = TreatmentRow("", what, [*words, *([day] if day else [])], buttons, theme)
        row.arranged.connect(self.measured)
        self._rows.addWidget(row)
        row.show()

    def _remove(self, what: str, act: object) -> list[IconButton]:
        if self._diary.read_only:
            return []
        button = IconButton("trash-2", "remove_reaction", self)
        button.say(self._tr.text("Remove: {what}", what=what))
        button.clicked.connect(lambda: act())  # type: ignore[operator]
        return [button]

    def _save(self) -> None:
        name, *reactions = [each.strip() for each in self.line.text().split(",")]
        allergies, said = self._diary.allergies, tuple(each for each in reactions if each)
        if attempt(lambda: allergies.add(Allergy(name, reactions=said)), self.problem, self._tr):
            self._empty()

    def _empty(self) -> None:
        """What was typed was written, or given up."""
        self.drafted.done()
        self.problem.hide()
        self.line.clear()
