"""The words of a chart: what stands beside a panel's name, what is noted below, how a value reads."""

from __future__ import annotations

from collections.abc import Iterable

from lupusdiary.charts.bins import MONTHS, WEEKS, Bin
from lupusdiary.charts.fonts import shortened
from lupusdiary.charts.panels import BARS, LEVELS, STEPS, TICKS, TITRE, LabPanel, LabPoint, Panel, ScorePanel
from lupusdiary.language import Translator

# Inches at 11 points: a result in words is told whole by the pointer and the table.
_LONGEST_WORDS = 0.9


def subtitle(panel: Panel, size: str, tr: Translator) -> list[str]:
    """Unit, scale and range of a panel, and how its days are gathered."""
    if isinstance(panel, LabPanel):
        parts = [panel.unit, range_words(panel, tr)]
    elif panel.style in (LEVELS, TICKS):
        parts = []
    else:
        scale = ""
        if panel.bottom is not None and panel.top is not None:
            scale = bounds(panel.bottom, panel.top, tr)
        gathered = {WEEKS: tr.text("weekly median"), MONTHS: tr.text("monthly median")}.get(size, "")
        parts = [scale, panel.unit, gathered]
    return [p for p in parts if p]


def range_words(panel: LabPanel, tr: Translator) -> str:
    """The range of the newest sheet that prints one, else the typical one under that name."""
    for point in reversed(panel.points):
        if point.range_text:
            return tr.text("range on the sheet {range}", range=point.range_text)
        if point.range_low is not None or point.range_high is not None:
            words = bounds(point.range_low, point.range_high, tr)
            return tr.text("range on the sheet {range}", range=words)
    if panel.typical and panel.points:
        return tr.text("typical {range}", range=bounds(panel.typical.low, panel.typical.high, tr))
    return ""


def bounds(low: float | None, high: float | None, tr: Translator) -> str:
    """A range as a sheet writes it."""
    if low is None:
        return f"≤ {tr.number(high or 0)}"
    if high is None:
        return f"≥ {tr.number(low)}"
    return f"{tr.number(low)}–{tr.number(high)}"


def score_words(panel: ScorePanel, value: float, tr: Translator) -> str:
    """One value of an item as the person reads it."""
    if panel.style == TICKS:
        return tr.text("yes") if value else tr.text("no")
    if panel.style == LEVELS:
        return panel.levels[round(value)]
    shown = tr.number(value)
    return f"{shown} {panel.unit}" if panel.unit else shown


def day_words(panel: ScorePanel, found: Bin, tr: Translator) -> str:
    """One recorded day of an item."""
    if panel.style == BARS:
        return f"{tr.number(found.high)}/{tr.number(found.low)} {panel.unit}"
    return score_words(panel, found.middle, tr)


def bin_words(panel: ScorePanel, found: Bin, tr: Translator) -> str:
    """A week or month of an item: median, lowest and highest (of words: the worst), recorded days."""
    days = tr.plural("{count} day", "{count} days", found.days)
    if panel.style == TICKS:
        return tr.text("yes on {yes} of {days}", yes=tr.number(found.total), days=days)
    if panel.style == LEVELS:
        # No statistic over words: a median of “none” and “severe” would be invented.
        worst = score_words(panel, found.high, tr)
        if found.low == found.high:
            return f"{worst} ({days})"
        return tr.text("up to {worst} ({days})", worst=worst, days=days)
    if panel.style == BARS:
        middle = f"{tr.number(found.middle)}/{tr.number(found.middle_low)}"
    else:
        middle = score_words(panel, found.middle, tr)
    if found.low == found.high:
        return f"{middle} ({days})"
    low, high = tr.number(found.low), tr.number(found.high)
    return tr.text("median {middle} ({low}–{high}, {days})", middle=middle, low=low, high=high, days=days)


def brief(panel: LabPanel, point: LabPoint, tr: Translator) -> str:
    """One result as it stands at its point: as printed, with its unit where that is not the panel's."""
    if point.printed:
        return point.printed
    if point.value is None and point.low is not None and point.high is not None:
        return f"{tr.number(point.low)}–{tr.number(point.high)}"
    if point.value is None:
        return shortened(point.text, 11, _LONGEST_WORDS)
    if panel.axis == STEPS:
        return panel.steps[int(point.value)]
    number = point.text.strip("<>=≤≥ ")
    if not _says(number, point.value):
        number = tr.number(float(f"{point.value:.4g}") if abs(point.value) < 1000 else round(point.value))
    sign = (point.comparator or "").replace("<=", "≤").replace(">=", "≥")
    return sign + ("1:" if panel.axis == TITRE else "") + number


def _says(text: str, value: float) -> bool:
    try:
        return float(text.replace(",", "")) == value
    except ValueError:
        return False


def result_words(point: LabPoint) -> str:
    """One result with its mark against the sheet's own range."""
    sign = {"above": " ▲", "below": " ▼", "outside": " ◆"}.get(point.mark or "", "")
    return point.shown + sign


def listing(parts: Iterable[str]) -> str:
    """Several short things in one line."""
    return " · ".join(parts)
