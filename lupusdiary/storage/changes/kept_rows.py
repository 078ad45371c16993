"""What a step takes away is kept: removed rows in the trash, changed rows of a day as earlier versions;
how other things stood before they were changed, replaced_rows.py keeps.

Both have tables of their own, so that they outlive the log of changes. A step that is undone hides what it
put there; one that is done again shows it again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from lupusdiary.storage.changes.replaced_rows import NO_DAY, THINGS, keep_replaced
from lupusdiary.storage.protocols import StatementRunner
from lupusdiary.storage.schema import EARLIER_TABLE, LOGGED, TRASH_TABLE

KEPT_DAYS = 30
# Putting a demonstration back is a fresh start, not something that a person threw away.
_NOT_KEPT = "demonstration.reset"
# Two own items that became one: nothing of either is gone.
_JOINED = "symptoms.merge"

# An own item goes with all that was recorded of it, which names it by its code.
OWN_ITEM, OF_ITEM = "tracked_symptom", "reading"
_TRASHED = [name for name, table in LOGGED.items() if table.trashed]
_VERSIONED = [name for name, table in LOGGED.items() if table.versioned]


def _trashed(table: str, row: str = "gone") -> str:
    """A row that belongs to another goes into the trash only together with that one: a list that is written
    anew leaves its last rows, whatever they say. `row` names the image of it."""
    found = f"{row}.\"table\" = '{table}'"
    if not LOGGED[table].parents or LOGGED[table].by_itself:
        return found
    wholes = " OR ".join(
        f"EXISTS (SELECT 1 FROM change_image AS {row}_whole WHERE {row}_whole.step = {row}.step"
        f" AND {row}_whole.verb = 'delete' AND {row}_whole.row = json_extract({row}.old, '$.{column}')"
        f" AND {_trashed(parent, f'{row}_whole')})"
        for column, parent in LOGGED[table].parents
    )
    return f"({found} AND ({wholes}))"


_OWN_ITEM_GONE = f"gone.\"table\" = '{OWN_ITEM}' AND json_extract(gone.old, '$.name') IS NOT NULL"
_GONE_WITH_IT = (
    f"gone.\"table\" = '{OF_ITEM}' AND EXISTS (SELECT 1 FROM change_image AS item WHERE item.step = gone.step"
    f" AND item.verb = 'delete' AND item.\"table\" = '{OWN_ITEM}'"
    " AND json_extract(item.old, '$.symptom') = json_extract(gone.old, '$.symptom'))"
)
# A question that was only taken to a visit, or from one, is still there.
_QUESTIONS = "('visit_question', 'open_question')"
_MOVED = (
    f'gone."table" IN {_QUESTIONS} AND EXISTS (SELECT 1 FROM change_image AS here'
    f' WHERE here.step = gone.step AND here."table" IN {_QUESTIONS} AND here.new IS NOT NULL'
    " AND json_extract(here.new, '$.text') = json_extract(gone.old, '$.text'))"
)
# A number that the log still knows is not given away: undoing a return puts its row back under it.
_INTO_TRASH = (
    f'INSERT INTO {TRASH_TABLE} (id, batch, at, label, step, "table", row, json)'
    f" SELECT max((SELECT coalesce(max(min(id, 1 << 62)), 0) FROM {TRASH_TABLE}),"
    " (SELECT coalesce(max(min(row, 1 << 62)), 0) FROM change_image"
    f" WHERE \"table\" = '{TRASH_TABLE}')) + row_number() OVER (ORDER BY gone.id),"
    f" (SELECT coalesce(max(min(batch, 1 << 62)), 0) + 1 FROM {TRASH_TABLE}), ?, ?, step,"
    " \"table\", row, old FROM change_image AS gone WHERE step = ? AND verb = 'delete'"
    f" AND ({' OR '.join([*map(_trashed, _TRASHED), _OWN_ITEM_GONE, _GONE_WITH_IT])})"
    f" AND NOT ({_MOVED})"
    " AND NOT EXISTS (SELECT 1 FROM change_image WHERE step = gone.step AND verb = 'insert'"
    ' AND "table" = gone."table" AND row = gone.row) ORDER BY gone.id'
)
_INTO_EARLIER = (
    f'INSERT INTO {EARLIER_TABLE} (day, at, label, step, "table", row, json)'
    " SELECT json_extract(old, '$.day'), ?, ?, step, \"table\", row, old FROM change_image"
    " WHERE id IN (SELECT min(id) FROM change_image WHERE step = ?"
    f' AND "table" IN ({", ".join(repr(name) for name in _VERSIONED)}) GROUP BY "table", row)'
    " AND old IS NOT NULL"
)


def keep_removed(file: StatementRunner, step: int) -> None:
    """Puts what a step removed into the trash, and what it changed of a day into its earlier versions."""
    touched = file.run(
        "SELECT DISTINCT verb, \"table\" FROM change_image WHERE step = ? AND verb <> 'insert'", step
    )
    if not touched:
        return
    ((label, at),) = file.run("SELECT label, at FROM change_step WHERE id = ?", step)
    if label == _NOT_KEPT:
        return
    gone = {table for verb, table in touched if verb == "delete"}
    if label != _JOINED and not gone.isdisjoint({*_TRASHED, OWN_ITEM}):
        file.run(_INTO_TRASH, at, label, step)
    if any(table in _VERSIONED for _, table in touched):
        file.run(_INTO_EARLIER, at, label, step)
    keep_replaced(file, step, str(label), str(at))


def join_removed(file: StatementRunner, step: int, previous: int) -> None:
    """A step becomes part of the one before on the same rows: the version before both is the earlier one."""
    file.run(f"DELETE FROM {EARLIER_TABLE} WHERE step = ?", step)
    file.run(f"UPDATE {TRASH_TABLE} SET step = ? WHERE step = ?", previous, step)


def hide_removed(file: StatementRunner, step: int, *, undone: bool) -> None:
    """Hides what a step put away while it is undone, and shows it again when it is done again."""
    for table in (TRASH_TABLE, EARLIER_TABLE):
        file.run(f"UPDATE {table} SET undone = ? WHERE step = ?", int(undone), step)


def forget_hidden(file: StatementRunner) -> None:
    """What an undone step had put away goes for good once the step cannot be done again."""
    for table in (TRASH_TABLE, EARLIER_TABLE):
        file.run(f"DELETE FROM {table} WHERE undone = 1")


def leave_log(file: StatementRunner) -> None:
    """The log was cleared and counts its steps anew: no step of it put away what lies there."""
    forget_hidden(file)
    for table in (TRASH_TABLE, EARLIER_TABLE):
        file.run(f"UPDATE {table} SET step = NULL WHERE step IS NOT NULL")


def empty_old(file: StatementRunner, now: str) -> None:
    """Removes for good what has lain in the trash for longer than `KEPT_DAYS`; `now` is an instant in UTC."""
    before = (datetime.fromisoformat(now) - timedelta(days=KEPT_DAYS)).isoformat(timespec="seconds")
    file.run(f"DELETE FROM {TRASH_TABLE} WHERE at < ?", before)
    # How a day stood is kept for as long as the day.
    file.run(f"DELETE FROM {EARLIER_TABLE} WHERE day = ? AND at < ?", NO_DAY, before)


def spent_number(file: StatementRunner, table: str) -> int:
    """The highest number of a row of this table that may come back: no new row gets it, or what returns would
    be put to another's."""
    if not LOGGED[table].trashed and table not in THINGS:
        return 0
    ((number,),) = file.run(
        f'SELECT max(row) FROM (SELECT row FROM {TRASH_TABLE} WHERE "table" = ?1 UNION ALL'
        f' SELECT row FROM {EARLIER_TABLE} WHERE day = ?2 AND "table" = ?1) WHERE row < 1 << 62',
        table,
        NO_DAY,
    )
    return number if isinstance(number, int) else 0
