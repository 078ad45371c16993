"""How a period differs from the one before it, by the rule that is printed on the page.

Two periods are compared only when each has 7 recorded days or more and is 14 days long or longer; a
difference is told from 1 point of 10 in the mean on (what matters to patients with lupus: Colangelo 2009),
10 minutes, 1 kg, or 10 of 100 days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.domain.scale import DURATION, NRS, SEVERITY, WEIGHT, YES_NO
from lupusdiary.domain.statistics import Summary, at_level
from lupusdiary.domain.symptom_item import Symptom

HIGHER = "higher"
LOWER = "lower"

LEAST_DAYS = 7
SHORTEST_PERIOD = 14
RECENT_DAYS = 14
_NEW_DAYS = 2
_LEAST_MEAN = {NRS: 1, DURATION: 10, WEIGHT: 1}
_LEAST_SHARE = Fraction(1, 10)
# What a difference is measured against, so that unlike items can be ranked.
_WHOLE = {NRS: 10, DURATION: 120}
_JOINTS = "joint_swelling"
_ALL_JOINTS = 28
_ONE_JOINT = 1


def direction(symptom: Symptom, now: Summary | None, before: Summary | None, days: int) -> str | None:
    """ "higher" or "lower" by the printed rule, else None; `days` is the length of each of the periods."""
    if now is None or before is None or not _comparable(now, before, days):
        return None
    if symptom.scale.type in (SEVERITY, YES_NO):
        difference, least = _share(now) - _share(before), _LEAST_SHARE
    elif (needed := _LEAST_MEAN.get(symptom.scale.type)) and now.mean is not None and before.mean is not None:
        difference, least = now.mean - before.mean, Fraction(needed)
    else:
        return None
    if abs(difference) < least:
        return None
    return HIGHER if difference > 0 else LOWER


def rank(symptom: Symptom, now: Summary | None, before: Summary | None, days: int) -> Fraction:
    """How large a difference is among those of other items, from 0 (not told at all) to 1."""
    if now is None or before is None or not _comparable(now, before, days):
        return Fraction(0)
    if symptom.id == _JOINTS and now.mean is not None and before.mean is not None:
        difference = abs(now.mean - before.mean)
        return min(Fraction(1), difference / _ALL_JOINTS) if difference >= _ONE_JOINT else Fraction(0)
    if direction(symptom, now, before, days) is None:
        return Fraction(0)
    if symptom.scale.type in (SEVERITY, YES_NO):
        return abs(_share(now) - _share(before))
    whole = _WHOLE.get(symptom.scale.type)
    if whole is None or now.mean is None or before.mean is None:
        return Fraction(0)
    return min(Fraction(1), abs(now.mean - before.mean) / whole)


def is_new(
    symptom: Symptom, recent: Mapping[date, ReadingValue], before: Mapping[date, ReadingValue]
) -> bool:
    """Whether an item reached its stated level on 2 of the last 14 days, and on none of the 7 or more
    recorded days of the period before."""
    if len(before) < LEAST_DAYS or any(at_level(symptom, value) for value in before.values()):
        return False
    return sum(at_level(symptom, value) for value in recent.values()) >= _NEW_DAYS


def _comparable(now: Summary, before: Summary, days: int) -> bool:
    return days >= SHORTEST_PERIOD and now.recorded >= LEAST_DAYS and before.recorded >= LEAST_DAYS


def _share(summary: Summary) -> Fraction:
    return Fraction(summary.days or 0, summary.recorded)
