"""The fields of a form as plain values, to see whether something is typed and to put it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from lupusdiary.ui.widgets.date_field import DateField
from lupusdiary.ui.widgets.number_field import NumberField


class FormFields:
    """Named fields; `settle` says that what stands in them now is what the diary holds, or nothing."""

    def __init__(self, **fields: QWidget) -> None:
        self._fields = fields
        self._settled = self.values()

    def values(self) -> dict[str, Any]:
        """What stands in each field."""
        return {name: _value(field) for name, field in self._fields.items()}

    def settle(self, *names: str) -> None:
        """Nothing of what stands in the fields now, or in those of the `names`, was typed."""
        now = self.values()
        self._settled.update({name: now[name] for name in names or now})

    def typed(self) -> dict[str, Any] | None:
        """What stands in the fields if any of it was typed, else None."""
        values = self.values()
        return values if values != self._settled else None

    def put_back(self, values: Mapping[str, Any]) -> None:
        """Shows what was typed before."""
        for name, field in self._fields.items():
            if name in values:
                _put(field, values[name])


def _value(field: QWidget) -> str | bool:
    if isinstance(field, DateField):
        return field.text
    if isinstance(field, NumberField):
        return field.line.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText() if field.isEditable() else str(field.currentData() or "")
    if isinstance(field, QAbstractButton):
        return field.isChecked()
    assert isinstance(field, QLineEdit), field
    return field.text()


def _put(field: QWidget, value: object) -> None:
    if isinstance(field, QAbstractButton):
        field.setChecked(value is True)
        return
    text = str(value)
    if isinstance(field, DateField):
        field.show_text(text)
    elif isinstance(field, NumberField):
        field.line.setText(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QComboBox):
        if field.isEditable():
            field.setEditText(text)
        else:
            field.setCurrentIndex(max(0, field.findData(text or None)))
    elif isinstance(field, QLineEdit):
        field.setText(text)
        field.setModified(True)
