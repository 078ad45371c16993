"""The numbers of a chart as a table: a row a day with anything recorded, a column a panel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lupusdiary.charts.bins import DAYS, gather
from lupusdiary.charts.panels import Panel, ScorePanel, Timeline
from lupusdiary.charts.words import day_words, result_words
from lupusdiary.language import Translator


@dataclass(frozen=True, slots=True)
class TableRow:
    """One day: a cell for each panel, empty where nothing is recorded, and last the events and visits."""

    day: date
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The twin of a picture. `headers` names the day, then the panels with their units, then the events;
    `nothing` is what is read aloud of a cell where nothing is recorded."""

    headers: tuple[str, ...]
    rows: tuple[TableRow, ...]
    days: tuple[str, ...]
    nothing: str = ""

    def text(self) -> str:
        """The table as lines of tab-separated cells, for a spreadsheet."""
        lines = ["\t".join(self.headers)]
        lines += ["\t".join((day, *row.cells)) for day, row in zip(self.days, self.rows, strict=True)]
        return "\n".join(lines) + "\n"


def table(timeline: Timeline, tr: Translator) -> ChartTable:
    """Every value of the picture, newest day first."""
    columns = [_cells(panel, tr) for panel in timeline.panels]
    columns.append(_events(timeline, tr))
    days = sorted({day for column in columns for day in column}, reverse=True)
    return ChartTable(
        (tr.text("Day"), *(_header(panel) for panel in timeline.panels), tr.text("Events and visits")),
        tuple(TableRow(day, tuple(column.get(day, "") for column in columns)) for day in days),
        tuple(tr.date(day) for day in days),
        tr.text("not recorded"),
    )


def _header(panel: Panel) -> str:
    return f"{panel.name} ({panel.unit})" if panel.unit else panel.name


def _cells(panel: Panel, tr: Translator) -> dict[date, str]:
    if isinstance(panel, ScorePanel):
        return {found.start: day_words(panel, found, tr) for found in gather(panel.points, DAYS)}
    cells: dict[date, str] = {}
    for point in panel.points:
        words = result_words(point)
        cells[point.day] = f"{cells[point.day]}; {words}" if point.day in cells else words
    return cells


def _events(timeline: Timeline, tr: Translator) -> dict[date, str]:
    found: dict[date, list[str]] = {}
    for event in timeline.events:
        found.setdefault(event.day, []).append(event.label)
    for day in timeline.visits:
        found.setdefault(day, []).append(tr.text("Visit"))
    for flare in timeline.flares:
        if flare.start in timeline.period:
            found.setdefault(flare.start, []).append(tr.text("Flare begins"))
        if flare.end is not None and flare.end in timeline.period:
            found.setdefault(flare.end, []).append(tr.text("Flare ends"))
    return {day: tr.listing(words) for day, words in found.items()}
