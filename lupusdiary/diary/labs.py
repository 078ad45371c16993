"""Laboratory results, own tests, and the rows that each laboratory prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lupusdiary.diary.lab_sheets import LabSheets
from lupusdiary.diary.row_mapping import Records, one_of
from lupusdiary.diary.symptoms import own_code
from lupusdiary.diary.validation import Clock, day_that_came, entered
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import (
    COMPARATORS,
    RESULT_KINDS,
    VALUE_TYPES,
    LabResult,
    OwnAnalyte,
    SheetRow,
    SheetTemplate,
)
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile

if TYPE_CHECKING:
    from lupusdiary.domain.lab.catalogue import AnalyteCatalogue


class Labs:
    """The laboratory side of a diary. Every verb is one undo step."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._results = Records(
            file,
            "lab_result",
            LabResult,
            "collected_on",
            {"comparator": one_of((None, *COMPARATORS)), "kind": one_of(RESULT_KINDS)},
        )
        self._own = Records(file, "own_analyte", OwnAnalyte)
        self._sheets = LabSheets(file)
        self._catalogue: tuple[tuple[OwnAnalyte, ...], AnalyteCatalogue] | None = None

    def all(self, period: Period | None = None, analyte: str | None = None) -> list[LabResult]:
        """Results by day of collection, ties in the order of entry."""
        return self._results.all(period, {"analyte": analyte} if analyte is not None else None)

    def newest(self, analyte: str) -> LabResult | None:
        """The result of a test that was collected last; of two on one day, the one that was entered last."""
        return self._results.newest({"analyte": analyte})

    def ends(self) -> list[date]:
        """The first and the last day with a result; none where there is none."""
        return self._results.ends()

    def add(self, result: LabResult) -> LabResult:
        """Adds a result. The same again is a no-op, a different one of the same day a second result."""
        return self.add_sheet([result])[0]

    def add_sheet(self, results: Sequence[LabResult], answers: Sequence[SheetRow] = ()) -> list[LabResult]:
        """Adds the results of one sheet, all or none; `answers` say of its laboratory's rows
        which unit it means and which label it prints."""
        checked = [self.checked(result) for result in results]
        for result in checked:
            day_that_came(result.collected_on, self._clock().date())
        with self._file.writing("labs.add"):
            for laboratory in dict.fromkeys(result.laboratory for result in checked):
                tests = [result.analyte for result in checked if result.laboratory == laboratory]
                self._sheets.append(laboratory, tests)
                self._sheets.answer(laboratory, [entered(each) for each in answers])
            return [self._results.same(result) or self.put(result) for result in checked]

    def put(self, result: LabResult) -> LabResult:
        """Adds a checked result inside a write."""
        return self._results.insert(result)

    def put_in(self, result: LabResult) -> None:
        """Adds one of the many checked results of an import inside its write."""
        self._results.add(result)

    def change(self, result: LabResult) -> None:
        """Changes the result with this id."""
        checked = self.checked(result)
        day_that_came(checked.collected_on, self._clock().date())
        with self._file.writing("labs.change"):
            self._results.change(checked)

    def change_sheet(
        self,
        results: Sequence[LabResult],
        removed: Sequence[int] = (),
        answers: Sequence[SheetRow] = (),
    ) -> None:
        """Changes the results that have an id, adds the others and removes some: one sheet, one step;
        `answers` as in `add_sheet`."""
        checked = [self.checked(result) for result in results]
        for result in checked:
            day_that_came(result.collected_on, self._clock().date())
        with self._file.writing("labs.change"):
            for result in checked:
                if result.id is None:
                    self.put(result)
                else:
                    self._results.change(result)
            for id in removed:
                self._results.remove(id)
            for laboratory in dict.fromkeys(result.laboratory for result in checked):
                self._sheets.answer(laboratory, [entered(each) for each in answers])

    def remove(self, id: int | None) -> None:
        """Removes one result."""
        with self._file.writing("labs.remove"):
            self._results.remove(id)

    def checked(self, result: LabResult, known: AnalyteCatalogue | None = None) -> LabResult:
        """A result as it can be kept: a known test, a unit of it, a kind that the diary knows."""
        result = entered(result)
        analyte = (known or self.catalogue()).get(result.analyte or "")
        if not result.value_text:
            raise Refusal("There is no value for {analyte}.", analyte=analyte.names)
        if result.kind not in RESULT_KINDS:
            raise Refusal("“{kind}” is not a kind of result.", kind=result.kind[:40])
        if result.unit is not None:
            analyte.check_unit(result.unit)
        return result

    def analytes_used(self) -> list[str]:
        """The codes of every test that has a result."""
        return self._results.distinct("analyte")

    def laboratories(self) -> list[str]:
        """The names of every laboratory that the diary knows."""
        return sorted({*self._results.distinct("laboratory"), *self._sheets.laboratories()})

    def of_laboratory(self, laboratory: str | None) -> list[LabResult]:
        """The results of one laboratory by day of collection."""
        return self._results.all(where={"laboratory": laboratory})

    def last_units(self, laboratory: str | None) -> dict[str, tuple[str | None, str | None, str | None]]:
        """By test: unit, range and method as this laboratory printed them last."""
        results = self.of_laboratory(laboratory)
        return {result.analyte: (result.unit, result.range_text, result.method) for result in results}

    def catalogue(self) -> AnalyteCatalogue:
        """Every test that this diary can hold."""
        from lupusdiary.domain.lab.catalogue import AnalyteCatalogue

        own = tuple(self._own.all())
        if self._catalogue is None or self._catalogue[0] != own:
            self._catalogue = own, AnalyteCatalogue(own)
        return self._catalogue[1]

    def own(self) -> list[OwnAnalyte]:
        """The tests that the person added."""
        return self._own.all()

    def add_own(self, own: OwnAnalyte) -> str:
        """Adds an own test and says its code; an empty `analyte` is given one that comes from its meaning."""
        own = self.checked_own(own)
        kept = self._own.all()
        if any(each.name == own.name for each in kept):
            raise Refusal("There is already a test called “{name}”.", name=own.name)
        if not own.analyte or own.analyte in self.catalogue():
            meaning = f"{own.name}\n{own.value_type}\n{own.unit or ''}"
            own = replace(own, analyte=own_code(meaning, {each.analyte for each in kept}))
        with self._file.writing("labs.add_own"):
            self.put_own(own)
        return own.analyte

    def checked_own(self, own: OwnAnalyte) -> OwnAnalyte:
        """An own test as it can be kept."""
        own = entered(own)
        if not own.name:
            raise Refusal("The name is empty.")
        if own.value_type not in VALUE_TYPES:
            raise Refusal("“{type}” is not a kind of test.", type=str(own.value_type)[:40])
        return own

    def put_own(self, own: OwnAnalyte) -> None:
        """Adds an own test inside a write."""
        self._own.insert(own)

    def sheet(self, laboratory: str | None) -> SheetTemplate:
        """The rows that a laboratory prints, in its order."""
        return self._sheets.sheet(laboratory)

    def sheets(self) -> list[SheetTemplate]:
        """The sheets of every laboratory, in the order in which they came."""
        return self._sheets.all()

    def merge_sheet(self, sheet: SheetTemplate) -> SheetTemplate:
        """Takes another diary's sheet over inside a write: whole if there is none here, else what is new."""
        sheet = self._sheets.checked(sheet, self.catalogue())
        if self._sheets.has(sheet.laboratory):
            self._sheets.append(sheet.laboratory, [row.analyte for row in sheet.rows])
        else:
            self._sheets.put(sheet)
        return sheet

    def set_sheet(self, sheet: SheetTemplate) -> None:
        """Says what a laboratory prints; without rows, that it is not known."""
        sheet = self._sheets.checked(sheet, self.catalogue())
        with self._file.writing("labs.set_sheet"):
            self._sheets.put(sheet)
