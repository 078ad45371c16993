"""What is printed and what is understood of it may not contradict each other when a result comes in."""

from __future__ import annotations

import math
import re

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.lab_result import parse_with_unit
from lupusdiary.domain.lab.parse_range import Bounds, parse_range
from lupusdiary.domain.lab.parsed_value import ACCEPT, TEXT
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Refusal

_MONTH = r"(?:jan|feb|mar|mrz|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*\.?"
# As spreadsheet programs show 1:640, 5-9, 4-10 or a long number when they have taken it for something else.
_MADE_BY_SPREADSHEET = re.compile(
    r"(?:오전|오후)?\s*\d{1,4}:\d{2}:\d{2}\s*(?:am|pm)?|(?:오전|오후)?\s*\d{1,4}시 \d{1,2}분(?: \d{1,2}초)?"
    r"|(?:오전|오후)\s*\d{1,2}:\d{2}|\d{1,2}:\d{2}\s*(?:am|pm)"
    r"|(?:\d{4}년\s*)?\d{1,2}월\s*\d{1,2}일|\d{4}년\s*\d{1,2}월"
    r"|\d{2}:\d{2}|\d{1,2}\. ?\d{1,2}\."
    r"|(?:\d{4}[-/.]\s*\d{1,2}[-/.]\s*\d{1,2}\.?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?: 0?0:00(?::00)?)?"
    rf"|\d{{1,2}}[-. ]{{1,2}}{_MONTH}(?:[- ]\d{{2,4}})?|{_MONTH}[- ]\d{{1,4}}"
    r"|\d(?:[.,]\d+)?E[+-]?\d{1,3}",
    re.IGNORECASE,
)

# A formula that could not be computed, and a number that its column was too narrow for.
_ERROR = re.compile(
    r"#(?:NAME\?|VALUE!|REF!|DIV/0!|N/A|NUM!|NULL!|이름\?|값!)|#{3,}|Err:\d{3}", re.IGNORECASE
)


def made_by_spreadsheet(text: str) -> bool:
    """Whether a text looks like a date, a time or a power that a spreadsheet program made of it."""
    return _MADE_BY_SPREADSHEET.fullmatch(text.strip()) is not None


def check_printed(result: LabResult, analyte: Analyte, sex: str | None) -> None:
    """Raises `Refusal` when the printed text says something else than what was understood of it.

    A text of which nothing was understood is never a contradiction, also when it is readable today.
    """
    if result.kind == "text":
        return
    read = parse_with_unit(result.value_text, result.unit, analyte)
    if result.kind == "pending":
        same = read.action != ACCEPT
    else:
        same = (
            read.action != TEXT
            and (read.kind, read.comparator) == (result.kind, result.comparator)
            and _same(read.value, result.value)
            and _same(read.low, result.low)
            and _same(read.high, result.high)
            and result.code in (read.code, None)
        )
    if not same:
        raise _contradiction(result.value_text, understood(result))
    _check_range(result, analyte, sex)


def refuse_spreadsheet(result: LabResult) -> None:
    """Raises `Refusal` for a result that is only text because a spreadsheet program has changed it."""
    ranged = result.range_low is not None or result.range_high is not None
    for text in (
        result.value_text if result.kind == "text" else "",
        "" if ranged else result.range_text or "",
    ):
        if made_by_spreadsheet(text):
            raise _spoilt(text)
        if _ERROR.fullmatch(text.strip()):
            raise Refusal(
                "“{text}” is what a spreadsheet program shows when it cannot show a cell. Write what is "
                "printed.",
                text=text[:40],
            )


def understood(result: LabResult) -> str:
    """What was understood of a result, as short as it can be written."""
    comparator = result.comparator or ""
    if result.kind == "titre" and result.value is not None:
        return f"{comparator}1:{result.value:.15g}"
    if result.kind == "range" and result.low is not None and result.high is not None:
        return f"{comparator}{result.low:.15g}-{result.high:.15g}"
    if result.value is not None:
        return f"{comparator}{result.value:.15g}"
    return f"{comparator}{result.code or result.kind}"


def _check_range(result: LabResult, analyte: Analyte, sex: str | None) -> None:
    kept = (result.range_low, result.range_high)
    if result.range_text is None or kept == (None, None):
        return
    read = parse_range(result.range_text, analyte)
    possible = [read.for_sex(sex)] if read.for_sex(sex) else [read.male, read.female]
    if not any(bounds is not None and _is(bounds, kept) for bounds in possible):
        low, high = ("" if bound is None else f"{bound:.15g}" for bound in kept)
        raise _contradiction(result.range_text, f"{low}-{high}")


def _is(bounds: Bounds, kept: tuple[float | None, float | None]) -> bool:
    return _same(bounds.low, kept[0]) and _same(bounds.high, kept[1])


def _same(printed: float | None, kept: float | None) -> bool:
    if printed is None or kept is None:
        return printed is kept
    return math.isclose(printed, kept, rel_tol=1e-9, abs_tol=1e-12)


def _spoilt(text: str) -> Refusal:
    return Refusal(
        "“{text}” is not as the sheet prints it: a spreadsheet program has made a date, a time or a power of "
        "it. Write what is printed, with an apostrophe before it.",
        text=text[:40],
    )


def _contradiction(printed: str, kept: str) -> Refusal:
    if made_by_spreadsheet(printed):
        return Refusal(
            "“{text}” is not as the sheet prints it: a spreadsheet program has made a date, a time or a "
            "power of it (understood was {value}). Write what is printed, with an apostrophe before it.",
            text=printed[:40],
            value=kept[:40],
        )
    return Refusal(
        "printed is “{text}”, but understood is {value}: the two contradict each other.",
        text=printed[:40],
        value=kept[:40],
    )
