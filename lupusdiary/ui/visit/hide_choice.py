"""Whether the page says who the person is: by default on paper, and not in a file that is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lupusdiary.language import Translator, mark
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.widgets.chip import Chip, Joined
from lupusdiary.ui.widgets.flow_layout import flow_of

SAVED, ALWAYS, NEVER = "", "yes", "no"
_WORDS = (
    (SAVED, "saved", mark("In the saved file")),
    (ALWAYS, "always", mark("Always")),
    (NEVER, "never", mark("Never")),
)


class HideChoice(QWidget):
    """Three buttons in a row; `changed` is sent after a click."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self._hint = QLabel(), QLabel()
        self.title.setProperty("role", "strong")
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        group = QuestionGroup(self, self.title)
        self._chips: dict[str, Chip] = {}
        for value, name, _ in _WORDS:
            chip = Chip(f"hide_{name}", self)
            group.addButton(chip)
            self._chips[value] = chip
            chip.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._bar = Joined([*self._chips.values()])
        column.addLayout(flow_of(10, self.title, self._bar))
        column.addWidget(self._hint)

    @property
    def value(self) -> str:
        """SAVED, ALWAYS or NEVER, as it is kept."""
        return next(value for value, chip in self._chips.items() if chip.isChecked())

    @property
    def on_paper(self) -> bool:
        """Whether the page that is shown and printed hides her."""
        return self.value == ALWAYS

    @property
    def in_file(self) -> bool:
        """Whether the file that is saved hides her."""
        return self.value != NEVER

    def show_value(self, value: str) -> None:
        """Checks the one that is kept; what is not known is the careful one."""
        self._chips.get(value, self._chips[SAVED]).setChecked(True)
        self._fit()

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self.title.setText(tr.text("Hide who I am"))
        self._bar.setAccessibleName(self.title.text())
        for value, _, words in _WORDS:
            self._chips[value].setText(tr.text(words))
        self._hint.setText(
            tr.text(
                "Name, birth date, number, doctor and hospital are left out; your age stays. "
                "A text of yours that contains one of them is left out as a whole and "
                "counted on the page."
            )
        )

    def _clicked(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        self._hint.setVisible(self.in_file)
