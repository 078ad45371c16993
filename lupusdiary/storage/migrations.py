"""Brings a diary file to the present schema in named steps, each in a transaction of its own."""

from __future__ import annotations

from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.storage import (
    eighth_schema,
    fifth_schema,
    first_schema,
    fourth_schema,
    second_schema,
    seventh_schema,
    sixth_schema,
    third_schema,
)
from lupusdiary.storage.engine import sqlite_utils_on_this_engine
from lupusdiary.storage.schema import APPLICATION_ID, EARLIER_TABLE, IMAGE_TABLE, STEP_TABLE, TRASH_TABLE

MIGRATION_SET = "lupusdiary"
_FIRST_WITH_TRASH = 4


def migrate(connection: sqlite.Connection) -> None:
    """Applies what is not applied yet. The log of changes is cleared: its images fit the old tables only."""
    sqlite_utils = sqlite_utils_on_this_engine()
    steps = sqlite_utils.Migrations(MIGRATION_SET)

    @steps()  # type: ignore[untyped-decorator]
    def m001_first_schema(database: Any) -> None:
        for statement in first_schema.STATEMENTS:
            database.execute(statement)
        finish(database, 1)

    @steps()  # type: ignore[untyped-decorator]
    def m002_learning(database: Any) -> None:
        for statement in second_schema.STATEMENTS:
            database.execute(statement)
        finish(database, 2)

    @steps()  # type: ignore[untyped-decorator]
    def m003_drafts_and_typed_units(database: Any) -> None:
        for statement in third_schema.STATEMENTS:
            database.execute(statement)
        finish(database, 3)

    @steps()  # type: ignore[untyped-decorator]
    def m004_trash_versions_and_identity(database: Any) -> None:
        for statement in fourth_schema.STATEMENTS:
            database.execute(statement)
        fourth_schema.fill(database)
        finish(database, 4)

    @steps()  # type: ignore[untyped-decorator]
    def m005_medicines_and_visits(database: Any) -> None:
        for statement in fifth_schema.STATEMENTS:
            database.execute(statement)
        finish(database, 5)

    @steps()  # type: ignore[untyped-decorator]
    def m006_agreements_and_pages_of_visits(database: Any) -> None:
        for statement in sixth_schema.STATEMENTS:
            database.execute(statement)
        finish(database, 6)

    @steps()  # type: ignore[untyped-decorator]
    def m007_heard_doses(database: Any) -> None:
        for statement in seventh_schema.STATEMENTS:
            database.execute(statement)
        finish(database, 7)

    @steps()  # type: ignore[untyped-decorator]
    def m008_values_in_their_index(database: Any) -> None:
        for statement in eighth_schema.STATEMENTS:
            database.execute(statement)
        finish(database, 8)

    steps.apply(sqlite_utils.Database(connection))


def finish(database: Any, version: int) -> None:
    """Ends each step: an empty log and the version's number, in the step's own transaction."""
    if version > _FIRST_WITH_TRASH:
        # The trash and the earlier versions stay; only their steps are gone.
        for table in (TRASH_TABLE, EARLIER_TABLE):
            database.execute(f"DELETE FROM {table} WHERE undone = 1")
            database.execute(f"UPDATE {table} SET step = NULL")
    database.execute(f"DELETE FROM {IMAGE_TABLE}")
    database.execute(f"DELETE FROM {STEP_TABLE}")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {version:d}")
