"""The one way in for files: what is too large, of another program or no file at all stays out.

Nothing in a file is executed, no path in it is followed, and of a packed export only the lists are read that
have the names of ours, as far as their true size allows.
"""

from __future__ import annotations

import io
import zipfile
from functools import partial
from pathlib import Path

from lupusdiary.exchange.archive import is_packed, member, opened
from lupusdiary.exchange.decode import Imported, KnownHere, decode
from lupusdiary.exchange.foreign import refuse_foreign, refuse_foreign_document, refuse_foreign_text
from lupusdiary.exchange.json_text import parse
from lupusdiary.exchange.lists import csv_import
from lupusdiary.exchange.lists.csv_tables import TABLES
from lupusdiary.exchange.text_encoding import LARGEST, TextFile, refuse_no_file, text_file, text_of_bytes
from lupusdiary.language import Refusal

_LISTS = (".csv", ".tsv")
_MOST_MEMBERS = 1000


def examine_file(path: Path, here: KnownHere | None = None) -> Imported:
    """What `path` holds: our JSON, a folder of our lists, one list, or a packed folder of them. Rows that
    are wrong are its faults. Raises `Refusal` for what is none of these."""
    try:
        if path.is_dir():
            return csv_import.examine(path, here)
        refuse_no_file(path)
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


def _packed_lists(path: Path) -> list[TextFile]:
    """The lists in a packed folder of our export, each read only as far as a list can be; else nothing."""
    if not is_packed(path):
        return []
    with opened(path) as archive:
        members = archive.infolist()[:_MOST_MEMBERS]
        ours: dict[str, zipfile.ZipInfo] = {}
        twice = ""
        for each in members:
            name = each.filename.rpartition("/")[2]
            if name.removesuffix(".csv") in TABLES and not each.is_dir() and name.endswith(".csv"):
                twice = name if name in ours else twice
                ours[name] = each
        if "diary.csv" not in ours and not (len(ours) == len(members) == 1):
            return []
        if twice:
            # The lists of two exports would be mixed, and what is left over lost.
            raise Refusal("“{list}” is there twice in this folder.", list=twice)
        left = LARGEST
        found = []
        for name, info in sorted(ours.items()):
            data = member(archive, info, left)
            if data is None:
                raise Refusal("This file is too large for a diary export.")
            left -= len(data)
            found.append(text_of_bytes(name, partial(io.BytesIO, data)))
        return found
