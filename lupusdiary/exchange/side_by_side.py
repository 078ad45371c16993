"""Tables of results that stand side by side on a page, as one below the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

# No sheet has its tests in more columns, each with result, unit and range.
_MOST_COLUMNS = 16
_VALUE = re.compile(r"[<>=≤≥]{0,2}\s*\.?\d")


def one_below_the_other(
    lines: Sequence[Sequence[str]], is_label: Callable[[str], bool]
) -> list[Sequence[str]] | None:
    """The cells of each table, the left one first; None where there is one table only, as nearly always. A
    table begins where two lines or more name a test behind a value, and at least half of those that say
    anything there."""
    begins = [0]
    for at in range(2, _MOST_COLUMNS):
        said = [line for line in lines if len(line) > at and line[at]]
        named = [line for line in said if is_label(line[at]) and _is_whole(line[begins[-1] : at], is_label)]
        behind = [line for line in named if any(line[at + 1 :])]
        if len(behind) >= 2 and 2 * len(behind) >= len(said):
            begins.append(at)
    if len(begins) == 1:
        return None
    return [line[start:end] for start, end in pairwise([*begins, None]) for line in lines]


def _is_whole(cells: Sequence[str], is_label: Callable[[str], bool]) -> bool:
    """Whether these are a label and its value: a code, or a name in another language, is no table."""
    named = next((at for at, cell in enumerate(cells) if is_label(cell)), None)
    return named is not None and any(_VALUE.match(cell) for cell in cells[named + 1 :])
