"""Reads the lists of our CSV, also after a person or a spreadsheet program has written them anew.

A folder, or one of its files with what its neighbours say of own items, own tests and whose diary it is.
Semicolons or tabs, decimal commas, another order of columns, headings in capitals or in Korean, days as
2026. 11. 22. or 11/22/2026, times as 오후 8:30, UTF-16 or the Korean code page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lupusdiary.exchange.decode import Imported, KnownHere, decode
from lupusdiary.exchange.fault import Faults, Place, about
from lupusdiary.exchange.foreign import refuse_foreign_list
from lupusdiary.exchange.headings import columns_of, heading_key
from lupusdiary.exchange.lists.csv_cells import Cells, cells_of
from lupusdiary.exchange.lists.csv_document import DocumentOf, Plain, Row
from lupusdiary.exchange.lists.csv_names import in_codes
from lupusdiary.exchange.lists.csv_tables import DAY, LATER_COLUMNS, TABLES, CsvTable
from lupusdiary.exchange.lists.csv_text import Line, rows_of
from lupusdiary.exchange.text_encoding import LARGEST, TextFile, text_file
from lupusdiary.language import Refusal

# Lists that explain the codes of another one, and tell a fictional life from a person's.
_NEIGHBOURS = ("diary", "symptoms", "analytes")
_MOST_FILES = 200
_MOST_FAULTS = 10_000


@dataclass
class _Lists:
    """The rows of every list that was found, and what was not known."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    said: list[Refusal] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)


def examine(path: Path, here: KnownHere | None = None) -> Imported:
    """What a folder or one file says, without the rows that are wrong; `here` are the receiving diary's
    codes. Raises `Refusal` for what holds no list of a diary."""
    if path.is_dir():
        # Pipes and devices are no files, whatever they are called.
        files = [file for file in sorted(path.glob("*.csv")) if file.is_file()][:_MOST_FILES]
        if sum(file.stat().st_size for file in files) > LARGEST:
            raise Refusal("This file is too large for a diary export.")
        return examine_files([text_file(file) for file in files], path.name, here, whole=True)
    beside = [] if path.name.lower() == "diary.csv" else _beside(path)
    return examine_files([text_file(path)], path.name, here, beside=beside)


def examine_files(
    files: Sequence[TextFile],
    name: str,
    here: KnownHere | None = None,
    *,
    whole: bool = False,
    beside: Sequence[TextFile] = (),
) -> Imported:
    """As `examine`, of files that are open already. `whole`: other files among them are left out."""
    lists = _Lists()
    for file in files:
        _read_list(file, lists, whole=whole)
    if not lists.rows:
        raise Refusal("There is no diary list in “{path}”.", path=name)
    main = set(lists.rows)
    for file in beside:
        _read_list(file, lists, whole=True)
    in_codes(lists.rows, here)
    made = DocumentOf(_needed(lists.rows, main), lists.faults)
    found = decode(made.document, here, spelled=True, origins=made.origins, faults=lists.faults)
    return replace(found, ignored=(*lists.ignored, *found.ignored), said=tuple(lists.said))


def is_ours(path: Path, table: CsvTable) -> bool:
    """Whether a file has the columns of one of our lists, as this version or an older one wrote it."""
    # Whoever opens a pipe waits for its other end.
    if not path.is_file():
        return False
    try:
        rows = rows_of(text_file(path))
        header = next(rows, Line(0, [])).cells
        rows.close()
    except (OSError, Refusal):
        return False
    # A list that an older version wrote lacks the column that came since.
    return bool(header) and set(table.columns) - LATER_COLUMNS <= set(header) <= set(table.columns)


def exported_folder(path: Path) -> Path | None:
    """The folder of lists that `path` is a part of, or None when it lies by itself."""
    about = path.with_name("diary.csv")
    if path.suffix.lower() != ".csv" or not about.is_file() or not is_ours(about, TABLES["diary"]):
        return None
    return path.parent


def _beside(path: Path) -> list[TextFile]:
    """The neighbours that say what diary a list comes from and what its own codes mean."""
    found = [path.with_name(f"{name}.csv") for name in _NEIGHBOURS]
    there = [file for file in found if file != path and file.is_file()]
    return [text_file(file) for file in there if is_ours(file, TABLES[file.stem])]


