"""The laboratory's results as the page for the clinic tells them: by analyte and by laboratory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lupusdiary.diary.settings import REPORT_LABS
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import LabResult
from lupusdiary.queries.lab_units import unit_of
from lupusdiary.report.rows import lab_row
from lupusdiary.report.summary import MOST_RESULTS, LabRow

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

_TWO_YEARS = timedelta(days=731)
_FRESH = timedelta(days=365)
# What stands on page 1 until the person chooses; of a pair the first one that has a result.
_DEFAULT = (
    ("upcr",),
    ("c3",),
    ("c4",),
    ("anti_dsdna",),
    ("creatinine", "egfr"),
    ("hemoglobin",),
    ("wbc",),
    ("platelets",),
)


def lab_rows(diary: Diary, end: date, sex: str | None) -> list[LabRow]:
    """A row an analyte and laboratory with results in the two years up to `end`: core tests first, of each
    the laboratory that most results come from, then the others, the newest first."""
    catalogue = diary.labs.catalogue()
    # A newer program may have kept a test that this one does not know.
    results = [
        r for r in diary.labs.all(Period(end - _TWO_YEARS + timedelta(days=1), end)) if r.analyte in catalogue
    ]
    home = _home(results)
    unit = unit_of(diary, results)
    found: dict[tuple[str, str | None], list[LabResult]] = {}
    for result in results:
        found.setdefault((result.analyte, result.laboratory), []).append(result)
    rows = [
        lab_row(catalogue.get(code), each, sex, unit, end=end, elsewhere=laboratory != home)
        for (code, laboratory), each in found.items()
    ]
    place = {analyte.id: (analyte.tier != "core", at) for at, analyte in enumerate(catalogue.all)}
    rows = [row for row in rows if row.last is not None or row.waiting is not None]
    return sorted(rows, key=lambda row: (place[row.analyte.id], row.elsewhere, -row.day.toordinal()))


def is_old(row: LabRow, end: date) -> bool:
    """Whether its newest result is more than a year older than `end`."""
    return row.day <= end - _FRESH


def chosen_labs(diary: Diary, rows: list[LabRow]) -> list[LabRow]:
    """The results of page 1, one an analyte, the newest of it: those that the person chose once (without a
    result of the last year an empty row), else the usual eight, filled up with others in the order of the
    catalogue."""
    newest: dict[str, LabRow] = {}
    for row in rows:
        kept = newest.get(row.analyte.id)
        newest[row.analyte.id] = row if kept is None else _newer(kept, row)
    if chosen := kept_lab_codes(diary):
        catalogue = diary.labs.catalogue()
        return [newest.get(code) or LabRow(catalogue.get(code), None) for code in chosen]
    usual = [newest[code] for code in usual_codes(newest)]
    in_pairs = {code for pair in _DEFAULT for code in pair}
    others = [row for code, row in newest.items() if code not in in_pairs]
    return [*usual, *others][:MOST_RESULTS]


def kept_lab_codes(diary: Diary) -> list[str]:
    """The analytes that the person chose for page 1, in her order; none until she chose."""
    catalogue = diary.labs.catalogue()
    codes = dict.fromkeys(diary.settings.get(REPORT_LABS, "").split())
    return [code for code in codes if code in catalogue][:MOST_RESULTS]


def usual_codes(among: Collection[str]) -> list[str]:
    """The usual analytes of page 1 that are among these; of a pair the first one."""
    found = [next((code for code in pair if code in among), "") for pair in _DEFAULT]
    return [code for code in found if code]


def _newer(kept: LabRow, row: LabRow) -> LabRow:
    """The one with the newer value, on one day the first of them (the usual laboratory's); what is waited for
    at either place stands with it."""
    first = (
        row if row.last and (kept.last is None or row.last.collected_on > kept.last.collected_on) else kept
    )
    waiting = max((each.waiting for each in (kept, row) if each.waiting), default=None)
    seen = first.last is not None and waiting is not None and waiting <= first.last.collected_on
    return replace(first, waiting=None if seen else waiting)


def _home(results: list[LabResult]) -> str | None:
    """The laboratory that most of the results come from, of several the one of the newest result."""
    counted = Counter(result.laboratory for result in results)
    last = {result.laboratory: result.collected_on for result in results}
    return max(counted, key=lambda each: (counted[each], last[each]), default=None)
