"""The foot of a sheet: saving it, what is still asked, what was pasted, and which keys lead on."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.icons import before_words
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.labs.sheet.columns import STACKED_FROM
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label


class SheetFooter(QWidget):
    """Buttons and quiet words; nothing here opens or closes by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.save = self._button("save_sheet")
        self.save.setProperty("role", "primary")
        self.questions = self._button("open_questions")
        self.unread = self._button("unread_lines")
        self.undo = self._button("undo_paste")
        self.problem = plain_label("muted", "sheet_problem")
        self._typed = QLabel()
        self._typed.setObjectName("rows_typed")
        self._typed.setProperty("role", "muted")
        self._keys = QLabel()
        self._keys.setProperty("role", "hint")
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = FlowLayout(10)
        for widget in (
            self.save, self.questions, self.unread, self.undo, self._typed, self.problem, gap, self._keys
        ):  # fmt: skip
            line.addWidget(widget)
        line.setContentsMargins(20, 4, 20, 12)
        self.setLayout(line)

    @staticmethod
    def _button(name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        return button

    def count(self, questions: int, unread: int, pasted: bool, tr: Translator) -> None:
        """Says how many questions and unread lines there are; a button without any is not shown."""
        self.questions.setText(tr.plural("{count} question", "{count} questions", questions))
        self.questions.setVisible(questions > 0)
        self.unread.setText(tr.plural("{count} line not read", "{count} lines not read", unread))
        self.unread.setVisible(unread > 0)
        self.undo.setVisible(pasted)

    def filled(self, typed: int, rows: int, tr: Translator) -> None:
        """Says how far the sheet is."""
        self._typed.setText(tr.text("{typed} of {rows} rows filled", typed=typed, rows=rows))

    def say(self, words: str) -> None:
        """Says quietly what just happened."""
        self._show(words, "muted")

    def complain(self, words: str) -> None:
        """Says why the sheet was not saved."""
        self._show(words, "look")

    def _show(self, words: str, role: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if self.problem.property("role") != role:
            self.problem.setProperty("role", role)
            self.problem.style().polish(self.problem)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self.save.setText(tr.text("Save the sheet"))
        self.undo.setText(tr.text("Undo the paste"))
        self._keys.setText(tr.text("Enter: next · 1 2 3: choose · F8: next question"))

    def restyle(self, theme: Theme) -> None:
        """Draws the icon again."""
        size = round(20 * (0.6 + 0.4 * theme.scale))
        before_words(self.questions, "triangle-alert", theme.colours.on_note, size)
        # Words go before controls where the text is large.
        self._keys.setVisible(theme.scale < STACKED_FROM)
