"""What is wrong with an import, each thing with its place: file, line or entry, day and item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lupusdiary.language import Refusal, Translator


@dataclass(frozen=True, slots=True)
class Place:
    """Where something of an import stands. `line` counts the lines of `file`; in JSON, `entry` those of
    `list`."""

    list: str = ""
    entry: int | None = None
    file: str | None = None
    line: int | None = None
    day: str | None = None
    item: str | None = None

    def words(self, tr: Translator) -> str:
        """The place as a person finds it."""
        parts = [self.file or self.list]
        if self.line is not None:
            parts.append(tr.text("line {line}", line=self.line))
        elif self.entry is not None:
            parts.append(tr.text("entry {number}", number=self.entry))
        return tr.listing([part for part in (*parts, self.day, self.item) if part])


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is refused: `why` alone is about the thing, `sentence` says its list and entry too."""

    place: Place
    why: Refusal
    sentence: Refusal

    def words(self, tr: Translator) -> str:
        """Place and reason in one line."""
        return tr.text("{place}: {reason}", place=self.place.words(tr), reason=tr.refusal(self.why))


class Refused(Refusal):
    """An import that is refused: the first fault is the sentence, `faults` are all of them in order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        first = faults[0].sentence
        super().__init__(first.message, **first.fields)
        self.faults = tuple(faults)


class Faults:
    """Gathers what is wrong while reading goes on."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, place: Place, why: Refusal) -> None:
        """One thing that is refused; the traceback, and every frame that it holds, goes."""
        why = why.with_traceback(None)
        sentence = why
        if place.line is not None and place.file:
            sentence = Refusal("{list}, line {line}: {fault}", list=place.file, line=place.line, fault=why)
        elif place.entry:
            sentence = Refusal(
                "{list}, entry {number}: {fault}", list=place.list, number=place.entry, fault=why
            )
        elif place.list:
            sentence = Refusal("{list}: {fault}", list=place.list, fault=why)
        self.found.append(Fault(place, why, sentence))


def about(place: Place, day: object = None, item: object = None) -> Place:
    """The place with what an entry itself says of its day and item, as far as that is text."""
    return replace(place, day=_named(day) or place.day, item=_named(item) or place.item)


def _named(value: object) -> str | None:
    return value[:40] if isinstance(value, str) else None
