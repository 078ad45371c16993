"""The person's safety card: whom to call, which warning signs, own notes."""

from __future__ import annotations

from lupusdiary.diary.validation import NOTE_LIMIT, TEXT_LIMIT, entered_text
from lupusdiary.domain.learning import SafetyCard
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table

_ROW = 1


class OwnSafetyCard:
    """One card a diary; to write it is one undo step."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._table = Table(file, "safety_card")

    def get(self) -> SafetyCard:
        """What stands on it."""
        row = self._table.one({"id": _ROW})
        if row is None:
            return SafetyCard()
        whom, notes = row["whom"], row["notes"]
        return SafetyCard(
            whom=whom if isinstance(whom, str) else None,
            signs=tuple(str(row["signs"]).split()),
            notes=notes if isinstance(notes, str) else None,
        )

    def set(self, card: SafetyCard) -> None:
        """Writes it anew."""
        card = self.checked(card)
        if card == self.get():
            return
        columns: Row = {"whom": card.whom, "signs": " ".join(card.signs), "notes": card.notes}
        with self._file.writing("safety_card.set"):
            if not self._table.update(_ROW, columns):
                self._table.insert({"id": _ROW, **columns})

    def checked(self, card: SafetyCard) -> SafetyCard:
        """A card as it can be kept: its signs are items that have a fixed warning text, each once."""
        catalogue = SymptomCatalogue()
        for code in card.signs:
            if code not in catalogue or catalogue.get(code).red_flags is None:
                raise Refusal("“{code}” is not a warning sign that can stand on the card.", code=code[:40])
        return SafetyCard(
            whom=entered_text(card.whom, TEXT_LIMIT),
            signs=tuple(dict.fromkeys(card.signs)),
            notes=entered_text(card.notes, NOTE_LIMIT),
        )
