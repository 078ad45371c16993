"""Tells the order codes of a laboratory from the values that stand with them in a pasted line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.parse_value import parse_value
from lupusdiary.domain.lab.parsed_value import ACCEPT, TEXT
from lupusdiary.domain.lab.printed_text import plain

_CODE = re.compile(r"[A-Z]{1,5}-?\d{3,8}[A-Z0-9]{0,6}")
# Letters and digits in one word: a code, or a value with a slip in it.
_MIXED = re.compile(r"(?=\S*\d\d)(?=\S*[A-Za-z])[\w.-]+")
_LONG_NUMBER = re.compile(r"\d{3,}")

Cell = tuple[int | None, str]


def without_codes(cells: Sequence[Cell], analyte: Analyte, unit: str | None) -> list[Cell] | None:
    """The cells without the codes among them; None where one may be a code or the value, so that the person
    says which. `unit` is the line's own (UCUM)."""
    left = [(at, cell) for at, cell in cells if not _is_code(cell, analyte)]
    numbers = [n for n, (_, cell) in enumerate(left) if _number(cell, analyte) is not None]
    if not numbers:
        return left
    first, later = numbers[0], numbers[1:]
    if any(_MIXED.fullmatch(cell) and parse_value(cell, analyte).action == TEXT for _, cell in left[:first]):
        return None
    again = (n for n, (_, cell) in enumerate(left) if _names(cell, analyte))
    if any(first < n < later[-1] for n in again if later):
        return None
    shown = left[first][1]
    if _LONG_NUMBER.fullmatch(shown) and not _plausible(shown, analyte, unit):
        return None if any(_plausible(left[n][1], analyte, unit) for n in later) else left
    return left


def _is_code(cell: str, analyte: Analyte) -> bool:
    return _CODE.fullmatch(cell) is not None and parse_value(cell, analyte).action == TEXT


def _number(cell: str, analyte: Analyte) -> float | None:
    found = parse_value(cell, analyte)
    return found.value if found.action == ACCEPT and found.kind == "quantity" else None


def _plausible(cell: str, analyte: Analyte, unit: str | None) -> bool:
    value = _number(cell, analyte)
    return value is not None and not analyte.implausible(value, unit)


def _names(cell: str, analyte: Analyte) -> bool:
    shown = plain(cell).casefold()
    names = (analyte.label_ko, analyte.label_en, analyte.name_ko, analyte.name_en, *analyte.sheet_labels)
    return bool(shown) and any(plain(each).casefold() == shown for each in names)
