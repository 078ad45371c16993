"""Which tests, symptoms and numbers the page for the doctor names, for the line that explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lupusdiary.language import Translator

if TYPE_CHECKING:
    from lupusdiary.report.summary import VisitSummary


def summary_words(summary: VisitSummary, tr: Translator) -> list[tuple[str, str]]:
    """Pairs of a code and the name that stands on the page, in its order, of what was recorded."""
    symptoms = [row.symptom for row in summary.symptoms if row.now or row.before]
    words = [(each.id, each.name(tr)) for each in symptoms]
    if any(each.summary_statistic.startswith("median") for each in symptoms):
        words.append(("median", tr.text("median")))
    return [*words, *((row.analyte.id, row.analyte.label(tr)) for row in summary.labs)]
