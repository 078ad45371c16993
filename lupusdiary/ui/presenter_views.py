"""How many panels of a timeline one screen holds at 28 pt: where not all of them, they come one after the
other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from lupusdiary.charts.panels import Timeline
from lupusdiary.language import Translator
from lupusdiary.ui.chart_drawing import Screen, least_height


def views(shown: Timeline, tr: Translator, screen: Screen) -> list[slice]:
    """The panels of each screen, on as few screens as there can be; `shown` is the stretch of time that is
    seen."""
    count = len(shown.panels)
    for parts in _divided(count):
        timelines = (replace(shown, panels=shown.panels[part]) for part in parts)
        if all(least_height(each, tr, screen) <= screen.height for each in timelines):
            return parts
    return [slice(at, at + 1) for at in range(count)]


def _divided(count: int) -> Iterator[list[slice]]:
    """In as few parts as there can be, about equal ones."""
    for parts in range(1, count + 1):
        size = ceil(count / parts)
        yield [slice(start, start + size) for start in range(0, count, size)]
