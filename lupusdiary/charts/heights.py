"""The vertical scale of one lane: which heights it spans."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lupusdiary.charts.panels import LINE, NUMBER, TITRE, LabPanel, ScorePanel

# Of the spread of the values, so that a line at the end of its scale is still seen whole.
_PAD = 0.08


@dataclass(frozen=True, slots=True)
class Heights:
    """From `low` to `high` in the units of the drawing."""

    low: float
    high: float


def score_heights(panel: ScorePanel) -> Heights:
    """The whole scale of an item where it has one, else what was recorded."""
    if panel.style == LINE and panel.bottom is not None and panel.top is not None:
        return _padded(panel.bottom, panel.top)
    values = [p.value for p in panel.points] + [p.low for p in panel.points if p.low is not None]
    return _around(values, from_zero=panel.bottom == 0)


def lab_heights(panel: LabPanel) -> Heights:
    """The results of an analyte and, of the ranges beside them, the end that is nearest: a lane is too low to
    show a range that reaches far beyond every result."""
    points = panel.points
    if panel.axis not in (NUMBER, TITRE):
        return Heights(-0.35, max(1, len(panel.steps) - 1) + 0.35)
    values = [v for p in points for v in (p.value, p.low, p.high) if v is not None]
    ends = [v for p in points for v in (p.range_low, p.range_high) if v is not None]
    if not ends and panel.typical is not None:
        ends = [v for v in (panel.typical.low, panel.typical.high) if v is not None]
    if values and ends:
        # A laboratory prints the same range on sheet after sheet.
        ends = [min(dict.fromkeys(ends), key=lambda end: min(abs(end - v) for v in values))]
    if panel.axis == TITRE:
        steps = [titre_height(v) for v in values + ends] or [titre_height(40), titre_height(1280)]
        return Heights(min(steps) - 0.6, max(steps) + 0.6)
    found = _around(values + ends)
    spread = found.high - found.low
    signs = "".join(p.comparator or "" for p in points)
    # An open triangle hangs below or stands above its limit.
    below, above = (0.25 if sign in signs else 0.0 for sign in "<>")
    return Heights(found.low - below * spread, found.high + above * spread)


def titre_height(denominator: float) -> float:
    """Where a titre stands: each doubling is one step."""
    return math.log2(max(denominator, 1.0))


def _around(values: Sequence[float], from_zero: bool | None = None) -> Heights:
    """Around the values; from zero if asked, or (None) if they come near enough to it."""
    if not values:
        return Heights(0.0, 1.0)
    low, high = min(values), max(values)
    if from_zero or (from_zero is None and 0 <= low <= high * 0.4):
        low = min(0.0, low)
    if high <= low:
        spread = abs(high) * 0.1 or 1.0
        low, high = low - (0.0 if low == 0 else spread), high + spread
    return _padded(low, high)


def _padded(low: float, high: float) -> Heights:
    pad = (high - low) * _PAD
    return Heights(low - pad, high + pad)
