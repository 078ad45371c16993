"""An item's recorded values as a panel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from operator import itemgetter

from lupusdiary.charts.panels import BARS, LEVELS, LINE, TICKS, ScorePanel, ScorePoint
from lupusdiary.domain.day_record import BloodPressure, ReadingValue
from lupusdiary.domain.scale import BLOOD_PRESSURE, NRS, SEVERITY, TEMPERATURE, WEIGHT, YES_NO, Scale
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.language import Translator

_STYLES = {SEVERITY: LEVELS, YES_NO: TICKS, BLOOD_PRESSURE: BARS}
# Their scale has no meaning for the eye: the axis spans what was recorded.
_MEASURED = frozenset({TEMPERATURE, WEIGHT, BLOOD_PRESSURE})


def score_panel(symptom: Symptom, values: Mapping[date, ReadingValue], tr: Translator) -> ScorePanel:
    """The panel of one item; `values` by day."""
    scale = symptom.scale
    measured = scale.type in _MEASURED
    bounded = scale.type in (NRS, SEVERITY, YES_NO)
    return ScorePanel(
        symptom.id,
        symptom.name(tr),
        _STYLES.get(scale.type, LINE),
        tuple(_points(values, scale)),
        unit=scale.unit(tr),
        hint=_hint(symptom, tr),
        bottom=None if measured else scale.minimum,
        top=scale.maximum if bounded else None,
        levels=tuple(scale.steps(tr)),
        sensitive=symptom.sensitive,
    )


def _points(values: Mapping[date, ReadingValue], scale: Scale) -> Iterator[ScorePoint]:
    # There are few different values in decades of days: each is converted once.
    shown = {value: _shown(value, scale) for value in set(values.values())}
    return (ScorePoint(day, *shown[value]) for day, value in sorted(values.items(), key=itemgetter(0)))


def _shown(value: ReadingValue, scale: Scale) -> tuple[float, float | None]:
    if isinstance(value, BloodPressure):
        return float(value.systolic), float(value.diastolic)
    return scale.as_shown(float(value)), None


def _hint(symptom: Symptom, tr: Translator) -> str:
    """What the ends of a 0-10 scale mean; an own item has no words for them."""
    scale = symptom.scale
    low, high = scale.anchor_low(tr), scale.anchor_high(tr)
    if scale.type != NRS:
        return ""
    if not (low and high):
        return tr.text("0 to 10")
    return tr.text("0: {low}, 10: {high}", low=low, high=high)
