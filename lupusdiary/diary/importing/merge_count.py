"""Counts what an import does, and tells how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from lupusdiary.language import Refusal
from lupusdiary.storage.engine import DiskRefusal

# Is told how many of how many are done; raising from it cancels the import.
Progress = Callable[[int, int], None]

_SLICE = 500

T = TypeVar("T")

NEW, EQUAL, KEPT, REFUSED = "new", "equal", "kept", "refused"

# Which row of the contents it is: a list and the number in it; or "days", the day, a code or "note"; or
# "days", the day, "timed" and the number in it.
RowKey = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What came of one row: new, equal, kept (here it says something else, which stays) or refused."""

    key: RowKey
    state: str
    why: Refusal | None = None


class MergeCount:
    """New, equal, kept and refused, with a word to the person every 500 entries. Of each row that is not new
    it is known which it is, or with `every` of all."""

    def __init__(self, total: int, progress: Progress | None, *, every: bool = False) -> None:
        self.new = 0
        self.equal = 0
        self.kept = 0
        self.refused: list[Refusal] = []
        self.outcomes: list[RowOutcome] = []
        self._every = every
        self._done = 0
        self._total = total
        self._progress = progress

    def same(self, *, equal: bool) -> None:
        """Counts something that is here already, equal or different."""
        if equal:
            self.equal += 1
        else:
            self.kept += 1

    def bring_in(
        self,
        here: Iterable[T],
        there: Iterable[T],
        checked: Callable[[T], T],
        put: Callable[[T], object],
        meaning: Callable[[T], object] | None = None,
        name: str = "",
    ) -> None:
        """Adds what is not here. What has the `meaning` of a record here is a conflict: ours stays. `name` is
        that of the list."""
        left = Counter(here)
        meanings = {meaning(record) for record in left} if meaning else set()
        for number, raw in enumerate(there):
            with self.one(name, number):
                record = checked(raw)
                if left[record] > 0:
                    left[record] -= 1
                    self.equal += 1
                elif meaning is not None and meaning(record) in meanings:
                    self.kept += 1
                else:
                    put(record)
                    self.new += 1

    @contextmanager
    def one(self, *key: str | int) -> Iterator[None]:
        """One entry: when it is refused, the import goes on without it."""
        before = (self.new, self.equal, self.kept)
        self._done += 1
        if self._progress is not None and self._done % _SLICE == 0:
            self._progress(min(self._done, self._total), self._total)
        try:
            yield
        except DiskRefusal:
            # A full disk is no fault of this entry: it ends the import.
            raise
        except Refusal as refusal:
            # The sentence is kept, not every frame that it passed through.
            self.refused.append(refusal.with_traceback(None))
            self.outcomes.append(RowOutcome(key, REFUSED, self.refused[-1]))
        else:
            if not self._every:
                return
            grown = [now > then for now, then in zip((self.new, self.equal, self.kept), before, strict=True)]
            if any(grown):
                # An entry of several parts, such as the profile, is new when one of them is.
                self.outcomes.append(RowOutcome(key, (NEW, EQUAL, KEPT)[grown.index(True)]))

    def finish(self) -> None:
        """Says that all is done."""
        if self._progress is not None:
            self._progress(self._total, self._total)
