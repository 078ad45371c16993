"""The rows of the symptom table in one language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from lupusdiary.domain.comparison import HIGHER, LOWER
from lupusdiary.domain.scale import DURATION, NRS, SEVERITY, YES_NO
from lupusdiary.domain.statistics import Summary, stated_level
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Translator
from lupusdiary.report.drawing import symptom_picture
from lupusdiary.report.summary import MOST_ITEMS, SymptomRow, VisitSummary
from lupusdiary.report.texts import NOTHING, day_words, rest_words

ARROWS = {HIGHER: "↑", LOWER: "↓", None: ""}


def symptom_table(summary: VisitSummary, tr: Translator, drawings: list[str]) -> dict[str, Any]:
    """Headings, cells, and what stands below: drawings are appended to `drawings`, cells hold their index."""
    now = tr.plural("This {count} day", "These {count} days", summary.period.days)
    before = tr.plural("Previous {count} day", "Previous {count} days", summary.previous.days)
    rows = [row for row in summary.symptoms if row.is_recorded]
    return {
        "heading": tr.text("The weeks between"),
        "aside": tr.text("always in the same order"),
        "rest": rest_words(len(rows), MOST_ITEMS, tr),
        "columns": [
            tr.text("Item (0 none – 10 worst)"),
            tr.text("Last 14 days"),
            now,
            before,
            tr.text("Days counted"),
            tr.context("result", "Previous"),
            tr.text("Previous | this period"),
        ],
        "rows": [_row(row, summary, tr, drawings) for row in rows],
        "none": "" if rows else NOTHING,
        "below": _below(summary.symptoms, tr),
    }


def _row(row: SymptomRow, summary: VisitSummary, tr: Translator, drawings: list[str]) -> dict[str, Any]:
    symptom, end = row.symptom, summary.period.end
    drawing = symptom_picture(row.picture)
    if drawing:
        drawings.append(drawing)
    return {
        "name": symptom.name(tr),
        "recent": counted(row.recent, tr) if _of_days(symptom) else shown(symptom, row.recent, tr),
        "now": shown(symptom, row.now, tr) if not _of_days(symptom) else "",
        "now_aside": _aside(symptom, row.now, end, tr),
        "arrow": ARROWS[row.direction],
        "before": shown(symptom, row.before, tr) if not _of_days(symptom) else "",
        "before_aside": "" if _of_days(symptom) else _aside(symptom, row.before, end, tr),
        "counted": counted(row.now, tr),
        "counted_before": counted(row.before, tr),
        "drawing": len(drawings) - 1 if drawing else None,
        "spoken": _spoken(row, summary, tr),
    }


def _of_days(symptom: Symptom) -> bool:
    return symptom.scale.type in (SEVERITY, YES_NO)


def counted(summary: Summary | None, tr: Translator) -> str:
    """Days at or above the stated level of recorded days; where none is stated only the recorded days."""
    if summary is None:
        return NOTHING
    days = NOTHING if summary.days is None else tr.number(summary.days)
    return f"{days}/{tr.number(summary.recorded)}"


def shown(symptom: Symptom, summary: Summary | None, tr: Translator) -> str:
    """The statistic's own number with its unit."""
    if summary is None:
        return NOTHING
    if summary.value is not None:
        return symptom.show(summary.value, tr)
    if summary.median is not None:
        number = tr.number(round(summary.median, 1))
        return tr.text("{minutes} min", minutes=number) if symptom.scale.type == DURATION else number
    if summary.total is not None:
        return tr.number(summary.total)
    return counted(summary, tr)


def _aside(symptom: Symptom, summary: Summary | None, end: date, tr: Translator) -> str:
    """What stands behind the number: quartiles, the day of a value, or what is counted."""
    if summary is None:
        return ""
    if symptom.scale.type == SEVERITY:
        words = tr.text("“moderate” or worse")
        if summary.severe:
            words += " " + tr.plural("(severe {count} day)", "(severe {count} days)", summary.severe)
        return words
    if symptom.scale.type == YES_NO:
        return tr.text("“yes”")
    if summary.quartiles is not None:
        return "–".join(tr.number(round(each, 1)) for each in summary.quartiles)
    if summary.day is not None:
        words = tr.context("statistic", "last") if symptom.summary_statistic == "last_with_date" else ""
        return f"{words} {day_words(summary.day, end, tr)}".strip()
    return tr.context("statistic", "total") if summary.total is not None else ""


def _below(rows: Sequence[SymptomRow], tr: Translator) -> list[str]:
    """Which items have nothing but zeros, and which are asked and were not recorded."""
    zero = [row.symptom.name(tr) for row in rows if _is_zero(row)]
    missing = [row.symptom.name(tr) for row in rows if not row.is_recorded]
    found = []
    if zero:
        found.append(tr.text("0 on every recorded day: {names}", names=tr.listing(zero)))
    if missing:
        found.append(tr.text("not recorded: {names}", names=tr.listing(missing)))
    return found


def _is_zero(row: SymptomRow) -> bool:
    return row.now is not None and row.symptom.is_scored and row.now.high == 0


def level_words(rows: Sequence[SymptomRow], tr: Translator) -> str:
    """What is counted, for the kinds of items that stand on the page."""
    kinds = {row.symptom.scale.type for row in rows if stated_level(row.symptom) is not None}
    words = {
        NRS: tr.text("0–10: 7 or more"),
        SEVERITY: tr.text("words: “moderate” or worse"),
        YES_NO: tr.text("yes/no: “yes”"),
        DURATION: tr.text("stiffness: 30 minutes or more"),
        "temperature": tr.text("temperature: 38.0 or more"),
    }
    found = [text for kind, text in words.items() if kind in kinds]
    return tr.text("Days counted / recorded days – {rules}.", rules="; ".join(found)) if found else ""


def _spoken(row: SymptomRow, summary: VisitSummary, tr: Translator) -> str:
    values = [NOTHING if m is None else tr.number(round(m.value, 1)) for m in row.picture.marks]
    return tr.text(
        "{name}, {every}: {values}",
        name=row.symptom.name(tr),
        every=every_words(summary.every, tr),
        values=tr.listing(values),
    )


def every_words(days: int, tr: Translator) -> str:
    """What one mark of a picture stands for."""
    if days == 1:
        return tr.text("by day")
    return tr.text("by week") if days == 7 else tr.text("by {number} weeks", number=days // 7)
