"""The safety card as it is written: whom to call, what is ticked, medicines, notes. All is kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.urgency import CARD_TICKS, CONDITIONS, PERSONAL
from lupusdiary.language import mark
from lupusdiary.queries.carried_medicines import CarriedMedicines
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import attempt, plain_label
from lupusdiary.ui.widgets.note_edit import NoteEdit
from lupusdiary.ui.widgets.scroll_column import scrolled

_WIDEST = 860
_LONGEST = 2000
_TICKS = {
    "on_steroids": mark("I take steroids, or stopped them within a year"),
    "immunosuppressed": mark("I take immunosuppressants or biologics"),
    "antiphospholipid": mark("I have antiphospholipid antibodies"),
    "after_car_t": mark("I have had CAR-T"),
    "pregnant": mark("I am pregnant (is printed)"),
    "crisis_line": mark("Thoughts of ending my life, with the crisis line"),
    "name": mark("My name"),
    "birth_year": mark("My year of birth"),
    "hospital_number": mark("My hospital number"),
}
_LINES = {
    "medicines": mark("Further medicines, in my own words"),
    "allergies": mark("Further allergies, in my own words"),
    "car_t": mark("CAR-T: product, date, hospital"),
}


class SafetyCardView(QWidget):
    """`closed` leads back, `printed` asks for the card on paper."""

    closed = Signal()
    printed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self.back = QPushButton()
        self.back.setObjectName("card_back")
        self.back.clicked.connect(self.closed)
        self._title = _label("title")
        self._intro = _label("")
        self._whom_title = _label("section")
        self.whom = self._field("card_whom")
        self._ticks_title = _label("section")
        self._ticks_hint = _label("hint")
        self._own_title = _label("section")
        self.ticks: dict[str, QCheckBox] = {}
        for tick in CARD_TICKS:
            box = QCheckBox()
            box.setObjectName(f"tick_{tick}")
            box.clicked.connect(self._keep)
            self.ticks[tick] = box
        self.listed = {name: _label("muted") for name in ("medicines", "allergies", "steroid")}
        for name, label in self.listed.items():
            label.setObjectName(f"listed_{name}")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lines = {name: (_label("section"), self._field(f"card_{name}")) for name in _LINES}
        self._notes_title = _label("section")
        self.notes = NoteEdit()
        self.notes.setObjectName("card_notes")
        self.notes.written.connect(self._keep_notes)
        self._problem = _label("note")
        self._problem.hide()
        self.print = QPushButton()
        self.print.setObjectName("card_print")
        self.print.setProperty("role", "primary")
        self.print.clicked.connect(self._print)
        self.notes.setReadOnly(diary.read_only)
        for button in self.ticks.values():
            button.setEnabled(not diary.read_only)
        self._lay_out()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setMaxLength(_LONGEST)
        field.setReadOnly(self._diary.read_only)
        field.editingFinished.connect(self._keep)
        return field

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(10)
        for widget in (self._whom_title, self.whom, self._ticks_title, self._ticks_hint):
            inside.addWidget(widget)
        inside.addLayout(self._boxes(CONDITIONS))
        inside.addWidget(self.listed["steroid"])
        for name, (title, field) in self._lines.items():
            if name in self.listed:
                inside.addWidget(self.listed[name])
            inside.addWidget(title)
            inside.addWidget(field)
        inside.addWidget(self._own_title)
        inside.addLayout(self._boxes(PERSONAL))
        inside.addWidget(self._notes_title)
        inside.addWidget(self.notes)
        self._column = QWidget()
        column = self._rows = QVBoxLayout(self._column)
        column.setContentsMargins(SIDE, TOP, SIDE, 16)
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
        note = DraftNote.on(self._drafted, self._diary.now, self._context, self._give_up, self)
        self._rows.insertWidget(1, note)

    def _give_up(self) -> None:
        """What could not be saved is thrown away."""
        self._drafted.done()
        for field, _ in self._written(SafetyCard()):
            field.setModified(False)
        self.notes.load(self._diary.safety_card.get().notes or "")
        self.refresh()

    def look(self) -> None:
        """Shows what could not be saved before."""
        self._drafted.look()

    def _unsaved(self) -> dict[str, Any] | None:
        written = self._written(self._diary.safety_card.get())
        lines = {
            field.objectName(): field.text()
            for field, kept in written
            if field.text().strip() != (kept or "")
        }
        if not lines and self.notes.unsaved is None:
            return None
        return {"lines": lines, "notes": self.notes.unsaved}

    def _put_back(self, values: Mapping[str, Any]) -> None:
        for field, _ in self._written(SafetyCard()):
            if field.objectName() in values["lines"]:
                field.setText(values["lines"][field.objectName()])
                field.setModified(True)
        if values["notes"] is not None:
            self.notes.put_back(values["notes"])

    def _boxes(self, ticks: tuple[str, ...]) -> FlowLayout:
        boxes = FlowLayout(spacing=4)
        for tick in ticks:
            boxes.addWidget(self.ticks[tick])
        return boxes

    def refresh(self) -> None:
        """Shows what stands on the card; what is being typed stays."""
        card = self._diary.safety_card.get()
        for field, text in self._written(card):
            if not field.isModified():
                field.setText(text or "")
        for tick, box in self.ticks.items():
            box.setChecked(tick in card.ticks)
        self.notes.show_text(card.notes or "")

    def show_carried(self, carried: CarriedMedicines) -> None:
        """Says what the diary's own lists put on the card."""
        tr = self._context.tr
        medicines, allergies = carried.medicines(tr), carried.reactions(tr)
        for name, words in (
            ("medicines", tr.text("From your list of medicines: {lines}", lines="; ".join(medicines))),
            ("allergies", tr.text("Allergies of your list: {lines}", lines="; ".join(allergies))),
            ("steroid", tr.text("There is a steroid on your list: its emergency line is printed.")),
        ):
            self.listed[name].setText(words)
        self.listed["medicines"].setVisible(bool(medicines))
        self.listed["allergies"].setVisible(bool(allergies))
        self.listed["steroid"].setVisible(carried.steroid)

    def _written(self, card: SafetyCard) -> list[tuple[QLineEdit, str | None]]:
        lines = [(field, getattr(card, name)) for name, (_, field) in self._lines.items()]
        return [(self.whom, card.whom), *lines]

    def keep(self) -> None:
        """Keeps what is still being typed."""
        self.notes.keep()
        if any(field.isModified() for field, _ in self._written(SafetyCard())):
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
        self._ticks_title.setText(tr.text("What applies to me"))
        self._ticks_hint.setText(
            tr.text("Tick it yourself: it chooses the warning signs on the card, and nothing else.")
        )
        self._own_title.setText(tr.text("Print this about me"))
        for tick, box in self.ticks.items():
            box.setText(tr.text(_TICKS[tick]))
        for name, (title, field) in self._lines.items():
            title.setText(tr.text(_LINES[name]))
            field.setAccessibleName(tr.text(_LINES[name]))
        self._lines["medicines"][1].setPlaceholderText(tr.text("As on your list, with the doses"))
        self._notes_title.setText(tr.text("Notes for the card"))
        self.notes.setAccessibleName(tr.text("Notes for the card"))
        self.notes.setPlaceholderText(tr.text("For example: organs affected, blood thinner"))
        self.print.setText(tr.text("Print the wallet card…"))

    def restyle(self) -> None:
        """Fits fields to the text size."""
        scale = self._context.theme.scale
        self.notes.setFixedHeight(round(80 * scale))
        self._column.setMaximumWidth(round(_WIDEST * scale) + 52)

    def _card(self) -> SafetyCard:
        lines = {name: field.text().strip() or None for name, (_, field) in self._lines.items()}
        return SafetyCard(
            whom=self.whom.text().strip() or None,
            ticks=tuple(tick for tick, box in self.ticks.items() if box.isChecked()),
            notes=self._diary.safety_card.get().notes,
            **lines,
        )

    def _keep(self) -> None:
        if self._write(self._card()):
            for field, _ in self._written(SafetyCard()):
                field.setModified(False)
            self._drafted.settled()

    def _keep_notes(self, text: str, _: bool) -> None:
        if self._write(replace(self._card(), notes=text.strip() or None)):
            self.notes.accepted()
            self._drafted.settled()

    def _print(self) -> None:
        self.keep()
        self.printed.emit()

    def _write(self, card: SafetyCard) -> bool:
        if self._diary.read_only:
            return False
        return attempt(lambda: self._diary.safety_card.set(card), self._problem, self._context.tr)


def _label(role: str) -> QLabel:
    return plain_label(role)
