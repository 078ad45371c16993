"""A sheet that is being entered: its day, its laboratory and its rows, until it is saved in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from lupusdiary.diary import Diary
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import UNKNOWN_UNIT, LabResult, SheetRow
from lupusdiary.exchange.pasted_results import PastedLine
from lupusdiary.language import Refusal
from lupusdiary.ui.labs.sheet_entry import SheetEntry
from lupusdiary.ui.labs.sheet_rows import again, entries_of, kept_entry

# What the person types in a row and answers about it.
_TYPED = ("value", "unit", "range_text", "method", "note", "confirmed", "as_printed", "unit_asked")


@dataclass
class SheetDraft:
    """`original` are the results of the sheet that is changed, none for a new one. `unread` are the pasted
    lines that no row took."""

    day: date
    laboratory: str | None
    entries: list[SheetEntry] = field(default_factory=list)
    original: tuple[LabResult, ...] = ()
    unread: list[PastedLine] = field(default_factory=list)
    _untouched: list[dict[str, Any]] = field(default_factory=list, repr=False)
    _before_paste: list[SheetEntry] | None = None
    _pasted: list[SheetEntry] = field(default_factory=list, repr=False)

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
            entry = kept_entry(result, catalogue.get(result.analyte))
            places = [at for at, each in enumerate(draft.entries) if each.analyte.id == result.analyte]
            free = [at for at in places if draft.entries[at].id is None]
            if free:
                entry.label = draft.entries[free[0]].label
                draft.entries[free[0]] = entry
            else:
                draft.entries.insert(places[-1] + 1 if places else len(draft.entries), entry)
        draft.settle()
        return draft

    def __post_init__(self) -> None:
        self.settle()

    def settle(self) -> None:
        """What stands in the rows now was filled in by the program."""
        self._untouched = [row_values(each) for each in self.entries]

    @property
    def is_touched(self) -> bool:
        """Whether closing would lose something that was typed: a value, its unit, range, method or note."""
        now = [row_values(each) for each in self.entries]
        gone = any(row["id"] is not None and row not in now for row in self._untouched)
        return gone or bool(self.unread) or bool(self._rows())

    def _rows(self) -> list[dict[str, Any]]:
        """The rows that say something else than what was filled in."""
        rows = [row_values(each) for each in self.entries]
        return [row for row in rows if row not in self._untouched and _says_something(row)]

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
        self._untouched += [row_values(each) for each in fresh]
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
        self._before_paste = None

    def add_test(self, analyte: Analyte) -> int:
        """The row of a test, put at the end if there is none."""
        for at, each in enumerate(self.entries):
            if each.analyte.id == analyte.id:
                return at
        self.entries.append(SheetEntry(analyte))
        return len(self.entries) - 1

    def add_second(self, row: int) -> int:
        """Another row of the same test, below the last one of it: two values of one day stand on one
        sheet."""
        code = self.entries[row].analyte.id
        last = max(at for at, each in enumerate(self.entries) if each.analyte.id == code)
        self.entries.insert(last + 1, again(self.entries[last]))
        return last + 1

    def paste_column(self, values: Sequence[str], row: int) -> int:
        """Fills the values from a row down; an empty one leaves its row. Says how many were filled, and puts
        what has no row among the unread lines."""
        self._remember()
        taken = 0
        for at, text in enumerate(values, row):
            if not text.strip():
                continue
            if at < len(self.entries):
                self.entries[at].type_value(text.strip())
                taken += 1
            else:
                self.unread.append(PastedLine(text.strip(), "", (), value=text.strip()))
        return taken

    def paste_lines(self, lines: Sequence[PastedLine]) -> int:
        """Takes the lines whose test is sure, and puts the others among the unread. Says how many it took."""
        self._remember()
        taken = 0
        for line in lines:
            if line.sure is None:
                self.unread.append(line)
                continue
            self._take(line, line.sure)
            taken += 1
        return taken

    def take_unread(self, line: PastedLine, analyte: Analyte) -> None:
        """Takes an unread line as a test that the person named."""
        self.unread.remove(line)
        read = line.of(analyte)
        entry = self._take(replace(read, value=read.value or line.value), analyte)
        # The label is settled for this laboratory: the next paste does not ask again.
        entry.label = entry.label or line.label or None

    def _take(self, line: PastedLine, analyte: Analyte) -> SheetEntry:
        row = self.add_test(analyte)
        if self.entries[row].value != line.value and any(self.entries[row] is each for each in self._pasted):
            row = self.add_second(row)
        entry = self.entries[row]
        self._pasted.append(entry)
        entry.type_value(line.value)
        if line.unit:
            entry.type_unit(line.unit)
        entry.range_text = line.range_text or entry.range_text
        return entry

    def _remember(self) -> None:
        self._before_paste = [copy(each) for each in self.entries]
        self.unread, self._pasted = [], []

    @property
    def can_undo_paste(self) -> bool:
        """Whether something was pasted that can be taken back as a whole."""
        return self._before_paste is not None

    def undo_paste(self) -> None:
        """Takes the last paste back, with every line of it."""
        if self._before_paste is not None:
            self.entries, self.unread, self._before_paste = self._before_paste, [], None

    def results_there(self, diary: Diary) -> list[LabResult]:
        """The results that the diary holds already of this day and laboratory."""
        found = diary.labs.all(Period(self.day, self.day), None)
        return [each for each in found if each.laboratory == self.laboratory]

    def previous(self, diary: Diary) -> dict[str, LabResult]:
        """By test: the last result of an earlier day of the same laboratory."""
        return {
            each.analyte: each
            for each in diary.labs.of_laboratory(self.laboratory)
            if each.collected_on < self.day
        }

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
            diary.labs.add_sheet(results, self._answers())
        elif changed or removed:
            diary.labs.change_sheet(changed, removed, self._answers())
        return len(results)

    def _answers(self) -> list[SheetRow]:
        """Which unit this laboratory means and how it labels a test, as answered meanwhile."""
        found: list[SheetRow] = []
        for entry in self.entries:
            unit = entry.analyte.unit(entry.unit) if entry.unit else None
            answer = unit.ucum if unit is not None else None if entry.unit else UNKNOWN_UNIT
            asked = entry.unit_asked and entry.id is None and entry.has_unit
            row = SheetRow(entry.analyte.id, entry.label, answer if asked else None)
            if not entry.is_empty and (row.label or row.unit_answer):
                found.append(row)
        return found


def _take_over(entry: SheetEntry, before: SheetEntry | None, now: SheetEntry | None) -> None:
    """In another laboratory, what only the one before had filled in makes way for what this one prints."""
    answered = entry.unit_asked
    for name in ("unit", "range_text", "method"):
        filled = before is not None and getattr(entry, name) == getattr(before, name)
        if filled or not getattr(entry, name) or (name == "unit" and answered):
            setattr(entry, name, getattr(now, name) if now is not None else "")
    entry.unit_asked = now.unit_asked if now is not None else False


def row_values(entry: SheetEntry) -> dict[str, Any]:
    """What is typed in a row, with what it is about."""
    about = {"analyte": entry.analyte.id, "label": entry.label, "id": entry.id}
    return {**about, **{name: getattr(entry, name) for name in _TYPED}}


def _says_something(row: Mapping[str, Any]) -> bool:
    """Whether a row holds more than a test: an emptied result says that it shall go."""
    typed = any(str(row[name]).strip() for name in ("value", "unit", "range_text", "method", "note"))
    return typed or row["id"] is not None


def _same_entry(kept: LabResult, result: LabResult) -> bool:
    """Whether nothing was typed differently: then the result stays as it was read when it was entered."""
    return replace(kept, range_low=None, range_high=None) == replace(result, range_low=None, range_high=None)
