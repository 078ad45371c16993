"""The one way in for files: what is too large, of another program or no file at all stays out.

Nothing in a file is executed, no path in it is followed, and of a packed export only the lists are read that
have the names of ours, as far as their true size allows.
"""

from __future__ import annotations

import io
import stat
import zipfile
from functools import partial
from pathlib import Path

from lupusdiary.exchange.decode import Imported, KnownHere, decode
from lupusdiary.exchange.foreign import refuse_foreign, refuse_foreign_document, refuse_foreign_text
from lupusdiary.exchange.json_text import parse
from lupusdiary.exchange.lists import csv_import
from lupusdiary.exchange.lists.csv_tables import TABLES
from lupusdiary.exchange.text_encoding import LARGEST, TextFile, text_file, text_of_bytes
from lupusdiary.language import Refusal

_LISTS = (".csv", ".tsv")
_MOST_MEMBERS = 1000


def examine_file(path: Path, here: KnownHere | None = None) -> Imported:
    """What `path` holds: our JSON, a folder of our lists, one list, or a packed folder of them. Rows that
    are wrong are its faults. Raises `Refusal` for what is none of these."""
    try:
        if path.is_dir():
            return csv_import.examine(path, here)
        _refuse_no_file(path)
        if packed := _packed_lists(path):
            return csv_import.examine_files(packed, path.name, here, whole=True)
        refuse_foreign(path)
        file = text_file(path)
        if path.suffix.lower() in _LISTS:
            return csv_import.examine(path, here)
        return _document_or_list(path, file, here)
    except OSError as fault:
        raise Refusal("“{path}” cannot be read.", path=path.name) from fault


def _document_or_list(path: Path, file: TextFile, here: KnownHere | None) -> Imported:
    text = file.text()
    if text.lstrip()[:1] in ("{", "["):
        document = parse(text)
        refuse_foreign_document(path.name, document)
        return decode(document, here)
    try:
        return csv_import.examine(path, here)
    except Refusal as why:
        if path.suffix.lower() != ".json":
            refuse_foreign_text(path.name, text)
            raise
        raise Refusal("This is not JSON: line {line} cannot be read.", line=1) from why


def _refuse_no_file(path: Path) -> None:
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise Refusal("There is no file “{path}”.", path=path.name) from None
    # A pipe would never end, and a device gives whatever is asked of it.
    if not stat.S_ISREG(status.st_mode):
        raise Refusal("“{path}” is no file.", path=path.name)
    if status.st_size > LARGEST:
        raise Refusal("This file is too large for a diary export.")


def _packed_lists(path: Path) -> list[TextFile]:
    """The lists in a packed folder of our export, each read only as far as a list can be; else nothing."""
    if not zipfile.is_zipfile(path):
        return []
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()[:_MOST_MEMBERS]
            ours: dict[str, zipfile.ZipInfo] = {}
            for member in members:
                name = member.filename.rpartition("/")[2]
                if name.removesuffix(".csv") in TABLES and not member.is_dir() and name.endswith(".csv"):
                    ours.setdefault(name, member)
            if "diary.csv" not in ours and not (len(ours) == len(members) == 1):
                return []
            left = LARGEST
            found = []
            for name, member in sorted(ours.items()):
                # The size that is written in an archive may be a lie.
                with archive.open(member) as packed:
                    data = packed.read(left + 1)
                left -= len(data)
                if left < 0:
                    raise Refusal("This file is too large for a diary export.")
                found.append(text_of_bytes(name, partial(io.BytesIO, data)))
            return found
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError) as fault:
        raise Refusal("“{path}” cannot be read.", path=path.name) from fault
