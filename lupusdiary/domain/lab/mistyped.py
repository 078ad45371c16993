"""Slips of the hand in a typed value: a letter among digits (o.8), two points, a point at the wrong place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lupusdiary.domain.lab.analyte import Analyte, convert
from lupusdiary.domain.lab.printed_text import plain
from lupusdiary.domain.records import LabResult

# ㅐ and ㅣ are the keys o and l while the keyboard writes Hangul; the second form is what NFKC makes of them.
_DIGITS = str.maketrans({**dict.fromkeys("oOㅐᅢ", "0"), **dict.fromkeys("lIㅣᅵ", "1")})
_LETTERS = "oOlIㅐㅣᅢᅵ"
_RUN = re.compile(rf"(?<![^\W\d_])[0-9{_LETTERS}][0-9{_LETTERS}.,:]*(?![^\W\d_])")
_POINT = re.compile(r"(?<=[0-9]) ?\.[ .]*(?=[0-9])")
# A point at the wrong place makes a value ten or a hundred times as large or as small as it is; between two
# sheets it is not much else than that.
_POWERS = (10, 100)
_NEARLY = 1.25


def digits_meant(text: str) -> str | None:
    """The text with digits where letters that look like them, or lie on their keys, stand beside digits, and
    with one point where there are more; None where nothing else is to be meant. Only a person can say so."""
    text = plain(text)
    meant = _POINT.sub(".", _RUN.sub(_as_digits, text))
    return meant if meant != text else None


def _as_digits(run: re.Match[str]) -> str:
    text = run.group()
    return text.translate(_DIGITS) if any(each.isdigit() for each in text) else text


@dataclass(frozen=True, slots=True)
class Slip:
    """A value is about `times` as large, or as small (`smaller`), as `last`."""

    times: int
    smaller: bool
    last: LabResult


def point_slipped(result: LabResult, last: LabResult | None, analyte: Analyte) -> Slip | None:
    """Whether a value looks like the last one with its point at another place. Values that cannot be brought
    to one unit, or that are no plain numbers, are not compared."""
    if last is None or not _is_plain(result) or not _is_plain(last):
        return None
    assert result.value is not None
    assert last.value is not None
    before = last.value if last.unit == result.unit else convert(analyte, last.value, last.unit, result.unit)
    if before is None or before <= 0 or result.value <= 0:
        return None
    ratio = result.value / before
    for times in _POWERS:
        for smaller in (False, True):
            if times / _NEARLY <= (1 / ratio if smaller else ratio) <= times * _NEARLY:
                return Slip(times, smaller, last)
    return None


def _is_plain(result: LabResult) -> bool:
    return result.kind == "quantity" and result.value is not None and result.comparator is None
