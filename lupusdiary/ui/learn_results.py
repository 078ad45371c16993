"""What a search found, or every word that is explained, below each other."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lupusdiary.ui.learn_search import KINDS, Found, Marks
from lupusdiary.ui.palette import Colours
from lupusdiary.ui.rich_button import RichButton
from lupusdiary.ui.scrolled import scrolled
from lupusdiary.ui.surroundings import Surroundings

# Further down nobody looks, and all words of the glossary must have room.
_SHOWN = 200
_SEARCHED = 30


class LearnResults(QWidget):
    """`chosen` carries the `Found` that was clicked and the button that it stands on."""

    chosen = Signal(object, object)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self.number = QLabel()
        self.number.setObjectName("found_number")
        self.number.setProperty("role", "muted")
        self.number.setWordWrap(True)
        self.rows: list[RichButton] = []
        card = QFrame()
        card.setProperty("role", "card")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.addWidget(self.number)
        inside.addLayout(self._list)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 2, 26, 26)
        column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolled(body)
        outer.addWidget(self._scroll)

    def wait(self) -> None:
        """Says that the library is still being read."""
        self._clear()
        self.number.setText(self._surroundings.tr.text("The library is being read…"))

    def show_found(self, found: Sequence[Found], wanted: str) -> None:
        """Shows what was found; an empty `wanted` means the list of all words."""
        tr = self._surroundings.tr
        self._clear()
        shown = found[: _SEARCHED if wanted else _SHOWN]
        for each in shown:
            row = self._row(each, kind=bool(wanted))
            self.rows.append(row)
            self._list.addWidget(row)
            row.show()
        if wanted and not found:
            words = tr.text("Nothing was found for “{text}”.", text=wanted)
        elif wanted:
            words = tr.plural("{count} found", "{count} found", len(found))
            if len(found) > len(shown):
                words = tr.text(
                    "{count} found; the best {shown} are shown.", count=len(found), shown=len(shown)
                )
        else:
            words = tr.plural("{count} word explained", "{count} words explained", len(found))
        self.number.setText(words)
        self._scroll.verticalScrollBar().setValue(0)

    def _row(self, found: Found, *, kind: bool) -> RichButton:
        tr, colours = self._surroundings.tr, self._surroundings.looks.colours
        row = RichButton("found", "quiet")
        row.column.setContentsMargins(12, 8, 12, 8)
        row.add_line("strong", marked(found.title, found.title_marks, colours), Qt.TextFormat.RichText)
        row.add_line("", marked(found.excerpt, found.marks, colours), Qt.TextFormat.RichText)
        name = tr.text(KINDS[found.kind])
        if kind:
            row.add_line("hint", name)
        row.setAccessibleName(f"{name}: {found.title}")
        row.setAccessibleDescription(found.excerpt)
        row.clicked.connect(lambda: self.chosen.emit(found, row))
        return row

    def _clear(self) -> None:
        self.rows = []
        while (item := self._list.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()


def marked(text: str, marks: Marks, colours: Colours) -> str:
    """A text with its hits on coloured ground and in bold."""
    style = f"background-color:{colours.accent_soft};color:{colours.on_accent_soft};font-weight:bold"
    parts, at = [], 0
    for start, end in marks:
        parts += [escape(text[at:start]), f'<span style="{style}">{escape(text[start:end])}</span>']
        at = end
    return "".join([*parts, escape(text[at:])])
