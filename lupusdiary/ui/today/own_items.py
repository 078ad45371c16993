"""The person's own items: each can be given another name, made one with another, or deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from lupusdiary.domain.symptom import Symptom
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.choice import Choice
from lupusdiary.ui.widgets.discard import clear
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
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        self.hide()

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
        clear(self._lines)
        for item in self._items:
            line = self._line(item)
            self._lines.addWidget(line)
            line.show()

    def _line(self, item: Symptom) -> QWidget:
        tr, name = self._context.tr, item.name(self._context.tr)
        field = QLineEdit(name)
        field.setObjectName(f"rename_{item.id}")
        field.setMaxLength(80)
        field.setAccessibleName(tr.text("Name of {item}", item=name))
        field.editingFinished.connect(lambda: self._rename(item, name, field.text()))
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
        if name.strip() != before:
            self.renamed.emit(item.id, name)
