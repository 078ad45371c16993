"""Draws daily doses as steps and medicines as bars; what is only planned is dashed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from lupusdiary.charts.canvas import BANDS, LINES, Area, Rectangle, Stroke
from lupusdiary.charts.fonts import clean, shortened, width
from lupusdiary.charts.heights import Heights
from lupusdiary.charts.lanes.values import Value, write_values
from lupusdiary.charts.panels import DosePanel, MedicineBar
from lupusdiary.charts.series_style import DASHED
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator

_PALE = 0.18


def dose_heights(panel: DosePanel) -> Heights:
    """From no dose to the highest."""
    return Heights(0.0, max((step.dose for step in panel.steps), default=0.0) * 1.05 or 1.0)


def draw_doses(area: Area, panel: DosePanel, colour: str, tr: Translator) -> None:
    """Steps over a pale area, each dose written where it begins to hold; upright lines join steps that
    follow on."""
    taken: list[Rectangle] = []
    strokes: dict[bool, list[Stroke]] = {False: [], True: []}
    values = []
    before: tuple[float, float] | None = None
    for step in panel.steps:
        start, end = _ends(area.period, step.start, step.end)
        if not step.planned:
            taken.append((start, end, 0.0, step.dose))
        if before is not None and before[0] == start:
            strokes[step.planned].append(((start, before[1]), (start, step.dose)))
        strokes[step.planned].append(((start, step.dose), (end, step.dose)))
        before = (end, step.dose)
        values.append(Value((start + end) / 2, step.dose, tr.number(step.dose), round(end - start)))
    canvas = area.canvas
    canvas.rectangles(taken, "doses/area", BANDS, colour, area=area, alpha=_PALE)
    canvas.strokes(strokes[False], "doses/steps", LINES, colour, area=area, linewidth=1.6)
    canvas.strokes(strokes[True], "doses/planned", LINES, colour, area=area, linewidth=1.6, linestyle=DASHED)
    write_values(area, values, "doses/value")


def medicine_rows(medicines: Sequence[MedicineBar]) -> list[list[MedicineBar]]:
    """Bars in as few rows as keep them apart, in the order of their days."""
    rows: list[list[MedicineBar]] = []
    for bar in sorted(medicines, key=lambda m: m.start):
        free = (row for row in rows if row[-1].end is not None and row[-1].end < bar.start)
        row = next(free, None)
        if row is None:
            rows.append([bar])
        else:
            row.append(bar)
    return rows


def draw_medicines(area: Area, row: Sequence[MedicineBar], name: str) -> None:
    """One row of bars with what they are, as much of it as fits."""
    canvas, colours = area.canvas, area.canvas.colours
    em = canvas.points / 72
    found: dict[bool, list[Rectangle]] = {False: [], True: []}
    for bar in row:
        start, end = _ends(area.period, bar.start, bar.end)
        left, right = area.x(start), area.x(end)
        found[bar.planned or bar.heard].append((left, max(left, right - em * 0.12), area.bottom, area.top))
        room = right - left - em * 0.8
        offered = [clean(words) for words in (bar.label, *bar.shorter)]
        fitting = (words for words in offered if width(words, canvas.points) <= room)
        words = next(fitting, shortened(offered[-1], canvas.points, room))
        if width(words, canvas.points) > em:
            canvas.text(left + em * 0.4, (area.bottom + area.top) / 2, words, name, middle=True)
    edge: dict[str, Any] = {"edgecolor": colours.tile_edge, "linewidth": 0.7}
    canvas.rectangles(found[False], f"{name}/taken", BANDS, colours.bar, **edge)
    canvas.rectangles(found[True], f"{name}/planned", BANDS, "none", linestyle=DASHED, **edge)


def _ends(period: Period, start: date, end: date | None) -> tuple[float, float]:
    first = max(start, period.start)
    last = min(end or period.end, period.end)
    return first.toordinal() - 0.5, (last + timedelta(days=1)).toordinal() - 0.5
