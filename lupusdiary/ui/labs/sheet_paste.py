"""What was pasted onto a sheet: one column of values, or a table whose labels name the tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.parse_range import parse_range
from lupusdiary.domain.lab.parse_value import parse_value
from lupusdiary.domain.lab.parsed_value import TEXT
from lupusdiary.domain.lab.printed_label import NamedTest, named_test
from lupusdiary.domain.lab.printed_text import plain

# A page of results is some hundred lines; more is not a laboratory sheet.
MOST_LINES = 500
_GAP = re.compile(r"\t|\s{2,}|\s*\|\s*")
_FLAG = re.compile(r"[▲▼↑↓*]|H{1,2}|L{1,2}|High|Low|\[[HL]\]|\([HL]\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One line of a pasted table: what it printed, and the tests that it may mean."""

    printed: str
    label: str
    tests: tuple[Analyte, ...]
    certain: bool = False
    value: str = ""
    unit: str = ""
    range_text: str = ""

    @property
    def sure(self) -> Analyte | None:
        """The test, where the label names exactly one and a value stands with it."""
        return self.tests[0] if self.certain and self.value else None

    def of(self, analyte: Analyte) -> PastedLine:
        """The same line read as one of its tests."""
        return _read(self.printed, self.label, NamedTest((analyte,), True), _cells(self.printed))


@dataclass(frozen=True, slots=True)
class Pasted:
    """Either `column`, values from the top, or `lines` of a table."""

    column: tuple[str, ...] = ()
    lines: tuple[PastedLine, ...] = ()


def read_pasted(text: str, find: Callable[[str], list[Analyte]]) -> Pasted:
    """Reads what a clipboard holds. `find` looks a label up exactly; a column keeps its empty lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")[:MOST_LINES]
    cells = [_cells(line) for line in lines]
    named = [_label_of(each, find) for each in cells]
    if all(len(each) <= 1 for each in cells) and not any(found is not None for _, found in named):
        return Pasted(column=tuple(each[0] if each else "" for each in cells))
    found = [
        _read(line, label, match or NamedTest(), each)
        for line, each, (label, match) in zip(lines, cells, named, strict=True)
        if each
    ]
    # A heading holds no digit and names no test: it is nothing that was missed.
    return Pasted(lines=tuple(each for each in found if each.tests or any(c.isdigit() for c in each.printed)))


def _cells(line: str) -> list[str]:
    return [cell for each in _GAP.split(line.strip()) if (cell := each.strip())]


def _label_of(cells: Sequence[str], find: Callable[[str], list[Analyte]]) -> tuple[str, NamedTest | None]:
    """The label of a line and what it names: the first cell that is one, also with blanks torn apart."""
    for at, cell in enumerate(cells[:3]):
        if (found := named_test(cell, find)).tests:
            return cell, found
        joined = f"{cell} {cells[at + 1]}" if at + 1 < len(cells) else ""
        if joined and (found := named_test(joined, find)).tests:
            return joined, found
    if len(cells) == 1 and (words := cells[0].split(" ")) and len(words) > 1:
        # One blank alone between label and value: the longest label that is known.
        for end in range(len(words) - 1, 0, -1):
            if (found := named_test(" ".join(words[:end]), find)).tests:
                return " ".join(words[:end]), found
    return (cells[0] if cells else ""), None


def _read(printed: str, label: str, named: NamedTest, cells: Sequence[str]) -> PastedLine:
    rest = _after(label, cells)
    analyte = named.tests[0] if named.tests else None
    value = unit = range_text = ""
    for cell in rest:
        if not value and (analyte is None or parse_value(cell, analyte).action != TEXT or not _other(cell)):
            value = cell
        elif _FLAG.fullmatch(cell):
            continue
        elif not unit and analyte is not None and analyte.unit(cell) is not None:
            unit = cell
        elif not range_text and parse_range(cell, analyte).kind is not None:
            range_text = cell
    unit = unit or named.unit or ""
    return PastedLine(printed.strip(), label, named.tests, named.certain, value, unit, range_text)


def _other(cell: str) -> bool:
    """Whether a cell is no value but a code or a flag before it."""
    return bool(_FLAG.fullmatch(cell)) or not plain(cell)


def _after(label: str, cells: Sequence[str]) -> list[str]:
    """The cells behind the label."""
    for at, cell in enumerate(cells):
        if cell == label:
            return list(cells[at + 1 :])
        if at + 1 < len(cells) and f"{cell} {cells[at + 1]}" == label:
            return list(cells[at + 2 :])
        if cell.startswith(label + " "):
            return [*cell.removeprefix(label).split(), *cells[at + 1 :]]
    return list(cells[1:])
