"""The rows of a sheet: empty ones as a laboratory prints them, and those of results that are there."""

from __future__ import annotations

from lupusdiary.diary import Diary
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.records import UNKNOWN_UNIT, LabResult, SheetRow
from lupusdiary.ui.labs.sheet_entry import SheetEntry


def entries_of(diary: Diary, laboratory: str | None) -> list[SheetEntry]:
    """The empty rows of a laboratory, with unit, range and method of last time."""
    catalogue, last = diary.labs.catalogue(), diary.labs.last_units(laboratory)
    return [
        _empty_entry(row, catalogue.get(row.analyte), last.get(row.analyte, (None, None, None)))
        for row in diary.labs.sheet(laboratory).rows
    ]


def _empty_entry(
    row: SheetRow, analyte: Analyte, last: tuple[str | None, str | None, str | None]
) -> SheetEntry:
    unit, range_text, method = last
    unknown = row.unit_answer == UNKNOWN_UNIT
    if unit is None and row.unit_answer and not unknown:
        known = analyte.unit(row.unit_answer)
        unit = known.display if known else row.unit_answer
    return SheetEntry(
        analyte, row.label, unit=unit or "", range_text=range_text or "", method=method or "",
        unit_asked=unknown and unit is None,
    )  # fmt: skip


def kept_entry(result: LabResult, analyte: Analyte) -> SheetEntry:
    """The row of a result that is there: what was answered when it was entered is not asked again."""
    return SheetEntry(
        analyte, None, result.value_text, result.unit or "", result.range_text or "",
        result.method or "", result.note or "", confirmed=result.kind != "text", as_printed=True,
        unit_asked=True, id=result.id,
    )  # fmt: skip


def again(entry: SheetEntry) -> SheetEntry:
    """An empty row for a second value of the same test, as the sheet prints it."""
    return SheetEntry(
        entry.analyte, entry.label, unit=entry.unit, range_text=entry.range_text, method=entry.method,
        unit_asked=entry.unit_asked,
    )  # fmt: skip
