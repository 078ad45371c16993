"""The rows of the laboratory tables in one language: values, units and ranges as the sheets print them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.wording import printed_range, printed_value
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator
from lupusdiary.report.summary import LabRow, VisitSummary
from lupusdiary.report.texts import NOTHING, PAGE, day_words

MARKS = {"above": "▲", "below": "▼", "outside": "◆", None: ""}
ELSEWHERE = "○"


def chosen_table(summary: VisitSummary, tr: Translator) -> dict[str, Any]:
    """The results of page 1; what has no date of its own is of the day that most of them are of."""
    rows, end = summary.chosen_labs, summary.period.end
    days = Counter(row.last.collected_on for row in rows if row.last)
    usual = max(days, key=lambda day: (days[day], day), default=None)
    earlier = Counter(row.previous.collected_on for row in rows if row.previous)
    usual_earlier = max(earlier, key=lambda day: (earlier[day], day), default=None)
    # Of one result alone the day stands with it.
    usual_earlier = usual_earlier if usual_earlier and earlier[usual_earlier] > 1 else None
    analytes = {row.analyte.id for row in (*summary.labs, *summary.older_labs)}
    rest = ""
    if analytes:
        rest = tr.text("chosen {shown} of {count}, every value on page {page}",
                       shown=len(rows), count=tr.number(len(analytes)), page=PAGE)  # fmt: skip
    return {
        "heading": tr.text("Laboratory values"),
        "rest": rest,
        "columns": _columns(usual, usual_earlier, end, tr),
        "rows": [_row(row, end, tr, (usual, usual_earlier)) for row in rows],
        "none": "" if rows else NOTHING,
    }


def _columns(usual: date | None, earlier: date | None, end: date, tr: Translator) -> list[str]:
    def dated(words: str, day: date | None) -> str:
        return words if day is None else f"{words} {day_words(day, end, tr)}"

    return [
        tr.text("Test"),
        dated(tr.text("Latest"), usual),
        dated(tr.context("result", "Previous"), earlier),
        tr.context("sheet", "Range"),
    ]


def full_table(rows: Sequence[LabRow], heading: str, end: date, tr: Translator) -> dict[str, Any] | None:
    """Every row with its days and its laboratory; None without rows."""
    if not rows:
        return None
    return {
        "heading": heading,
        "columns": [
            tr.text("Test"),
            tr.text("Latest"),
            tr.context("result", "Previous"),
            tr.text("Range on the sheet"),
            tr.text("Laboratory"),
        ],
        "rows": [_row(row, end, tr, (None, None)) for row in rows],
    }


def _row(row: LabRow, end: date, tr: Translator, usual: tuple[date | None, date | None]) -> dict[str, Any]:
    label = row.analyte.label(tr)
    own_range = row.last.range_text if row.last else None
    latest = _printed(row.analyte, row.last, row.last_mark, row.unit, tr)
    if row.last and row.last.collected_on != usual[0]:
        latest["day"] = day_words(row.last.collected_on, end, tr)
    unit = "" if row.previous_unit == row.unit else row.previous_unit
    previous = _printed(row.analyte, row.previous, row.previous_mark, unit, tr)
    if row.previous and row.previous.collected_on != usual[1]:
        previous["day"] = day_words(row.previous.collected_on, end, tr)
    waiting = tr.text("pending {date}", date=day_words(row.waiting, end, tr)) if row.waiting else ""
    return {
        "name": label,
        "short": label if row.analyte.own else label.partition("(")[0].strip() or label,
        "elsewhere": ELSEWHERE if row.elsewhere else "",
        "waiting": waiting,
        "last": latest,
        "previous": previous,
        "range": printed_range(row.analyte, own_range, tr) if own_range else NOTHING,
        "laboratory": row.laboratory or NOTHING,
    }


def _printed(
    analyte: Analyte, result: LabResult | None, mark: str | None, unit: str | None, tr: Translator
) -> dict[str, str]:
    if result is None:
        return {"value": NOTHING, "unit": "", "mark": "", "day": ""}
    return {
        "value": printed_value(analyte, result, tr),
        "unit": unit or (tr.text("unit?") if unit is None and _has_units(analyte, result) else ""),
        "mark": MARKS[mark],
        "day": "",
    }


def _has_units(analyte: Analyte, result: LabResult) -> bool:
    """Whether a value says little without a unit: then the question stays open on paper too."""
    return bool(analyte.units) and result.kind in ("quantity", "range")
