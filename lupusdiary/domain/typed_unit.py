"""Values typed in another unit than they are kept in: the typed one stays beside the reading, unconverted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from lupusdiary.domain.records import ReadingValue
from lupusdiary.language import Refusal

# By item and UCUM code, into the unit that is kept. Source: `alt_units` of clinical/vitals.json.
_INTO_KEPT: Mapping[tuple[str, str], Callable[[float], float]] = MappingProxyType(
    {("fever", "[degF]"): lambda degrees: (degrees - 32) * 5 / 9}
)
_PRINTED = MappingProxyType({"[degF]": "°F"})
_TYPED = re.compile(r"(\d{1,4}(?:\.\d{1,4})?) (\S{1,20})")
# As a person writes it after a number.
_WRITTEN = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s*(?:°\s*f|℉|f|\[degf\])", re.IGNORECASE)
# Kept to a tenth.
_ROUNDING = 0.051


def parse_typed(item: str, text: str) -> tuple[float, str] | None:
    """The value in the unit that is kept and the text to keep beside it; None for a value without a unit."""
    written = _WRITTEN.fullmatch(unicodedata.normalize("NFC", text).strip())
    convert = _INTO_KEPT.get((item, "[degF]"))
    if written is None or convert is None:
        return None
    return round(convert(float(written[1])), 1), f"{written[1]} [degF]"


def checked_typed(item: str, typed: str, value: ReadingValue | None) -> str:
    """`typed` if it says the same as the `value` that is kept. Raises `Refusal` otherwise."""
    found = _TYPED.fullmatch(typed)
    convert = _INTO_KEPT.get((item, found[2])) if found else None
    if found is None or convert is None or isinstance(value, bool) or not isinstance(value, int | float):
        raise Refusal("“{typed}” is not a value in a unit that is known here.", typed=typed[:40])
    if abs(convert(float(found[1])) - value) > _ROUNDING:
        raise Refusal("“{typed}” and {value} are not the same value.", typed=typed, value=value)
    return typed


def show_typed(typed: str) -> str:
    """A typed value as it is shown: unconverted, with its unit as printed."""
    number, _, unit = typed.partition(" ")
    return f"{number} {_PRINTED.get(unit, unit)}"
