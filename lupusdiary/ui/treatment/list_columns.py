"""What the columns of a list are: guessed by the heading, said by the person once, and remembered."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import MEDICINE_LIST_COLUMNS
from lupusdiary.exchange.medicines.dispensed_list import COLUMNS, RawList, guessed_columns
from lupusdiary.language import Message, Translator, mark
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.flow_layout import FlowLayout

_COLUMN_WORDS: Mapping[str, Message] = {
    "name": mark("Name of the medicine"),
    "day": mark("Day of dispensing"),
    "amount": mark("How many at a time"),
    "times": mark("Times a day"),
    "days": mark("Days of supply"),
    "usage": mark("How it is used"),
    "code": mark("Code"),
    "hospital": mark("Hospital"),
    "pharmacy": mark("Pharmacy"),
}


class ListColumns(QWidget):
    """A choice a column; `changed` is sent when the person says one."""

    changed = Signal()

    def __init__(self, diary: Diary) -> None:
        super().__init__()
        self._diary = diary
        self._raw = RawList((), ())
        self.kinds: dict[int, str] = {}
        self._line = FlowLayout(spacing=10)
        self.setLayout(self._line)

    def show_list(self, raw: RawList, tr: Translator) -> None:
        """Shows the columns of a list as they were said before, else as its heading says."""
        self._raw, self._tr = raw, tr
        said = self._remembered().get(_key(raw), {})
        self.kinds = {int(at): kind for at, kind in said.items()} or guessed_columns(raw.head)
        self._fill()

    def _fill(self) -> None:
        clear(self._line)
        for at in range(self._raw.width):
            choice = self._choice(at)
            self._line.addWidget(choice)
            choice.show()

    def _choice(self, at: int) -> Choice:
        tr, raw = self._tr, self._raw
        head = raw.head[at] if at < len(raw.head) else ""
        sample = next((row[at] for row in raw.rows if at < len(row) and row[at]), "")
        said = head or sample[:24]
        choice = Choice()
        choice.setObjectName("list_column")
        choice.setAccessibleName(tr.text("What the column “{name}” is", name=said))
        choice.addItem(tr.text("{name}: not used", name=said), None)
        for kind in COLUMNS:
            choice.addItem(tr.text("{name}: {what}", name=said, what=tr.text(_COLUMN_WORDS[kind])), kind)
        choice.setCurrentIndex(choice.findData(self.kinds[at]) if at in self.kinds else 0)
        choice.activated.connect(lambda _=0: self._say(at, choice.currentData()))
        return choice

    def _say(self, at: int, kind: str | None) -> None:
        self.kinds = {number: other for number, other in self.kinds.items() if other != kind and number != at}
        if kind is not None:
            self.kinds[at] = kind
        said = self._remembered() | {
            _key(self._raw): {str(number): each for number, each in self.kinds.items()}
        }
        self._diary.settings.set(MEDICINE_LIST_COLUMNS, json.dumps(said, ensure_ascii=False))
        self._fill()
        self.changed.emit()

    def _remembered(self) -> dict[str, dict[str, str]]:
        try:
            found = json.loads(self._diary.settings.get(MEDICINE_LIST_COLUMNS, "{}"))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def _key(raw: RawList) -> str:
    """What tells one kind of list from another: its heading, or how many columns it has."""
    return "|".join(raw.head) or str(raw.width)
