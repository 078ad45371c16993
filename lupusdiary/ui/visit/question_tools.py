"""What can be done with the question that is chosen in the list."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import before_words
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_tip

_BUTTONS = (
    ("question_up", "chevron-up"),
    ("question_down", "chevron-down"),
    ("question_change", "pencil"),
    ("question_remove", "trash-2"),
)


class QuestionTools(QWidget):
    """Up, down, change and remove, as buttons."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.buttons = {name: QPushButton() for name, _ in _BUTTONS}
        line = FlowLayout(spacing=6)
        self.setLayout(line)
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.setProperty("role", "quiet")
            line.addWidget(button)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        words = (tr.text("Up"), tr.text("Down"), tr.text("Change"), tr.text("Remove"))
        keys = ("Alt+↑", "Alt+↓", "F2", "Del")
        for button, text, key in zip(self.buttons.values(), words, keys, strict=True):
            button.setText(text)
            button.setToolTip(plain_tip(key))

    def restyle(self) -> None:
        """Fits the icons to the text size and theme."""
        theme = self._context.theme
        size = round(18 * (0.6 + 0.4 * theme.scale))
        for name, drawing in _BUTTONS:
            before_words(self.buttons[name], drawing, theme.colours.muted, size, theme.colours.border)

    def enable(self, at: int, number: int) -> None:
        """Allows what can be done with the question at a place of `number`; -1 is none."""
        self.buttons["question_up"].setEnabled(at > 0)
        self.buttons["question_down"].setEnabled(0 <= at < number - 1)
        for name in ("question_change", "question_remove"):
            self.buttons[name].setEnabled(at >= 0)
