"""What an entry of a medicine that is there already adds to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from lupusdiary.domain.medicines.medicine import Medication, Plan
from lupusdiary.domain.medicines.period import DosePeriod


@dataclass(frozen=True, slots=True)
class Addition:
    """The plans and periods that are new, plans under names that are free; `equal` counts the others."""

    plans: tuple[Plan, ...]
    periods: tuple[DosePeriod, ...]
    equal: int
    heard: tuple[DosePeriod, ...] = ()


def addition(ours: Medication, theirs: Medication) -> Addition:
    """What `theirs` says of the same medicine that `ours` does not say yet. A plan is the same with the same
    text, days and steps, whatever it is called."""
    plans: list[Plan] = []
    periods: list[DosePeriod] = []
    equal = 0
    here = [_unnamed(plan, ours.periods) for plan in ours.plans]
    taken = {plan.plan for plan in ours.plans}
    for plan in theirs.plans:
        told = _unnamed(plan, theirs.periods)
        if told in here:
            here.remove(told)
            equal += 1 + len(told[1])
            continue
        name = plan.plan if plan.plan not in taken else free_name("p", taken.__contains__)
        taken.add(name)
        plans.append(replace(plan, plan=name, id=None))
        periods += [replace(step, plan=name) for step in told[1]]
    without_plan = [period for period in theirs.periods if period.plan is None]
    added, same = _not_there(without_plan, [period for period in ours.periods if period.plan is None])
    heard, heard_same = _not_there(theirs.heard, ours.heard)
    return Addition(tuple(plans), (*periods, *added), equal + same + heard_same, heard)


def _not_there(
    theirs: Iterable[DosePeriod], ours: Iterable[DosePeriod]
) -> tuple[tuple[DosePeriod, ...], int]:
    """The periods that are not there yet, and how many are."""
    left, added, equal = Counter(ours), [], 0
    for period in theirs:
        if left[period] > 0:
            left[period] -= 1
            equal += 1
        else:
            added.append(replace(period, id=None))
    return tuple(added), equal


def _unnamed(plan: Plan, periods: Iterable[DosePeriod]) -> tuple[Plan, tuple[DosePeriod, ...]]:
    steps = (replace(step, plan=None, id=None) for step in periods if step.plan == plan.plan)
    return replace(plan, plan="", id=None), tuple(steps)


def free_name(stem: str, is_taken: Callable[[str], bool]) -> str:
    """The first of stem1, stem2 ... that is free."""
    number = 1
    while is_taken(f"{stem}{number}"):
        number += 1
    return f"{stem}{number}"
