"""Sets, changes or takes away the passphrase of a diary that is closed for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from lupusdiary.diary import Secret, Stop
from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.frame.wait_line import WaitLine
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.passphrase_fields import KeyboardState, StrengthLine, reveal, typed_alike


class PassphrasePage(StartScreen):
    """For the diary at `path`, which `present` opens now, or None. `changed` carries the secret from then on,
    or None; `closed` goes back."""

    changed = Signal(object)
    closed = Signal()

    def __init__(
        self, path: Path, present: Secret | None, context: UiContext, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(context)
        self._path = path
        self._present = present
        self.knows_key_of = None if present is None else path
        self._clock = clock
        self._background = Background(self)
        self._what = self.paragraph()
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        self.passphrase.setObjectName("new_passphrase")
        self.again.setObjectName("new_passphrase_again")
        row = FlowLayout(spacing=8)
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.returnPressed.connect(self._set)
            row.addWidget(field)
        self.column.addLayout(row)
        self._strength = StrengthLine(self.passphrase, lambda: context.tr)
        self._keyboard = KeyboardState([self.passphrase, self.again], lambda: context.tr)
        self.column.addWidget(self._strength.label)
        self.column.addWidget(self._keyboard.label)
        self._show = QCheckBox()
        self._show.toggled.connect(self._reveal)
        self.column.addWidget(self._show)
        self.problem = self.paragraph("note")
        self.problem.setObjectName("passphrase_problem")
        self.problem.hide()
        self.waiting = WaitLine(lambda: context.tr, self.card)
        self.column.addWidget(self.waiting)
        self.set = QPushButton()
        self.set.setObjectName("set_passphrase")
        self.set.setProperty("role", "primary")
        self.set.clicked.connect(self._set)
        self.remove = QPushButton()
        self.remove.setObjectName("remove_passphrase")
        self.remove.clicked.connect(self._remove)
        self.back = QPushButton()
        self.back.setObjectName("passphrase_back")
        self.back.setProperty("role", "quiet")
        self.back.clicked.connect(self.closed)
        row = FlowLayout(spacing=10)
        for button in (self.set, self.remove, self.back):
            row.addWidget(button)
        self.column.addLayout(row)
        if present is None:
            self.remove.hide()
        self.retranslate()

    def retranslate(self) -> None:
        tr, fresh = self.context.tr, self._present is None
        self.title.setText(tr.text("Set a passphrase") if fresh else tr.text("A new passphrase"))
        self._what.setText(
            tr.text(
                "A verified backup is made first. Then the diary opens only with the passphrase or the "
                "recovery key; a new recovery sheet comes next. Older backups stay readable without it."
            )
            if fresh
            else tr.text(
                "A verified backup is made first. The recovery key changes too: a new recovery sheet comes "
                "next. Backups from before open with the earlier passphrase; they stay for 30 days."
            )
        )
        self.passphrase.setPlaceholderText(tr.text("Passphrase, 8 characters or more"))
        self.passphrase.setAccessibleName(tr.text("Passphrase, 8 characters or more"))
        self.again.setPlaceholderText(tr.text("The same passphrase again"))
        self.again.setAccessibleName(tr.text("The same passphrase again"))
        self._show.setText(tr.text("Show what I type"))
        self.set.setText(tr.text("Set this passphrase"))
        self.remove.setText(tr.text("Remove the passphrase…"))
        self.back.setText(tr.text("Back"))
        self._strength.retranslate()
        self.waiting.retranslate()

    @property
    def working(self) -> bool:
        return self._background.busy

    def say(self, problem: str) -> None:
        """Shows what stands in the way."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _reveal(self, shown: bool) -> None:
        reveal((self.passphrase, self.again), shown=shown)

    def _set(self) -> None:
        if typed_alike(self.passphrase, self.again, self.say, self.context.tr):
            self._change(self.passphrase.text())

    def _remove(self) -> None:
        tr = self.context.tr
        question = tr.text(
            "Remove the passphrase? Anybody who can use this computer or copies the file can "
            "then read the diary. A backup with the passphrase is made first."
        )
        if self.context.prompts.confirm(self.window(), question, tr.text("Remove it"), tr.text("Cancel")):
            self._change(None)

    def _change(self, typed: str | None) -> None:
        from lupusdiary.diary.protection import change_protection

        try:
            new = None if typed is None else Secret.passphrase(typed)
        except Refusal as refusal:
            self.say(self.context.tr.refusal(refusal))
            return
        path, present, clock = self._path, self._present, self._clock
        self.say("")
        self._wait(True)
        stop = Stop()
        self.waiting.stopped.connect(stop.ask)
        self.waiting.begin(mark("A backup is made, then the diary is written anew…"))
        self._background.run(
            lambda: change_protection(path, present, new, clock, stop=stop), self.changed.emit, self._refused
        )

    def _refused(self, refusal: Refusal) -> None:
        self.waiting.hide()
        self._wait(False)
        self.say(self.context.tr.refusal(refusal))

    def _wait(self, waiting: bool) -> None:
        for widget in (self.passphrase, self.again, self.set, self.remove, self.back):
            widget.setEnabled(not waiting)
