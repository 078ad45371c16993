"""What the forms of Treatment share: one record is added or changed, and what is wrong is said beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.language import Message, Refusal, Translator
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label


class RecordForm(QWidget):
    """Adds a record, or changes the one that is being edited; `kept` is sent after it is written.

    `name` is part of the object names: save_NAME, cancel_NAME, NAME_problem. `add` stands on the button while
    a new record is entered; `write` writes what the fields hold, its `Refusal` is said in the form; `empty`
    empties them. Once it `joins` a keeper, what is typed outlives every way out.
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
        self._name = name
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
        self._problem = plain_label("note", f"{name}_problem")
        self._problem.setParent(self)
        self._problem.hide()
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.clear)

    def retranslate(self, tr: Translator) -> None:
        """Sets every text."""
        self._tr = tr
        self.save.setText(tr.text(self._add) if self._editing is None else tr.text("Save the change"))
        self.cancel.setText(tr.text("Cancel"))
        self._note.retranslate(tr)
        self.cancel.setVisible(self._editing is not None)
        self._problem.setVisible(self._problem_now is not None)
        if self._problem_now is not None:
            self._problem.setText(tr.refusal(self._problem_now))

    def joins(self, keeper: DraftKeeper, fields: FormFields) -> None:
        """Keeps what is typed in `fields`, for a new record and for each that is changed."""
        self.fields = fields
        self.drafted = keeper.join(self._name, self._draft_key, fields.typed, fields.put_back)
        self._note = DraftNote(self.drafted, self._diary.now, self)
        self._note.given_up.connect(self.clear)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self._note)

    def _draft_key(self) -> str:
        return "new" if self._editing is None else str(self._editing)

    def clear(self) -> None:
        """Gives up what stands in the form: an empty one for a new record."""
        self.drafted.done()
        self._editing, self._problem_now = None, None
        self._empty_fields()
        self.fields.settle()
        self.retranslate(self._tr)
        self.drafted.look()

    def new_day(self) -> None:
        """It is another day: an empty form offers that one."""
        if self._editing is None and self.fields.typed() is None:
            self._empty_fields()
            self.fields.settle()

    def leave_typed(self) -> None:
        """Keeps what is typed before the form is filled with another record."""
        self.drafted.try_keep()

    def _edit(self, record: int | None) -> None:
        """From now on the form changes the record with this id, which its fields show."""
        self._editing, self._problem_now = record, None
        self.fields.settle()
        self.retranslate(self._tr)
        self.drafted.look()

    def _save(self) -> None:
        try:
            self._write_fields()
        except Refusal as refusal:
            self._problem_now = refusal
            self.retranslate(self._tr)
        else:
            self.clear()
            self.setFocus()
            self.kept.emit()
