"""Reads a printed number, or a counted range such as 5-9, with its comparator, unit, flag and bracket."""

from __future__ import annotations

import re
from dataclasses import replace

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.parse_range import parse_range
from lupusdiary.domain.lab.parsed_value import ACCEPT, ASK, TEXT_ONLY, ParsedValue
from lupusdiary.domain.lab.printed_text import (
    NUMBER,
    folded,
    number,
    split_bracket,
    take_comparator,
    take_flag,
    to_power,
)

_NUMBER_FIRST = re.compile(rf"({NUMBER})(\s*)(.*)")
_COUNTED = re.compile(rf"({NUMBER})\s*[-~]\s*({NUMBER})\s*(.*)")
_POWER = re.compile(r"[x*]\s*10[\^*]([0-9]{1,2})")
_EXPONENT = re.compile(r"([0-9.]{1,12})E([+-]?[0-9]{1,2})")
_HOUSE_LETTER = re.compile(r"(.*[0-9])\s+([A-Z])")
# Korean multiples as powers of ten.
_MULTIPLES = {"만": 4, "천": 3}
_PREFIX_LETTERS = {"K": "10*3", "M": "10*6"}
_NONE_FOUND = frozenset({"notfound", "none", "없음", "n.f.", "nf"})


def parse_quantity(text: str, analyte: Analyte) -> ParsedValue:
    """The reading of a test whose value is a number, or where the catalogue says so a counted range."""
    counts = analyte.value_type == "quantity_or_range"
    if counts and folded(text) in _NONE_FOUND:
        return ParsedValue(ASK, "quantity", value=0.0)
    flag, core = take_flag(text)
    core, bracket = split_bracket(core)
    if flag is None:
        flag, core = take_flag(core)
    read = (
        _number(core, analyte) or (_count(core, analyte) if counts else None) or _house_letter(core, analyte)
    )
    if read is None:
        unit = analyte.unit(text)
        return ParsedValue(kind="text", unit_printed=unit.ucum or unit.display) if unit else TEXT_ONLY
    return _with_bracket(replace(read, flag=flag or read.flag), bracket)


def _with_bracket(read: ParsedValue, bracket: str | None) -> ParsedValue:
    """A range in a bracket is the printed range, a word makes it a question, another number makes it text."""
    if bracket is None:
        return read
    if parse_range(bracket).kind == "bounds":
        return replace(read, printed_range=bracket)
    return TEXT_ONLY if any(each.isdigit() for each in bracket) else read.asking()


def _number(text: str, analyte: Analyte) -> ParsedValue | None:
    comparator, rest = take_comparator(text)
    if found := _EXPONENT.fullmatch(rest):
        base = number(found.group(1))
        power = int(found.group(2))
        value = to_power(base.value, power) if base and abs(power) <= 15 else None
        return None if value is None else ParsedValue(ASK, "quantity", comparator, value)
    found = _NUMBER_FIRST.fullmatch(rest)
    printed = number(found.group(1)) if found else None
    if found is None or printed is None:
        return None
    read = ParsedValue(ACCEPT if printed.sure else ASK, "quantity", comparator, printed.value)
    return _with_tail(read, found.group(3), analyte)


def _with_tail(read: ParsedValue, tail: str, analyte: Analyte) -> ParsedValue | None:
    """What stands after the number: nothing, a unit of the test, a power of ten, or a Korean multiple."""
    if not tail:
        return read
    if unit := analyte.unit(tail):
        return replace(read, unit_printed=unit.ucum or unit.display, unit_text=tail)
    if power := _POWER.fullmatch(tail):
        return replace(read, unit_prefix=f"10*{int(power.group(1))}")
    if tail in _PREFIX_LETTERS:
        return replace(read, unit_prefix=_PREFIX_LETTERS[tail]).asking()
    if tail in _MULTIPLES and read.value is not None:
        return replace(read, value=to_power(read.value, _MULTIPLES[tail])).asking()
    return None


def _count(text: str, analyte: Analyte) -> ParsedValue | None:
    found = _COUNTED.fullmatch(text)
    if not found:
        return None
    low, high, tail = number(found.group(1)), number(found.group(2)), found.group(3)
    if low is None or high is None or not (low.sure and high.sure) or low.value >= high.value:
        return None
    return _with_tail(ParsedValue(ACCEPT, "range", low=low.value, high=high.value), tail, analyte)


def _house_letter(text: str, analyte: Analyte) -> ParsedValue | None:
    """A single letter whose meaning differs from hospital to hospital: P, D ..."""
    found = _HOUSE_LETTER.fullmatch(text)
    read = _number(found.group(1), analyte) if found else None
    return replace(read, flag=found.group(2)).asking() if found and read else None
