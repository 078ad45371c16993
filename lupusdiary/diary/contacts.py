"""The telephone numbers of the person's own hospital."""

from __future__ import annotations

from lupusdiary.diary.row_mapping import Records
from lupusdiary.diary.validation import entered, entered_name
from lupusdiary.domain.records import Contact
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile


class Contacts:
    """Every verb is one undo step."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._records = Records(file, "contact", Contact)

    def all(self) -> list[Contact]:
        """Contacts in the order of entry."""
        return self._records.all()

    def add(self, contact: Contact) -> Contact:
        """Adds a number; the same again is a no-op."""
        contact = self.checked(contact)
        with self._file.writing("contacts.add"):
            return self._records.same(contact) or self.put(contact)

    def put(self, contact: Contact) -> Contact:
        """Adds a checked contact inside a write."""
        return self._records.insert(contact)

    def change(self, contact: Contact) -> None:
        """Changes the contact with this id."""
        contact = self.checked(contact)
        with self._file.writing("contacts.change"):
            self._records.change(contact)

    def remove(self, id: int | None) -> None:
        """Removes one contact."""
        with self._file.writing("contacts.remove"):
            self._records.remove(id)

    def checked(self, contact: Contact) -> Contact:
        """A contact as it can be kept: with a name and a number."""
        entered_name(contact.name)
        if not contact.number.strip():
            raise Refusal("The telephone number is empty.")
        return entered(contact)
