"""Estimated glomerular filtration rate from serum creatinine: CKD-EPI 2021, no race term."""

from __future__ import annotations

from lupusdiary.resources import clinical


def egfr_age_range() -> tuple[int, int]:
    """The full years, both included, for which the equation is meant."""
    low, high = clinical("labs")["derived"]["egfr_ckd_epi_2021"]["age_range"]
    return int(low), int(high)


def egfr_ckd_epi_2021(scr_mg_dl: float, age: int, sex: str) -> float:
    """mL/min/1.73 m² from creatinine (mg/dL), age in full years and sex ("female" or "male").

    Inker LA et al., N Engl J Med 2021;385:1737-1749. Raises ValueError outside the equation's domain.
    """
    youngest, oldest = egfr_age_range()
    if scr_mg_dl <= 0 or not youngest <= age <= oldest:
        raise ValueError((scr_mg_dl, age))
    numbers = clinical("labs")["derived"]["egfr_ckd_epi_2021"]["coefficients"]
    own = numbers[sex]
    ratio = scr_mg_dl / own["k"]
    return float(
        numbers["constant"]
        * min(ratio, 1.0) ** own["a"]
        * max(ratio, 1.0) ** numbers["max_exponent"]
        * numbers["age_base"] ** age
        * own["factor"]
    )
