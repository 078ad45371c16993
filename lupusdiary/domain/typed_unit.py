"""Values typed in another unit than they are kept in: the typed one stays beside the reading, unconverted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.language import Refusal

FAHRENHEIT, POUND = "[degF]", "[lb_av]"
# By item the UCUM code of the unit that a person may prefer to the one that is kept.
OTHER_UNITS = MappingProxyType({"fever": FAHRENHEIT, "weight": POUND})
# The avoirdupois pound by definition (UCUM [lb_av]).
_POUND = 0.45359237

# By item and UCUM code, into the unit that is kept. Degrees: `alt_units` of clinical/vitals.json.
_INTO_KEPT: Mapping[tuple[str, str], Callable[[float], float]] = MappingProxyType(
    {
        ("fever", FAHRENHEIT): lambda degrees: (degrees - 32) * 5 / 9,
        ("weight", POUND): lambda pounds: pounds * _POUND,
    }
)
_OUT_OF_KEPT: Mapping[str, Callable[[float], float]] = MappingProxyType(
    {FAHRENHEIT: lambda degrees: degrees * 9 / 5 + 32, POUND: lambda kilograms: kilograms / _POUND}
)
PRINTED = MappingProxyType({FAHRENHEIT: "°F", POUND: "lb"})
_TYPED = re.compile(r"(\d{1,4}(?:\.\d{1,4})?) (\S{1,20})")
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,4})?")
# As a person writes them after a number.
_WRITTEN = {
    "fever": (r"°\s*f|℉|f|\[degf\]|화씨", r"°\s*c|℃|c|도|섭씨"),
    "weight": (r"lbs?|pounds?|\[lb_av\]|파운드", r"kg|㎏|킬로(?:그램)?"),
}
# Kept to a tenth.
_ROUNDING = 0.051
# What a body can be in the unit that is kept: a bare number like that was meant in it.
_MEANT_KEPT = {"fever": (33.0, 43.0)}


def parse_typed(item: str, text: str, prefers: str = "") -> tuple[float, str | None] | None:
    """The value in the unit that is kept, and the text to keep beside it (None: it was typed in the unit that
    is kept). None for a value without a unit, unless the person `prefers` the other one (its UCUM code)."""
    if item not in OTHER_UNITS:
        return None
    cleaned = unicodedata.normalize("NFKC", text).strip().lower().replace(",", ".")
    other, kept = _WRITTEN[item]
    number = r"(\d{1,4}(?:\.\d{1,4})?)\s*"
    if (written := re.fullmatch(number + f"(?:{kept})", cleaned)) is not None:
        return round(float(written[1]), 1), None
    written = re.fullmatch(number + f"(?:{other})", cleaned)
    if written is None and prefers and _NUMBER.fullmatch(cleaned):
        low, high = _MEANT_KEPT.get(item, (0.0, -1.0))
        if low <= float(cleaned) <= high:
            raise Refusal("Is {number} in °C? Then write “{number} C”.", number=cleaned)
        written = re.fullmatch(number, cleaned)
    if written is None:
        return None
    unit = OTHER_UNITS[item]
    return round(_INTO_KEPT[item, unit](float(written[1])), 1), f"{written[1]} {unit}"


def in_unit(value: float, unit: str) -> float:
    """A kept value in another unit (UCUM), to a tenth; without a unit as it is."""
    return round(_OUT_OF_KEPT[unit](value), 1) if unit else value


def checked_typed(item: str, typed: str, value: ReadingValue | None) -> str:
    """`typed` if it says the same as the `value` that is kept. Raises `Refusal` otherwise."""
    found = _TYPED.fullmatch(typed)
    convert = _INTO_KEPT.get((item, found[2])) if found else None
    if found is None or convert is None or isinstance(value, bool) or not isinstance(value, int | float):
        raise Refusal("“{typed}” is not a value in a unit that is known here.", typed=typed[:40])
    if abs(convert(float(found[1])) - value) > _ROUNDING:
        raise Refusal("“{typed}” and {value} are not the same value.", typed=typed, value=value)
    return typed


def typed_number(typed: str | None, unit: str) -> str | None:
    """The number as it was typed, where that was in `unit` (UCUM)."""
    number, _, code = (typed or "").partition(" ")
    return number if typed and code == unit else None


def show_typed(typed: str) -> str:
    """A typed value as it is shown: unconverted, with its unit as printed."""
    number, _, unit = typed.partition(" ")
    return f"{number} {PRINTED.get(unit, unit)}"
