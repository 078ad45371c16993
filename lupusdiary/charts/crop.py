"""One timeline seen over a shorter stretch of days, without asking the diary again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from lupusdiary.charts.panels import (
    DoseStep,
    FlareSpan,
    LabPanel,
    MedicineBar,
    Panel,
    ScorePanel,
    Segment,
    Timeline,
)
from lupusdiary.domain.period import Period

T = TypeVar("T")
Lasting = TypeVar("Lasting", FlareSpan, DoseStep, MedicineBar)


def within(timeline: Timeline, period: Period) -> Timeline:
    """The same panels with the records of these days; a panel without any of them stays, empty."""
    doses = timeline.doses and replace(timeline.doses, steps=_running(timeline.doses.steps, period))
    return replace(
        timeline,
        period=period,
        panels=tuple(_panel(p, period) for p in timeline.panels),
        events=_days(timeline.events, period, lambda e: e.day),
        flares=_running(timeline.flares, period),
        doses=doses if doses and doses.steps else None,
        medicines=_running(timeline.medicines, period),
        visits=_days(timeline.visits, period, lambda d: d),
        recorded=_days(timeline.recorded, period, lambda d: d),
    )


def without_sensitive(timeline: Timeline, ticked: Collection[str] = ()) -> Timeline:
    """The same without what is printed only when the person ticks it, but for the codes that are `ticked`."""
    return replace(
        timeline,
        panels=tuple(
            p for p in timeline.panels if p.code in ticked or not (isinstance(p, ScorePanel) and p.sensitive)
        ),
        events=tuple(e for e in timeline.events if e.kind in ticked or not e.sensitive),
    )


def _panel(panel: Panel, period: Period) -> Panel:
    if isinstance(panel, ScorePanel):
        return replace(panel, points=_days(panel.points, period, lambda p: p.day))
    kept = (replace(s, points=_days(s.points, period, lambda p: p.day)) for s in panel.segments)
    return _without_empty(panel, tuple(s for s in kept if s.points))


def _without_empty(panel: LabPanel, segments: tuple[Segment, ...]) -> LabPanel:
    if segments and segments[0].why:
        segments = (replace(segments[0], why=""), *segments[1:])
    return replace(panel, segments=segments)


def _running(found: Sequence[Lasting], period: Period) -> tuple[Lasting, ...]:
    return tuple(f for f in found if f.start <= period.end and (f.end is None or f.end >= period.start))


def _days(found: Sequence[T], period: Period, day: Callable[[T], date]) -> tuple[T, ...]:
    return tuple(found[bisect_left(found, period.start, key=day) : bisect_right(found, period.end, key=day)])
