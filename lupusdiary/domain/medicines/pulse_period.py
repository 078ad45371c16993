"""Which periods stand apart as steroid pulses."""

from __future__ import annotations

from lupusdiary.domain.medicines.catalogue import equivalences, ingredients, pulse_from_mg
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import MG, Quantity, day_total
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.medicines.period import DosePeriod


def pulse_dose(period: DosePeriod) -> Quantity | None:
    """The dose of one day, or None where it is not known."""
    return day_total(period.parts) if period.parts else None


def is_pulse_period(medicine: Medication, period: DosePeriod) -> bool:
    """Whether a period is a steroid pulse: entered as one, or intravenous with 250 mg equivalent a day."""
    known = ingredients().get(medicine.ingredient or "")
    if known is not None and medicine.ingredient not in equivalences():
        return False
    if period.is_pulse:
        return True
    table = equivalences().get(medicine.ingredient or "")
    dose = pulse_dose(period)
    if medicine.route != "iv" or table is None or dose is None or period.kind == AS_NEEDED:
        return False
    return dose.unit == MG and table.mg(dose.value) >= pulse_from_mg()
