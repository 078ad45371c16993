"""The vertical axis of one panel: which heights it spans and which of them are named."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lupusdiary.charts.bins import DAYS, MONTHS
from lupusdiary.charts.panels import LEVELS, LINE, NUMBER, TICKS, TITRE, LabPanel, ScorePanel
from lupusdiary.language import Translator

# A recorded zero or "no" stands this far below the line of zero, so that it is seen and told from a gap.
FOOT = 0.09


@dataclass(frozen=True, slots=True)
class Heights:
    """From `low` to `high` in the units of the drawing, with named heights from the bottom up."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()


def score_heights(panel: ScorePanel, size: str, tr: Translator) -> Heights:
    """The axis of an item: its whole scale where it has one, else what was recorded."""
    if panel.style == TICKS:
        return _yes_heights(size, tr)
    if panel.style == LEVELS:
        top = len(panel.levels) - 1
        return Heights(-top * FOOT, top + top * 0.05, tuple(enumerate(panel.levels)))
    if panel.style == LINE and panel.bottom is not None and panel.top is not None:
        pad = (panel.top - panel.bottom) * 0.06
        middle = (panel.bottom + panel.top) / 2
        named = tuple((v, tr.number(v)) for v in (panel.bottom, middle, panel.top))
        return Heights(panel.bottom - pad, panel.top + pad, named)
    values = [p.value for p in panel.points] + [p.low for p in panel.points if p.low is not None]
    return _number_heights(values, tr, from_zero=panel.bottom == 0)


def lab_heights(panel: LabPanel, tr: Translator) -> Heights:
    """The axis of an analyte: its results and the finite ends of the ranges beside them."""
    points = panel.points
    if not points:
        return Heights(0.0, 1.0)
    if panel.axis not in (NUMBER, TITRE):
        top = max(1, len(panel.steps) - 1)
        return Heights(-0.35, top + 0.35, tuple(enumerate(panel.steps)))
    values = [v for p in points for v in (p.value, p.low, p.high) if v is not None]
    ends = [v for p in points for v in (p.range_low, p.range_high) if v is not None]
    if not ends and panel.typical is not None:
        ends = [v for v in (panel.typical.low, panel.typical.high) if v is not None]
    if panel.axis == TITRE:
        return _titre_heights(values + ends, tr)
    signs = "".join(p.comparator or "" for p in points)
    # An open triangle hangs below or stands above its limit.
    below, above = (0.2 if sign in signs else 0.0 for sign in "<>")
    return _roomier(_number_heights(values + ends, tr), below, above)


def _roomier(heights: Heights, below: float, above: float) -> Heights:
    spread = heights.high - heights.low
    return replace(heights, low=heights.low - below * spread, high=heights.high + above * spread)


def titre_height(denominator: float) -> float:
    """Where a titre stands: each doubling is one step."""
    return math.log2(max(denominator, 1.0))


def _yes_heights(size: str, tr: Translator) -> Heights:
    if size == DAYS:
        return Heights(-FOOT * 1.5, 1.08, ((1.0, tr.text("yes")),))
    top = 31.0 if size == MONTHS else 7.0
    return Heights(-top * FOOT * 1.5, top * 1.05, ((0.0, "0"), (top, tr.number(top))))


def _titre_heights(values: Iterable[float], tr: Translator) -> Heights:
    steps = [titre_height(v) for v in values] or [titre_height(40), titre_height(1280)]
    low, high = min(steps) - 0.6, max(steps) + 0.6
    shown = sorted({round(min(steps), 3), round(max(steps), 3)})
    return Heights(low, high, tuple((s, f"1:{tr.number(round(2**s))}") for s in shown))


def _number_heights(values: list[float], tr: Translator, from_zero: bool | None = None) -> Heights:
    """Round heights around the values; from zero if asked, or (None) if the values come near enough to it."""
    if not values:
        return Heights(0.0, 1.0)
    low, high = min(values), max(values)
    if from_zero or (from_zero is None and 0 <= low <= high * 0.4):
        low = min(0.0, low)
    if high <= low:
        spread = abs(high) * 0.1 or 1.0
        low, high = low - (0.0 if low == 0 else spread), high + spread
    step = _nice_step(high - low)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    named = [float(f"{n * step:.12g}") for n in range(first, last + 1)]
    pad = (named[-1] - named[0]) * 0.06
    decimals = max(0, -math.floor(math.log10(step)))
    # Beyond what a sheet prints, powers of ten are the shorter name.
    plain = decimals <= 6 and named[-1] < 1e9
    ticks = tuple((v, tr.number(v, decimals) if plain else f"{v:g}") for v in named)
    return Heights(named[0] - pad, named[-1] + pad, ticks)


def _nice_step(spread: float) -> float:
    """A round step (1, 2 or 5 of a power of ten) that cuts the spread into two to four parts."""
    power: float = 10 ** math.floor(math.log10(spread / 2))
    return next(m * power for m in (1, 2, 5, 10) if spread / (m * power) <= 3.2)
