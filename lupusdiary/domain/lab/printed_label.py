"""Which test a printed label names: the steps of the fact base's `label_matching`, exact or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.printed_text import plain, split_bracket

# Row numbers, bullets and order codes (a letter with three to six digits) before a label (step 4).
_BEFORE = re.compile(r"(?:\(?[0-9]{1,3}[.)]\s*|[0-9]{1,3}\s+|[※▶■●•*·-]\s*|[A-Za-z][0-9]{3,6}\s+)")

Finder = Callable[[str], list[Analyte]]


@dataclass(frozen=True, slots=True)
class NamedTest:
    """The tests that a label may mean, none if it is unknown. Unless `certain` they are to be asked, also a
    single one. `unit` is a unit that stood in the label's bracket."""

    tests: tuple[Analyte, ...] = ()
    certain: bool = False
    unit: str | None = None


def named_test(text: str, find: Finder) -> NamedTest:
    """What a printed label names; `find` looks a label up exactly (steps 1 to 3 and 5)."""
    shown = plain(text)
    for label in dict.fromkeys((shown, _BEFORE.sub("", shown, count=1))):
        if found := find(label):
            return NamedTest(tuple(found), len(found) == 1)
        if (bracketed := _bracketed(label, find)).tests:
            return bracketed
    return NamedTest()


def _bracketed(label: str, find: Finder) -> NamedTest:
    """A(B), step 6: both of the same test match; one alone, or two different ones, are to be asked."""
    outside, inside = split_bracket(label)
    if not inside:
        return NamedTest()
    first, second = find(outside), find(inside)
    if len(first) == 1 and (unit := first[0].unit(inside)) is not None and unit.ucum:
        return NamedTest((first[0],), True, inside)
    if len(first) == 1 and first == second:
        return NamedTest((first[0],), True)
    return NamedTest(tuple(dict.fromkeys((*first, *second))))
