"""A steroid exposure as plain JSON values: 4 places, half to even; what is not known is left out."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from lupusdiary.domain.medicines.exposure import DoseLine, DoseSource, Exposure
from lupusdiary.domain.medicines.pulse import Pulse

Plain = dict[str, Any]

_PLACES = 4


def rounded(value: Fraction) -> int | float:
    """A number of mg as it is written."""
    found = round(value, _PLACES)
    return int(found) if found.denominator == 1 else float(found)


def encode_exposure(exposure: Exposure) -> Plain:
    """The whole document; lists that are empty are left out, but for the sources."""
    found: Plain = {
        "from": exposure.period.start.isoformat(),
        "to": exposure.period.end.isoformat(),
        "days": exposure.period.days,
        "total_mg": _maybe(exposure.known.total),
        "known_days": exposure.known_days,
        "recorded_days": exposure.recorded_days,
        "planned_days": exposure.planned_days,
        "unknown_days": exposure.unknown_days,
        "future_days": exposure.future_days,
        "mean_mg": _maybe(exposure.mean),
        "by_day": _by_day(exposure.known),
        "planned": _line(exposure.planned),
        "recorded": _line(exposure.recorded),
        "pulses": [_pulse(each) for each in exposure.pulses] or None,
        "sources": [_source(each) for each in exposure.sources],
        "other_tables": _other_tables(exposure) or None,
        "together": [
            {
                "ingredient": each.ingredient,
                "names": list(each.names),
                "start": each.start.isoformat(),
                "end": each.end.isoformat(),
                "days": each.days,
            }
            for each in exposure.together
        ]
        or None,
        "not_counted": [
            _known({"name": each.name, "ingredient": each.ingredient, "route": each.route, "why": each.why})
            for each in exposure.not_counted
        ]
        or None,
    }
    return _known(found)


def _known(values: Plain) -> Plain:
    return {key: value for key, value in values.items() if value is not None}


def _maybe(value: Fraction | None) -> int | float | None:
    return None if value is None else rounded(value)


def _by_day(line: DoseLine) -> Plain:
    return {day.isoformat(): rounded(mg) for day, mg in line.by_day.items()}


def _line(line: DoseLine) -> Plain:
    return _known({"total_mg": _maybe(line.total), "known_days": len(line.by_day), "by_day": _by_day(line)})


def _pulse(pulse: Pulse) -> Plain:
    return _known(
        {
            "day": pulse.day.isoformat(),
            "name": pulse.name,
            "ingredient": pulse.ingredient,
            "dose_mg": _maybe(pulse.dose_mg),
            "mg": _maybe(pulse.mg),
        }
    )


def _source(source: DoseSource) -> Plain:
    return {
        "name": source.name,
        "ingredient": source.ingredient,
        "dose_mg": rounded(source.dose_mg),
        "mg": rounded(source.mg),
    }


def _other_tables(exposure: Exposure) -> list[Plain]:
    """The sums of an ingredient of which tables disagree, by ours and by the other ones."""
    sums: dict[str, list[Fraction]] = {}
    for source in exposure.sources:
        if source.mg_other is not None:
            both = sums.setdefault(source.ingredient, [Fraction(0), Fraction(0)])
            both[0] += source.mg
            both[1] += source.mg_other
    return [
        {"ingredient": ingredient, "mg": rounded(mg), "mg_other": rounded(other)}
        for ingredient, (mg, other) in sums.items()
    ]
