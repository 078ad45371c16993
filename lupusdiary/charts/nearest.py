"""What stands under the pointer: the values of one day, or of the week or month that it lies in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lupusdiary.charts.bins import DAYS, MONTHS, bin_end, bin_start, gather
from lupusdiary.charts.panels import LabPanel, Panel, ScorePanel, Timeline
from lupusdiary.charts.words import bin_words, day_words, listing, result_words
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator


@dataclass(frozen=True, slots=True)
class Hit:
    """What the picture shows of one place: its `title`, and a text for each panel ("" where it has none).
    `sheet` is the day of a laboratory result there; `day` is the day itself, `stretch` what is gathered."""

    day: date
    stretch: Period
    title: str
    values: tuple[str, ...]
    sheet: date | None

    def sentence(self, panels: Sequence[Panel]) -> str:
        """All of it in one line, for a screen reader."""
        named = (f"{p.name} {value}" for p, value in zip(panels, self.values, strict=True) if value)
        return listing((self.title, *named))


def hit_at(timeline: Timeline, day: date, size: str, tr: Translator) -> Hit:
    """The values at `day`, gathered by `size` as the picture gathers them."""
    start = bin_start(day, size)
    stretch = Period(start, bin_end(start, size))
    sheets = [
        p.day
        for panel in timeline.panels
        if isinstance(panel, LabPanel)
        for p in panel.points
        if p.day in stretch
    ]
    return Hit(
        day,
        stretch,
        _title(timeline, day, stretch, size, tr),
        tuple(_value(panel, stretch, size, tr) for panel in timeline.panels),
        min(sheets, key=lambda found: abs(found - day), default=None),
    )


def recorded_days(timeline: Timeline) -> list[date]:
    """The days at which any panel or event has something, in order: where the pointer and the keys stop."""
    found = {event.day for event in timeline.events} | set(timeline.visits)
    for panel in timeline.panels:
        found.update(p.day for p in panel.points)
    return sorted(found)


def nearest_day(days: Sequence[date], day: date, within: int) -> date:
    """The day in `days` nearest to `day`, or `day` itself when none lies within that many days."""
    at = bisect_left(days, day)
    near = min(days[max(0, at - 1) : at + 1], key=lambda found: abs(found - day), default=day)
    return near if abs((near - day).days) <= within else day


def _title(timeline: Timeline, day: date, stretch: Period, size: str, tr: Translator) -> str:
    if size == MONTHS:
        title = tr.date(stretch.start, "month")
    elif size == DAYS:
        title = tr.date(day)
    else:
        title = tr.text("Week of {day}", day=tr.date(stretch.start, "short"))
    zero = [zero_day for zero_day in timeline.zero_days if zero_day <= stretch.end]
    if zero and size != MONTHS:
        title += f" (D+{max(0, (stretch.start - zero[-1]).days)})"
    if size == DAYS:
        title = listing((title, *_flare_days(timeline, day, tr)))
    return listing((title, *(event.label for event in timeline.events if event.day in stretch)))


def _flare_days(timeline: Timeline, day: date, tr: Translator) -> Iterator[str]:
    for flare in timeline.flares:
        if flare.start <= day and (flare.end is None or day <= flare.end):
            yield tr.text("day {count} of a flare", count=tr.number((day - flare.start).days + 1))


def _value(panel: Panel, stretch: Period, size: str, tr: Translator) -> str:
    if isinstance(panel, LabPanel):
        found = [p for p in panel.points if p.day in stretch]
        if size == DAYS:
            return listing(result_words(p) for p in found)
        return listing(f"{result_words(p)} ({tr.date(p.day, 'day')})" for p in found)
    return _score(panel, stretch, size, tr)


def _score(panel: ScorePanel, stretch: Period, size: str, tr: Translator) -> str:
    first = bisect_left(panel.points, stretch.start, key=lambda p: p.day)
    last = bisect_right(panel.points, stretch.end, key=lambda p: p.day)
    bins = gather(panel.points[first:last], size)
    if not bins:
        return ""
    return day_words(panel, bins[0], tr) if size == DAYS else bin_words(panel, bins[0], tr)
