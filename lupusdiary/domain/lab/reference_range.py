"""The reference range of a sheet: reading it, and marking a result that lies outside of it."""

from __future__ import annotations

from math import inf, isinf

from lupusdiary.domain.lab.analyte import Analyte, convert
from lupusdiary.domain.lab.parse_range import Bounds, ParsedRange, parse_range
from lupusdiary.domain.records import LabResult

_Interval = tuple[float, bool, float, bool]

ABOVE, BELOW, OUTSIDE = "above", "below", "outside"


def mark(result: LabResult, analyte: Analyte, sex: str | None) -> str | None:
    """ "above", "below" or "outside" the sheet's own range; None when inside or when it cannot be decided.

    A comparator stands for all values it allows: “<10” against “<10” is not above.
    """
    if not result.range_text or result.kind in ("text", "pending"):
        return None
    read = parse_range(result.range_text, analyte)
    if read.action == "ask" and result.range_low is None and result.range_high is None:
        return None
    if read.kind == "expected":
        return _step(result, analyte, read)
    if read.kind == "titre_bound":
        return _titre(result, read)
    bounds = read.for_sex(sex)
    if bounds is None or result.kind not in ("quantity", "range"):
        return None
    interval = _in_unit(_interval(result), result.unit, read.unit_printed, analyte)
    return _place(interval, bounds)


def _step(result: LabResult, analyte: Analyte, read: ParsedRange) -> str | None:
    scale = analyte.steps
    if result.code is None or read.code is None or result.code == read.code:
        return None
    if scale is None or scale.id == "neg_border_pos":
        return OUTSIDE
    return ABOVE if scale.rank(result.code) > scale.rank(read.code) else BELOW


def _titre(result: LabResult, read: ParsedRange) -> str | None:
    if result.kind == "ordinal":
        return OUTSIDE if read.code == "neg" and result.code == "pos" else None
    if result.kind != "titre" or read.comparator not in ("<", "<="):
        return None
    bound = Bounds(high=read.value, high_inclusive=read.comparator == "<=")
    return _place(_interval(result), bound)


def _place(interval: _Interval | None, bounds: Bounds) -> str | None:
    if interval is None:
        return None
    low, low_allowed, high, high_allowed = interval
    if bounds.high is not None:
        beyond = (low_allowed and not bounds.high_inclusive) or not low_allowed
        if low > bounds.high or (low == bounds.high and beyond):
            return ABOVE
    if bounds.low is not None:
        beyond = (high_allowed and not bounds.low_inclusive) or not high_allowed
        if high < bounds.low or (high == bounds.low and beyond):
            return BELOW
    return None


def _in_unit(
    interval: _Interval | None, unit: str | None, range_unit: str | None, analyte: Analyte
) -> _Interval | None:
    """The interval in the unit that stands in the range, where one stands there; None if there is no way."""
    if interval is None or unit is None or range_unit is None:
        return interval
    low, low_allowed, high, high_allowed = interval
    ends = [each if isinf(each) else convert(analyte, each, unit, range_unit) for each in (low, high)]
    if ends[0] is None or ends[1] is None:
        return None
    return ends[0], low_allowed, ends[1], high_allowed


def _interval(result: LabResult) -> _Interval | None:
    """Lowest and highest value that a result allows, each with whether it is itself allowed."""
    if result.low is not None and result.high is not None:
        return result.low, True, result.high, True
    if (value := result.value) is None:
        return None
    return {
        None: (value, True, value, True),
        "<": (-inf, False, value, False),
        "<=": (-inf, False, value, True),
        ">": (value, False, inf, False),
        ">=": (value, True, inf, False),
    }[result.comparator]
