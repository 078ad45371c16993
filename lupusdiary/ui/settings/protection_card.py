"""The card of the settings about the passphrase, the lock, and what may be seen without them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from lupusdiary.diary import Diary
from lupusdiary.language import Message, mark
from lupusdiary.ui.base.command import NameFile, Verb
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.lock_minutes import AT_HOME, NEVER, SHARED, lock_minutes, set_lock_minutes
from lupusdiary.ui.base.open_numbers import show_numbers, shows_numbers
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.widgets.check_line import CheckLine
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label

_MINUTES: tuple[tuple[int, Message], ...] = (
    (AT_HOME, mark("After 30 minutes (at home)")),
    (SHARED, mark("After 5 minutes (a shared computer)")),
    (NEVER, mark("Never automatically")),
)


class ProtectionCard(QFrame):
    """`requested` carries a verb of the window: to change the passphrase, to lock, to name the file."""

    requested = Signal(object)

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._diary = diary
        self._context = context
        self._title = plain_label("section")
        self._what = plain_label("hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._what)
        self.passphrase = QPushButton()
        self.passphrase.setObjectName("change_passphrase")
        self.passphrase.clicked.connect(lambda: self.requested.emit(Verb.PASSPHRASE))
        self.lock = QPushButton()
        self.lock.setObjectName("lock_now")
        self.lock.clicked.connect(lambda: self.requested.emit(Verb.LOCK))
        row = FlowLayout(spacing=8)
        row.addWidget(self.passphrase)
        row.addWidget(self.lock)
        column.addLayout(row)
        self._when = plain_label("")
        column.addWidget(self._when)
        row = FlowLayout(spacing=8)
        group = QuestionGroup(self, self._when)
        self._minutes: dict[int, QPushButton] = {}
        for minutes, _ in _MINUTES:
            chip = Chip(f"lock_after_{minutes}", self)
            chip.clicked.connect(lambda _=False, chosen=minutes: self._set_minutes(chosen))
            group.addButton(chip)
            row.addWidget(chip)
            self._minutes[minutes] = chip
        column.addLayout(row)
        self.numbers = CheckLine("numbers_without_passphrase")
        self.numbers.box.setChecked(shows_numbers(context.preferences, diary))
        self.numbers.box.toggled.connect(self._show_numbers)
        column.addWidget(self.numbers)
        self.names = CheckLine("hide_file_name")
        self.names.box.setChecked(not context.preferences.flag("file_name_in_title", True))
        self.names.box.toggled.connect(lambda on: self.requested.emit(NameFile(not on)))
        column.addWidget(self.names)
        if diary.demonstration is not None:
            self.hide()
        self.passphrase.setEnabled(not diary.read_only)
        for widget in (self._when, *self._minutes.values(), self.numbers):
            widget.setVisible(diary.encrypted)

    def retranslate(self) -> None:
        """Sets every text."""
        tr, protected = self._context.tr, self._diary.encrypted
        self._title.setText(tr.text("Passphrase and lock"))
        self._what.setText(
            tr.text("Locked, the diary is closed and opens with the passphrase. What you type is kept.")
            if protected
            else tr.text("Without a passphrase the diary can only be hidden, which protects nothing.")
        )
        self.passphrase.setText(tr.text("New passphrase…") if protected else tr.text("Set a passphrase…"))
        self.lock.setText(tr.text("Lock now (Ctrl+L)") if protected else tr.text("Hide now (Ctrl+L)"))
        self._when.setText(tr.text("Lock when idle"))
        for minutes, text in _MINUTES:
            self._minutes[minutes].setText(tr.text(text))
        self._minutes[lock_minutes(self._context.preferences)].setChecked(True)
        self.numbers.say(
            tr.text("Show my hospital’s numbers without the passphrase, under “If it is urgent”"),
            tr.text("Anybody at this computer can then read them; they are kept outside the diary too."),
        )
        self.names.say(tr.text("Do not name the file in the title of the window"), "")

    def _set_minutes(self, minutes: int) -> None:
        set_lock_minutes(self._context.preferences, minutes)

    def _show_numbers(self, shown: bool) -> None:
        show_numbers(self._context.preferences, self._diary, shown)
