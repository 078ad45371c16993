"""What the forms of Treatment share: one record is added or changed, and what is wrong is said beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from lupusdiary.diary import Diary
from lupusdiary.language import Message, Refusal, Translator


class RecordForm(QWidget):
    """Adds a record, or changes the one that is being edited; `kept` is sent after it is written.

    `name` is part of the object names: save_NAME, cancel_NAME, NAME_problem. `add` stands on the button while
    a new record is entered; `write` writes what the fields hold, its `Refusal` is said in the form; `empty`
    empties them.
    """

    kept = Signal()

    def __init__(
        self,
        diary: Diary,
        name: str,
        add: Message,
        write: Callable[[], None],
        empty: Callable[[], None],
    ) -> None:
        super().__init__()
        self._diary = diary
        self._add = add
        self._write_fields = write
        self._empty_fields = empty
        self._editing: int | None = None
        self._problem_now: Refusal | None = None
        self.save = QPushButton(self)
        self.save.setObjectName(f"save_{name}")
        self.save.setProperty("role", "primary")
        self.cancel = QPushButton(self)
        self.cancel.setObjectName(f"cancel_{name}")
        self.cancel.setProperty("role", "quiet")
        self._problem = QLabel(self)
        self._problem.setObjectName(f"{name}_problem")
        self._problem.setProperty("role", "note")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.clear)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        self.save.setText(tr.text(self._add) if self._editing is None else tr.text("Save the change"))
        self.cancel.setText(tr.text("Cancel"))
        self.cancel.setVisible(self._editing is not None)
        self._problem.setVisible(self._problem_now is not None)
        if self._problem_now is not None:
            self._problem.setText(tr.refusal(self._problem_now))

    def clear(self) -> None:
        """An empty form for a new record."""
        self._editing, self._problem_now = None, None
        self._empty_fields()
        self.retranslate(self._tr)

    def _edit(self, record: int | None) -> None:
        """From now on the form changes the record with this id."""
        self._editing, self._problem_now = record, None
        self.retranslate(self._tr)

    def _save(self) -> None:
        try:
            self._write_fields()
        except Refusal as refusal:
            self._problem_now = refusal
            self.retranslate(self._tr)
        else:
            self.clear()
            self.kept.emit()
