"""Brings everything that can still be read of a damaged diary into a new one, and counts what could not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lupusdiary.diary.backup.restoring import Backup, backups_of_all, newest_whole_backup_of
from lupusdiary.diary.contents import contents_of
from lupusdiary.diary.medicines.rows import MedicineRows
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.diary.row_mapping import UNREADABLE, reading_value, timed_entry
from lupusdiary.diary.validation import LARGEST_NUMBER, Clock
from lupusdiary.domain.day_record import HOW, LATER
from lupusdiary.domain.period import EARLIEST_DAY, LATEST_DAY
from lupusdiary.domain.records import COMPARATORS, RESULT_KINDS
from lupusdiary.language import Refusal, mark
from lupusdiary.storage.backups.backup import salt_if_protected
from lupusdiary.storage.changes.kept_rows import leave_log
from lupusdiary.storage.checking.graft import TableList, grafted, list_of
from lupusdiary.storage.checking.salvage import Salvage, is_mended
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.durable import COMPANIONS, name_beside
from lupusdiary.storage.identity import fit_id
from lupusdiary.storage.journal import is_foreign
from lupusdiary.storage.keys import Secret, salt_of
from lupusdiary.storage.opening import growing_file
from lupusdiary.storage.past_sqlite import copy_file
from lupusdiary.storage.place import head_of, is_encrypted
from lupusdiary.storage.schema import DEMONSTRATION_TABLE, DRAFT_TABLE, EARLIER_TABLE, IDENTITY_TABLE, LOGGED
from lupusdiary.storage.table import Row, Table
from lupusdiary.storage.text import stored_day

# A row, and whether something of it is lost.
Found = tuple[Row, bool]
Put = Callable[[Row], bool]
# So many different lists of tables of backups are tried on a diary whose own is damaged.
_MOST_LISTS = 5
# Parents come before what belongs to them, as in the schema.
_TABLES = (*LOGGED, DRAFT_TABLE, EARLIER_TABLE, DEMONSTRATION_TABLE)


@dataclass(frozen=True, slots=True)
class Rescued:
    """How many rows are in the new diary, how many could not be brought there, and of how many some text is
    lost."""

    kept: int
    lost: int
    mended: int


class NothingReadable(Refusal):
    """Not even the list of tables can be read; `newest` is a whole backup that can be restored."""

    def __init__(self, path: Path, newest: Backup) -> None:
        super().__init__(
            mark(
                "Nothing of “{name}” can be read: its list of tables is damaged. Its newest whole backup, of "
                "{day}, can be restored: {path}"
            ),
            name=path.name,
            day=newest.name.at.date(),
            path=str(newest.path),
        )
        self.newest = newest


def rescue(path: Path, secret: Secret | None, to: Path, clock: Clock) -> Rescued:
    """Makes the diary `to` of what can be read at `path`, which stays as it is. Raises `Refusal`."""
    head_of(path)
    protected = is_encrypted(path)
    if protected and secret is None:
        raise Refusal("“{name}” is protected and opens only with its passphrase.", name=path.name)
    salt = salt_of(path) if protected else None
    key = None if secret is None or salt is None else secret.key_for(salt)
    # With the same salt the recovery sheet fits the new diary too.
    same = None if key is None else Secret(None, key, salt)
    try:
        with _copy(path, to, key) as copy, growing_file(to, same, clock) as file:
            salvage = Salvage(copy, key, path.name)
            try:
                if salvage.names_tables():
                    return _bring_over(salvage, file, clock)
            finally:
                salvage.close()
            lists = _lists_of_backups(path, same)
            with grafted(copy, key, salt, lists, clock, path.name) as readable:
                if readable is None:
                    raise _nothing_readable(salvage, path, same)
                return _bring_over(readable, file, clock)
    except OSError as fault:
        raise Refusal("“{path}” cannot be written there.", path=to.name) from fault


def _lists_of_backups(path: Path, secret: Secret | None) -> list[TableList]:
    """The lists of tables of the newest backups that may be of this diary; many of them have the same."""
    salt = salt_if_protected(path)
    found: dict[TableList, None] = {}
    for backup in backups_of_all([] if secret is None else [secret]):
        if salt_if_protected(backup.path) == salt and len(found) < _MOST_LISTS:
            known = list_of(backup.path, backup.key)
            if known is not None:
                found[known] = None
    return list(found)


def _nothing_readable(salvage: Salvage, path: Path, secret: Secret | None) -> Refusal:
    newest = newest_whole_backup_of(path, secret)
    return salvage.nothing_readable() if newest is None else NothingReadable(path, newest)


@contextmanager
def _copy(path: Path, to: Path, key: bytes | None) -> Iterator[Path]:
    """A copy with what SQLite left beside the file: taking an interrupted write back must not touch the only
    damaged original. What is another file's stays away."""
    with name_beside(to) as copy:
        for companion in ("", *COMPANIONS):
            beside = path.with_name(path.name + companion)
            if beside.is_file() and not (companion and is_foreign(beside, path, key)):
                copy_file(beside, copy.with_name(copy.name + companion))
                copy.with_name(copy.name + companion).chmod(0o600)
        yield copy


