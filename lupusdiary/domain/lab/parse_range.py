"""Reads the reference range that a sheet prints, as its laboratory wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lupusdiary.domain.lab.analyte import Analyte, read_once
from lupusdiary.domain.lab.ordinal_scale import QUALITATIVE, ordinal_scale
from lupusdiary.domain.lab.printed_text import LONGEST, NUMBER, number, plain, split_bracket, take_comparator
from lupusdiary.domain.lab.units import printed_units, unit_key

_BRACKETED = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_TWO = re.compile(rf"({NUMBER})\s*[-~]\s*({NUMBER})\s*(.*)")
_ONE = re.compile(rf"({NUMBER})\s*(.*)")
_TITRE = re.compile(r"1\s*[:/]\s*([1-9][0-9,]*)")
_OPEN_BELOW = re.compile(rf"~\s*({NUMBER})\s*(.*)")
_OPEN_ABOVE = re.compile(rf"({NUMBER})\s*~")
_ADULT = re.compile(r"(?:adults?|성인)\s*:?\s*(?=[0-9<>.~])", re.IGNORECASE)
_SEX = r"(?:(?P<{0}m>M|Male|남성?|남자)|(?P<{0}f>F|Female|여성?|여자))"
_SEX_FIRST = re.compile(
    rf"\(?{_SEX.format('a')}\)?\s*:?\s*(?P<ar>[^A-Za-z가-힣]+?)[\s,/;]*"
    rf"(?:\(?{_SEX.format('b')}\)?\s*:?\s*(?P<br>[^가-힣:]+))?"
)
_SEX_LAST = re.compile(
    rf"(?P<ar>[^A-Za-z가-힣()]+?)\s*\({_SEX.format('a')}\)[\s,/;]*"
    rf"(?:(?P<br>[^A-Za-z가-힣()]+?)\s*\({_SEX.format('b')}\))?"
)
_MOST_KEPT = 200
_CONDITIONS = frozenset({"공복", "식전", "fasting"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range of numbers; None is open on that side."""

    low: float | None = None
    high: float | None = None
    low_inclusive: bool | None = None
    high_inclusive: bool | None = None


@dataclass(frozen=True, slots=True)
class ParsedRange:
    """What was read from a printed range. `action` is accept, ask or text; without a `kind` it stays text.

    `kind` is bounds, expected (a step's `code`), titre_bound (`comparator` and `value`) or by_sex.
    """

    action: str = "text"
    kind: str | None = None
    low: float | None = None
    high: float | None = None
    low_inclusive: bool | None = None
    high_inclusive: bool | None = None
    code: str | None = None
    comparator: str | None = None
    value: float | None = None
    male: Bounds | None = None
    female: Bounds | None = None
    unit_printed: str | None = None

    def for_sex(self, sex: str | None) -> Bounds | None:
        """The bounds that hold for a person; a range by sex only when the sex is given."""
        if self.kind == "bounds":
            return Bounds(self.low, self.high, self.low_inclusive, self.high_inclusive)
        return {"male": self.male, "female": self.female}.get(sex or "")


TEXT = ParsedRange()


def parse_range(text: str, analyte: Analyte | None = None) -> ParsedRange:
    """Reads a printed range; what is not surely one range of a healthy adult stays text. A test keeps what
    was read of each text: a sheet prints the same ranges for years."""
    if analyte is None:
        return _read(text, None)
    found: ParsedRange = read_once(analyte.ranges_read, text, lambda: _read(text, analyte), _MOST_KEPT)
    return found


def _read(text: str, analyte: Analyte | None) -> ParsedRange:
    if len(text) > LONGEST:
        return TEXT
    shown = plain(text)
    return (
        _expected(shown, analyte) or _titre_bound(shown) or _by_sex(shown, analyte) or _single(shown, analyte)
    )


