"""Our own CSV: a folder with one file a list, for a spreadsheet; complete, so it can be read back.

Each file is UTF-8 with a byte order mark, has commas, CRLF and one line of column names; a cell that is
empty was not known. Days are 2026-11-22, yes and no are true and false. A text that a spreadsheet program
would compute or take for a number, a day or a time (1:640, 5-9, 0101) has an apostrophe before it, which is
taken away again on reading (csv_guard.py). The columns of each file stand in `csv_tables.TABLES`; their
meaning is that of our JSON. "visit" in visits.csv and questions.csv joins the two, "row" in sheets.csv
counts the rows of one laboratory's sheet, "teach_back" in teach_backs.csv joins the messages of one
teach-back, "medicine" is an id of medicines.csv, "dose" in doses.csv and dose_parts.csv joins the two; a list
in a cell is JSON. What is no list of its own stands in other.csv, a key of our JSON and its value as JSON.
They are read by csv_import.py.
"""

from __future__ import annotations

from pathlib import Path

from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange.encode import encode
from lupusdiary.exchange.lists.csv_import import is_ours
from lupusdiary.exchange.lists.csv_tables import TABLES, TEXT, CsvTable, tables
from lupusdiary.exchange.lists.csv_text import lines
from lupusdiary.language import Refusal
from lupusdiary.whole_file import new_folder, refuse_diary, write_together


def write(contents: DiaryContents, folder: Path) -> list[Path]:
    """Writes every file into `folder`, which is created. A file of the same name that is not ours is
    refused before anything is written; each file appears whole or not at all."""
    if folder.exists() and not folder.is_dir():
        raise Refusal("“{path}” is a file, but CSV needs a folder.", path=folder.name)
    refuse_diary(folder)
    files = {
        folder / f"{name}.csv": lines(
            list(TABLES[name].columns),
            [list(row.values()) for row in rows],
            [kind == TEXT for kind in TABLES[name].columns.values()],
        )
        for name, rows in tables(encode(contents)).items()
    }
    for path in files:
        _refuse_foreign(path, TABLES[path.stem])
    try:
        with new_folder(folder):
            write_together(files)
    except OSError as fault:
        raise Refusal("The folder “{folder}” cannot be made.", folder=str(folder)) from fault
    return list(files)


def _refuse_foreign(path: Path, table: CsvTable) -> None:
    if path.exists() and not is_ours(path, table):
        raise Refusal(
            "“{path}” is already there and is not from this program. Choose another folder.",
            path=path.name,
        )
