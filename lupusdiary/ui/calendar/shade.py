"""How strongly a value is shaded, and how it is written in a small place."""

from __future__ import annotations

from lupusdiary.domain.day_record import BloodPressure, ReadingValue
from lupusdiary.domain.scale import DURATION, NRS, SEVERITY, YES_NO
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Translator

# Words of a severity scale, none first.
_SEVERITY = (0, 2, 4, 5)
# Minutes and counts from which on the next shade begins.
_MINUTES = (1, 15, 30, 60, 120)
_COUNT = (1, 3, 6, 11, 16)
_STRONGEST = 5


def shade_of(symptom: Symptom, value: ReadingValue) -> int:
    """0 to 5: how much, never how bad. What has no zero of its own (a weight) is shaded alike."""
    kind = symptom.scale.type
    if isinstance(value, BloodPressure):
        return 1
    if kind == NRS:
        return min(_STRONGEST, (int(value) + 1) // 2)
    if kind == SEVERITY:
        return _SEVERITY[min(int(value), len(_SEVERITY) - 1)]
    if kind == YES_NO:
        return 4 if value else 0
    if not symptom.is_scored:
        return 1
    steps = _MINUTES if kind == DURATION else _COUNT
    return sum(float(value) >= step for step in steps)


def short_words(value: ReadingValue) -> str:
    """A value in two or three signs."""
    if isinstance(value, bool):
        return "●" if value else "○"
    if isinstance(value, BloodPressure):
        return str(value.systolic)
    return str(int(value)) if value == int(value) else f"{value:.1f}"


def tile_words(symptom: Symptom, value: ReadingValue, tr: Translator) -> str:
    """A value as it stands in a tile: a bare number where the scale is one, else with its words."""
    if isinstance(value, BloodPressure):
        return str(value)
    return symptom.show(value, tr)


def value_words(symptom: Symptom, value: ReadingValue | None, tr: Translator) -> str:
    """What a day holds, in words; nothing recorded is never a zero."""
    return tr.text("not recorded") if value is None else symptom.show(value, tr)
