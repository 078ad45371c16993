"""Where a number of the hospital's is entered, changed or removed, and its own limit for a fever."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.safety_card import OwnFeverLimit
from lupusdiary.domain.records import Contact
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.draft_keeper import DraftKeeper
from lupusdiary.ui.widgets.draft_note import DraftNote
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.form_fields import FormFields
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.line_edits import HintLine


class NumberForm(QFrame):
    """Closed until it is asked for; `closed` says that it is again."""

    closed = Signal()

    def __init__(self, diary: Diary, context: UiContext) -> None:
        super().__init__()
        self._diary = diary
        self._context = context
        self._limit = OwnFeverLimit(diary.settings)
        self._contact: Contact | None = None
        self.name = HintLine()
        self.name.setObjectName("contact_name")
        self.number = QLineEdit()
        self.number.setObjectName("contact_number")
        self.limit = QLineEdit()
        self.limit.setObjectName("own_fever_limit")
        self.limit.setMaximumWidth(160)
        self._limit_label = QLabel()
        self._limit_label.setBuddy(self.limit)
        self._limit_label.setWordWrap(True)
        self.keep = QPushButton()
        self.keep.setObjectName("add_contact")
        self.remove = QPushButton()
        self.remove.setObjectName("remove_contact")
        self.close_button = QPushButton()
        self.close_button.setObjectName("close_numbers")
        self.close_button.setProperty("role", "quiet")
        self.problem = plain_label("note", "contact_problem")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._column = column
        column.addLayout(flow_of(8, self.name, self.number, self.keep, self.remove))
        column.addWidget(self.problem)
        column.addLayout(flow_of(8, self._limit_label, self.limit, self.close_button))
        self.number.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.limit.editingFinished.connect(self._keep_limit)
        self.close_button.clicked.connect(self._close)
        self._fields = FormFields(name=self.name, number=self.number, limit=self.limit)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Its fields and buttons, as the keyboard goes through them."""
        return (self.name, self.number, self.keep, self.remove, self.limit, self.close_button)

    def joins(self, keeper: DraftKeeper) -> None:
        """Keeps a number that is being typed until it is added."""
        self._drafted = keeper.join("contact", self._about, self._fields.typed, self._fields.put_back)
        note = DraftNote.on(self._drafted, self._diary.now, self._context, self._give_up, self)
        self._column.insertWidget(0, note)

    def _about(self) -> str:
        return "new" if self._contact is None else str(self._contact.id)

    def look(self) -> None:
        """Shows what was typed and not added."""
        contacts = {str(contact.id): contact for contact in self._diary.contacts.all()}
        for key in self._drafted.waiting()[:1]:
            if key == "new" or key in contacts:
                self.begin(contacts.get(key))

    def _give_up(self) -> None:
        """What is typed is thrown away: the number that is changed stands there as it was."""
        self._drafted.done()
        self._fill(self._contact)

    def begin(self, contact: Contact | None = None) -> None:
        """Opens it for a new number, or for one that stands already."""
        self._drafted.try_keep()
        self._fill(contact)
        self._drafted.look()
        self.retranslate()
        self.show()
        self.name.setFocus()

    def _fill(self, contact: Contact | None) -> None:
        self._contact = contact
        self.name.setText(contact.name if contact else "")
        self.number.setText(contact.number if contact else "")
        self.limit.setText(self._limit.words())
        self._fields.settle()
        self.problem.hide()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.name.explain(tr.text("Who, such as “rheumatology ward”"), tr.text("Ward or person"))
        self.number.setPlaceholderText(tr.text("Telephone number"))
        self.number.setAccessibleName(tr.text("Telephone number"))
        self.keep.setText(tr.text("Add number") if self._contact is None else tr.text("Save"))
        self.remove.setText(tr.text("Remove"))
        self.remove.setVisible(self._contact is not None)
        self.close_button.setText(tr.text("Close"))
        self._limit_label.setText(tr.text("A lower limit for fever that my hospital gave me (°C)"))
        self.limit.setAccessibleName(self._limit_label.text())
        self.limit.setPlaceholderText(tr.text("none"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        name, number = self.name.text().strip(), self.number.text().strip()
        if not number:
            self.number.setFocus()
            return
        contacts = self._diary.contacts
        try:
            if self._contact is None:
                contacts.add(Contact(name or number, number))
            else:
                contacts.change(Contact(name or number, number, self._contact.id))
        except Refusal as refusal:
            self._complain(refusal)
            return
        self._begin_again()

    def _begin_again(self) -> None:
        self._contact = None
        self.problem.hide()
        self.name.clear()
        self.number.clear()
        self._fields.settle("name", "number")
        self._drafted.done()
        self.retranslate()
        self.name.setFocus()

    def _remove(self) -> None:
        if self._contact is not None:
            self._diary.contacts.remove(self._contact.id)
            self._begin_again()
            self._close()

    def _keep_limit(self) -> None:
        try:
            self._limit.set(self.limit.text())
        except Refusal as refusal:
            self._complain(refusal)
            return
        self._fields.settle("limit")
        self.problem.hide()

    def _close(self) -> None:
        self._drafted.try_keep()
        self.hide()
        self.closed.emit()

    def _complain(self, refusal: Refusal) -> None:
        self.problem.setText(self._context.tr.refusal(refusal))
        self.problem.show()
