"""One visit as it is entered or changed: when, where, with whom, the blood draw and what to prepare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.domain.typed_time import read_time
from lupusdiary.language import Message, Refusal, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label

_AHEAD = timedelta(days=3 * 366)
_NARROW = 460
# What is often asked for; a press adds the line, and only what the person was told belongs there.
READY: tuple[tuple[str, Message], ...] = (
    ("fasting", mark("No food from midnight")),
    ("urine", mark("First urine of the morning")),
    ("envelopes", mark("Medicine envelopes")),
    ("results", mark("Results from other hospitals")),
)


class VisitForm(QFrame):
    """`closed` is sent when the visit was written (with the visit) or left as it was (with None)."""

    closed = Signal(object)

    def __init__(self, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._visit: Visit | None = None
        self._wide: bool | None = None
        self._heading = plain_label("section", "visit_heading")
        self.day = DateField(diary.today, _AHEAD)
        self.day.setObjectName("visit_day")
        self.at = _line("visit_at")
        self.department = _choice("visit_department")
        self.hospital = _choice("visit_hospital")
        self.doctor = _line("visit_doctor")
        self.blood_draw = DateField(diary.today, _AHEAD)
        self.blood_draw.setObjectName("visit_blood_draw")
        self.blood_at = _line("visit_blood_at")
        self.preparation = QPlainTextEdit()
        self.preparation.setObjectName("visit_preparation")
        self.preparation.setTabChangesFocus(True)
        self.preparation.setFixedHeight(104)
        self.note = _line("visit_note")
        self.ready = {code: QPushButton() for code, _ in READY}
        self.save, self.cancel, self.remove = QPushButton(), QPushButton(), QPushButton()
        self._problem = plain_label("note", "visit_problem")
        self._problem.hide()
        self._fields = FormFields(
            day=self.day,
            at=self.at,
            department=self.department,
            hospital=self.hospital,
            doctor=self.doctor,
            blood_draw=self.blood_draw,
            blood_at=self.blood_at,
            preparation=self.preparation,
            note=self.note,
        )
        self._pairs: list[tuple[QLabel, QWidget]] = [
            (QLabel(), field)
            for field in (
                *(self.day, self.at, self.department, self.hospital, self.doctor),
                *(self.blood_draw, self.blood_at),
            )
        ]
        self._drafted = keeper.join("visit", self._draft_key, self._typed, self._put_back)
        self._draft_note = DraftNote(self._drafted, diary.now, self)
        self._draft_note.given_up.connect(self._give_up)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        for name, button, act in (
            ("save_visit", self.save, self._save),
            ("cancel_visit", self.cancel, self._leave),
            ("remove_visit", self.remove, self._remove),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
        self.save.setProperty("role", "primary")
        self.remove.setProperty("role", "quiet")

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._preparation_title = plain_label("muted")
        offered = FlowLayout(spacing=6)
        for code, button in self.ready.items():
            button.setObjectName(f"ready_{code}")
            button.setProperty("role", "chip")
            button.clicked.connect(lambda _=False, code=code: self._add_ready(code))
            offered.addWidget(button)
        buttons = FlowLayout(spacing=8)
        for button in (self.save, self.cancel, self.remove):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._draft_note)
        column.addLayout(self._grid)
        column.addWidget(self._preparation_title)
        column.addWidget(self.preparation)
        column.addLayout(offered)
        column.addWidget(self.note)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def arrange(self, width: int) -> None:
        """Labels stand beside each other in pairs where there is room, else below each other."""
        wide = width >= _NARROW * (0.3 + 0.7 * self._context.theme.scale)
        if wide == self._wide:
            return
        self._wide = wide
        for at, (label, field) in enumerate(self._pairs):
            row, side = (at // 2, at % 2) if wide else (at, 0)
            self._grid.addWidget(label, row * 2, side)
            self._grid.addWidget(field, row * 2 + 1, side)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)

    def show_visit(self, visit: Visit | None) -> None:
        """Shows a visit to be changed; None begins a new one."""
        self._visit = visit
        departments = self._diary.visits.departments()
        hospitals = [each.hospital for each in reversed(self._diary.visits.all()) if each.hospital]
        _offer(self.department, departments)
        _offer(self.hospital, list(dict.fromkeys(hospitals)))
        shown = visit or Visit(self._diary.today())
        self.day.set_day(visit.day if visit is not None else None)
        self.at.setText(f"{shown.at:%H:%M}" if shown.at else "")
        self.department.setEditText(shown.department or "")
        self.hospital.setEditText(shown.hospital or "")
        self.doctor.setText(shown.doctor or "")
        self.blood_draw.set_day(shown.blood_draw)
        self.blood_at.setText(f"{shown.blood_draw_at:%H:%M}" if shown.blood_draw_at else "")
        self.preparation.setPlainText(shown.preparation or "")
        self.note.setText(shown.note or "")
        self._fields.settle()
        self._problem.hide()
        self.remove.setVisible(visit is not None)
        self.retranslate()
        self._drafted.look()

    def waiting(self) -> str | None:
        """What was being typed when the diary was closed: the id of a visit, or "new"."""
        return next(iter(self._drafted.waiting()), None)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._heading.setText(tr.text("New visit") if self._visit is None else tr.text("This visit"))
        words = (
            *(tr.text("Day"), tr.text("Time, for example 10:20"), tr.text("Department")),
            *(tr.text("Hospital"), tr.text("Doctor"), tr.text("Blood draw, day")),
            tr.text("Blood draw, time"),
        )
        for (label, field), text in zip(self._pairs, words, strict=True):
            label.setText(text)
            label.setProperty("role", "muted")
            field.setAccessibleName(text)
        for field in (self.day, self.blood_draw):
            field.retranslate(tr)
        self._preparation_title.setText(tr.text("To prepare, one thing a line, as you were told"))
        self.preparation.setAccessibleName(self._preparation_title.text())
        for code, text in READY:
            self.ready[code].setText(f"+ {tr.text(text)}")
        for said, message in ((self.note, tr.text("A note for yourself (not printed)")),):
            said.setPlaceholderText(message)
            said.setAccessibleName(message)
        self.save.setText(tr.text("Save the visit"))
        self.cancel.setText(tr.text("Cancel"))
        self.remove.setText(tr.text("Remove this visit"))
        self._draft_note.retranslate(tr)

    def _add_ready(self, code: str) -> None:
        text = self._context.tr.text(dict(READY)[code])
        lines = [line for line in self.preparation.toPlainText().split("\n") if line.strip()]
        if text not in lines:
            self.preparation.setPlainText("\n".join([*lines, text]))

    def _entered(self) -> Visit:
        """The visit as it stands in the fields. Raises `Refusal`."""
        preparation = "\n".join(
            line.strip() for line in self.preparation.toPlainText().split("\n") if line.strip()
        )
        before = self._visit or Visit(date.min)
        return replace(
            before,
            day=self.day.day(),
            at=read_time(self.at.text()),
            department=self.department.currentText().strip() or None,
            hospital=self.hospital.currentText().strip() or None,
            doctor=self.doctor.text().strip() or None,
            blood_draw=None if self.blood_draw.is_empty else self.blood_draw.day(),
            blood_draw_at=read_time(self.blood_at.text()),
            preparation=preparation or None,
            prepared=tuple(each for each in before.prepared if each in preparation.split("\n")),
            note=self.note.text().strip() or None,
        )

    def _save(self) -> None:
        self._problem.hide()
        try:
            visit = self._entered()
            if self._visit is None:
                visit = self._diary.visits.add(visit)
            elif visit != self._visit:
                self._diary.visits.change(visit)
        except Refusal as refusal:
            self._say(refusal)
            return
        self._fields.settle()
        self._drafted.done()
        self.closed.emit(visit)

    def _remove(self) -> None:
        if self._visit is None:
            return
        try:
            self._diary.visits.remove(self._visit.id)
        except Refusal as refusal:
            self._say(refusal)
            return
        self._leave()

    def _leave(self) -> None:
        self._fields.settle()
        self._drafted.done()
        self.closed.emit(None)

    def _say(self, refusal: Refusal) -> None:
        self._problem.setText(self._context.tr.refusal(refusal))
        self._problem.show()

    def _draft_key(self) -> str:
        return "new" if self._visit is None else f"{self._visit.id}"

    def _typed(self) -> dict[str, Any] | None:
        return self._fields.typed() if not self.isHidden() else None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self._fields.put_back(values)

    def _give_up(self) -> None:
        self._drafted.done()
        self.show_visit(self._visit)


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    return line


def _choice(name: str) -> QComboBox:
    box = Choice()
    box.setObjectName(name)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    return box


def _offer(box: QComboBox, names: list[str]) -> None:
    box.clear()
    box.addItems(names)
