"""An analyte's results as panels: one for each unit that cannot be converted into the one shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lupusdiary.charts.assays import segments
from lupusdiary.charts.panels import NUMBER, STEPS, TITRE, LabPanel, LabPoint, TypicalBand
from lupusdiary.domain.lab.analyte import Analyte, convert
from lupusdiary.domain.lab.reference_range import mark
from lupusdiary.domain.lab.units import unit_key
from lupusdiary.domain.lab.wording import as_printed, read_back
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator

UnitOf = Callable[[LabResult], str | None]


@dataclass(frozen=True, slots=True)
class ReaderProfile:
    """For whom results are shown; sex and age choose a typical range and a range by sex, None: not given."""

    tr: Translator
    sex: str | None = None
    age: int | None = None


def lab_panels(
    analyte: Analyte, results: Sequence[LabResult], reader: ReaderProfile, unit_of: UnitOf = lambda r: r.unit
) -> list[LabPanel]:
    """The panels of one analyte, results in the order of their days; the unit of the newest sheet first.
    `unit_of` says a result's unit, also where the sheet prints none and the person answered it."""
    if analyte.steps is not None:
        return [_panel(analyte, results, None, STEPS, reader, unit_of)]
    if analyte.value_type == "titer":
        return [_panel(analyte, results, None, TITRE, reader, unit_of)]
    groups: dict[str | None, list[LabResult]] = {}
    for result in reversed(results):
        groups.setdefault(_group(analyte, result, list(groups), unit_of), []).append(result)
    return [_panel(analyte, found[::-1], unit, NUMBER, reader, unit_of) for unit, found in groups.items()]


def _group(analyte: Analyte, result: LabResult, units: list[str | None], unit_of: UnitOf) -> str | None:
    """The unit among those already shown that this result can be shown in, else its own."""
    unit = unit_of(result)
    if unit is None or result.kind in ("text", "pending"):
        # A result in words needs no unit of its own: it stands with the newest results.
        return units[0] if units and (unit is None and result.kind in ("text", "pending")) else unit
    return next((u for u in units if u and convert(analyte, 1.0, unit, u) is not None), unit)


def _panel(
    analyte: Analyte,
    results: Sequence[LabResult],
    unit: str | None,
    axis: str,
    reader: ReaderProfile,
    unit_of: UnitOf,
) -> LabPanel:
    tr = reader.tr
    points = [_point(analyte, result, unit, unit_of(result), reader) for result in results]
    return LabPanel(
        analyte.id,
        analyte.label(tr),
        axis,
        segments(analyte.id, points, tr),
        unit=unit or "",
        steps=tuple(analyte.steps.show(code, tr) for code in analyte.steps.order) if analyte.steps else (),
        typical=_typical(analyte, unit, reader) if axis == NUMBER else None,
    )


def _point(
    analyte: Analyte, result: LabResult, unit: str | None, own_unit: str | None, reader: ReaderProfile
) -> LabPoint:
    def shown(value: float | None) -> float | None:
        if value is None or unit is None or own_unit is None:
            return value
        return convert(analyte, value, own_unit, unit)

    same = own_unit is None or unit is None or unit_key(own_unit) == unit_key(unit)
    value = shown(result.value)
    if analyte.steps is not None:
        value = float(analyte.steps.rank(result.code)) if result.code in analyte.steps.order else None
    converted = result if same else replace(
        result,
        value=_rounded(analyte, value), low=_rounded(analyte, shown(result.low)),
        high=_rounded(analyte, shown(result.high)), unit=unit,
    )  # fmt: skip
    told = replace(converted, unit=unit or own_unit)
    words = _words(analyte, told, reader) if same else read_back(told, analyte, reader.tr)
    in_words = result.kind in ("text", "pending")
    return LabPoint(
        result.collected_on,
        result.value_text,
        result.value_text if in_words else words,
        None if in_words else value,
        shown(result.low),
        shown(result.high),
        comparator=result.comparator,
        mark=mark(result, analyte, reader.sex),
        range_low=shown(result.range_low),
        range_high=shown(result.range_high),
        range_text=result.range_text if same else None,
        laboratory=result.laboratory,
        method=result.method,
        printed="" if same or in_words else _words(analyte, replace(result, unit=own_unit), reader),
    )


def _words(analyte: Analyte, result: LabResult, reader: ReaderProfile) -> str:
    """A result that is not converted: a number keeps the digits of its sheet, 2.0 is not 2."""
    number = result.kind == "quantity" and result.comparator is None
    return (as_printed if number else read_back)(result, analyte, reader.tr)


def _rounded(analyte: Analyte, value: float | None) -> float | None:
    """A converted number in no more than two decimals beyond what the fact base gives its unit."""
    return None if value is None else float(f"{value:.{analyte.decimals + 2}f}")


def _typical(analyte: Analyte, unit: str | None, reader: ReaderProfile) -> TypicalBand | None:
    found = analyte.typical_range(reader.sex, reader.age)
    if found is None or unit is None or (found.low is None and found.high is None):
        return None
    ends = [None if v is None else convert(analyte, v, found.unit, unit) for v in (found.low, found.high)]
    return TypicalBand(*ends) if any(v is not None for v in ends) else None
