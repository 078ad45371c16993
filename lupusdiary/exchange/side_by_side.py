"""Tables of results that stand side by side on a page, as one below the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from lupusdiary.domain.lab.analyte import Analyte

# No sheet has its tests in more columns, each with result, unit and range.
_MOST_COLUMNS = 16
_VALUE = re.compile(r"[<>=≤≥]{0,2}\s*\.?\d")


def one_below_the_other(
    lines: Sequence[Sequence[str]], named_by: Callable[[str], Sequence[Analyte]]
) -> list[Sequence[str]] | None:
    """The cells of each table, the left one first; None where there is one table only, as nearly always. A
    table begins where two lines or more name a test behind a value, and at least half of those that say
    anything there."""
    begins = [0]
    for at in range(2, _MOST_COLUMNS):
        said = [line for line in lines if len(line) > at and line[at]]
        named = [line for line in said if _begins(named_by(line[at]), line[begins[-1] : at], named_by)]
        behind = [line for line in named if any(line[at + 1 :])]
        if len(behind) >= 2 and 2 * len(behind) >= len(said):
            begins.append(at)
    if len(begins) == 1:
        return None
    return [line[start:end] for start, end in pairwise([*begins, None]) for line in lines]


def _begins(
    tests: Sequence[Analyte], left: Sequence[str], named_by: Callable[[str], Sequence[Analyte]]
) -> bool:
    """Whether these tests begin another table right of a label and its value: a code, or a name in another
    language, is no table, nor is that name behind a code."""
    named = [(at, found) for at, cell in enumerate(left) if (found := named_by(cell))]
    if not tests or not named or any(set(found) & set(tests) for _, found in named):
        return False
    return any(_VALUE.match(cell) for cell in left[named[0][0] + 1 :])
