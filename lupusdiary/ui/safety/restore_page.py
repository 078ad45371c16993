"""Putting a backup back: what there is, what is in each, and a look inside before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QPushButton

from lupusdiary.diary import Secret, Stop, Stopped, is_encrypted
from lupusdiary.diary.backup.restoring import Backup, Restored, restore_backup
from lupusdiary.diary.secret import fitting
from lupusdiary.language import Refusal, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.frame.wait_line import WaitLine
from lupusdiary.ui.safety.backup_words import describe, needs
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.passphrase_fields import KeyboardState, reveal

_LEAST_LIST = 150


@dataclass(frozen=True, slots=True)
class RestorePlace:
    """Where a backup would be put back, the secret that opens what stands there now if it is known, and what
    lists the backups, in a worker."""

    to: Path
    secret: Secret | None
    find: Callable[[], Sequence[Backup]]


class RestorePage(StartScreen):
    """`restored` carries the diary's path, its secret or None, and whether something stood there before that
    is kept; `look_requested` path and secret of a backup."""

    restored = Signal(object, object, bool)
    look_requested = Signal(object, object)
    closed = Signal()

    def __init__(self, place: RestorePlace, context: UiContext, clock: Callable[[], datetime]) -> None:
        super().__init__(context)
        self._place = place
        self.knows_key_of = None if place.secret is None else place.to
        self._clock = clock
        self._found: list[Backup] = []
        self._looked = False
        self._finding, self._working = Background(self), Background(self)
        self._what = self.paragraph()
        self.list = QListWidget()
        self.list.setObjectName("backups")
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(lambda _row: self._choose())
        self.column.addWidget(self.list, 1)
        self._none = self.paragraph("muted")
        self._needs = self.paragraph("hint")
        self.passphrase = QLineEdit()
        self.passphrase.setObjectName("backup_passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.textChanged.connect(self._choose)
        self.passphrase.returnPressed.connect(self._enter)
        self.column.addWidget(self.passphrase)
        self._keyboard = KeyboardState([self.passphrase], lambda: self.context.tr)
        self.column.addWidget(self._keyboard.label)
        self._show = QCheckBox()
        self._show.setObjectName("show_backup_passphrase")
        self._show.toggled.connect(lambda shown: reveal((self.passphrase,), shown=shown))
        self.column.addWidget(self._show)
        self._by_key = QCheckBox()
        self._by_key.setObjectName("backup_by_key")
        self.column.addWidget(self._by_key)
        self.problem = self.paragraph("note")
        self.problem.setObjectName("restore_problem")
        self.problem.hide()
        self.waiting = WaitLine(lambda: context.tr, self.card)
        self.column.addWidget(self.waiting)
        self.restore, self.look, self.file, self.back = (QPushButton() for _ in range(4))
        self._add_buttons()
        self._finding.run(place.find, self._show_found, self._show_none)
        self.retranslate()
        self.restyle()

    def _add_buttons(self) -> None:
        row = FlowLayout(spacing=10)
        for name, button, act in (
            ("restore_this", self.restore, self._ask),
            ("look_inside", self.look, self._look),
            ("backup_file", self.file, self._choose_file),
            ("restore_back", self.back, self.closed),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
            row.addWidget(button)
        self.restore.setProperty("role", "primary")
        self.back.setProperty("role", "quiet")
        self.column.addLayout(row)

    def restyle(self) -> None:
        super().restyle()
        self.list.setMinimumHeight(round(_LEAST_LIST * self.context.theme.scale))

    def retranslate(self) -> None:
        tr = self.context.tr
        self.title.setText(tr.text("Restore a backup"))
        self._what.setText(
            tr.text(
                "Choose which state of “{name}” to bring back. What is there now is kept as "
                "a backup first, even if it can no longer be opened.",
                name=self._place.to.name,
            )
        )
        self.list.setAccessibleName(tr.text("Backups, the newest first"))
        self._none.setText(
            tr.text("There is no backup on this computer. One on a stick can be chosen as a file.")
            if self._looked
            else tr.text("Looking at the backups…")
        )
        self.passphrase.setPlaceholderText(tr.text("Passphrase of that time"))
        self.passphrase.setAccessibleName(tr.text("Passphrase of that time"))
        self._show.setText(tr.text("Show what I type"))
        self._by_key.setText(tr.text("This is the recovery key from the printed sheet"))
        self.restore.setText(tr.text("Restore this backup…"))
        self.look.setText(tr.text("Look inside first"))
        self.file.setText(tr.text("Choose a file…"))
        self.back.setText(tr.text("Back"))
        self.waiting.retranslate()
        for row, backup in enumerate(self._found):
            self.list.item(row).setText(describe(backup, tr))
        self._choose()

    @property
    def working(self) -> bool:
        return self._working.busy

    @property
    def chosen(self) -> Backup | None:
        """The backup on which the list stands."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def say(self, problem: str) -> None:
        """Shows what stands in the way."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def add_file(self, path: Path) -> None:
        """Offers a file that lies anywhere, e.g. on a stick."""
        from lupusdiary.diary.backup.restoring import look_at

        secrets = [] if self._place.secret is None else [self._place.secret]
        try:
            backup = look_at(path, secrets)
        except Refusal as refusal:
            self.say(self.context.tr.refusal(refusal))
            return
        self._found.insert(0, backup)
        self.list.insertItem(0, QListWidgetItem(describe(backup, self.context.tr)))
        self._looked = True
        self.list.setCurrentRow(0)
        self._choose()
        self._take_the_keyboard()

    def _show_found(self, found: Sequence[Backup]) -> None:
        own_choice = self.list.currentRow()
        self._found += found
        self._looked = True
        for backup in found:
            self.list.addItem(QListWidgetItem(describe(backup, self.context.tr)))
        if own_choice < 0 and self._found:
            self.list.setCurrentRow(0)
        self.retranslate()
        if own_choice < 0:
            self._take_the_keyboard()

    def _take_the_keyboard(self) -> None:
        """To what is done next: the passphrase if one is asked for, else the list."""
        found = (self.passphrase, self.list, self.file)
        next(each for each in found if each.isVisibleTo(self)).setFocus()

    def _show_none(self, refusal: Refusal) -> None:
        self._looked = True
        self.retranslate()
        self.say(self.context.tr.refusal(refusal))

    def _choose(self) -> None:
        chosen = self.chosen
        locked = chosen is not None and chosen.protected and chosen.key is None
        if chosen is not None and locked:
            self._needs.setText(needs(chosen, self.context.tr))
        for widget in (self._needs, self.passphrase, self._show, self._by_key):
            widget.setVisible(locked)
        self._none.setVisible(not self._found)
        self.list.setVisible(bool(self._found))
        ready = chosen is not None and not self._working.busy and (not locked or bool(self.passphrase.text()))
        self.restore.setEnabled(ready and chosen is not None and chosen.verified is not False)
        self.look.setEnabled(self.restore.isEnabled())
        self.file.setEnabled(not self._working.busy)
        self.back.setEnabled(not self._working.busy)

    def _enter(self) -> None:
        if self.restore.isEnabled():
            self._ask()

    def _secret(self, backup: Backup) -> Secret | None:
        """What opens a backup. Raises `Refusal` for a mistyped recovery key."""
        if not backup.protected or backup.key is not None:
            return self._place.secret if backup.protected else None
        typed = self.passphrase.text()
        return Secret.recovery_key(typed) if self._by_key.isChecked() else Secret.passphrase(typed)

    def _ask(self) -> None:
        backup, tr = self.chosen, self.context.tr
        if backup is None:
            return
        day, at = tr.date(backup.name.at.date()), tr.time(backup.name.at.time())
        if self._place.to.exists():
            question = tr.text(
                "Restore the diary as it was on {day}, {time}? What was entered later is then only in the "
                "backup that is made now of the present diary.",
                day=day,
                time=at,
            )
        else:
            question = tr.text("Bring the diary here as it was on {day}, {time}?", day=day, time=at)
        if self._lays_open(backup):
            question += "\n\n" + tr.text(
                "The backup is not protected: afterwards anybody can read the diary without a passphrase."
            )
        if self.context.prompts.confirm(self.window(), question, tr.text("Restore"), tr.text("Cancel")):
            self._restore(backup)

    def _lays_open(self, backup: Backup) -> bool:
        to = self._place.to
        try:
            return not backup.protected and to.exists() and is_encrypted(to)
        except Refusal:
            return False

    def _restore(self, backup: Backup) -> None:
        try:
            secret = self._secret(backup)
        except Refusal as refusal:
            self.say(self.context.tr.refusal(refusal))
            return
        place, clock, stop = self._place, self._clock, Stop()
        self.waiting.stopped.connect(stop.ask)
        self.say("")
        self.waiting.begin(mark("Restoring… The present state is kept first."))

        def work() -> tuple[Restored, Secret | None]:
            ready = None if secret is None else fitting(backup.path, secret)
            known = [each for each in (ready, place.secret) if each is not None]
            return restore_backup(backup.path, place.to, known, clock, stop=stop), ready

        def done(result: tuple[Restored, Secret | None]) -> None:
            self.restored.emit(place.to, result[1], result[0].before is not None)

        self._working.run(work, done, self.refuse)
        self._choose()

    def refuse(self, refusal: Refusal) -> None:
        """It could not be restored or opened, or she stopped it; another one may be."""
        self.waiting.hide()
        tr = self.context.tr
        typed = self.passphrase.isVisibleTo(self) and not self._by_key.isChecked()
        typed = typed and not isinstance(refusal, Stopped)
        hint = tr.text("Please check Caps Lock. 한/영 makes no difference. You can show what you type.")
        self.say(f"{tr.refusal(refusal)} {hint}" if typed else tr.refusal(refusal))
        self._choose()

    def _look(self) -> None:
        backup = self.chosen
        if backup is None:
            return
        try:
            secret = self._secret(backup)
        except Refusal as refusal:
            self.say(self.context.tr.refusal(refusal))
            return
        self._working.run(
            lambda: None if secret is None else fitting(backup.path, secret),
            lambda ready: self.look_requested.emit(backup.path, ready),
            self.refuse,
        )
        self._choose()

    def _choose_file(self) -> None:
        tr = self.context.tr
        kinds = tr.text("Lupus diary (*.lupusdiary);;All files (*)")
        path = self.context.prompts.open_path(self.window(), tr.text("A backup"), kinds)
        if path is not None:
            self.add_file(path)
