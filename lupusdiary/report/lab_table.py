"""The rows of the laboratory table in one language: values, units and ranges as the sheets print them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator
from lupusdiary.report.drawing import sparkline
from lupusdiary.report.summary import LabRow
from lupusdiary.report.symptom_table import NOTHING

MARKS = {"above": "▲", "below": "▼", "outside": "◆", None: ""}
# A day of the last ten months needs no year.
_SAME_YEAR = 300


def lab_table(
    rows: Sequence[LabRow], heading: str, end: date, tr: Translator, drawings: list[str]
) -> dict[str, Any] | None:
    """Headings and cells as of the day `end`; None without rows. Drawings are appended to `drawings`, cells
    hold their index."""
    if not rows:
        return None
    return {
        "heading": heading,
        "columns": [
            tr.text("Test"),
            tr.text("Latest"),
            tr.context("result", "Previous"),
            tr.text("Range on the sheet"),
            tr.text("Last 2 years"),
        ],
        "rows": [_row(row, end, tr, drawings) for row in rows],
    }


def _row(row: LabRow, end: date, tr: Translator, drawings: list[str]) -> dict[str, Any]:
    drawing = sparkline(row.trend)
    if drawing:
        drawings.append(drawing)
    label = row.analyte.label(tr)
    name, bracket, rest = label.partition("(")
    short = row.analyte.label_en
    spoken = tr.listing([str(value) for value in row.trend.values])
    return {
        "name": name.strip(),
        "aside": bracket + rest if bracket else "" if short.casefold() in label.casefold() else short,
        "waiting": tr.text("pending {date}", date=_day(row.waiting, end, tr)) if row.waiting else "",
        "last": _printed(row.last, row.last_mark, end, tr),
        "previous": _printed(row.previous, row.previous_mark, end, tr),
        "range": (row.last.range_text if row.last else None) or NOTHING,
        "drawing": len(drawings) - 1 if drawing else None,
        "spoken": tr.text("{name}, last 2 years: {values}", name=label, values=spoken),
    }


def _printed(result: LabResult | None, mark: str | None, end: date, tr: Translator) -> dict[str, str]:
    if result is None:
        return {"value": NOTHING, "unit": "", "mark": "", "day": ""}
    return {
        "value": result.value_text,
        "unit": result.unit or "",
        "mark": MARKS[mark],
        "day": _day(result.collected_on, end, tr),
    }


def _day(day: date, end: date, tr: Translator) -> str:
    return tr.date(day, "day" if (end - day).days < _SAME_YEAR else "short")
