"""What to say on the telephone, from what the diary lists: absent where no medicine is recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from lupusdiary.language import translator
from lupusdiary.queries.carried_medicines import CarriedMedicines, phone_sentence
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.labels import plain_label

# Who answers 119 speaks Korean.
_SPOKEN = "ko"


class PhoneCard(QFrame):
    """The sentence in the language of the window; in another one the Korean stands beneath it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._carried = CarriedMedicines()
        self._title = plain_label("strong")
        self.sentence = plain_label("", "phone_sentence")
        self._show = plain_label("strong")
        self.korean = plain_label("", "phone_sentence_korean")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        for label in (self._title, self.sentence, self._show, self.korean):
            column.addWidget(label)
        self.hide()

    def show_carried(self, carried: CarriedMedicines) -> None:
        """Shows what is said of these medicines."""
        self._carried = carried
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        said = phone_sentence(self._carried, tr)
        self._title.setText(tr.text("Say this on the telephone"))
        self.sentence.setText(tr.text("“{words}”", words=said))
        self._show.setText(tr.text("Show or read this:"))
        self.korean.setText(f"“{phone_sentence(self._carried, translator(_SPOKEN))}”")
        for label in (self._show, self.korean):
            label.setVisible(tr.code != _SPOKEN)
        self.setVisible(bool(said))
