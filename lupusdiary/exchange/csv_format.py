"""Our own CSV: a folder with one file a list, for a spreadsheet; complete, so it can be read back.

Each file is UTF-8 with a byte order mark, has commas, CRLF and one line of column names; a cell that is
empty was not known. Days are 2026-11-22, yes and no are true and false. A text that a spreadsheet would
compute (it begins with = @ or a tab, or with + or - and more than a number) has an apostrophe before it,
which is taken away again on reading. The columns of each file stand in `csv_tables.TABLES`; their
meaning is that of our JSON. "visit" in visits.csv and questions.csv joins the two, "row" in sheets.csv
counts the rows of one laboratory's sheet, "teach_back" in teach_backs.csv joins the messages of one
teach-back. "medicine" is an id of medicines.csv, "dose" in doses.csv and dose_parts.csv joins the two; a
list in a cell is JSON. What is no list of its own stands in other.csv, a key of our JSON and its
value as JSON a row.

Reading takes the folder or one of its files (with diary.csv if that lies beside it), also after a
spreadsheet has saved it anew: semicolons or tabs, another order of columns, dates as 2026. 11. 22. or
2026/11/22, UTF-16 or the Korean code page.
"""

from __future__ import annotations

from pathlib import Path

from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange.csv_tables import LATER_COLUMNS, TABLES, CsvTable, document, tables
from lupusdiary.exchange.csv_text import lines, table_of, typed
from lupusdiary.exchange.decode import Imported, KnownHere, decode
from lupusdiary.exchange.encode import Plain, encode
from lupusdiary.exchange.entry import placed
from lupusdiary.language import Refusal
from lupusdiary.whole_file import refuse_diary, write_together


def write(contents: DiaryContents, folder: Path) -> list[Path]:
    """Writes every file into `folder`, which is created. A file of the same name that is not ours is
    refused before anything is written; each file appears whole or not at all."""
    if folder.exists() and not folder.is_dir():
        raise Refusal("“{path}” is a file, but CSV needs a folder.", path=folder.name)
    refuse_diary(folder)
    files = {
        folder / f"{name}.csv": lines(list(TABLES[name].columns), [list(row.values()) for row in rows])
        for name, rows in tables(encode(contents)).items()
    }
    for path in files:
        _refuse_foreign(path, TABLES[path.stem])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Refusal("The folder “{folder}” cannot be made.", folder=str(folder)) from fault
    write_together(files)
    return list(files)


def _refuse_foreign(path: Path, table: CsvTable) -> None:
    if path.exists() and not _is_ours(path, table):
        raise Refusal(
            "“{path}” is already there and is not from this program. Choose another folder.",
            path=path.name,
        )


def _is_ours(path: Path, table: CsvTable) -> bool:
    try:
        with path.open("rb") as file:
            header = table_of(file.readline(10_000))
    except (OSError, Refusal):
        return False
    # A list that an older version wrote lacks the column that came since.
    return bool(header) and set(table.columns) - LATER_COLUMNS <= set(header[0]) <= set(table.columns)


def read(path: Path) -> DiaryContents:
    """The contents of a folder or of one file. Raises `Refusal`, and then nothing of it was taken."""
    return read_lists(path).contents


def read_lists(path: Path, here: KnownHere | None = None) -> Imported:
    """The contents, and which files and columns were not known; `here` are the receiving diary's codes."""
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path, *_beside(path)]
    rows: dict[str, list[Plain]] = {}
    ignored: list[str] = []
    for file in files:
        cells = table_of(file.read_bytes())
        table = _table_for(cells[0] if cells else [])
        if table is None and path.is_dir():
            ignored.append(file.name)
        elif table is None:
            raise Refusal("The columns of “{path}” are not those of a diary list.", path=file.name)
        elif table.name in rows:
            raise Refusal("“{list}” is there twice in this folder.", list=table.name)
        else:
            rows[table.name] = _rows(table, cells, ignored)
    if not rows:
        raise Refusal("There is no diary list in “{path}”.", path=path.name)
    found = decode(document(rows), here, spelled=True)
    return Imported(found.contents, (*ignored, *found.ignored))


def _beside(path: Path) -> list[Path]:
    """The file that says what diary a list comes from: a list of a fictional life is fictional too."""
    about = path.with_name("diary.csv")
    return [about] if about != path and about.is_file() and _is_ours(about, TABLES["diary"]) else []


def _table_for(header: list[str]) -> CsvTable | None:
    """The list whose columns these are; a person may have left out or added a few."""
    names = {name.strip() for name in header} - {""}

    def likeness(table: CsvTable) -> tuple[float, float]:
        shared = len(names & set(table.columns))
        if not shared or not set(table.needed) <= names:
            return 0, 0
        return shared / len(names), shared / len(table.columns)

    best = max(TABLES.values(), key=likeness)
    known, complete = likeness(best)
    return best if known >= 0.5 and (best.needed or complete >= 0.5) else None


def _rows(table: CsvTable, cells: list[list[str]], ignored: list[str]) -> list[Plain]:
    header = [name.strip() for name in cells[0]]
    ignored += [f"{table.name}.{name[:40]}" for name in header if name and name not in table.columns]
    found = []
    for position, line in enumerate(cells[1:], start=1):
        with placed(table.name, position):
            pairs = zip(header, line, strict=False)
            row = {
                name: typed(cell, table.columns[name], name)
                for name, cell in pairs
                if cell != "" and name in table.columns
            }
            for name in table.needed:
                if name not in row:
                    raise Refusal("“{field}” is missing.", field=name)
            found.append(row)
    return found
