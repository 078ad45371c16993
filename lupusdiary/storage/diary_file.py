"""One open diary file: transactions, undo steps, and the notice that goes out after each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from lupusdiary.domain.change import Change
from lupusdiary.language import Message, Refusal
from lupusdiary.storage.change_log import ChangeLog
from lupusdiary.storage.changes.kept_rows import spent_number
from lupusdiary.storage.engine import PATIENCE, DiskRefusal, is_busy, refuse
from lupusdiary.storage.past_sqlite import let_go
from lupusdiary.storage.place import refuse_elsewhere, stands_as
from lupusdiary.storage.protocols import Value
from lupusdiary.storage.schema import NOUNS, TABLES

Clock = Callable[[], datetime]
Listener = Callable[[Change], None]


class DiaryFile:
    """The connection to one diary. `why_read_only` is the sentence that refuses a write, or None."""

    def __init__(
        self,
        path: Path,
        connection: sqlite.Connection,
        clock: Clock,
        *,
        key: bytes | None,
        why_read_only: Message | None,
        on_disk: bool = True,
        kept: tuple[int, int] | None = None,
    ) -> None:
        self._kept = kept
        self.path = path
        self.clock = clock
        self.key = key
        self.why_read_only = why_read_only
        self.log = ChangeLog(self)
        self._connection = connection
        self._columns: dict[str, tuple[str, ...]] = {}
        self._listeners: list[Listener] = []
        self._depth = 0
        self._rehearsing = False
        self._spent: dict[str, int] = {}
        # Another program kept the file at the last try: nobody waits for it until a look finds it free.
        self.in_use = False
        # What the last look met.
        self.out_of_reach: Refusal | None = None
        # How many writes of this program are on the disk, and of others as far as they were noticed.
        self.writes = 0
        self.schema_version = int(str(self.run("PRAGMA user_version")[0][0]))
        self._version = self._data_version()
        self._place = path.resolve()
        self._stood = stands_as(self._place)
        self._on_disk = on_disk

    def run(self, statement: str, *values: Value) -> list[tuple[Value, ...]]:
        """Runs one statement; faults of the world become a `Refusal`."""
        try:
            return self._connection.execute(statement, values).fetchall()  # type: ignore[no-any-return]
        except sqlite.Error as error:
            if is_busy(error) and not self.in_use:
                self.in_use = True
                self._wait(0)
            refuse(error)

    def cipher_version(self) -> str:
        """The version of SQLCipher, in which the file is protected if it is."""
        return str(self.run("PRAGMA cipher_version")[0][0]).split()[0]

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of one of our tables."""
        if table not in self._columns:
            assert table in TABLES, table
            self._columns[table] = tuple(str(row[1]) for row in self.run(f"PRAGMA main.table_info({table})"))
        return self._columns[table]

    def spent(self, table: str) -> int:
        """The highest number that no new row of this table gets, inside a write: see `spent_number`."""
        if table not in self._spent:
            self._spent[table] = spent_number(self, table)
        return self._spent[table]

    def spend(self, table: str, number: int) -> None:
        """A row of this number goes, inside a write."""
        self._spent[table] = max(self.spent(table), number)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several reads that see one and the same state."""
        if self._connection.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    @contextmanager
    def writing(self, label: str, *, goes_on: bool = False) -> Iterator[None]:
        """One write: one transaction, one undo step, one notice. A write inside another joins it.

        `label` is the code of the verb. What changes nothing leaves no step and no notice. What `goes_on`
        is one step with the one before, if the same verb made that.
        """
        if self._depth:
            with self._joined():
                yield
            return
        self._refuse_if_read_only()
        self.log.prepare()
        with self._transaction() as outcome:
            step = self.log.begin(label, self.clock().astimezone(UTC).isoformat(timespec="seconds"))
            yield
            outcome.append(self.log.finish(step))
            if goes_on and outcome[0] is not None:
                self.log.join_previous(step)
        self._send(outcome[0])

    @contextmanager
    def unlogged(self, notice: Change | None = None) -> Iterator[None]:
        """A write that cannot be undone, e.g. the making of a demonstration; its notice names everything, if
        it is not given. Like each write, it ends what could be done again."""
        self._refuse_if_read_only()
        with self._transaction() as outcome:
            yield
            self.log.forget_undone()
            outcome.append(notice or Change(NOUNS))
        self._send(outcome[0])

    @contextmanager
    def aside(self) -> Iterator[None]:
        """A write of what is no entry, e.g. a draft: no step, no notice, and what can be done again stays."""
        self._refuse_if_read_only()
        with self._transaction() as outcome:
            yield
            outcome.append(Change(frozenset()))

    @contextmanager
    def rehearsing(self) -> Iterator[None]:
        """What is written meanwhile is taken back at its end, and nobody hears of it."""
        self._rehearsing = True
        try:
            yield
        finally:
            self._rehearsing = False

    @property
    def settled(self) -> int | None:
        """The number of writes while none is under way: what was read at the same number still holds."""
        return None if self._depth or self._rehearsing else self.writes

    def undo(self) -> Change | None:
        """Takes the newest step back and says what changed."""
        return self._step_through(self.log.undo)

    def redo(self) -> Change | None:
        """Does the step again that was taken back last and says what changed."""
        return self._step_through(self.log.redo)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after each write; the returned function ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return unsubscribe

    def poll(self) -> bool:
        """Whether another program wrote to the file since the last time; then everybody hears of it. It never
        waits."""
        self._wait(0)
        self.out_of_reach = None
        try:
            version = self._data_version()
        except DiskRefusal as refusal:
            # Somebody is writing just now, or the stick is out: the next look will tell.
            self.out_of_reach = refusal
            return False
        finally:
            self._wait(0 if self.in_use else PATIENCE)
        self._found_free()
        if version == self._version:
            return False
        self._version = version
        self.writes += 1
        self._send(Change(NOUNS))
        return True

    def copy_into(self, target: sqlite.Connection) -> None:
        """Copies every page into another connection."""
        self._connection.backup(target)

    def misplaced(self) -> Refusal | None:
        """Why the file can no longer be written where it was opened: it was moved, removed or replaced."""
        try:
            refuse_elsewhere(self._place, self._stood)
        except Refusal as refusal:
            return refusal
        return None

    def close(self) -> None:
        """Lets go of the file."""
        self._listeners.clear()
        self._connection.close()
        kept, self._kept = self._kept, None
        let_go(kept)

    def _step_through(self, apply: Callable[[], Change | None]) -> Change | None:
        self._refuse_if_read_only()
        if self._depth:
            raise RuntimeError("a step cannot be undone inside a write")
        self.log.prepare()
        with self._transaction() as outcome:
            # The rows of one step come back one by one; only the whole must fit together.
            self.run("PRAGMA defer_foreign_keys = ON")
            outcome.append(apply())
        self._send(outcome[0])
        return outcome[0]

    @contextmanager
    def _transaction(self) -> Iterator[list[Change | None]]:
        """A transaction that is kept only when its outcome is a change."""
        outcome: list[Change | None] = []
        self.run("BEGIN IMMEDIATE")
        self._found_free()
        self._depth = 1
        self._spent.clear()
        try:
            if self._on_disk:
                refuse_elsewhere(self._place, self._stood)
            yield outcome
            if self._rehearsing:
                outcome[0] = None
            if outcome[0] is None:
                self._roll_back()
            else:
                self.run("COMMIT")
                self.writes += 1
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth = 0

    @contextmanager
    def _joined(self) -> Iterator[None]:
        self.run("SAVEPOINT joined")
        self._depth += 1
        try:
            yield
        except BaseException:
            # After a full disk SQLite may have taken the whole transaction back already.
            if self._connection.in_transaction:
                self.run("ROLLBACK TO joined")
                self.run("RELEASE joined")
            raise
        else:
            self.run("RELEASE joined")
        finally:
            self._depth -= 1

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            with suppress(sqlite.Error):
                self._connection.rollback()

    def _refuse_if_read_only(self) -> None:
        if self.why_read_only is not None:
            raise Refusal(self.why_read_only)

    def _send(self, change: Change | None) -> None:
        if change is not None:
            for listener in tuple(self._listeners):
                listener(change)

    def _found_free(self) -> None:
        if self.in_use:
            self.in_use = False
            self._wait(PATIENCE)

    def _wait(self, milliseconds: int) -> None:
        """Sets how long each statement waits for another program."""
        self._connection.execute(f"PRAGMA busy_timeout = {milliseconds:d}")

    def _data_version(self) -> Value:
        return self.run("PRAGMA data_version")[0][0]
