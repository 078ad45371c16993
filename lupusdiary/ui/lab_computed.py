"""eGFR computed from printed creatinine: a row of its own, never joined to printed values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from lupusdiary.domain.analyte import AnalyteCatalogue, convert
from lupusdiary.domain.kidney_function import egfr_age_range, egfr_ckd_epi_2021
from lupusdiary.domain.records import LabResult, Profile
from lupusdiary.language import Translator
from lupusdiary.ui.lab_grid import LabCell, LabLine, SheetKey

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
