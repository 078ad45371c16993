"""The rest of a plan as the text that enters it again: 7.5 mg 2 weeks, 5 mg 4 weeks, then 2.5 mg."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import MG, day_total
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.wording import said_quantity
from lupusdiary.language import Translator


def plan_steps(medicine: Medication, plan: str | None, day: date) -> tuple[DosePeriod, ...]:
    """The steps of a plan that are not over on a day, in their order."""
    steps = (period for period in medicine.periods if plan is not None and period.plan == plan)
    ahead = [step for step in steps if step.last is None or step.last >= day]
    return tuple(sorted(ahead, key=lambda step: step.start))


def plan_text(steps: Iterable[DosePeriod], day: date, tr: Translator) -> str:
    """The steps from a day on as text; empty where one of them cannot be written as a daily amount in mg."""
    found = []
    for step in steps:
        if step.is_none:
            found.append(tr.context("plan", "stop"))
            continue
        total = day_total(step.parts) if step.parts else None
        if total is None or total.unit != MG:
            return ""
        words = said_quantity(total, tr)
        if step.end is not None:
            words = tr.text("{dose} for {length}", dose=words, length=_length(step, day, tr))
        found.append(words)
    return ", ".join(found)


def _length(step: DosePeriod, day: date, tr: Translator) -> str:
    assert step.end is not None
    days = (step.end - max(step.start, day)).days + 1
    if days % 7 == 0:
        return tr.plural("{count} week", "{count} weeks", days // 7)
    return tr.plural("{count} day", "{count} days", days)
