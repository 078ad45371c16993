"""One table of a TOML file, read field by field: front matter, glossary, sources, drawings, sessions alike.

Not the reader of imports: that one gives up an entry at its first fault and names the field; a writer of
articles is shown every fault at once, with its line and an example of how to write it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from lupusdiary.education.content.content_fault import ContentFaults, missing, not_a_list
from lupusdiary.education.content.urgency_words import filled_in
from lupusdiary.language import Refusal

ID = re.compile(r"[a-z][a-z0-9_]{0,59}")

Value = TypeVar("Value")


class Lines:
    """On which line of its file a key or a table of a TOML text stands; `first` is the line of the text."""

    def __init__(self, text: str, first: int = 1) -> None:
        self._lines = text.split("\n")
        self._first = first

    def of(self, name: str, nth: int = 0) -> int:
        """The line of a key, or of the nth table of that name; the first line for what is missing."""
        start = re.compile(rf'\s*(?:\[\[?\s*)?"?{re.escape(name)}"?\s*[=.\]]')
        found = [at for at, line in enumerate(self._lines, start=self._first) if start.match(line)]
        return found[min(nth, len(found) - 1)] if found else self._first

    def within(self, table: str, nth: int, name: str) -> int:
        """The line of a key of the nth table of that name; of the table's head where the key is missing."""
        head = self.of(table, nth)
        for at, line in enumerate(self._lines[head - self._first + 1 :], start=head + 1):
            if line.lstrip().startswith("["):
                break
            if re.match(rf"\s*{re.escape(name)}\s*=", line):
                return at
        return head


class TomlTable:
    """Fields by their names; what is wrong goes to `faults` and an empty value takes its place. `line` finds
    the line of a field, or is the one where all are said to be wrong. What is no table has no fields."""

    def __init__(self, values: object, faults: ContentFaults, line: Callable[[str], int] | int) -> None:
        self._values: Mapping[str, Any] = values if isinstance(values, dict) else {}
        self._faults = faults
        self._line = line
        self._asked: set[str] = set()

    def fault(self, name: str, why: Refusal) -> None:
        """Notes that a field is wrong."""
        self._faults.add(self._line if isinstance(self._line, int) else self._line(name), why)

    def fault_at_head(self, why: Refusal) -> None:
        """Notes that the table as a whole is wrong."""
        self.fault("", why)

    def has(self, name: str) -> bool:
        """Whether the field is there at all."""
        return name in self._values

    def get(self, name: str, kind: type[Value], absent: Value | None = None) -> Value | None:
        """A value of this very kind (true is no number, a point in time no day); None where it is of another,
        and nothing is said."""
        self._asked.add(name)
        value = self._values.get(name, absent)
        found: Value | None = value if type(value) is kind else None
        return found

    def words(self, name: str, *, must: bool = True) -> str:
        """A text on one line, empty only where it need not be there."""
        found = self.get(name, str, "")
        if found is None or (must and not found.strip()):
            self.fault(name, missing(name))
            return ""
        return " ".join(found.split())

    def worded(self, name: str, text: str, language: str) -> str:
        """A text of this field with the words of the table of danger in their places."""
        return filled_in(text, language, lambda _, why: self.fault(name, why))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        found = self.get(name, list, [])
        if found is None or not all(isinstance(each, str) and each.strip() for each in found):
            self.fault(name, not_a_list(name))
            return ()
        return tuple(found)

    def whole(self, name: str, allowed: range) -> int | None:
        """A whole number of a range."""
        found = self.get(name, int)
        if found is None or found not in allowed:
            self.fault(name, Refusal("“{name}” must be a whole number.", name=name))
            return None
        return found

    def matching(self, name: str, pattern: re.Pattern[str]) -> str:
        """A text of this form."""
        found = self.get(name, str)
        if found is None or not pattern.fullmatch(found):
            self.fault(name, missing(name))
            return ""
        return found

    def one_of(self, name: str, allowed: tuple[str, ...], absent: str) -> str:
        """One of a few words; `absent` where the field is left out."""
        found = self.get(name, str, absent)
        if found is None or found not in allowed:
            self.fault(name, Refusal("“{name}” is one of: {known}.", name=name, known=", ".join(allowed)))
            return absent
        return found

    def tables(self, name: str, lines: Lines) -> Iterator[TomlTable]:
        """The tables of a list, each below a head of its own."""
        found = self.get(name, list, [])
        if found is None or not all(isinstance(each, dict) for each in found):
            self.fault(name, Refusal("Write each of them below a line [[{name}]].", name=name))
            found = []
        for nth, each in enumerate(found):
            yield TomlTable(each, self._faults, partial(lines.within, name, nth))

    def unknown(self) -> Iterable[str]:
        """The fields that nobody asked for."""
        return [name for name in self._values if name not in self._asked]