def _needed(rows: dict[str, list[Row]], main: set[str]) -> dict[str, list[Row]]:
    """Of the neighbours' lists only what the lists that were asked for name."""
    named = ("symptom", "analyte")
    codes = {line[key] for name in main for line in rows[name] for key in named if key in line}

    def wanted(name: str, line: Row) -> bool:
        code = {"symptoms": "id", "analytes": "analyte"}.get(name)
        return name in main or code is None or ("name" in line and line[code] in codes)

    return {name: [line for line in found if wanted(name, line)] for name, found in rows.items()}


def _read_list(file: TextFile, lists: _Lists, *, whole: bool) -> None:
    rows = rows_of(file)
    header = next(rows, Line(0, [])).cells
    table, columns = _table_for(header)
    if table is None:
        rows.close()
        if not whole:
            refuse_foreign_list(file.name, header)
            raise Refusal(
                "The columns of “{path}” are not those of a diary list. A list of values has the columns "
                "day, symptom and value; one of results has collected_on, analyte, value_text and unit.",
                path=file.name,
            )
        lists.ignored.append(file.name)
        return
    if table.name in lists.rows:
        rows.close()
        if whole and file.name.lower() == f"{table.name}.csv":
            return
        raise Refusal("“{list}” is there twice in this folder.", list=table.name)
    for place, heading in enumerate(header):
        if place not in columns and heading.strip():
            lists.ignored.append(f"{table.name}.{heading.strip()[:40]}")
        elif place in columns and heading_key(heading) != columns[place]:
            lists.said.append(
                Refusal(
                    "“{heading}” is read as “{column}”.", heading=heading.strip()[:40], column=columns[place]
                )
            )
    if file.encoding != "utf-8":
        lists.said.append(
            Refusal("{file} is read as {encoding}.", file=file.name, encoding=file.encoding_name)
        )
    named = max(place for place, heading in enumerate(header) if heading.strip()) + 1
    lists.rows[table.name] = _rows(table, columns, named, list(rows), file.name, lists.faults)


def _table_for(header: Sequence[str]) -> tuple[CsvTable | None, dict[int, str]]:
    """The list whose columns these are, and which column stands where; a person may have left out or added
    a few."""
    named = sum(1 for heading in header if heading.strip())

    def likeness(table: CsvTable) -> tuple[float, float, int]:
        found = columns_of(header, table.columns)
        if not found or not set(table.needed) <= set(found.values()):
            return 0, 0, 0
        own = sum(1 for place, name in found.items() if heading_key(header[place]) == name)
        return len(found) / named, len(found) / len(table.columns), own

    best = max(TABLES.values(), key=likeness)
    known, complete, _ = likeness(best)
    if known < 0.5 or not (best.needed or complete >= 0.5):
        return None, {}
    return best, columns_of(header, best.columns)


def _rows(
    table: CsvTable, columns: dict[int, str], named: int, lines: Sequence[Line], file: str, faults: Faults
) -> list[Row]:
    """The typed rows of a table with `named` columns."""
    days = [place for place, name in columns.items() if table.columns[name] == DAY]
    cells = cells_of(line.cells[place] for line in lines for place in days if place < len(line.cells))
    found = []
    for line in lines:
        place = Place(table.name, None, file, line.number)
        try:
            _refuse_more(line.cells[named:])
            values = _values(table, columns, line.cells, cells)
        except Refusal as why:
            raw = {name: line.cells[at] for at, name in columns.items() if at < len(line.cells)}
            day = raw.get("day") or raw.get("collected_on") or raw.get("start")
            faults.add(about(place, day, raw.get("symptom") or raw.get("analyte") or raw.get("kind")), why)
            if len(faults.found) > _MOST_FAULTS:
                raise Refusal("Too many lines of this file cannot be read.") from None
        else:
            found.append(Row(values, place))
    return found


def _refuse_more(behind: Sequence[str]) -> None:
    """What stands behind the last column is the rest of a text or of a number that a comma cut."""
    if any(cell.strip() for cell in behind):
        raise Refusal(
            "This line has more values than the file has columns. A text or number with a comma in it stands "
            "between quotation marks."
        )


def _values(table: CsvTable, columns: dict[int, str], row: Sequence[str], cells: Cells) -> Plain:
    values = {
        name: cells.typed(row[place], table.columns[name], name)
        for place, name in columns.items()
        if place < len(row) and row[place] != ""
    }
    for name in table.needed:
        if name not in values:
            raise Refusal("“{field}” is missing.", field=name)
    return values
