"""A sheet that is being entered: its day, its laboratory and its rows, until it is saved in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from lupusdiary.diary import Diary
from lupusdiary.domain.lab.catalogue import Analyte
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import LabResult, SheetRow
from lupusdiary.language import Refusal
from lupusdiary.ui.labs.sheet_entry import SheetEntry

# What the person types in a row and answers about it.
_TYPED = ("value", "unit", "range_text", "method", "note", "confirmed", "as_printed", "unit_asked")


@dataclass
class SheetDraft:
    """`original` are the results of the sheet that is changed, none for a new one."""

    day: date
    laboratory: str | None
    entries: list[SheetEntry] = field(default_factory=list)
    original: tuple[LabResult, ...] = ()
    _untouched: list[dict[str, Any]] = field(default_factory=list, repr=False)

    @classmethod
    def new(cls, diary: Diary, laboratory: str | None) -> SheetDraft:
        """An empty sheet of today with the rows of a laboratory, units and ranges as it printed them last."""
        return cls(diary.today(), laboratory, entries_of(diary, laboratory))

    @classmethod
    def of(cls, diary: Diary, results: Sequence[LabResult]) -> SheetDraft:
        """The sheet to which results belong, filled in; rows without a result stand empty between them."""
        first = results[0]
        draft = cls(first.collected_on, first.laboratory, entries_of(diary, first.laboratory), tuple(results))
        catalogue = diary.labs.catalogue()
        for result in results:
            entry = _kept_entry(result, catalogue.get(result.analyte))
            places = [at for at, each in enumerate(draft.entries) if each.analyte.id == result.analyte]
            free = [at for at in places if draft.entries[at].id is None]
            if free:
                entry.label = draft.entries[free[0]].label
                draft.entries[free[0]] = entry
            else:
                draft.entries.insert(places[-1] + 1 if places else len(draft.entries), entry)
        draft.settle()
        return draft

    @property
    def is_touched(self) -> bool:
        """Whether closing would lose something that was typed: a value, its unit, range, method or note."""
        return self._rows() != self._untouched

    def __post_init__(self) -> None:
        self.settle()

    def settle(self) -> None:
        """What stands in the rows now was filled in by the program."""
        self._untouched = self._rows()

    def _rows(self) -> list[dict[str, Any]]:
        held = (each for each in self.entries if not each.is_empty or each.note or each.id)
        return [row_values(each) for each in held]

    @property
    def key(self) -> str:
        """Which sheet it is: a new one, or that of a day and a laboratory."""
        if not self.original:
            return "new"
        first = self.original[0]
        return f"{first.collected_on.isoformat()} {first.laboratory or ''}".strip()

    def typed(self, day: str) -> dict[str, Any] | None:
        """What is typed, as plain values that can be kept with the `day` as it stands in its field; None if
        nothing is. See `put_back`."""
        if not self.is_touched:
            return None
        return {"day": day, "laboratory": self.laboratory, "rows": self._rows()}

    def put_back(self, diary: Diary, values: Mapping[str, Any]) -> None:
        """Fills the rows with what was typed before; a test that is no longer known is left out."""
        catalogue = diary.labs.catalogue()
        if values.get("laboratory") != self.laboratory:
            self.change_laboratory(diary, values.get("laboratory"))
        free = list(self.entries)
        for row in values.get("rows", ()):
            if row["analyte"] not in catalogue:
                continue
            same = [each for each in free if each.analyte.id == row["analyte"] and each.id == row["id"]]
            entry = same[0] if same else SheetEntry(catalogue.get(row["analyte"]), row["label"])
            if same:
                free.remove(entry)
            else:
                self.entries.append(entry)
            for name in _TYPED:
                setattr(entry, name, row[name])

    def change_laboratory(self, diary: Diary, laboratory: str | None) -> None:
        """Takes the rows of another laboratory, or of the same one as they are now; typed values stay."""
        typed = [each for each in self.entries if not each.is_empty or each.id is not None]
        fresh = entries_of(diary, laboratory)
        before = {each.analyte.id: each for each in entries_of(diary, self.laboratory)}
        for entry in typed:
            at = next((n for n, each in enumerate(fresh) if each.analyte.id == entry.analyte.id), None)
            if laboratory != self.laboratory:
                _take_over(entry, before.get(entry.analyte.id), fresh[at] if at is not None else None)
            if at is None or fresh[at] in typed:
                fresh.append(entry)
            else:
                entry.label = fresh[at].label
                fresh[at] = entry
        self.laboratory, self.entries = laboratory, fresh

    def remember_unit(self, diary: Diary, entry: SheetEntry, unit: str) -> None:
        """Keeps the answer which unit this laboratory means, so that it is asked once."""
        found = entry.analyte.unit(unit)
        sheet = diary.labs.sheet(self.laboratory)
        rows = tuple(
            replace(row, unit_answer=found.ucum if found else None)
            if row.analyte == entry.analyte.id
            else row
            for row in sheet.rows
        )
        if rows != sheet.rows:
            diary.labs.set_sheet(replace(sheet, rows=rows))

    def results_there(self, diary: Diary) -> list[LabResult]:
        """The results that the diary holds already of this day and laboratory."""
        found = diary.labs.all(Period(self.day, self.day), None)
        return [each for each in found if each.laboratory == self.laboratory]

    def save(self, diary: Diary, sex: str | None) -> int:
        """Keeps the sheet in one step and says how many results it holds; all or nothing (`Refusal`)."""
        before = {each.id: each for each in self.original}
        results: list[LabResult] = []
        for entry in self.entries:
            if entry.is_empty:
                continue
            result = replace(entry.result(self.day, self.laboratory, sex), id=entry.id)
            kept = before.get(entry.id)
            results.append(kept if kept and _same_entry(kept, result) else result)
        if not results and not self.original:
            raise Refusal("No value has been entered yet.")
        left = {each.id for each in results if each.id is not None}
        removed = [each.id for each in self.original if each.id is not None and each.id not in left]
        changed = [each for each in results if each is not before.get(each.id)]
        if not self.original:
            diary.labs.add_sheet(results)
        elif changed or removed:
            diary.labs.change_sheet(changed, removed)
        return len(results)


def row_values(entry: SheetEntry) -> dict[str, Any]:
    """What is typed in a row, with what it is about."""
    about = {"analyte": entry.analyte.id, "label": entry.label, "id": entry.id}
    return {**about, **{name: getattr(entry, name) for name in _TYPED}}


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
    if unit is None and row.unit_answer:
        known = analyte.unit(row.unit_answer)
        unit = known.display if known else row.unit_answer
    return SheetEntry(analyte, row.label, unit=unit or "", range_text=range_text or "", method=method or "")


def _take_over(entry: SheetEntry, before: SheetEntry | None, now: SheetEntry | None) -> None:
    """In another laboratory, what only the one before had filled in makes way for what this one prints."""
    for name in ("unit", "range_text", "method"):
        filled = before is not None and getattr(entry, name) == getattr(before, name)
        if filled or not getattr(entry, name):
            setattr(entry, name, getattr(now, name) if now is not None else "")
    entry.unit_asked = False


def _kept_entry(result: LabResult, analyte: Analyte) -> SheetEntry:
    """A result that is there: what was answered when it was entered is not asked again."""
    return SheetEntry(
        analyte, None, result.value_text, result.unit or "", result.range_text or "",
        result.method or "", result.note or "", confirmed=result.kind != "text", as_printed=True,
        unit_asked=True, id=result.id,
    )  # fmt: skip


def _same_entry(kept: LabResult, result: LabResult) -> bool:
    """Whether nothing was typed differently: then the result stays as it was read when it was entered."""
    return replace(kept, range_low=None, range_high=None) == replace(result, range_low=None, range_high=None)