def _expected(text: str, analyte: Analyte | None) -> ParsedRange | None:
    scale = (analyte.steps if analyte else None) or ordinal_scale(QUALITATIVE)
    code = scale.code(text) if text != "-" else None
    return ParsedRange("accept", "expected", code=code) if code == "neg" else None


def _titre_bound(text: str) -> ParsedRange | None:
    word, bracket = split_bracket(text)
    code = ordinal_scale(QUALITATIVE).code(word) if bracket else None
    comparator, rest = take_comparator(bracket if code and bracket else text)
    found = _TITRE.fullmatch(rest)
    denominator = number(found.group(1)) if found else None
    if comparator is None or denominator is None or not denominator.sure:
        return None
    return ParsedRange("accept", "titre_bound", comparator=comparator, value=denominator.value, code=code)


def _by_sex(text: str, analyte: Analyte | None) -> ParsedRange | None:
    found = _SEX_FIRST.fullmatch(text) or _SEX_LAST.fullmatch(text)
    if not found:
        return None
    ranges: dict[str, Bounds | None] = {}
    unit = None
    for part in "ab":
        if (printed := found[f"{part}r"]) is None:
            continue
        read = _single(printed.strip(" ,/;"), analyte)
        sex = "male" if found[f"{part}m"] else "female"
        if read.action != "accept" or sex in ranges:
            return TEXT
        ranges[sex], unit = read.for_sex(None), unit or read.unit_printed
    return ParsedRange(
        "accept", "by_sex", male=ranges.get("male"), female=ranges.get("female"), unit_printed=unit
    )


def _single(text: str, analyte: Analyte | None) -> ParsedRange:
    if whole := _BRACKETED.fullmatch(text):
        text = (whole.group(1) or whole.group(2) or "").strip()
    before, condition = split_bracket(text)
    if condition is not None:
        known = condition.casefold() in _CONDITIONS
        return _bounds(before, analyte) if known else TEXT
    if adult := _ADULT.match(text):
        read = _bounds(text[adult.end() :], analyte)
        return replace(read, action="ask") if read.kind else TEXT
    return _bounds(text, analyte)


def _bounds(text: str, analyte: Analyte | None) -> ParsedRange:
    unit_of = _units_of(analyte)
    comparator, rest = take_comparator(text)
    if comparator is None and (found := _OPEN_BELOW.fullmatch(text)):
        comparator, rest = "<=", f"{found.group(1)} {found.group(2)}".strip()
    elif comparator is None and (found := _OPEN_ABOVE.fullmatch(text)):
        comparator, rest = ">=", found.group(1)
    if comparator is None:
        return _between(rest, unit_of)
    found = _ONE.fullmatch(rest)
    value = number(found.group(1)) if found else None
    if not found or value is None or not value.sure:
        return TEXT
    unit = unit_of(found.group(2))
    if found.group(2) and unit is None:
        return TEXT
    inclusive = comparator.endswith("=")
    if comparator.startswith("<"):
        return ParsedRange("accept", "bounds", high=value.value, high_inclusive=inclusive, unit_printed=unit)
    return ParsedRange("accept", "bounds", low=value.value, low_inclusive=inclusive, unit_printed=unit)


def _between(text: str, unit_of: Callable[[str], str | None]) -> ParsedRange:
    found = _TWO.fullmatch(text)
    if not found:
        return TEXT
    low, high, unit = number(found.group(1)), number(found.group(2)), unit_of(found.group(3))
    if low is None or high is None or not (low.sure and high.sure) or low.value >= high.value:
        return TEXT
    if found.group(3) and unit is None:
        return TEXT
    return ParsedRange("accept", "bounds", low.value, high.value, True, True, unit_printed=unit)


def _units_of(analyte: Analyte | None) -> Callable[[str], str | None]:
    def printed(text: str) -> str | None:
        if not text:
            return None
        if analyte is None:
            return printed_units().get(unit_key(text))
        found = analyte.unit(text)
        return (found.ucum or found.display) if found else None

    return printed
