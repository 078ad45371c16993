"""Row images of every write, in one permanent log: undo, redo, history and change notices come from it.

TEMP triggers, made when the file is first written to, put the old and new image of each row into the log, in
the transaction of the write. Images are applied with parameters and only to known tables and columns: SQL is
never stored in the file and never executed from it. How long the log is, log_pruning.py says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.domain.change import Change
from lupusdiary.language import Refusal
from lupusdiary.storage.changes.kept_rows import (
    empty_old,
    hide_removed,
    join_removed,
    keep_removed,
    leave_log,
)
from lupusdiary.storage.changes.log_pruning import forget_undone, shorten
from lupusdiary.storage.protocols import StatementRunner, Value
from lupusdiary.storage.schema import LOGGED

_LAST_STEP = 2**62
Image = Mapping[str, Value]


class ChangeLog:
    """The log of one open diary file. The file begins and ends the transactions."""

    def __init__(self, file: StatementRunner) -> None:
        self._file = file
        self._ready = False
        self._before = 0
        self._own: set[int] = set()
        self._looked_after = ""

    def prepare(self) -> None:
        """Makes the triggers, once, before the first transaction that writes; steps from then on are this
        program's own or another's."""
        if self._ready:
            return
        self._before = self._one_step("SELECT max(id) FROM change_step") or 0
        self._file.run("CREATE TEMP TABLE logging (step INTEGER)")
        self._file.run("INSERT INTO temp.logging VALUES (NULL)")
        for table in LOGGED:
            for statement in _triggers(table, self._file.columns(table)):
                self._file.run(statement)
        self._ready = True

    def begin(self, label: str, at: str) -> int:
        """Starts a step: from here on, rows that change leave their images."""
        forget_undone(self._file)
        ((step,),) = self._file.run("SELECT coalesce(max(id), 0) + 1 FROM change_step")
        if at[:10] != self._looked_after or not isinstance(step, int) or step > _LAST_STEP:
            self._look_after(at)
            ((step,),) = self._file.run("SELECT coalesce(max(id), 0) + 1 FROM change_step")
        assert isinstance(step, int)
        self._file.run("INSERT INTO change_step (id, label, at) VALUES (?, ?, ?)", step, label, at)
        self._file.run("UPDATE temp.logging SET step = ?", step)
        return step

    def _look_after(self, at: str) -> None:
        """What is due once a day: the trash of a month ago goes. Numbers that no diary reaches were written
        by something else, and must not end all writing."""
        self._looked_after = at[:10]
        empty_old(self._file, at)
        for table in ("change_step", "change_image"):
            if (self._one_step(f"SELECT max(id) FROM {table}") or 0) > _LAST_STEP:
                self.clear()

    def finish(self, step: int) -> Change | None:
        """Ends a step and says what it changed; None when it changed nothing and should not be kept."""
        self._file.run("UPDATE temp.logging SET step = NULL")
        change = self._change_of(step)
        if change is not None:
            self._own.add(step)
            keep_removed(self._file, step)
            shorten(self._file, step)
        return change

    def join_previous(self, step: int) -> None:
        """Makes a step one with the step before it, if the same verb made that one on the same rows: what
        another program wrote meanwhile, or a visit to another day, is never taken back along with it."""
        previous = self._one_step("SELECT max(id) FROM change_step WHERE undone = 0 AND id < ?", step)
        if previous is None or self.label(previous) != self.label(step):
            return
        if self._rows(step) <= self._rows(previous):
            self._file.run("UPDATE change_image SET step = ? WHERE step = ?", previous, step)
            join_removed(self._file, step, previous)
            self._file.run("DELETE FROM change_step WHERE id = ?", step)

    def undo(self) -> Change | None:
        """Takes the newest step back; None if there is none."""
        with _fitting_only():
            return self._undo()

    def redo(self) -> Change | None:
        """Does the step again that was taken back last; None if there is none."""
        with _fitting_only():
            return self._redo()

    def _undo(self) -> Change | None:
        step = self.next_undo()
        if step is None:
            return None
        self._refuse_foreign(step)
        for row, verb, table, old, new in self._images(step, newest_first=True):
            if verb == "insert":
                self._apply(table, row, None, new)
            elif verb == "delete":
                self._apply(table, row, old, None)
            else:
                self._apply(table, row, old, new)
        self._file.run("UPDATE change_step SET undone = 1 WHERE id = ?", step)
        hide_removed(self._file, step, undone=True)
        return self._change_of(step)

    def _redo(self) -> Change | None:
        step = self.next_redo()
        if step is None:
            return None
        self._refuse_foreign(step)
        for row, verb, table, old, new in self._images(step, newest_first=False):
            if verb == "insert":
                self._apply(table, row, new, None)
            elif verb == "delete":
                self._apply(table, row, None, old)
            else:
                self._apply(table, row, new, old)
        self._file.run("UPDATE change_step SET undone = 0 WHERE id = ?", step)
        hide_removed(self._file, step, undone=False)
        return self._change_of(step)

    def _refuse_foreign(self, step: int) -> None:
        """What another program wrote since this one opened the file is undone there, not here unseen."""
        if step > self._before and step not in self._own:
            raise Refusal(
                "The last change was made in another window or by another program, and can be undone only "
                "there. Nothing was changed."
            )

    def next_undo(self) -> int | None:
        """The step that `undo` would take back."""
        return self._one_step("SELECT max(id) FROM change_step WHERE undone = 0")

    def next_redo(self) -> int | None:
        """The step that `redo` would do again."""
        return self._one_step("SELECT min(id) FROM change_step WHERE undone = 1")

    def label(self, step: int) -> str:
        """The code of the verb that made a step."""
        ((label,),) = self._file.run("SELECT label FROM change_step WHERE id = ?", step)
        return str(label)

    def images(self, step: int) -> list[tuple[str, Image, Image]]:
        """The rows of a step in their order: table, old and new image (empty: there was none)."""
        return [(table, old, new) for _, _, table, old, new in self._images(step, newest_first=False)]

    def forget_undone(self) -> None:
        """Ends what could be done again, as each new write does."""
        forget_undone(self._file)

    def clear(self) -> None:
        """Forgets every step, e.g. when a demonstration has just been made."""
        leave_log(self._file)
        self._file.run("DELETE FROM change_image")
        self._file.run("DELETE FROM change_step")

    def _one_step(self, statement: str, *values: Value) -> int | None:
        ((step,),) = self._file.run(statement, *values)
        return step if isinstance(step, int) else None

    def _rows(self, step: int) -> set[tuple[Value, ...]]:
        return set(self._file.run('SELECT DISTINCT "table", row FROM change_image WHERE step = ?', step))

    def _images(self, step: int, *, newest_first: bool) -> Iterator[tuple[int, str, str, Image, Image]]:
        order = "DESC" if newest_first else "ASC"
        rows = self._file.run(
            f'SELECT row, verb, "table", old, new FROM change_image WHERE step = ? ORDER BY id {order}', step
        )
        for row, verb, table, old, new in rows:
            if not isinstance(table, str) or table not in LOGGED:
                raise _unfit()
            if verb not in {"insert", "update", "delete"} or not isinstance(row, int):
                raise _unfit()
            yield row, str(verb), table, self._image(table, old), self._image(table, new)

    def _image(self, table: str, text: Value) -> Image:
        try:
            image = json.loads(text) if isinstance(text, str) else {}
        except (ValueError, RecursionError):
            raise _unfit() from None
        if not isinstance(image, dict) or not set(image) <= set(self._file.columns(table)):
            raise _unfit()
        if any(isinstance(value, dict | list | bool) for value in image.values()):
            raise _unfit()
        return image

    def _apply(self, table: str, row: int, after: Image | None, before: Image | None) -> None:
        """Turns one row from `before` into `after`; None is a row that is not there."""
        if after is None:
            found = self._file.run(f"DELETE FROM main.{table} WHERE id = ? RETURNING id", row)
        elif before is None:
            names, marks = ", ".join(map(_quoted, after)), ", ".join("?" * len(after))
            found = self._file.run(
                f"INSERT INTO main.{table} ({names}) VALUES ({marks}) RETURNING id", *after.values()
            )
        else:
            changes = ", ".join(f"{_quoted(name)} = ?" for name in after)
            found = self._file.run(
                f"UPDATE main.{table} SET {changes} WHERE id = ? RETURNING id", *after.values(), row
            )
        if found != [(row,)]:
            raise _unfit()

    def _change_of(self, step: int) -> Change | None:
        tables = [
            str(table)
            for (table,) in self._file.run('SELECT DISTINCT "table" FROM change_image WHERE step = ?', step)
        ]
        if not tables:
            return None
        days: set[date] = set()
        for table in tables:
            days |= self._days_of(step, table)
        return Change(frozenset(LOGGED[table].noun for table in tables), frozenset(days))

    def _days_of(self, step: int, table: str) -> set[date]:
        logged = LOGGED[table]
        found: list[tuple[Value, ...]] = []
        for column in logged.days:
            for image in ("old", "new"):
                found += self._file.run(
                    f"SELECT DISTINCT json_extract({image}, ?) FROM change_image"
                    ' WHERE step = ? AND "table" = ?',
                    f"$.{column}",
                    step,
                    table,
                )
        for column, parent in logged.parents if not logged.days else ():
            for day_column in LOGGED[parent].days:
                found += self._file.run(
                    f"SELECT DISTINCT {day_column} FROM main.{parent} WHERE id IN "
                    f"(SELECT json_extract(coalesce(new, old), ?) FROM change_image"
                    ' WHERE step = ? AND "table" = ?)',
                    f"$.{column}",
                    step,
                    table,
                )
        return {date.fromisoformat(day) for (day,) in found if isinstance(day, str)}


@contextmanager
def _fitting_only() -> Iterator[None]:
    """An image that no write of ours leaves, crafted or damaged, is refused like a step whose rows are gone,
    whatever SQLite or Python says of it."""
    try:
        yield
    except (sqlite.Error, ValueError, TypeError, OverflowError):
        raise _unfit() from None


def _unfit() -> Refusal:
    return Refusal("This step cannot be undone any more. Nothing was changed.")


def _quoted(name: str) -> str:
    return f'"{name}"'


def _triggers(table: str, columns: tuple[str, ...]) -> Iterator[str]:
    def image(row: str) -> str:
        return "json_object(" + ", ".join(f"'{name}', {row}.{_quoted(name)}" for name in columns) + ")"

    differs = " OR ".join(f"OLD.{_quoted(name)} IS NOT NEW.{_quoted(name)}" for name in columns)
    for verb, row, old, new, condition in (
        ("insert", "NEW", "NULL", image("NEW"), ""),
        ("update", "NEW", image("OLD"), image("NEW"), f" AND ({differs})"),
        ("delete", "OLD", image("OLD"), "NULL", ""),
    ):
        yield (
            f"CREATE TEMP TRIGGER log_{table}_{verb} AFTER {verb.upper()} ON main.{table} "
            f"WHEN (SELECT step FROM temp.logging) IS NOT NULL{condition} BEGIN "
            f'INSERT INTO change_image (step, verb, "table", row, old, new) '
            f"VALUES ((SELECT step FROM temp.logging), '{verb}', '{table}', {row}.id, {old}, {new}); END"
        )
