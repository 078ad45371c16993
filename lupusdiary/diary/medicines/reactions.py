"""Allergies and side effects, as the person or her doctor tells them."""

from __future__ import annotations

from dataclasses import replace

from lupusdiary.diary.medicines.rows import MedicineRows
from lupusdiary.diary.row_mapping import Records, decoders_of, gone, row_id, row_of, values_of
from lupusdiary.diary.validation import entered, entered_list
from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.domain.medicines.side_effect import SideEffect
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table

_SIDE_EFFECT = {name: read for name, read in decoders_of(SideEffect).items() if name != "medicine"}


class Allergies:
    """Every verb is one undo step."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._records = Records(file, "allergy", Allergy)

    def all(self) -> list[Allergy]:
        """Allergies in the order of entry."""
        return self._records.all()

    def add(self, allergy: Allergy) -> Allergy:
        """Adds one; the same again is a no-op."""
        allergy = self.checked(allergy)
        with self._file.writing("medicines.allergy"):
            return self._records.same(allergy) or self.put(allergy)

    def put(self, allergy: Allergy) -> Allergy:
        """Adds a checked one inside a write."""
        return self._records.insert(allergy)

    def change(self, allergy: Allergy) -> None:
        """Changes the allergy with this id."""
        allergy = self.checked(allergy)
        with self._file.writing("medicines.allergy"):
            self._records.change(allergy)

    def remove(self, id: int | None) -> None:
        """Removes one."""
        with self._file.writing("medicines.allergy"):
            self._records.remove(id)

    def checked(self, allergy: Allergy) -> Allergy:
        """An allergy as it can be kept."""
        return replace(entered(allergy), reactions=entered_list(allergy.reactions))


class SideEffects:
    """Every verb is one undo step."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        self._medicines = MedicineRows(file)
        self._table = Table(file, "side_effect")

    def all(self) -> list[SideEffect]:
        """Side effects in the order of entry."""
        with self._file.reading():
            codes = self._medicines.codes()
            return [
                SideEffect(
                    **values_of(row, _SIDE_EFFECT), medicine=codes.get(_owner(row), ""), id=row_id(row)
                )
                for row in self._table.find()
            ]

    def add(self, effect: SideEffect) -> SideEffect:
        """Adds one; the same again is a no-op. Raises `Refusal` when its medicine is not there."""
        effect = self.checked(effect)
        with self._file.writing("medicines.side_effect"):
            same = next((each for each in self.all() if each == effect), None)
            return same or self.put(effect)

    def put(self, effect: SideEffect) -> SideEffect:
        """Adds a checked one inside a write."""
        return replace(effect, id=self._table.insert(self._row(effect)))

    def change(self, effect: SideEffect) -> None:
        """Changes the side effect with this id."""
        effect = self.checked(effect)
        with self._file.writing("medicines.side_effect"):
            if effect.id is None or not self._table.update(effect.id, self._row(effect)):
                raise gone()

    def remove(self, id: int | None) -> None:
        """Removes one."""
        with self._file.writing("medicines.side_effect"):
            if id is None or not self._table.delete(id):
                raise gone()

    def checked(self, effect: SideEffect) -> SideEffect:
        """A side effect as it can be kept."""
        kept = entered(effect)
        if not kept.what:
            raise Refusal("Write what was noticed.")
        return kept

    def _row(self, effect: SideEffect) -> Row:
        for id, code in self._medicines.codes().items():
            if code == effect.medicine:
                return {"medicine": id, **row_of(effect, _SIDE_EFFECT)}
        raise Refusal("There is no medicine “{id}”.", id=effect.medicine[:40])


def _owner(row: Row) -> int:
    owner = row["medicine"]
    assert isinstance(owner, int)
    return owner
