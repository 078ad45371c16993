"""What the timeline of the printed pages shows, and what can be chosen for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lupusdiary.diary.settings import REPORT_LABS, REPORT_PANELS
from lupusdiary.queries.timeline import codes_with_records
from lupusdiary.queries.visit_labs import kept_lab_codes, usual_codes
from lupusdiary.report.summary import MOST_RESULTS, VisitSummary

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

# What a page of paper has room for.
MOST_PANELS = 8
_MOST_LAB_PANELS = 5


def panels_of_now(diary: Diary) -> list[str]:
    """The panels that are chosen, else the usual results and the items that are tracked."""
    if kept := kept_panels(diary):
        return kept
    choices = panel_choices(diary)
    labs = usual_codes(choices)[:_MOST_LAB_PANELS]
    tracked = diary.symptoms.catalogue().ordered(diary.symptoms.tracked())
    items = [item.id for item in tracked if item.id in choices]
    return labs + items[: MOST_PANELS - len(labs)]


def drawn_panels(diary: Diary, summary: VisitSummary) -> list[str]:
    """The panels that the person chose, else the usual results (UPCR, C3, C4, anti-dsDNA, creatinine or
    eGFR), filled up with those of page 1, and the first of her items."""
    if kept := kept_panels(diary):
        return kept
    with_value = dict.fromkeys(row.analyte.id for row in (*summary.labs, *summary.older_labs) if row.last)
    usual = usual_codes(with_value)[:_MOST_LAB_PANELS]
    chosen = [row.analyte.id for row in summary.chosen_labs if row.last]
    labs = list(dict.fromkeys([*usual, *chosen]))[:_MOST_LAB_PANELS]
    items = [row.symptom.id for row in summary.symptoms if row.now]
    return labs + items[: MOST_PANELS - len(labs)]


def kept_panels(diary: Diary) -> list[str]:
    """The panels that the person chose, none until she chose; what is not known here is left out."""
    known = set(codes_with_records(diary))
    codes = dict.fromkeys(diary.settings.get(REPORT_PANELS, "").split())
    return [code for code in codes if code in known][:MOST_PANELS]


def lab_choices(diary: Diary) -> list[str]:
    """The analytes that have a result, the usual ones first."""
    analytes = diary.labs.catalogue()
    used = [code for code in codes_with_records(diary) if code in analytes]
    return list(dict.fromkeys([*usual_codes(used), *used]))


def panel_choices(diary: Diary) -> list[str]:
    """Everything with a record that may stand on paper without being ticked as sensitive: results, items."""
    symptoms = diary.symptoms.catalogue()
    items = [code for code in codes_with_records(diary) if code in symptoms]
    return [*lab_choices(diary), *(code for code in items if not symptoms.get(code).sensitive)]


def choose_labs(diary: Diary, codes: list[str]) -> None:
    """Keeps which results stand on page 1; none means the usual ones."""
    diary.settings.set(REPORT_LABS, " ".join(codes[:MOST_RESULTS]))


def choose_panels(diary: Diary, codes: list[str]) -> None:
    """Keeps what the timeline shows; none means the usual panels."""
    diary.settings.set(REPORT_PANELS, " ".join(codes[:MOST_PANELS]))


def labs_of_now(diary: Diary) -> list[str]:
    """The codes that page 1 has now: chosen ones, else the usual ones."""
    return kept_lab_codes(diary) or usual_codes(lab_choices(diary))[:MOST_RESULTS]
