"""eGFR computed from printed creatinine: a row of its own, never joined to printed values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from lupusdiary.domain.lab.analyte import Analyte, TypicalRange, convert
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.kidney_function import egfr_age_range, egfr_ckd_epi_2021
from lupusdiary.domain.lab.wording import amount, step_word
from lupusdiary.domain.records import LabResult, Profile
from lupusdiary.language import Translator
from lupusdiary.ui.labs.grid import LabCell, LabLine, SheetKey

CREATININE = "creatinine"


def computed_lines(
    results: Sequence[LabResult],
    catalogue: AnalyteCatalogue,
    columns: Sequence[SheetKey],
    profile: Profile,
    tr: Translator,
) -> tuple[LabLine, ...]:
    """A heading and one row; nothing where sex or date of birth are unknown or creatinine is not printed."""
    cells: dict[int, LabCell] = {}
    place = {key: at for at, key in enumerate(columns)}
    for result in results:
        found = computed_egfr(result, catalogue, profile)
        if found is not None:
            words = partial(_words, f"{found:.0f}", tr)
            at = place[SheetKey(result.collected_on, result.laboratory)]
            cells[at] = LabCell(f"{found:.0f}", words, computed=True)
    if not cells:
        return ()
    title = tr.text("eGFR (calculated, CKD-EPI 2021)")
    return (
        LabLine(tr.text("Calculated by the program")),
        LabLine(title, "mL/min/1.73m2", None, cells, computed_rule(tr)),
    )


def _words(value: str, tr: Translator) -> str:
    return tr.text("{value} mL/min/1.73 m², calculated by the program", value=value)


def computed_egfr(result: LabResult, catalogue: AnalyteCatalogue, profile: Profile) -> float | None:
    """mL/min/1.73 m² of one printed creatinine; None where the equation is not meant for it."""
    usable = result.analyte == CREATININE and result.kind == "quantity" and result.comparator is None
    if not usable or result.value is None or result.value <= 0:
        return None
    if profile.sex not in ("female", "male") or profile.birth_date is None:
        return None
    creatinine = convert(catalogue.get(CREATININE), result.value, result.unit, "mg/dL")
    age = full_years(profile.birth_date, result.collected_on)
    youngest, oldest = egfr_age_range()
    if creatinine is None or not youngest <= age <= oldest:
        return None
    return egfr_ckd_epi_2021(creatinine, age, profile.sex)


def computed_rule(tr: Translator) -> str:
    """The fixed text that stands with the computed row."""
    return tr.text(
        "Calculated by the program from the printed creatinine (CKD-EPI 2021). It is not joined to printed "
        "eGFR values and fills none in. It does not hold in pregnancy, on dialysis, with very little or very "
        "much muscle, or while creatinine changes quickly."
    )


def why_nothing_is_computed(profile: Profile, tr: Translator) -> str:
    """What is missing before the row can be shown."""
    if profile.sex not in ("female", "male") or profile.birth_date is None:
        return tr.text("To calculate eGFR, sex and date of birth are needed. You can enter them in Settings.")
    return tr.text(
        "There is no eGFR to calculate: it needs a printed creatinine with its unit, from the age of 18."
    )


def full_years(birth: date, day: date) -> int:
    """The age in full years on a day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


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
