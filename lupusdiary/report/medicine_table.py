"""The medicines that are taken now, and the steroid dose over a year."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

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
            tr.text("Last visit"),
            tr.text("Skipped"),
        ],
        "rows": [
            {
                "name": row.name,
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
        "steroid": _steroid(summary, tr, drawings),
    }


def _steroid(summary: VisitSummary, tr: Translator, drawings: list[str]) -> dict[str, Any] | None:
    course = summary.steroid
    if course is None or not course.steps:
        return None
    end = summary.period.end
    visit = summary.period.start if summary.since_visit else None
    picture, top = steroid_picture(course, end, visit)
    drawings.append(picture)
    last = course.steps[-1][1]
    return {
        "heading": tr.text("Steroids, prednisolone-equivalent, mg a day, 1 year"),
        "top": tr.number(round(top, 2)),
        "first": tr.date(end - timedelta(days=364), "month_short"),
        "last": tr.date(end, "month_short"),
        "drawing": len(drawings) - 1,
        "spoken": tr.text("Daily steroid dose over a year, now {dose} mg.", dose=tr.number(round(last, 2))),
        "words": tr.pick(*course.summed_up),
    }
