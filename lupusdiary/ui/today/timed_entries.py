"""Notes and temperatures at a time of the day: as many as there were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.typed_unit import show_typed
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from lupusdiary.ui.today.timed_editor import TimedEditor


class TimedEntries(QFrame):
    """`kept` carries an entry to add (no id) or to change; `removed` the id of one that goes."""

    kept = Signal(object)
    removed = Signal(int)
    # The editor was left: what stood in it is kept, or given up by the person.
    ended = Signal()

    def __init__(self, context: UiContext, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._context = context
        self._read_only = read_only
        self._entries: tuple[TimedEntry, ...] = ()
        self._now: time | None = None
        self._temperature: Symptom | None = None
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.add = QPushButton(self)
        self.add.setObjectName("add_timed")
        if read_only:
            self.add.hide()
        # Made when something is first written at a time: most days have none.
        self.editor: TimedEditor | None = None
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.add)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._list)
        self.add.clicked.connect(lambda: self._edit(None))

    def show_entries(self, entries: Sequence[TimedEntry], now: time | None, temperature: Symptom) -> None:
        """Shows the day's entries; `now` is proposed for a new one (None on a past day). Degrees are those in
        which the person wants her `temperature`."""
        self._now = now
        if (tuple(entries), temperature) != (self._entries, self._temperature):
            self._entries, self._temperature = tuple(entries), temperature
            self._fill()

    def typed(self) -> dict[str, Any] | None:
        """What stands in the editor and is not kept yet; None where nothing was typed."""
        return None if self.editor is None or self.editor.isHidden() else self.editor.typed()

    def put_back(self, values: Mapping[str, Any]) -> None:
        """Opens the editor with what was typed before."""
        entry = next((each for each in self._entries if each.id == values.get("id")), None)
        self._edit(entry)
        assert self.editor is not None
        self.editor.put_back(values)

    def close_editor(self) -> None:
        """Leaves the editor; what stands in it is not looked at."""
        if self.editor is not None:
            self.editor.hide()
        self.add.setVisible(not self._read_only)

    def refuse(self, refusal: Refusal) -> None:
        """Says why an entry was not kept; it stands in the editor still."""
        if self.editor is not None:
            self.editor.refuse(refusal)

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self._title.setText(tr.text("At a time of the day"))
        self.add.setText(tr.text("Add a time"))
        self.add.setToolTip(tr.text("A note or a temperature with its time"))
        if self.editor is not None:
            self.editor.retranslate(tr)
        self._fill()

    def restyle(self) -> None:
        """Fits fields and icons to the text size and theme."""
        if self.editor is not None:
            self.editor.resize_text(target(self._context.theme.scale))
        self._fill()

    def _fill(self) -> None:
        clear(self._list)
        for entry in self._entries:
            self._list.addWidget(self._line(entry))

    def _line(self, entry: TimedEntry) -> QWidget:
        tr = self._context.tr
        at = QLabel(tr.time(entry.at))
        at.setProperty("role", "strong")
        parts = []
        if entry.fever is not None and self._temperature is not None:
            parts = [show_typed(entry.entered) if entry.entered else self._temperature.show(entry.fever, tr)]
        text = QLabel("  ".join([*parts, *([entry.note] if entry.note else [])]))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(at)
        layout.addWidget(text, 1)
        change = IconButton("pencil", f"change_timed_{entry.id}", line)
        change.say(tr.text("Change the entry of {time}", time=tr.time(entry.at)))
        change.clicked.connect(lambda: self._edit(entry))
        remove = IconButton("x", f"remove_timed_{entry.id}", line)
        remove.say(tr.text("Remove the entry of {time}", time=tr.time(entry.at)))
        remove.clicked.connect(lambda: self.removed.emit(entry.id))
        for button in (change, remove):
            button.restyle(self._context.theme)
            button.setVisible(not self._read_only)
            layout.addWidget(button)
        return line

    def _edit(self, entry: TimedEntry | None) -> None:
        if self.editor is None:
            from lupusdiary.ui.today.timed_editor import TimedEditor

            self.editor = TimedEditor()
            self.editor.retranslate(self._context.tr)
            self.editor.resize_text(target(self._context.theme.scale))
            self.editor.finished.connect(self._finish)
            self._column.addWidget(self.editor)
        if self._temperature is not None:
            self.editor.ask_in(self._temperature)
        self.editor.show()
        self.add.hide()
        self.editor.edit(entry, self._now)

    def _finish(self, entry: TimedEntry | None) -> None:
        if entry is None:
            self.close_editor()
            self.ended.emit()
            self.add.setFocus()
        else:
            self.kept.emit(entry)
