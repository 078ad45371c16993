"""The notes that a search found, each of which leads to its day."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from lupusdiary.diary.note_search import NoteFound
from lupusdiary.domain.hangul import finder
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.discard import clear

SHOWN = 100
_AROUND = 60


class _Result(QPushButton):
    """One note: its day, and the words around what was looked for."""

    def __init__(self, title: str, snippet: str, plain: str) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        day, text = QLabel(title), QLabel(snippet)
        day.setProperty("role", "strong")
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        for label in (day, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{title}: {plain}")

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return self.height() if layout is None else layout.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class NoteResults(QFrame):
    """`opened` carries the page and the day of the text that was chosen."""

    opened = Signal(str, object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._number = QLabel()
        self._number.setObjectName("results_number")
        self._number.setProperty("role", "muted")
        self._number.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.addWidget(self._number)
        column.addLayout(self._list)
        column.addStretch(1)
        self.results: list[QPushButton] = []

    def show_found(
        self, found: Sequence[NoteFound], wanted: str, at_visits: Sequence[NoteFound] = ()
    ) -> None:
        """Shows the newest notes, and words of visits and questions, that hold `wanted`."""
        clear(self._list)
        rows = [*(("today", note) for note in found), *(("visit", note) for note in at_visits)]
        rows.sort(key=lambda row: row[1].day, reverse=True)
        self.results = [self._result(page, note, wanted) for page, note in rows[:SHOWN]]
        for result in self.results:
            self._list.addWidget(result)
        tr = self._context.tr
        if not rows:
            text = tr.text("No note holds “{text}”.", text=wanted)
        elif len(rows) > SHOWN:
            text = tr.text("{count} notes; the newest {shown} are shown.", count=len(rows), shown=SHOWN)
        else:
            text = tr.plural("{count} note", "{count} notes", len(rows))
        self._number.setText(text)

    def _result(self, page: str, note: NoteFound, wanted: str) -> _Result:
        tr = self._context.tr
        title = tr.date(note.day) if note.at is None else f"{tr.date(note.day)} {tr.time(note.at)}"
        if page == "visit":
            place = tr.text("Visit")
            title = f"{place} · {title}"
        before, hit, after = around(note.text, wanted)
        colours = self._context.theme.colours
        emphasis = f"background-color:{colours.accent_soft};color:{colours.on_accent_soft};font-weight:bold"
        snippet = f'{escape(before)}<span style="{emphasis}">{escape(hit)}</span>{escape(after)}'
        result = _Result(title, snippet, f"{before}{hit}{after}")
        result.clicked.connect(lambda _=False: self.opened.emit(page, note.day))
        return result


def around(text: str, wanted: str) -> tuple[str, str, str]:
    """The words before what was looked for, itself, and the words after it, in one line; where no place can
    be told, the beginning."""
    line, wanted = " ".join(text.split()), " ".join(wanted.split())
    place = finder(wanted).search(line) if wanted else None
    if place is None:
        return line[: 2 * _AROUND] + ("…" if len(line) > 2 * _AROUND else ""), "", ""
    at, length = place.start(), len(place[0])
    start, end = max(0, at - _AROUND), min(len(line), at + length + 2 * _AROUND)
    return (
        ("…" if start else "") + line[start:at],
        line[at : at + length],
        line[at + length : end] + ("…" if end < len(line) else ""),
    )
