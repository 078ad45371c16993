"""The page for the doctor as one PDF: what is previewed, saved and printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lupusdiary.language import Translator
from lupusdiary.report.attachment import attachment
from lupusdiary.report.identity import without_identity
from lupusdiary.report.summary import VisitSummary
from lupusdiary.report.timeline_page import timeline_part
from lupusdiary.report.typesetting import typeset
from lupusdiary.report.wording import part

_TEMPLATE = "visit_summary.typ"


def write_pdf(
    summary: VisitSummary,
    languages: Sequence[Translator],
    *,
    hide_identity: bool = False,
    attach_data: bool = False,
) -> bytes:
    """The PDF (PDF/UA-1, PDF/A-3a): page 1 in each of the `languages`, then the other pages of each.

    The same summary gives the same bytes: the date inside is the last day of the period. `attach_data` puts
    what is printed inside as JSON.
    """
    shown = without_identity(summary) if hide_identity else summary
    drawings: list[str] = []
    parts: list[dict[str, Any]] = []
    for tr in languages:
        words = part(shown, tr, drawings, attached=attach_data)
        words["timeline"] = timeline_part(shown.timelines.get(tr.code), tr, drawings)
        parts.append(words)
    data = {
        "title": " / ".join(words["title"] for words in parts),
        "drawings": drawings,
        "parts": parts,
    }
    inside = attachment(parts, shown.period.end.isoformat()) if attach_data else None
    return typeset(_TEMPLATE, data, shown.period.end, inside)


def masked_data(summary: VisitSummary, languages: Sequence[Translator]) -> str:
    """What the pages print, as JSON text, without who it is about."""
    shown = without_identity(summary)
    return attachment([part(shown, tr, [], attached=False) for tr in languages], shown.period.end.isoformat())
