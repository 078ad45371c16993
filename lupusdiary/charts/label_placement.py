"""Short labels beside their marks in as few rows as hold them, never one over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """A label of `width` inches for a mark at `x`; a smaller `rank` is placed first."""

    x: float
    width: float
    rank: int = 1


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where a label begins, and in which row (0 is the highest)."""

    left: float
    row: int


Span = tuple[float, float]


def place(
    wanted: Sequence[LabelRequest], left: float, right: float, rows: int, gap: float
) -> list[LabelPlace | None]:
    """A place for each label, in the order asked for; None for what found no room. A label begins at its
    mark, or ends there."""
    taken: list[list[Span]] = [[] for _ in range(rows)]
    found: list[LabelPlace | None] = [None] * len(wanted)
    for at in sorted(range(len(wanted)), key=lambda n: (wanted[n].rank, wanted[n].x)):
        found[at] = _first_free(wanted[at], left, right, taken, gap)
    return found


def _first_free(
    label: LabelRequest, left: float, right: float, taken: list[list[Span]], gap: float
) -> LabelPlace | None:
    for row, spans in enumerate(taken):
        for start in (label.x, label.x - label.width):
            end = start + label.width
            if start >= left - 1e-6 and end <= right + 1e-6 and _free(start, end, spans, gap):
                spans.append((start, end))
                return LabelPlace(start, row)
    return None


def _free(start: float, end: float, spans: Sequence[Span], gap: float) -> bool:
    return all(end + gap <= low or high + gap <= start for low, high in spans)
