"""The typical range in words, and only where no sheet of the person printed one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lupusdiary.domain.analyte import Analyte, TypicalRange
from lupusdiary.domain.lab_wording import amount, step_word
from lupusdiary.domain.records import LabResult, Profile
from lupusdiary.language import Translator
from lupusdiary.ui.lab_computed import full_years


def typical_words(
    analyte: Analyte, results: Sequence[LabResult], profile: Profile, today: date, tr: Translator
) -> str:
    """“Your sheets print no range; a typical one is 90–180 mg/dL”; empty where a sheet prints its own."""
    if any(each.range_text for each in results):
        return ""
    age = full_years(profile.birth_date, today) if profile.birth_date else None
    found = analyte.typical_range(profile.sex, age)
    if found is None:
        return ""
    return tr.text(
        "Your sheets print no range. Typical elsewhere: {range}. Laboratories differ.",
        range=_range_words(found, analyte, tr),
    )


def _range_words(found: TypicalRange, analyte: Analyte, tr: Translator) -> str:
    if found.code:
        return step_word(found.code, analyte, tr)
    if found.text:
        return found.text
    known = analyte.unit(found.unit) if found.unit else None
    unit = known.display if known else ""
    low = amount(found.low, tr) if found.low is not None else None
    high = amount(found.high, tr) if found.high is not None else None
    if low is None:
        words = tr.text("at most {value}", value=high)
    elif high is None:
        words = tr.text("at least {value}", value=low)
    else:
        words = tr.text("{low} to {high}", low=low, high=high)
    return f"{words} {unit}".strip()
