"""The medicines that are taken now, and the steroid dose over a year."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from lupusdiary.charts.panels import DoseStep
from lupusdiary.language import Translator
from lupusdiary.report.drawing import steroid_picture
from lupusdiary.report.summary import MOST_MEDICINES, VisitSummary
from lupusdiary.report.texts import NOTHING, rest_words


def medicine_table(summary: VisitSummary, tr: Translator, drawings: list[str]) -> dict[str, Any]:
    """Headings, cells and the picture of steroids; drawings are appended to `drawings`."""
    rows = summary.medicines
    return {
        "heading": tr.text("Medicines now"),
        "rest": rest_words(len(rows), MOST_MEDICINES, tr),
        "columns": [
            tr.context("medicine", "Medicine"),
            tr.text("How it is taken"),
            tr.text("A day"),
            tr.text("Last visit") if summary.since_visit else tr.context("dose", "Before"),
            tr.text("Skipped"),
        ],
        "rows": [
            {
                "name": tr.pick(*row.name.text),
                "how": tr.pick(*row.how),
                "daily": tr.pick(*row.daily),
                "before": tr.pick(*row.at_last_visit),
                "skipped": NOTHING
                if row.skipped is None
                else f"{tr.number(row.skipped)}/{tr.number(row.known)}",
            }
            for row in rows
        ],
        "none": "" if rows else tr.text("{nothing} none recorded", nothing=NOTHING),
        "fixed": list(dict.fromkeys(tr.pick(*row.fixed_text) for row in rows if row.fixed_text)),
        "steroid": _steroid(summary, tr, drawings),
        "changes": _changes(summary, tr),
    }


def _changes(summary: VisitSummary, tr: Translator) -> dict[str, Any] | None:
    if not summary.medicine_changes:
        return None
    heading = tr.text("Medicines changed since the last visit")
    if not summary.since_visit:
        heading = tr.text("Medicines changed in this period")
    return {"heading": heading, "lines": [tr.pick(*each.text) for each in summary.medicine_changes]}


def _steroid(summary: VisitSummary, tr: Translator, drawings: list[str]) -> dict[str, Any] | None:
    course = summary.steroid
    if course is None:
        return None
    end = summary.period.end
    visit = summary.period.start if summary.since_visit else None
    picture, top = steroid_picture(course, end, visit)
    # Of a year without a dose the words say enough.
    drawn = any(step.dose for step in course.steps)
    if drawn:
        drawings.append(picture)
    told = [_step_words(step, tr) for step in course.steps]
    return {
        "heading": tr.text("Steroid, mg a day as prednisolone, 1 year"),
        "top": tr.number(round(top, 2)),
        "now": "" if course.now is None else tr.number(round(course.now, 2)),
        # How far below the highest dose the last one is, of the height of the picture.
        "below_top": 0.0 if course.now is None else 1 - course.now / top,
        "first": tr.date(end - timedelta(days=364), "month_short"),
        "last": tr.date(end, "month_short"),
        "drawing": len(drawings) - 1 if drawn else None,
        "spoken": tr.text(
            "Daily steroid dose over a year in mg: {steps}.", steps=tr.listing(told) or NOTHING
        ),
        "words": tr.pick(*course.summed_up),
        "details": [tr.pick(*each.text) for each in course.details],
    }


def _step_words(step: DoseStep, tr: Translator) -> str:
    day = tr.date(step.start, "short")
    return tr.text("{dose} from {day}", dose=tr.number(round(step.dose, 2)), day=day)
