"""Examines a diary file: pages, protection, references, unexpected objects."""

from __future__ import annotations

from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.language import Message, mark
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.engine import DiskRefusal
from lupusdiary.storage.schema import LOGGED, SCHEMA_VERSION, TABLES

DAMAGE = frozenset({sqlite.SQLITE_CORRUPT, sqlite.SQLITE_NOTADB})


@dataclass(frozen=True, slots=True)
class Integrity:
    """`ok` is None when the examination could not be made, e.g. because the file is locked."""

    ok: bool | None
    problems: tuple[Message, ...] = ()


def examine(file: DiaryFile) -> Integrity:
    """Reads the whole file and says whether it is as it should be."""
    try:
        problems = tuple(_problems(file))
    except DiskRefusal as refusal:
        damaged = refusal.code & 0xFF in DAMAGE
        return Integrity(False if damaged else None, (Message(refusal.message),))
    return Integrity(not problems, problems)


def _problems(file: DiaryFile) -> list[Message]:
    found = []
    if file.run("PRAGMA main.integrity_check(1)") != [("ok",)]:
        found.append(mark("The pages of the file do not fit together."))
    if file.key is not None and file.run("PRAGMA cipher_integrity_check"):
        found.append(mark("Some of its protected pages were changed by something else than the program."))
    if file.run("PRAGMA main.foreign_key_check"):
        found.append(mark("Some entries belong to others that are missing."))
    for table, logged in LOGGED.items():
        days = [day for day in logged.days if day in file.columns(table)]
        if any(
            file.run(f"SELECT 1 FROM main.{table} WHERE date({day}) IS NOT {day} LIMIT 1") for day in days
        ):
            found.append(mark("Some entries have a date that does not exist."))
            break
    objects = {(str(kind), str(name)) for kind, name in file.run("SELECT type, name FROM main.sqlite_schema")}
    tables = {name for kind, name in objects if kind == "table" and not name.startswith("sqlite_")}
    if any(kind in {"trigger", "view"} for kind, _ in objects):
        found.append(mark("It contains parts that do not belong in a diary."))
    elif file.schema_version == SCHEMA_VERSION and tables != TABLES:
        found.append(mark("Its tables are not those of a diary."))
    return found
