"""What the modules of the storage need of an open file."""

from __future__ import annotations

from typing import Protocol

Value = str | int | float | None


class StatementRunner(Protocol):
    """Runs statements; names columns."""

    def run(self, statement: str, *values: Value) -> list[tuple[Value, ...]]:
        """The rows that a statement finds, its `?` filled with `values`."""

    def columns(self, table: str) -> tuple[str, ...]:
        """The names of a table's columns."""
