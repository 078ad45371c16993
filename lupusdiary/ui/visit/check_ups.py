"""Check-ups that the person sets: when each was last, and for when the next one is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.visits import CHECK_UPS, OWN_CHECK_UP, CheckUp
from lupusdiary.language import Refusal, Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import attempt, plain_label

_AHEAD = timedelta(days=6 * 366)


def check_up_name(check_up: CheckUp, tr: Translator) -> str:
    """What it is called."""
    if check_up.kind == OWN_CHECK_UP or check_up.kind not in CHECK_UPS:
        return check_up.name or check_up.kind
    name = tr.text(CHECK_UPS[check_up.kind])
    return f"{name} ({check_up.name})" if check_up.name else name


class CheckUpsCard(QFrame):
    """Rows, and one line to add or change. The program has no rule of its own for when one is due."""

    def __init__(self, diary: Diary, context: UiContext, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._changing: CheckUp | None = None
        self._title, self._hint = plain_label("section"), plain_label("muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.open = QPushButton()
        self.open.setObjectName("add_check_up")
        self.open.clicked.connect(lambda: self._begin(None))
        self.form = QWidget()
        self.kind = Choice()
        self.kind.setObjectName("check_up_kind")
        self.name = QLineEdit()
        self.name.setObjectName("check_up_name")
        self.last, self.next = DateField(diary.today), DateField(diary.today, _AHEAD)
        self.last.setObjectName("check_up_last")
        self.next.setObjectName("check_up_next")
        self.save, self.cancel = QPushButton(), QPushButton()
        self.save.setObjectName("save_check_up")
        self.cancel.setObjectName("cancel_check_up")
        self._labels = [QLabel(), QLabel()]
        self._problem = plain_label("note", "check_up_problem")
        self._problem.hide()
        self._fields = FormFields(kind=self.kind, name=self.name, last=self.last, next=self.next)
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._close)
        self.kind.activated.connect(lambda _: self._ask_name())
        self._drafted = keeper.join("check_up", self._draft_key, self._typed, self._put_back)
        note = DraftNote.on(self._drafted, diary.now, context, self._close, self)
        self._form_column.insertWidget(0, note)
        self._looked = False
        self.form.hide()

    def _lay_out(self) -> None:
        fields = FlowLayout(spacing=8)
        for part in (self.kind, self.name):
            fields.addWidget(part)
        self.name.setMinimumWidth(150)
        days = FlowLayout(spacing=8)
        for label, field in zip(self._labels, (self.last, self.next), strict=True):
            label.setProperty("role", "muted")
            days.addWidget(label)
            days.addWidget(field)
        buttons = FlowLayout(spacing=8)
        for button in (self.save, self.cancel):
            buttons.addWidget(button)
        form = self._form_column = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        for layout in (fields, days, buttons):
            form.addLayout(layout)
        form.insertWidget(2, self._problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(self._list)
        column.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        column.addLayout(row)

    def refresh(self) -> None:
        """Shows what the diary holds."""
        self._fill()
        if not self._looked:
            self._looked = True
            for key in self._drafted.waiting()[:1]:
                kept = next((each for each in self._diary.check_ups.all() if str(each.id) == key), None)
                if kept is not None or key == "new":
                    self._begin(kept)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("My check-ups"))
        self._hint.setText(tr.text("When each was last, and when you were told to come again."))
        self.open.setText(tr.text("Add a check-up"))
        self.open.setVisible(not self._diary.read_only and self.form.isHidden())
        kept = self.kind.currentData()
        self.kind.clear()
        for code, text in CHECK_UPS.items():
            self.kind.addItem(tr.text(text), code)
        self.kind.addItem(tr.text("Another one"), OWN_CHECK_UP)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))
        self.kind.setAccessibleName(tr.text("Which check-up"))
        self.name.setPlaceholderText(tr.text("Name, or which vaccine"))
        self.name.setAccessibleName(tr.text("Name, or which vaccine"))
        for label, field, words in zip(
            self._labels, (self.last, self.next), (tr.text("Last time"), tr.text("Next time")), strict=True
        ):
            label.setText(words)
            field.setAccessibleName(words)
            field.retranslate(tr)
        self.save.setText(tr.text("Save"))
        self.cancel.setText(tr.text("Cancel"))
        self._fill()

    def restyle(self) -> None:
        """Fits icons to the text size and theme."""
        self._fill()

    def _fill(self) -> None:
        clear(self._list)
        tr = self._context.tr
        for check_up in self._diary.check_ups.all():
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 2, 0, 2)
            name = plain_label("strong")
            name.setText(check_up_name(check_up, tr))
            when = plain_label("muted")
            when.setText(_when(check_up, tr))
            line.addWidget(name, 2)
            line.addWidget(when, 3)
            for button in self._buttons(check_up):
                line.addWidget(button)
            self._list.addWidget(row)
            row.show()

    def _buttons(self, check_up: CheckUp) -> list[IconButton]:
        if self._diary.read_only:
            return []
        tr, name = self._context.tr, check_up_name(check_up, self._context.tr)
        made = []
        for drawing, kind, words, act in (
            ("check", "check_up_done", tr.text("{name}: done today", name=name), self._done_today),
            ("pencil", "change_check_up", tr.text("Change: {what}", what=name), self._begin),
            ("trash-2", "remove_check_up", tr.text("Remove: {what}", what=name), self._remove),
        ):
            button = IconButton(drawing, f"{kind}_{check_up.id}", self)
            button.say(words)
            button.restyle(self._context.theme)
            button.clicked.connect(self._acting(act, check_up))
            made.append(button)
        return made

    def _acting(self, act: Callable[[CheckUp], None], check_up: CheckUp) -> Callable[[], None]:
        return lambda: act(check_up)

    def _done_today(self, check_up: CheckUp) -> None:
        today = self._diary.today()
        due = check_up.next_on
        done = replace(check_up, last_on=today, next_on=due if due is not None and due > today else None)
        self._write(lambda: self._diary.check_ups.change(done))

    def _remove(self, check_up: CheckUp) -> None:
        self._write(lambda: self._diary.check_ups.remove(check_up.id))

    def _begin(self, check_up: CheckUp | None) -> None:
        self._drafted.try_keep()
        self._changing = check_up
        shown = check_up or CheckUp(next(iter(CHECK_UPS)))
        self.kind.setCurrentIndex(max(0, self.kind.findData(shown.kind)))
        self.name.setText(shown.name or "")
        self.last.set_day(shown.last_on)
        self.next.set_day(shown.next_on)
        self._fields.settle()
        self._problem.hide()
        self._ask_name()
        self.form.show()
        self.open.hide()
        self._drafted.look()
        self.kind.setFocus()

    def _ask_name(self) -> None:
        """Vaccines and check-ups of one's own need a name; of the others nobody asks."""
        self.name.setVisible(self.kind.currentData() in (OWN_CHECK_UP, "vaccines") or bool(self.name.text()))

    def _save(self) -> None:
        try:
            entered = replace(
                self._changing or CheckUp(""),
                kind=str(self.kind.currentData()),
                name=self.name.text().strip() or None,
                last_on=_day(self.last),
                next_on=_day(self.next),
            )
        except Refusal as refusal:
            self._say(refusal)
            return
        add = self._changing is None
        verb = self._diary.check_ups.add if add else self._diary.check_ups.change
        if self._write(lambda: verb(entered)):
            self._close()

    def _close(self) -> None:
        self._fields.settle()
        self._drafted.done()
        self.form.hide()
        self.open.setVisible(not self._diary.read_only)

    def _write(self, write: Callable[[], object]) -> bool:
        return attempt(write, self._problem, self._context.tr)

    def _say(self, refusal: Refusal) -> None:
        self._problem.setText(self._context.tr.refusal(refusal))
        self._problem.show()

    def _draft_key(self) -> str | None:
        if self.form.isHidden():
            return None
        return "new" if self._changing is None else f"{self._changing.id}"

    def _typed(self) -> dict[str, Any] | None:
        return self._fields.typed()

    def _put_back(self, values: Mapping[str, Any]) -> None:
        self._fields.put_back(values)
        self._ask_name()


def _day(field: DateField) -> date | None:
    return None if field.is_empty else field.day()


def _when(check_up: CheckUp, tr: Translator) -> str:
    last = tr.date(check_up.last_on, "short") if check_up.last_on else tr.text("not recorded")
    parts = [tr.text("last {day}", day=last)]
    if check_up.next_on is not None:
        parts.append(tr.text("next {day}", day=tr.date(check_up.next_on, "short")))
    return " · ".join(parts)
