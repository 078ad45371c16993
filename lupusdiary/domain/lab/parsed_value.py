"""What was read from a printed laboratory value."""

from __future__ import annotations

from dataclasses import dataclass, replace

ACCEPT, ASK, TEXT = "accept", "ask", "text"


@dataclass(frozen=True, slots=True)
class ParsedValue:
    """What was read from a printed value. `action` is accept, ask or text; the printed text is kept anyhow.

    `kind` is quantity, range, titre, ordinal, text, pending, or None for text alone. `unit_printed` is a
    unit that stood in the value cell (UCUM, or the kit's own), `unit_text` the same as printed.
    """

    action: str = TEXT
    kind: str | None = None
    comparator: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    code: str | None = None
    flag: str | None = None
    patterns: tuple[str, ...] = ()
    unit_printed: str | None = None
    unit_text: str | None = None
    unit_prefix: str | None = None
    printed_range: str | None = None
    status: str | None = None

    def asking(self) -> ParsedValue:
        """The same as a question."""
        return replace(self, action=ASK) if self.action == ACCEPT else self


TEXT_ONLY = ParsedValue()
