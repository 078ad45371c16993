"""The rows of the symptom table in one language."""

from __future__ import annotations

from datetime import date
from typing import Any

from lupusdiary.charts.bins import DAYS, WEEKS
from lupusdiary.domain.scale import DURATION, NRS
from lupusdiary.domain.statistics import Summary
from lupusdiary.domain.symptom import Symptom
from lupusdiary.language import Translator
from lupusdiary.report.drawing import sparkline
from lupusdiary.report.summary import HIGHER, LOWER, SymptomRow, VisitSummary

NOTHING = "–"
ARROWS = {HIGHER: "↑", LOWER: "↓", None: ""}


def symptom_table(summary: VisitSummary, tr: Translator, drawings: list[str]) -> dict[str, Any] | None:
    """Headings and cells; None without rows. Drawings are appended to `drawings`, cells hold their index."""
    if not summary.symptoms:
        return None
    every = {DAYS: tr.text("By day"), WEEKS: tr.text("By week")}.get(summary.every, tr.text("By month"))
    return {
        "heading": tr.text("Symptoms"),
        "columns": [
            tr.text("Item"),
            tr.text("This period"),
            tr.plural("Previous {count} day", "Previous {count} days", summary.previous.days),
            tr.text("Days at 7 or more"),
            tr.text("Days recorded"),
            every,
        ],
        "rows": [_row(row, summary.period.end, tr, every, drawings) for row in summary.symptoms],
    }


def _row(row: SymptomRow, end: date, tr: Translator, every: str, drawings: list[str]) -> dict[str, Any]:
    symptom = row.symptom
    drawing = sparkline(row.trend)
    if drawing:
        drawings.append(drawing)
    spoken = [tr.number(v) if isinstance(v, int | float) else NOTHING for v in row.trend.values]
    return {
        "name": symptom.name(tr),
        "scale": "0–10" if symptom.scale.type == NRS else "",
        "measure": _measure(symptom, tr) if row.now or row.before else "",
        "now": _number(symptom, row.now, tr),
        "now_day": _day(row.now, end, tr),
        "arrow": ARROWS[row.direction],
        "before": _number(symptom, row.before, tr),
        "high": _high_days(row, tr),
        "recorded": f"{tr.number(row.now.recorded if row.now else 0)}/{tr.number(row.days)}",
        "drawing": len(drawings) - 1 if drawing else None,
        "spoken": tr.text(
            "{name}, {every}: {values}", name=symptom.name(tr), every=every, values=tr.listing(spoken)
        ),
    }


def _measure(symptom: Symptom, tr: Translator) -> str:
    return {
        "median": tr.context("statistic", "median"),
        "median_and_days_ge_7": tr.context("statistic", "median"),
        "days_severe": tr.context("statistic", "“severe”"),
        "days_yes": tr.context("statistic", "“yes”"),
        "total": tr.context("statistic", "total"),
        "max_with_date": tr.context("statistic", "highest"),
        "last_with_date": tr.context("statistic", "last"),
    }[symptom.summary_statistic]


def _number(symptom: Symptom, summary: Summary | None, tr: Translator) -> dict[str, str]:
    value, _, unit = _shown(symptom, summary, tr).partition(" ")
    return {"value": value, "unit": unit}


def _shown(symptom: Symptom, summary: Summary | None, tr: Translator) -> str:
    if summary is None:
        return NOTHING
    if summary.value is not None:
        return symptom.show(summary.value, tr)
    if summary.median is not None:
        number = tr.number(summary.median)
        return tr.text("{minutes} min", minutes=number) if symptom.scale.type == DURATION else number
    if summary.days is not None:
        return tr.plural("{count} day", "{count} days", summary.days)
    return tr.number(summary.total or 0)


def _day(summary: Summary | None, end: date, tr: Translator) -> str:
    if summary is None or summary.day is None:
        return ""
    return tr.date(summary.day, "day" if summary.day.year == end.year else "short")


def _high_days(row: SymptomRow, tr: Translator) -> dict[str, str]:
    """Days at 7 or more now, and before in brackets; empty where the item has no such count."""
    if row.symptom.summary_statistic != "median_and_days_ge_7":
        return {"now": "", "before": ""}
    now, before = (NOTHING if s is None else tr.number(s.days or 0) for s in (row.now, row.before))
    return {"now": now, "before": tr.text("(before: {number})", number=before)}
