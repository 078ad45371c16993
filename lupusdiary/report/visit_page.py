"""The page for the doctor as one PDF: what is previewed, saved and printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lupusdiary.language import Translator
from lupusdiary.report.identity import without_identity
from lupusdiary.report.summary import VisitSummary
from lupusdiary.report.timeline_page import timeline_part
from lupusdiary.report.typesetting import typeset
from lupusdiary.report.wording import part

_TEMPLATE = "visit_summary.typ"


def write_pdf(
    summary: VisitSummary, languages: Sequence[Translator], *, hide_identity: bool = False
) -> bytes:
    """The PDF (PDF/UA-1, PDF/A-3a) in each of the `languages`, one after the other.

    The same summary gives the same bytes: the date inside is the last day of the period.
    """
    shown = without_identity(summary) if hide_identity else summary
    drawings: list[str] = []
    parts: list[dict[str, Any]] = []
    for tr in languages:
        words = part(shown, tr, drawings)
        words["timeline"] = timeline_part(shown.timelines.get(tr.code), tr, drawings)
        parts.append(words)
    data = {
        "title": " / ".join(words["title"] for words in parts),
        "drawings": drawings,
        "parts": parts,
    }
    return typeset(_TEMPLATE, data, shown.period.end)
