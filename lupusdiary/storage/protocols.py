"""What the modules of the storage need of an open file."""

from __future__ import annotations

from typing import Protocol

Value = str | int | float | None


class StatementRunner(Protocol):
    """Runs statements; names columns."""

    def run(self, statement: str, *values: Value) -> list[tuple[Value, ...]]: ...

    def columns(self, table: str) -> tuple[str, ...]: ...
