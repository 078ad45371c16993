"""The one way a printed text becomes a laboratory result."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

from lupusdiary.domain.lab.analyte import Analyte, read_once
from lupusdiary.domain.lab.parse_range import ParsedRange, parse_range
from lupusdiary.domain.lab.parse_value import parse_value
from lupusdiary.domain.lab.parsed_value import ACCEPT, ASK, TEXT_ONLY, ParsedValue
from lupusdiary.domain.lab.printed_text import to_power
from lupusdiary.domain.lab.units import unit_key
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Refusal

_MOST_KEPT = 1_000


def lab_result(
    collected_on: date,
    analyte: Analyte,
    value_text: str,
    unit: str | None = None,
    range_text: str | None = None,
    laboratory: str | None = None,
    method: str | None = None,
    note: str | None = None,
    *,
    sex: str | None = None,
    confirmed: bool = False,
) -> LabResult:
    """A result with what its printed text says. What is unsure is text unless `confirmed` by the person.

    A unit that the test is not known to have is kept as printed. Raises `Refusal` for an empty value.
    """
    value_text, unit, range_text = _entered(value_text) or "", _entered(unit), _entered(range_text)
    if not value_text:
        raise Refusal("There is no value for {analyte}.", analyte=analyte.names)
    if unit:
        analyte.check_unit(unit)
    read = parse_with_unit(value_text, unit, analyte)
    taken = read if _counts(read.action, confirmed) or read.kind == "pending" else TEXT_ONLY
    range_text = range_text or taken.printed_range
    unit = unit or taken.unit_text
    low, high = _range_numbers(parse_range(range_text or "", analyte), unit, analyte, sex, confirmed)
    return LabResult(
        collected_on=collected_on,
        analyte=analyte.id,
        value_text=value_text,
        kind=taken.kind or "text",
        comparator=taken.comparator,
        value=taken.value,
        low=taken.low,
        high=taken.high,
        code=taken.code,
        unit=unit,
        range_text=range_text,
        range_low=low,
        range_high=high,
        laboratory=_entered(laboratory),
        method=_entered(method),
        note=_entered(note),
    )


def _counts(action: str, confirmed: bool) -> bool:
    """Whether what was read is what is meant: it is sure, or the person said so."""
    return action == ACCEPT or (confirmed and action == ASK)


def parse_with_unit(value_text: str, unit: str | None, analyte: Analyte) -> ParsedValue:
    """What a value says together with its unit column: two different units are text,
    a power of ten counts into the unit, and one that the unit already has is a question. A test keeps what
    was read of each text: an import reads it to compare, and the same values come for years."""
    found: ParsedValue = read_once(
        analyte.values_read,
        (value_text, unit),
        lambda: _parse_with_unit(value_text, unit, analyte),
        _MOST_KEPT,
    )
    return found


def _parse_with_unit(value_text: str, unit: str | None, analyte: Analyte) -> ParsedValue:
    read = parse_value(value_text, analyte)
    if not unit:
        return read
    if read.unit_printed:
        given, printed = analyte.unit(unit), analyte.unit(read.unit_printed)
        same = given is not None and printed is not None and given.ucum == printed.ucum
        return read if same else ParsedValue()
    if read.unit_prefix and read.value is not None:
        if unit_key(unit).startswith("10^"):
            return read.asking()
        return replace(read, value=to_power(read.value, int(read.unit_prefix.removeprefix("10*"))))
    return read


def _range_numbers(
    read: ParsedRange, unit: str | None, analyte: Analyte, sex: str | None, confirmed: bool
) -> tuple[float | None, float | None]:
    """The bounds in the result's own unit; none where the range stands in another one or is not sure."""
    bounds = read.for_sex(sex)
    if bounds is None or not _counts(read.action, confirmed):
        return None, None
    if unit and read.unit_printed and unit_key(unit) != unit_key(read.unit_printed):
        given = analyte.unit(unit)
        if given is None or given != analyte.unit(read.unit_printed):
            return None, None
    return bounds.low, bounds.high


def _entered(text: str | None) -> str | None:
    """What was typed, as composed Hangul and without blanks around it; None for nothing."""
    return unicodedata.normalize("NFC", text).strip() or None if text else None
