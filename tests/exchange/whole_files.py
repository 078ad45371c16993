"""Reads a whole file of an export: a row that is wrong is a fault of all of it."""

from __future__ import annotations

from pathlib import Path

from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange.decode import Imported, KnownHere, decode
from lupusdiary.exchange.entry import Entry
from lupusdiary.exchange.fault import Faults, Refused
from lupusdiary.exchange.files import examine_file
from lupusdiary.exchange.gather import Gathered, Places
from lupusdiary.exchange.json_text import parse
from lupusdiary.exchange.lists import csv_import
from lupusdiary.exchange.medicines.medicine_format import MedicineRecords, gather_medicines


def read_json(text: str, here: KnownHere | None = None) -> DiaryContents:
    """The contents of a document."""
    return _whole(decode(parse(text), here)).contents


def read_lists(path: Path) -> DiaryContents:
    """The contents of a folder of lists, or of one."""
    return _whole(csv_import.examine(path)).contents


def read_file(path: Path) -> Imported:
    """What a file of any kind holds."""
    return _whole(examine_file(path))


def read_medicines(document: dict[str, object]) -> tuple[MedicineRecords, set[str]]:
    """What the four keys of a document say of medicines, and the fields that were not known."""
    ignored: set[str] = set()
    faults = Faults()
    found = gather_medicines(Gathered(Entry(document, "", ignored), ignored, faults, Places({})))
    if faults.found:
        raise Refused(faults.found)
    return found, ignored


def _whole(imported: Imported) -> Imported:
    if imported.faults:
        raise Refused(imported.faults)
    return imported
