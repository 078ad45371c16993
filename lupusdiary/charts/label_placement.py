"""Short labels beside their marks in as few rows as hold them, never one over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label of `width` inches for a mark at `x`; a smaller `rank` is placed first. A mark with a `stem`
    runs down from its label through the rows below."""

    x: float
    width: float
    rank: int = 1
    stem: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label begins, and in which row (0 is nearest to the panels)."""

    left: float
    row: int


Span = tuple[float, float]


def place(wanted: Sequence[Wanted], left: float, right: float, rows: int, gap: float) -> list[Place | None]:
    """A place for each label, in the order asked for; None for what found no room. A label begins at its
    mark, or ends there when it would leave the plot; no mark runs through another's label."""
    # From right to left, so that an earlier label rises over the later ones and its stem meets none of them.
    found = _placed(wanted, sorted(range(len(wanted)), key=lambda n: -wanted[n].x), left, right, rows, gap)
    if all(found):
        return found
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n].rank, -wanted[n].x))
    return _placed(wanted, order, left, right, rows, gap)


def _placed(
    wanted: Sequence[Wanted], order: Sequence[int], left: float, right: float, rows: int, gap: float
) -> list[Place | None]:
    taken: list[list[Span]] = [[] for _ in range(rows)]
    found: list[Place | None] = [None] * len(wanted)
    for at in order:
        found[at] = _first_free(wanted[at], left, right, taken, gap)
    return found


def _first_free(wish: Wanted, left: float, right: float, taken: list[list[Span]], gap: float) -> Place | None:
    start = wish.x if wish.x + wish.width <= right + 1e-6 else wish.x - wish.width
    end = start + wish.width
    if start < left - 1e-6:
        return None
    for row, spans in enumerate(taken):
        below = taken[:row] if wish.stem else []
        if not all(_free(wish.x, wish.x, each, 0.0) for each in below):
            return None
        if _free(start, end, spans, gap):
            spans.append((start, end))
            for each in below:
                each.append((wish.x, wish.x))
            return Place(start, row)
    return None


def _free(start: float, end: float, spans: Sequence[Span], gap: float) -> bool:
    return all(end + gap <= low or high + gap <= start for low, high in spans)
