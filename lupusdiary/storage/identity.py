"""The diary's own id: it names the folder of its backups, and stays the same in every copy of the file."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.storage import fourth_schema
from lupusdiary.storage.protocols import StatementRunner
from lupusdiary.storage.schema import IDENTITY_TABLE

_DIGITS = frozenset("0123456789abcdef")
_LENGTH = 32


def diary_id(file: StatementRunner) -> str | None:
    """The id as 32 hexadecimal digits; None where an older file has none, or one that names no folder."""
    if not file.columns(IDENTITY_TABLE):
        return None
    found = file.run(f"SELECT diary FROM main.{IDENTITY_TABLE} WHERE id = 1")
    return fit_id(found[0][0]) if found else None


def id_of(connection: sqlite.Connection) -> str:
    """The id that a file of any schema has, or will have once it is brought to the present one."""
    if connection.execute("SELECT 1 FROM main.sqlite_schema WHERE name = ?", [IDENTITY_TABLE]).fetchone():
        found = connection.execute(f"SELECT diary FROM main.{IDENTITY_TABLE} WHERE id = 1").fetchone()
        if found and (fit := fit_id(found[0])):
            return fit
    return fourth_schema.diary_id(fourth_schema.made_at(connection))


def fit_id(value: object) -> str | None:
    """The id if it is one: it becomes part of a path, so nothing else may stand in it."""
    fits = isinstance(value, str) and len(value) == _LENGTH and set(value) <= _DIGITS
    return str(value) if fits else None
