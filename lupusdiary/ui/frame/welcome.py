"""The first start, one question a page: language and text size, who else may read, the passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Secret
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.base.theme import SCALES
from lupusdiary.ui.base.ui_language import LANGUAGE_NAMES
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.widgets.chip import Chip
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.passphrase_fields import KeyboardState, StrengthLine, reveal, typed_alike
from lupusdiary.ui.widgets.rich_button import RichButton

_HELLO, _WHO, _PASSPHRASE = range(3)


class Welcome(StartScreen):
    """Asks how a new diary at `path` shall be made; `requested` carries the path and a `Secret` or None."""

    requested = Signal(object, object)
    open_requested = Signal()
    demonstration_requested = Signal(str)

    def __init__(self, path: Path, context: UiContext) -> None:
        super().__init__(context)
        self._path = path
        self._said = self.paragraph()
        self._steps = [self._hello(), self._who(), self._passphrase()]
        for step in self._steps:
            self.column.addWidget(step)
        self.problem = self.paragraph("note")
        self.problem.hide()
        self.next = self._button("welcome_next", "primary", lambda: self.show_step(_WHO))
        self.make = self._button("make_diary", "primary", self._make)
        self.back = self._button("welcome_back", "quiet", lambda: self.show_step(self._at - 1))
        self.demonstration = self._button(
            "try_demonstration", "quiet", lambda: self.demonstration_requested.emit("mild")
        )
        self.open = self._button("open_other", "quiet", self.open_requested.emit)
        row = FlowLayout(spacing=8)
        for button in (self.next, self.make, self.back, self.demonstration, self.open):
            row.addWidget(button)
        self.column.addLayout(row)
        self.add_ways()
        self._device = self.paragraph("hint")
        self._at = _HELLO
        self.show_step(_HELLO)

    @property
    def step(self) -> int:
        """Which question is asked, from 0."""
        return self._at

    def show_step(self, at: int) -> None:
        """Goes to one of the questions."""
        self._at = at
        for number, step in enumerate(self._steps):
            step.setVisible(number == at)
        for widget in (self.next, self.demonstration, self.open, self._device, self._way_restore):
            widget.setVisible(at == _HELLO)
        self.back.setVisible(at != _HELLO)
        self.make.setVisible(at == _PASSPHRASE)
        self.say("")
        self.retranslate()
        (self.next, self.protected, self.passphrase)[at].setFocus()
        # In large text the field that has the keyboard would be scrolled to, and the question away.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(0))

    def retranslate(self) -> None:
        tr = self.context.tr
        titles = (
            tr.text("Welcome to your Lupus Diary"),
            tr.text("Who else uses this computer?"),
            tr.text("Choose a passphrase"),
        )
        texts = (
            tr.text(
                "A place for symptoms, laboratory results and what you want to ask at the next visit. "
                "Everything stays in one file on this computer. Nothing is sent anywhere."
            ),
            tr.text("You can change this later in Settings."),
            tr.text(
                "A few words that only you would put together are best. The next page shows a recovery "
                "sheet, in case you forget them."
            ),
        )
        self.title.setText(titles[self._at])
        self._said.setText(texts[self._at])
        self._language_label.setText("언어 · Language")
        self._size_label.setText(tr.text("Text size"))
        self._set_choice(
            self.protected,
            tr.text("Others too, or it may get lost: protect it with a passphrase (recommended)"),
            tr.text("Nobody can read the file without it, not even on another computer."),
        )
        self._set_choice(
            self.plain,
            tr.text("Only I: no passphrase"),
            tr.text(
                "The diary opens at once. Anybody who can use this computer or copies the file can read it."
            ),
        )
        self.passphrase.setPlaceholderText(tr.text("Passphrase, 8 characters or more"))
        self.passphrase.setAccessibleName(tr.text("Passphrase, 8 characters or more"))
        self.again.setPlaceholderText(tr.text("The same passphrase again"))
        self.again.setAccessibleName(tr.text("The same passphrase again"))
        self._show.setText(tr.text("Show what I type"))
        self.next.setText(tr.text("Start"))
        self.make.setText(tr.text("Start my diary"))
        self.back.setText(tr.text("Back"))
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

    def _hello(self) -> QWidget:
        step, column = _step()
        self._language_label, self._size_label = plain_label("strong"), plain_label("strong")
        self._languages = QuestionGroup(self, self._language_label)
        self._sizes = QuestionGroup(self, self._size_label)
        chosen = self.context.ui_language.code
        languages = [
            (f"language_{code}", name, code == chosen, partial(self.context.choose_language, code))
            for code, name in LANGUAGE_NAMES.items()
        ]
        column.addWidget(self._language_label)
        column.addLayout(_chips(self, self._languages, languages))
        column.addSpacing(6)
        scale = self.context.theme.scale
        sizes = [
            (f"size_{each:.2f}", f"{each:.0%}", each == scale, partial(self.context.choose_scale, each))
            for each in SCALES
        ]
        column.addWidget(self._size_label)
        column.addLayout(_chips(self, self._sizes, sizes))
        return step

    def _who(self) -> QWidget:
        step, column = _step()
        self.protected = RichButton("protected", "option")
        self.protected.clicked.connect(lambda: self.show_step(_PASSPHRASE))
        self.plain = RichButton("plain", "option")
        self.plain.clicked.connect(lambda: self.requested.emit(self._path, None))
        self._lines: dict[RichButton, tuple[QLabel, QLabel]] = {}
        for button in (self.protected, self.plain):
            self._lines[button] = button.add_line("strong"), button.add_line("")
            column.addWidget(button)
        return step

    def _set_choice(self, button: RichButton, title: str, why: str) -> None:
        for label, text in zip(self._lines[button], (title, why), strict=True):
            label.setText(text)
        button.setAccessibleName(title)
        button.setAccessibleDescription(why)
        button.updateGeometry()

    def _passphrase(self) -> QWidget:
        step, column = _step()
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        self.passphrase.setObjectName("passphrase")
        self.again.setObjectName("passphrase_again")
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.returnPressed.connect(self._make)
            column.addWidget(field)
        self._strength = StrengthLine(self.passphrase, lambda: self.context.tr)
        self._keyboard = KeyboardState([self.passphrase, self.again], lambda: self.context.tr)
        column.addWidget(self._strength.label)
        column.addWidget(self._keyboard.label)
        self._show = QCheckBox()
        self._show.toggled.connect(self._reveal)
        column.addWidget(self._show)
        return step

    def _reveal(self, shown: bool) -> None:
        reveal((self.passphrase, self.again), shown=shown)

    def _make(self) -> None:
        if not typed_alike(self.passphrase, self.again, self.say, self.context.tr):
            return
        self.say("")
        try:
            self.requested.emit(self._path, Secret.passphrase(self.passphrase.text()))
        except Refusal as refusal:
            self.say(self.context.tr.refusal(refusal))

    def _button(self, name: str, role: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("role", role)
        button.clicked.connect(lambda: act())
        return button


def _chips(
    parent: QWidget, group: QButtonGroup, chips: Sequence[tuple[str, str, bool, Callable[[], None]]]
) -> FlowLayout:
    row = FlowLayout(spacing=8)
    for name, text, checked, choose in chips:
        button = Chip(name, parent)
        button.setText(text)
        button.setChecked(checked)
        button.clicked.connect(lambda _=False, choose=choose: choose())
        group.addButton(button)
        row.addWidget(button)
    return row


def _step() -> tuple[QWidget, QVBoxLayout]:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 8, 0, 8)
    column.setSpacing(10)
    return body, column
