"""The events or the flares of a diary as rows, the newest first, each with its buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Flare, TreatmentEvent
from lupusdiary.domain.treatment import kept_kind
from lupusdiary.language import Translator
from lupusdiary.ui.articles.explains import kind_of, medicines_of
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.treatment.row import TreatmentRow
from lupusdiary.ui.widgets.discard import add_row, clear
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label


class RecordList(QWidget):
    """`edit_requested` carries the record that is to be changed, `go` where an explanation stands."""

    edit_requested = Signal(object)
    go = Signal(object)

    def __init__(self, diary: Diary, context: UiContext, name: str) -> None:
        super().__init__()
        self.diary, self.context = diary, context
        self._empty = plain_label("muted", f"no_{name}")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._list = QVBoxLayout(self._card)
        self._list.setContentsMargins(20, 10, 12, 10)
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addWidget(self._empty)

    def show_all(self, tr: Translator, records: list[TreatmentEvent] | list[Flare]) -> None:
        """Fills the rows anew."""
        self.language = tr
        self._empty.setText(
            tr.text("Nothing is recorded here yet. Your first entry will appear on the timeline too.")
        )
        clear(self._list)
        rows: list[TreatmentEvent | Flare] = [*records]
        rows.sort(key=lambda row: row.start if isinstance(row, Flare) else row.day, reverse=True)
        for row in rows:
            add_row(self._list, self._flare_row(row) if isinstance(row, Flare) else self._event_row(row))
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _event_row(self, event: TreatmentEvent) -> QWidget:
        tr = self.language
        name, title = kept_kind(event.kind).name(tr), event.title or ""
        # Her own words stand alone where the kind says nothing, and the kind where both say the same.
        heads = [title] if title and event.kind == "other" else [name, title]
        if title and name.startswith(title):
            heads = [name]
        words = [part for part in (*heads[1:], event.note) if part]
        buttons = self._buttons(
            f"{heads[0]}, {tr.date(event.day)}",
            lambda: self.edit_requested.emit(event),
            lambda: self.diary.events.remove(event.id),
        )
        compare = IconButton("chart-line", "before_after", self)
        compare.say(tr.text("Before and after: {what}", what=f"{heads[0]}, {tr.date(event.day)}"))
        compare.clicked.connect(lambda: self.go.emit(Route("compare", event=event.id)))
        told = [*kind_of(event.kind, tr), *medicines_of(f"{title} {event.note or ''}", tr)]
        buttons[:0] = [compare, *(self._read(*each) for each in told)]
        return TreatmentRow(tr.date(event.day), heads[0], words, buttons, self.context.theme)

    def _flare_row(self, flare: Flare) -> QWidget:
        tr = self.language
        days = (
            tr.span(flare.start, flare.end)
            if flare.end
            else tr.text("since {day}", day=tr.date(flare.start, "short"))
        )
        name = tr.text("Flare, as I or my doctor called it")
        buttons = self._buttons(
            f"{name}, {days}",
            lambda: self.edit_requested.emit(flare),
            lambda: self.diary.flares.remove(flare.id),
        )
        words = [part for part in (flare.note,) if part]
        return TreatmentRow(days, name, words, buttons, self.context.theme)

    def _buttons(
        self, what: str, change: Callable[[], object], remove: Callable[[], object]
    ) -> list[IconButton]:
        if self.diary.read_only:
            return []
        tr = self.language
        made = []
        for drawing, name, words, act in (
            ("pencil", "change", tr.text("Change: {what}", what=what), change),
            ("trash-2", "remove", tr.text("Remove: {what}", what=what), remove),
        ):
            button = IconButton(drawing, name, self)
            button.say(words)
            button.clicked.connect(lambda _=False, act=act: act())
            made.append(button)
        return made

    def _read(self, explains: str, name: str) -> IconButton:
        button = IconButton("book-open", "read", self)
        button.say(self.language.text("Read about {thing}", thing=name))
        button.clicked.connect(lambda: self.go.emit(Route("learn", explains=explains)))
        return button
