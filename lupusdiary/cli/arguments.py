"""Splits the words after a verb into places and options; a value may begin with a minus sign.

By hand, and not with click: a verb as a whole process may take 8 times an empty Python, and importing click
alone takes 3 times one (measured on 3.11: 10 ms empty, 40 ms with click).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

# -3.2, - and -(neg) are values as laboratories print them; -x is an option that does not exist.
_UNKNOWN = re.compile(r"-[A-Za-z]")


class Misuse(Exception):
    """A word that the verb does not know, one that is missing (`word` is None then), or one given twice."""

    def __init__(self, word: str | None, *, twice: bool = False) -> None:
        super().__init__(word)
        self.word = word
        self.twice = twice


class Usage(NamedTuple):
    """What a verb takes: `places` in their order, of which `least` must be given (the last one may stand for
    many), `options` with a value (those in `repeated` may come more than once), `flags` without, and the
    options that must be there."""

    line: str
    places: tuple[str, ...]
    least: int
    options: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    many: bool = False
    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arguments:
    """The words of one call."""

    places: tuple[str, ...]
    options: dict[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    repeated: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def place(self, number: int) -> str | None:
        """The word in a place, or None when it was left out."""
        return self.places[number] if number < len(self.places) else None


HELP = ("--help", "-h")


def split(words: Sequence[str], usage: Usage) -> Arguments | None:
    """The arguments, or None when help is asked for. Raises `Misuse`."""
    places: list[str] = []
    options: dict[str, str] = {}
    flags: set[str] = set()
    repeated: dict[str, tuple[str, ...]] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if word == "--":
            places += rest
            break
        if word in HELP:
            return None
        if name in (*usage.options, *usage.repeated):
            if not equals and not rest:
                raise Misuse(None)
            given = value if equals else rest.pop(0)
            if name in usage.repeated:
                repeated[name] = (*repeated.get(name, ()), given)
            elif name in options:
                raise Misuse(name, twice=True)
            else:
                options[name] = given
        elif word in usage.flags:
            flags.add(word)
        elif word.startswith("--") or _UNKNOWN.match(word):
            raise Misuse(word)
        else:
            places.append(word)
    if len(places) > len(usage.places) and not usage.many:
        raise Misuse(places[len(usage.places)])
    if len(places) < usage.least or any(name not in options for name in usage.must):
        raise Misuse(None)
    return Arguments(tuple(places), options, frozenset(flags), repeated)
