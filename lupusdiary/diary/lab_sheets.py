"""The order in which each laboratory prints its tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lupusdiary.diary.row_mapping import row_id
from lupusdiary.diary.validation import LIST_LIMIT, entered, entered_text
from lupusdiary.domain.records import SheetRow, SheetTemplate
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table

if TYPE_CHECKING:
    from lupusdiary.domain.lab.catalogue import AnalyteCatalogue


class LabSheets:
    """The rows of each laboratory. A laboratory without rows is not known here."""

    def __init__(self, file: DiaryFile) -> None:
        self._table = Table(file, "sheet_row")
        self._results = Table(file, "lab_result")

    def all(self) -> list[SheetTemplate]:
        """Every sheet, in the order in which the laboratories came."""
        found: dict[str | None, list[tuple[int, SheetRow]]] = {}
        for row in self._table.find():
            position = row["position"]
            assert isinstance(position, int)
            found.setdefault(_text(row["laboratory"]), []).append((position, _sheet_row(row)))
        return [SheetTemplate(name, _in_order(rows)) for name, rows in found.items()]

    def sheet(self, laboratory: str | None) -> SheetTemplate:
        """One laboratory's rows; before they are known, the tests that it has results of."""
        found = self._table.find({"laboratory": laboratory}, order=("position", "id"))
        rows = tuple(map(_sheet_row, found)) or tuple(map(SheetRow, self._tests_of(laboratory)))
        return SheetTemplate(laboratory, rows)

    def has(self, laboratory: str | None) -> bool:
        """Whether the rows of this laboratory are known."""
        return self._table.one({"laboratory": laboratory}) is not None

    def laboratories(self) -> list[str]:
        """The names of the laboratories."""
        return [sheet.laboratory for sheet in self.all() if sheet.laboratory is not None]

    def checked(self, sheet: SheetTemplate, known: AnalyteCatalogue) -> SheetTemplate:
        """A sheet as it can be kept: tests that exist, each row once."""
        if len(sheet.rows) > LIST_LIMIT:
            raise Refusal("A sheet has at most {limit} rows.", limit=LIST_LIMIT)
        rows = tuple(dict.fromkeys(entered(row) for row in sheet.rows))
        for row in rows:
            known.get(row.analyte or "")
        return replace(sheet, laboratory=entered_text(sheet.laboratory), rows=rows)

    def put(self, sheet: SheetTemplate) -> None:
        """Makes the rows of a laboratory these, inside a write; rows that stay are not written again."""
        kept = self._table.find({"laboratory": sheet.laboratory}, order=("position", "id"))
        for position, row in enumerate(sheet.rows):
            columns: Row = {
                "laboratory": sheet.laboratory,
                "position": position,
                "analyte": row.analyte,
                "label": row.label,
                "unit_answer": row.unit_answer,
            }
            if position < len(kept):
                self._table.update(row_id(kept[position]), columns)
            else:
                self._table.insert(columns)
        for row_left in kept[len(sheet.rows) :]:
            self._table.delete(row_id(row_left))

    def append(self, laboratory: str | None, analytes: Iterable[str]) -> None:
        """Puts tests at the end of a laboratory's rows, inside a write, unless they are among them."""
        kept = self._table.find({"laboratory": laboratory}, order=("position", "id"))
        known = {str(row["analyte"]) for row in kept}
        position = kept[-1]["position"] if kept else -1
        assert isinstance(position, int)
        if not kept:
            analytes = [*self._tests_of(laboratory), *analytes]
        for analyte in dict.fromkeys(analytes):
            if analyte not in known:
                position += 1
                self._table.insert({"laboratory": laboratory, "position": position, "analyte": analyte})

    def answer(self, laboratory: str | None, answers: Sequence[SheetRow]) -> None:
        """Keeps, inside a write, what was answered of a laboratory's rows: the unit that it means, and the
        label under which it prints a test that had none."""
        given = {row.analyte: row for row in answers}
        for row in self._table.find({"laboratory": laboratory}):
            answer = given.get(str(row["analyte"]))
            if answer is None:
                continue
            now: Row = {
                "unit_answer": answer.unit_answer or row["unit_answer"],
                "label": row["label"] or answer.label,
            }
            if any(row[name] != value for name, value in now.items()):
                self._table.update(row_id(row), now)

    def _tests_of(self, laboratory: str | None) -> list[str]:
        found = self._results.select(("analyte",), {"laboratory": laboratory})
        return list(dict.fromkeys(str(analyte) for (analyte,) in found))


def _sheet_row(row: Row) -> SheetRow:
    return SheetRow(str(row["analyte"]), _text(row["label"]), _text(row["unit_answer"]))


def _in_order(rows: list[tuple[int, SheetRow]]) -> tuple[SheetRow, ...]:
    return tuple(row for _, row in sorted(rows, key=lambda numbered: numbered[0]))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
