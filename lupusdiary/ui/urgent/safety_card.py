"""The safety card as it is written: whom to call, which warning signs, own notes. All is kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.note_edit import NoteBox
from lupusdiary.ui.widgets.scroll_column import scrolled

_WIDEST = 860
_LONGEST = 2000
_AT_ONCE = ("emergency", "call_now", "crisis")


class SafetyCardView(QWidget):
    """`closed` leads back, `printed` asks for the card on paper."""

    closed = Signal()
    printed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._signs = [symptom for symptom in SymptomCatalogue().all if symptom.red_flags is not None]
        self.back = QPushButton()
        self.back.setObjectName("card_back")
        self.back.clicked.connect(self.closed)
        self._title = _label("title")
        self._intro = _label("")
        self._whom_title = _label("section")
        self.whom = QLineEdit()
        self.whom.setObjectName("card_whom")
        self.whom.setMaxLength(_LONGEST)
        self.whom.editingFinished.connect(self._keep)
        self._signs_title = _label("section")
        self._signs_hint = _label("hint")
        self.at_once = QPushButton()
        self.at_once.setObjectName("card_at_once")
        self.at_once.clicked.connect(self._choose_at_once)
        self.signs: dict[str, QCheckBox] = {}
        for symptom in self._signs:
            box = QCheckBox()
            box.setObjectName(f"sign_{symptom.id}")
            box.clicked.connect(self._keep)
            self.signs[symptom.id] = box
        self._notes_title = _label("section")
        self.notes = NoteBox()
        self.notes.setObjectName("card_notes")
        self.notes.written.connect(self._keep_notes)
        self._problem = _label("note")
        self._problem.hide()
        self.print = QPushButton()
        self.print.setObjectName("card_print")
        self.print.setProperty("role", "primary")
        self.print.clicked.connect(self._print)
        for field in (self.whom, self.notes):
            field.setReadOnly(diary.read_only)
        for button in (self.at_once, *self.signs.values()):
            button.setEnabled(not diary.read_only)
        self._lay_out()

    def _lay_out(self) -> None:
        signs = FlowLayout(spacing=4)
        for box in self.signs.values():
            signs.addWidget(box)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 14, 10, 16)
        inside.setSpacing(10)
        for widget in (self._whom_title, self.whom, self._signs_title, self._signs_hint):
            inside.addWidget(widget)
        inside.addWidget(self.at_once, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(signs)
        inside.addWidget(self._notes_title)
        inside.addWidget(self.notes)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(26, 18, 26, 22)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._title, self._intro, card, self._problem):
            column.addWidget(part)
        column.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._column))

    def joins(self, keeper: DraftKeeper) -> None:
        """Keeps what could not be saved."""
        self._drafted = keeper.join("safety_card", lambda: "own", self._unsaved, self._put_back)

    def look(self) -> None:
        """Shows what could not be saved before."""
        self._drafted.look()

    def _unsaved(self) -> dict[str, Any] | None:
        whom = self.whom.text().strip() != (self._diary.safety_card.get().whom or "")
        if not whom and self.notes.unsaved is None:
            return None
        return {"whom": self.whom.text(), "notes": self.notes.unsaved}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self.whom.setText(values["whom"])
        self.whom.setModified(True)
        if values["notes"] is not None:
            self.notes.put_back(values["notes"])

    def refresh(self) -> None:
        """Shows what stands on the card; what is being typed stays."""
        card = self._diary.safety_card.get()
        if not self.whom.isModified():
            self.whom.setText(card.whom or "")
        for code, box in self.signs.items():
            box.setChecked(code in card.signs)
        self.notes.show_text(card.notes or "")

    def keep(self) -> None:
        """Keeps what is still being typed."""
        self.notes.keep()
        if self.whom.isModified():
            self._keep()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.back.setText(tr.text("Back"))
        self._title.setText(tr.text("My safety card"))
        self._intro.setText(
            tr.text(
                "A card for your wallet, for you and for people who help you. The numbers of your hospital "
                "come from the page before."
            )
        )
        self._whom_title.setText(tr.text("Whom to call first"))
        self.whom.setPlaceholderText(tr.text("Name and telephone number"))
        self.whom.setAccessibleName(tr.text("Whom to call first"))
        self._signs_title.setText(tr.text("Warning signs on the card"))
        self._signs_hint.setText(
            tr.text("Each is printed in its fixed words. Few are read more easily than many.")
        )
        self.at_once.setText(tr.text("Choose those that call for help at once"))
        for symptom in self._signs:
            box = self.signs[symptom.id]
            box.setText(symptom.name(tr))
            box.setToolTip(symptom.red_flag(tr) or "")
            box.setAccessibleDescription(symptom.red_flag(tr) or "")
        self._notes_title.setText(tr.text("Notes for the card"))
        self.notes.setAccessibleName(tr.text("Notes for the card"))
        self.notes.setPlaceholderText(tr.text("For example: never stop steroids suddenly; allergies"))
        self.print.setText(tr.text("Print the wallet card…"))

    def restyle(self) -> None:
        """Fits fields to the text size."""
        scale = self._context.theme.scale
        self.notes.setFixedHeight(round(80 * scale))
        self._column.setMaximumWidth(round(_WIDEST * scale) + 52)

    def _card(self) -> SafetyCard:
        kept = self._diary.safety_card.get()
        signs = tuple(code for code, box in self.signs.items() if box.isChecked())
        return SafetyCard(self.whom.text().strip() or None, signs, kept.notes)

    def _keep(self) -> None:
        if self._write(self._card()):
            self.whom.setModified(False)

    def _keep_notes(self, text: str, _: bool) -> None:
        card = self._card()
        if self._write(SafetyCard(card.whom, card.signs, text.strip() or None)):
            self.notes.accepted()

    def _choose_at_once(self) -> None:
        for symptom in self._signs:
            if symptom.red_flag_level in _AT_ONCE:
                self.signs[symptom.id].setChecked(True)
        self._keep()

    def _print(self) -> None:
        self.keep()
        self.printed.emit()

    def _write(self, card: SafetyCard) -> bool:
        if self._diary.read_only:
            return False
        try:
            self._diary.safety_card.set(card)
        except Refusal as refusal:
            self._problem.setText(self._context.tr.refusal(refusal))
            self._problem.show()
            return False
        self._problem.hide()
        return True


def _label(role: str) -> QLabel:
    label = QLabel()
    if role:
        label.setProperty("role", role)
    label.setWordWrap(True)
    return label
