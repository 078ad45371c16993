"""The first start: language and text size, then how the diary is protected."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton

from lupusdiary.diary import Secret
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.theme import SCALES
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.passphrase_fields import KeyboardState, StrengthLine

SHORTEST_PASSPHRASE = 8


class Welcome(StartScreen):
    """Asks how a new diary at `path` shall be made; `requested` carries the path and a `Secret` or None."""

    requested = Signal(object, object)
    open_requested = Signal()
    demonstration_requested = Signal(str)

    def __init__(self, path: Path, context: UiContext) -> None:
        super().__init__(context)
        self._path = path
        self._hello = self.paragraph()
        self._languages = QButtonGroup(self)
        self.column.setSpacing(9)
        row = FlowLayout(spacing=8)
        for code, name in (("ko", "한국어"), ("en", "English")):
            button = QPushButton(name)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setObjectName(f"language_{code}")
            button.setChecked(code == context.ui_language.code)
            button.clicked.connect(lambda _=False, chosen=code: context.choose_language(chosen))
            self._languages.addButton(button)
            row.addWidget(button)
        self._size_label = QLabel()
        self._size_label.setProperty("role", "strong")
        self._size_label.setContentsMargins(14, 0, 2, 0)
        row.addWidget(self._size_label)
        self._sizes = QButtonGroup(self)
        for scale in SCALES:
            button = QPushButton(f"{scale:.0%}")
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setObjectName(f"size_{scale:.2f}")
            button.setChecked(scale == context.theme.scale)
            button.clicked.connect(lambda _=False, chosen=scale: context.choose_scale(chosen))
            self._sizes.addButton(button)
            row.addWidget(button)
        self.column.addLayout(row)
        self._protect_label = self.paragraph("strong")
        self.protected = QRadioButton()
        self.protected.setObjectName("protected")
        self.protected.setChecked(True)
        self.column.addWidget(self.protected)
        self._protected_why = self.paragraph("hint")
        self.passphrase = QLineEdit()
        self.passphrase.setObjectName("passphrase")
        self.again = QLineEdit()
        self.again.setObjectName("passphrase_again")
        row = FlowLayout(spacing=8)
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.returnPressed.connect(self._make)
            row.addWidget(field)
        self.column.addLayout(row)
        self._strength = StrengthLine(self.passphrase, lambda: context.tr)
        self._keyboard = KeyboardState([self.passphrase, self.again], lambda: context.tr)
        self.column.addWidget(self._strength.label)
        self.column.addWidget(self._keyboard.label)
        self._show = QCheckBox()
        self._show.toggled.connect(self._reveal)
        self.column.addWidget(self._show)
        self.plain = QRadioButton()
        self.plain.setObjectName("plain")
        self.column.addWidget(self.plain)
        self._plain_why = self.paragraph("hint")
        self.protected.toggled.connect(self._enable)
        self.problem = self.paragraph("note")
        self.problem.hide()
        self.make = QPushButton()
        self.make.setObjectName("make_diary")
        self.make.setProperty("role", "primary")
        self.make.clicked.connect(self._make)
        self.open = QPushButton()
        self.open.setProperty("role", "quiet")
        self.open.setObjectName("open_other")
        self.open.clicked.connect(self.open_requested)
        self.demonstration = QPushButton()
        self.demonstration.setProperty("role", "quiet")
        self.demonstration.setObjectName("try_demonstration")
        self.demonstration.clicked.connect(lambda: self.demonstration_requested.emit("mild"))
        row = FlowLayout(spacing=8)
        for button in (self.make, self.demonstration, self.open):
            row.addWidget(button)
        self.column.addLayout(row)
        self.add_ways()
        self._device = self.paragraph("hint")
        self._plain_why.hide()
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.context.tr
        self.title.setText(tr.text("Welcome to your Lupus Diary"))
        self._hello.setText(
            tr.text(
                "A place for symptoms, laboratory results and what you want to ask at the next visit. "
                "Everything stays in one file on this computer. Nothing is sent anywhere."
            )
        )
        self._size_label.setText(tr.text("Text size"))
        self._protect_label.setText(tr.text("Who else uses this computer?"))
        self.protected.setText(tr.text("Protect my diary with a passphrase (recommended)"))
        self._protected_why.setText(
            tr.text(
                "Nobody can read the file without it, not even on another computer. "
                "A recovery sheet that you can print comes next, in case you forget it."
            )
        )
        self.passphrase.setPlaceholderText(tr.text("Passphrase, 8 characters or more"))
        self.passphrase.setAccessibleName(tr.text("Passphrase, 8 characters or more"))
        self.again.setPlaceholderText(tr.text("The same passphrase once more"))
        self.again.setAccessibleName(tr.text("The same passphrase once more"))
        self._show.setText(tr.text("Show what I type"))
        self.plain.setText(tr.text("No passphrase"))
        self._plain_why.setText(
            tr.text(
                "The diary opens at once. Anybody who can use this computer or copies the file can read it."
            )
        )
        self.make.setText(tr.text("Start my diary"))
        self.open.setText(tr.text("Open an existing diary…"))
        self.demonstration.setText(tr.text("Look at a demonstration diary first"))
        self.name_ways()
        self._strength.retranslate()
        self._device.setText(
            tr.text("This program is not a medical device and does not replace diagnosis or treatment.")
        )

    def say(self, problem: str) -> None:
        """Shows what stands in the way; an empty text shows nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)
        self.again.setEchoMode(mode)

    def _enable(self, protected: bool) -> None:
        for widget in (self.passphrase, self.again, self._show):
            widget.setVisible(protected)
        self._protected_why.setVisible(protected)
        self._keyboard.label.hide()
        if protected:
            self._strength.retranslate()
        else:
            self._strength.label.hide()
        self._plain_why.setVisible(not protected)
        self.say("")

    def _make(self) -> None:
        tr = self.context.tr
        if self.plain.isChecked():
            self.say("")
            self.requested.emit(self._path, None)
        elif len(self.passphrase.text()) < SHORTEST_PASSPHRASE:
            self.say(tr.text("Please choose a passphrase of 8 characters or more."))
            self.passphrase.setFocus()
        elif self.passphrase.text() != self.again.text():
            self.say(tr.text("The two passphrases differ. Please type the second one again."))
            self.again.clear()
            self.again.setFocus()
        else:
            self.say("")
            self.requested.emit(self._path, Secret.passphrase(self.passphrase.text()))
