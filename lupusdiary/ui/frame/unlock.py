"""Opening a protected diary by its passphrase or by the recovery key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from lupusdiary.diary import Secret
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.passphrase_fields import KeyboardState, reveal


class Unlock(StartScreen):
    """Asks for the secret of the diary at `path`; `requested` carries the path and the `Secret`."""

    requested = Signal(object, object)
    open_requested = Signal()

    def __init__(self, path: Path, context: UiContext) -> None:
        super().__init__(context)
        self._path = path
        self._by_key = False
        self._file = self.paragraph("muted")
        self.secret = QLineEdit()
        self.secret.setObjectName("secret")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.returnPressed.connect(self._try)
        self.column.addWidget(self.secret)
        self._keys = KeyboardState([self.secret], lambda: context.tr)
        self.column.addWidget(self._keys.label)
        self._show = QCheckBox()
        self._show.toggled.connect(self._reveal)
        self.column.addWidget(self._show)
        self.problem = self.paragraph("note")
        self.problem.hide()
        self._keyboard = self.paragraph("hint")
        self._keyboard.hide()
        self._fits = self.paragraph("hint")
        self._fits.setObjectName("fitting_sheet")
        self._fits.hide()
        self.unlock = QPushButton()
        self.unlock.setObjectName("unlock")
        self.unlock.setProperty("role", "primary")
        self.unlock.clicked.connect(self._try)
        self.other_way = QPushButton()
        self.other_way.setObjectName("other_way")
        self.other_way.setProperty("role", "quiet")
        self.other_way.clicked.connect(self._change_way)
        self.open = QPushButton()
        self.open.setProperty("role", "quiet")
        self.open.clicked.connect(self.open_requested)
        row = FlowLayout(spacing=10)
        for button in (self.unlock, self.other_way, self.open):
            row.addWidget(button)
        self.column.addLayout(row)
        self.add_ways()
        self.retranslate()

    @property
    def by_key(self) -> bool:
        """Whether the recovery key is asked for."""
        return self._by_key

    def retranslate(self) -> None:
        tr = self.context.tr
        self.title.setText(tr.text("Open my diary"))
        self._file.setText(self._path.name)
        name = tr.text("Recovery key from the printed sheet") if self._by_key else tr.text("Passphrase")
        self.secret.setPlaceholderText(name)
        self.secret.setAccessibleName(name)
        self._show.setText(tr.text("Show what I type"))
        self._keyboard.setText(
            tr.text("Please check Caps Lock. 한/영 makes no difference. You can show what you type.")
        )
        self._fits.setText(self._fitting_sheet())
        self.unlock.setText(tr.text("Open"))
        self.other_way.setText(
            tr.text("Use the passphrase instead") if self._by_key else tr.text("Use the recovery key instead")
        )
        self.open.setText(tr.text("Open another diary…"))
        self.name_ways()

    def say(self, problem: str) -> None:
        """Shows why it did not open, and lets the person try again."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._keyboard.setVisible(bool(problem) and not self._by_key)
        self.wait(False)
        self.secret.selectAll()
        self.secret.setFocus()

    def wait(self, waiting: bool) -> None:
        """While the key is worked out, nothing else can be pressed."""
        self.unlock.setEnabled(not waiting)
        self.secret.setEnabled(not waiting)

    def _fitting_sheet(self) -> str:
        from lupusdiary.diary.recovery import sheet_mark_of

        try:
            mark = sheet_mark_of(self._path)
        except Refusal:
            return ""
        return self.context.tr.text("The sheet that fits bears the mark {mark}.", mark=mark)

    def _reveal(self, shown: bool) -> None:
        reveal((self.secret,), shown=shown)

    def _change_way(self) -> None:
        self._by_key = not self._by_key
        self._show.setChecked(self._by_key)
        self._fits.setVisible(self._by_key and bool(self._fits.text()))
        self.secret.clear()
        self.problem.hide()
        self._keyboard.hide()
        self.retranslate()
        self.secret.setFocus()

    def _try(self) -> None:
        typed = self.secret.text()
        if not typed:
            self.secret.setFocus()
            return
        try:
            secret = Secret.recovery_key(typed) if self._by_key else Secret.passphrase(typed)
        except Refusal as refusal:
            self.say(self.context.tr.refusal(refusal))
            return
        self.wait(True)
        self.requested.emit(self._path, secret)
