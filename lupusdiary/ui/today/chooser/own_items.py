"""The person's own items: each can be given another name, made one with another, or deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.icon_button import IconButton


class OwnItems(QWidget):
    """`renamed` carries code and name, `merged` the code that goes and the one that stays."""

    renamed = Signal(str, str)
    merged = Signal(str, str)
    deleted = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._items: list[Symptom] = []
        self._names: dict[str, QLineEdit] = {}
        self._looked = False
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        self.hide()

    def joins(self, keeper: DraftKeeper, now: Callable[[], datetime]) -> None:
        """Keeps a name that is being typed until it is saved, which leaving its field does."""
        self._drafted = keeper.join("rename", lambda: "own", self._typed, self._put_back)
        note = DraftNote.on(self._drafted, now, self._context, self._give_up, self)
        self._column.insertWidget(1, note)

    def _typed(self) -> dict[str, Any] | None:
        return {code: field.text() for code, field in self._names.items() if field.isModified()} or None

    def _put_back(self, values: Mapping[str, Any]) -> None:
        for code, field in self._names.items():
            if code in values:
                field.setText(str(values[code]))
                field.setModified(True)

    def _give_up(self) -> None:
        self._drafted.done()
        for field in self._names.values():
            field.setModified(False)
        self._fill()

    def show_items(self, items: Sequence[Symptom]) -> None:
        """Shows the own items; without one it takes no room."""
        if list(items) != self._items:
            self._items = list(items)
            self._fill()
        self.setVisible(bool(items))

    def retranslate(self) -> None:
        """Sets every text."""
        self._title.setText(self._context.tr.text("Your own items"))
        self._fill()

    def restyle(self) -> None:
        """Draws the icons in the colours and size of the moment."""
        self._fill()

    def _fill(self) -> None:
        typed = self._typed() or {}
        clear(self._lines)
        self._names = {}
        for item in self._items:
            line = self._line(item)
            self._lines.addWidget(line)
            line.show()
        self._put_back(typed)
        if self._names and not self._looked:
            self._looked = True
            self._drafted.look()

    def _line(self, item: Symptom) -> QWidget:
        tr, name = self._context.tr, item.name(self._context.tr)
        field = QLineEdit(name)
        field.setObjectName(f"rename_{item.id}")
        field.setMaxLength(80)
        field.setAccessibleName(tr.text("Name of {item}", item=name))
        field.editingFinished.connect(lambda: self._rename(item, name, field.text()))
        self._names[item.id] = field
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(field, 3)
        alike = [each for each in self._items if each is not item and each.scale.type == item.scale.type]
        if alike:
            into = Choice()
            into.setObjectName(f"merge_{item.id}")
            into.setAccessibleName(tr.text("Make {item} one with", item=name))
            into.addItem(tr.text("Make one with…"))
            for each in alike:
                into.addItem(each.name(tr), each.id)
            into.activated.connect(lambda at: self.merged.emit(item.id, into.itemData(at)) if at else None)
            row.addWidget(into, 2)
        remove = IconButton("trash-2", f"delete_{item.id}", line)
        remove.say(tr.text("Delete {item}", item=name))
        remove.restyle(self._context.theme)
        remove.clicked.connect(lambda: self.deleted.emit(item.id))
        row.addWidget(remove)
        return line

    def _rename(self, item: Symptom, before: str, name: str) -> None:
        if name.strip() == before:
            self._names[item.id].setModified(False)
        else:
            self.renamed.emit(item.id, name)
            self._drafted.settled()

    def accepted(self, code: str) -> None:
        """A name was saved."""
        if code in self._names:
            self._names[code].setModified(False)
