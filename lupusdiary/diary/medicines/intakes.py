"""What was taken, skipped, late or extra, day by day. No row is unrecorded, never skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lupusdiary.diary.check_in import CheckIn
from lupusdiary.diary.medicines.medicines import Medicines, checked_part
from lupusdiary.diary.medicines.rows import MedicineRows
from lupusdiary.diary.row_mapping import between, decoders_of, gone, row_id, row_of, values_of
from lupusdiary.diary.validation import entered
from lupusdiary.domain.day_record import LATER
from lupusdiary.domain.medicines.holding import held_on
from lupusdiary.domain.medicines.intake import EXTRA, Intake, refuse_rows, refuse_slot
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.period import Period
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table

_FIELDS = {name: read for name, read in decoders_of(Intake).items() if name not in {"medicine", "parts"}}


class Intakes:
    """Every verb is one undo step."""

    def __init__(self, file: DiaryFile, medicines: Medicines, check_in: CheckIn) -> None:
        self._file = file
        self._medicines = medicines
        self._check_in = check_in
        self._rows = MedicineRows(file)
        self._table = Table(file, "intake")

    def all(self, period: Period | None = None) -> list[Intake]:
        """Rows of a period, or all, by day; ties in the order of entry."""
        with self._file.reading():
            codes, parts = self._rows.codes(), self._rows.parts.by("intake")
            rows = self._table.find(between=between(period, "day"), order=("day", "id"))
        return [
            Intake(
                **values_of(row, _FIELDS),
                medicine=codes.get(_owner(row), ""),
                parts=tuple(part for part in parts.get(row_id(row), ()) if part is not None),
                id=row_id(row),
            )
            for row in rows
        ]

    def record(self, intake: Intake) -> None:
        """Records an intake; what was said of the same one before gives way. Extra and as-needed ones add."""
        self.record_many((intake,))

    def record_many(self, intakes: Sequence[Intake]) -> None:
        """Records several as one step."""
        with self._file.writing("medicines.taken"):
            here = {medicine.code: medicine for medicine in self._medicines.all()}
            for intake in intakes:
                if intake.medicine not in here:
                    raise Refusal("There is no medicine “{id}”.", id=intake.medicine[:40])
                self._record(here[intake.medicine], self.checked(intake))

    def _record(self, medicine: Medication, intake: Intake) -> None:
        said = [row for row in self._of(intake.day) if row.medicine == medicine.code]
        before = (
            None
            if adds(medicine, intake)
            else next((row for row in said if row.state != EXTRA and row.intake == intake.intake), None)
        )
        later = intake.day < self._check_in.today()
        intake = replace(intake, how=intake.how or (LATER if later else None))
        if before is not None and replace(before, how=None) == replace(intake, how=None):
            return
        if not adds(medicine, intake):
            refuse_slot(medicine, intake)
        rest = [row for row in said if row is not before]
        refuse_rows(medicine, intake.day, (*rest, intake), self._check_in.calendar_today())
        if before is None:
            self.put(intake, medicine)
        else:
            assert before.id is not None
            self._table.update(before.id, row_of(intake, _FIELDS))
            self._rows.parts.put("intake", before.id, intake.parts)

    def put(self, intake: Intake, medicine: Medication) -> None:
        """Adds a checked intake inside a write."""
        id = self._table.insert({"medicine": medicine.id, **row_of(intake, _FIELDS)})
        self._rows.parts.put("intake", id, intake.parts)

    def clear(self, day: date, code: str, intake: str | None) -> None:
        """Makes an intake unrecorded again; nothing happens where nothing was said."""
        with self._file.writing("medicines.taken"):
            for row in self._of(day):
                if (row.medicine, row.intake) == (code, intake) and row.state != EXTRA:
                    self._remove(row.id)

    def remove(self, id: int | None) -> None:
        """Removes one row."""
        with self._file.writing("medicines.taken"):
            self._remove(id)

    def _remove(self, id: int | None) -> None:
        if id is None:
            raise gone()
        self._rows.parts.put("intake", id, ())
        if not self._table.delete(id):
            raise gone()

    def _of(self, day: date) -> list[Intake]:
        return self.all(Period(day, day))

    def checked(self, intake: Intake) -> Intake:
        """An intake as it can be kept."""
        return replace(entered(intake), parts=tuple(checked_part(part) for part in intake.parts))


def adds(medicine: Medication, intake: Intake) -> bool:
    """Whether an intake stands beside others: extra, or as needed."""
    held = held_on(medicine, intake.day).period
    return intake.state == EXTRA or (held is not None and held.kind == AS_NEEDED)


def _owner(row: Row) -> int:
    owner = row["medicine"]
    assert isinstance(owner, int)
    return owner