def _bring_over(salvage: Salvage, file: DiaryFile, clock: Clock) -> Rescued:
    try:
        return _brought_over(salvage, file, clock, _straight)
    except (Refusal, *UNREADABLE):
        # Something that fits its table stands in the way of reading all the rest.
        salvage.lost = 0

    def reading_each(rows: Iterable[Found], put: Put) -> tuple[int, int]:
        """Brings in what leaves the diary readable, half by half."""
        these = tuple(rows)
        try:
            with file.writing("rescue"):
                counted = _straight(these, put)
                contents_of(Repositories(file, clock))
                return counted
        except (Refusal, *UNREADABLE):
            if len(these) == 1:
                return 0, 0
        half = len(these) // 2
        first, second = reading_each(these[:half], put), reading_each(these[half:], put)
        return first[0] + second[0], first[1] + second[1]

    return _brought_over(salvage, file, clock, reading_each)


def _straight(rows: Iterable[Found], put: Put) -> tuple[int, int]:
    kept = mended = 0
    for row, is_less in rows:
        if put(row):
            kept += 1
            mended += is_less
    return kept, mended


def _brought_over(
    salvage: Salvage,
    file: DiaryFile,
    clock: Clock,
    bring: Callable[[Iterable[Found], Put], tuple[int, int]],
) -> Rescued:
    tables = salvage.tables()
    kept = tried = mended = 0

    def fitting(table: str) -> Iterator[Found]:
        nonlocal tried
        for row in salvage.rows(table, file.columns(table)):
            tried += 1
            readable = _readable(table, row)
            if _fits(table, readable):
                yield readable, is_mended(row) or readable is not row

    with file.unlogged():
        for table in _TABLES:
            if table in tables:
                counted = bring(fitting(table), Table(file, table).insert_if_fit)
                kept, mended = kept + counted[0], mended + counted[1]
        for row in (
            salvage.rows(IDENTITY_TABLE, file.columns(IDENTITY_TABLE)) if IDENTITY_TABLE in tables else ()
        ):
            # The backups of the damaged diary are those of the new one.
            if (id := fit_id(row["diary"])) is not None:
                Table(file, IDENTITY_TABLE).update(1, {"diary": id})
        # What fits no medicine any more is counted as lost instead of standing in the way of all the others.
        kept -= sum(
            MedicineRows(file).remove_period(each.row)
            for each in Repositories(file, clock).medicines.unread()
            if each.row is not None
        )
        leave_log(file)
        contents_of(Repositories(file, clock))
    return Rescued(kept, tried - kept + salvage.lost, mended)


def _readable(table: str, row: Row) -> Row:
    """The row without a word that is none of ours: what is printed on a sheet, and what was recorded of a
    day, can be read without it."""
    if row.get("how") not in (None, *HOW) and table in {"reading", "day_note", "timed_entry"}:
        return {**row, "how": LATER}
    wrong = row.get("comparator") not in (None, *COMPARATORS) or row.get("kind") not in RESULT_KINDS
    if table == "lab_result" and wrong:
        return {**row, **dict.fromkeys(("comparator", "value", "low", "high", "code")), "kind": "text"}
    return row


def _fits(table: str, row: Row) -> bool:
    """Whether the program can show such a row: a day of the calendar, numbers that are numbers."""
    try:
        for column in LOGGED[table].days if table in LOGGED else ():
            if row.get(column) is not None and not EARLIEST_DAY <= stored_day(row[column]) <= LATEST_DAY:
                return False
        if any(isinstance(value, float) and not abs(value) <= LARGEST_NUMBER for value in row.values()):
            return False
        if table == "reading":
            reading_value(row["number"], row["yes"], row["diastolic"])
        if table == "timed_entry":
            timed_entry(row["id"], row["at"], row["fever"], row["note"], row["how"])
        if table == "profile" and row["birth_date"] is not None:
            stored_day(row["birth_date"])
        if table == DEMONSTRATION_TABLE:
            stored_day(row["until"])
    except (Refusal, *UNREADABLE):
        return False
    return True
