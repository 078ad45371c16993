"""What a search found, or every word that is explained, below each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE
from lupusdiary.ui.learn.result_list import ResultList, ResultRow
from lupusdiary.ui.learn.search import Found
from lupusdiary.ui.widgets.scroll_column import scrolled

# Further down nobody looks.
_SEARCHED = 30
# So many fill the view while somebody types; the others come when she pauses.
_AT_ONCE = 10
_PAUSE_MS = 90


class LearnResults(QWidget):
    """`chosen` carries the `Found` that was clicked and the row that it stands on; `left` is sent when the
    keyboard goes up from the first row."""

    chosen = Signal(object, object)
    left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._shown: Sequence[Found] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE_MS)
        self._rest.timeout.connect(self.finish)
        self.number = QLabel()
        self.number.setObjectName("found_number")
        self.number.setProperty("role", "muted")
        self.number.setTextFormat(Qt.TextFormat.PlainText)
        self.number.setWordWrap(True)
        self.list = ResultList(context)
        self.list.chosen.connect(self.chosen)
        self.list.reached.connect(self._reached)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.addWidget(self.number)
        inside.addWidget(self.list)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, 2, SIDE, 16)
        column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolled(body)
        outer.addWidget(self._scroll)

    @property
    def rows(self) -> list[ResultRow]:
        """The rows that are shown, in order."""
        return self.list.rows

    def warm(self) -> None:
        """Makes what a search will fill, while nobody waits for it."""
        self.list.warm(_SEARCHED)

    def finish(self) -> None:
        """Shows now what would come after a pause."""
        self._rest.stop()
        if len(self._shown) > len(self.rows):
            self.list.show_found(self._shown, kinds=True)

    def take_focus(self) -> None:
        """Puts the keyboard on the best of what was found."""
        self.finish()
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def wait(self) -> None:
        """Says that the library is still being read."""
        self._rest.stop()
        self._shown = ()
        self.list.show_found((), kinds=False)
        self.number.setText(self._context.tr.text("The library is being read…"))

    def refuse(self, refusal: Refusal) -> None:
        """Says why nothing can be searched."""
        self.number.setText(self._context.tr.refusal(refusal))

    def show_found(self, found: Sequence[Found], wanted: str) -> None:
        """Shows what was found; an empty `wanted` means the list of all words."""
        from lupusdiary.education.search.index import MOST_HITS

        tr = self._context.tr
        shown = found[:_SEARCHED] if wanted else found
        if wanted and not found:
            words = tr.text("Nothing was found for “{text}”.", text=wanted)
        elif wanted:
            words = tr.plural("{count} found", "{count} found", len(found))
            if len(found) >= MOST_HITS:
                # The search stops counting there.
                words = tr.text("There is a lot about this; the best {shown} are shown.", shown=len(shown))
            elif len(found) > len(shown):
                words = tr.text(
                    "{count} found; the best {shown} are shown.", count=len(found), shown=len(shown)
                )
        else:
            words = tr.plural("{count} word explained", "{count} words explained", len(found))
        # Drawn once, when all of it stands.
        self.setUpdatesEnabled(False)
        self.number.setText(words)
        self._shown = shown
        if wanted:
            self.list.show_found(shown[:_AT_ONCE], kinds=True)
            self._rest.start()
        else:
            self._rest.stop()
            self.list.show_found(shown, kinds=False)
        self._scroll.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def _reached(self, row: ResultRow | None) -> None:
        if row is None:
            self.left.emit()
        else:
            self._scroll.ensureWidgetVisible(row, 0, 20)
