"""What to say on the telephone, from what the diary lists: absent where no medicine is recorded."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from lupusdiary.language import translator
from lupusdiary.queries.carried_medicines import CarriedMedicines, phone_sentence
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.labels import plain_label

# Who answers 119 speaks Korean.
_SPOKEN = "ko"
# From this width on, at 100 %, the sentence stands in two languages side by side.
_TWO_COLUMNS = 800


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
        self._languages = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._languages.setContentsMargins(16, 8, 16, 10)
        self._languages.setSpacing(4)
        for pair in ((self._title, self.sentence), (self._show, self.korean)):
            column = QVBoxLayout()
            column.setSpacing(2)
            for label in pair:
                column.addWidget(label)
            column.addStretch(1)
            self._languages.addLayout(column, 1)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def heightForWidth(self, width: int) -> int:
        self._arrange(width)
        return self._languages.totalHeightForWidth(width)

    def _arrange(self, width: int) -> None:
        """Two languages stand side by side where each of them has room for its lines."""
        ways = QBoxLayout.Direction
        wide = width >= _TWO_COLUMNS * self._context.theme.scale and not self._show.isHidden()
        way = ways.LeftToRight if wide else ways.TopToBottom
        if way != self._languages.direction():
            self._languages.setDirection(way)
            self._languages.setSpacing(24 if wide else 4)

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
