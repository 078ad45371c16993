"""Which columns of a pasted table hold result, unit and range, as its heading or most of its lines say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_GAP = re.compile(r"\s{2,}")
_LONGEST_HEADING = 24
PREVIOUS, DATED, RANGE, UNIT, RESULT, OTHER, NAME, LOW, HIGH = (
    *("previous", "dated", "range", "unit", "result", "other", "name", "low", "high"),
)
_REFERENCE = r"(?:reference|ref|normal|range)?[-_.(]*"
# Words of a heading without blanks, in the order in which they are tried.
_HEADS: tuple[tuple[str, str], ...] = (
    (PREVIOUS, r"이전|직전|전회|지난|previous|prior|last"),
    (DATED, r"일자|날짜|일시|검사일|보고일|채혈일|채취일|접수일|시행일|시각|date|time"),
    # Both words in one heading stand above a range: 참고치(하한-상한).
    (LOW, r"^(?!.*(?:상한|최대)).*(?:하한|최소)"),
    (LOW, rf"^{_REFERENCE}(?:low(?:er)?(?:limit|bound|value)?|min(?:imum)?)\)?$"),
    (HIGH, r"^(?!.*(?:하한|최소)).*(?:상한|최대)"),
    (HIGH, rf"^{_REFERENCE}(?:high(?:er)?|upper)(?:limit|bound|value)?\)?$"),
    (HIGH, rf"^{_REFERENCE}max(?:imum)?\)?$"),
    (RANGE, r"하한.*상한|참고|정상|기준|reference|range|normal|^ref"),
    (UNIT, r"단위|units?$"),
    (RESULT, r"결과|수치|측정값|^값$|금회|results?$|^values?$"),
    (OTHER, r"코드|검체|방법|판정|비고|번호|구분|상태|하한|상한|최소|최대|진료과|의뢰|메모"),
    (OTHER, r"code|specimen|sample|method|flag|^no\.?$|status|^low|^high|^h/l$|note|comment|delta"),
    (NAME, r"검사|항목|^명칭$|test|analyte|^name$"),
)
# Columns in which no result stands; one of them is nothing to be asked about.
_NO_RESULT = frozenset({PREVIOUS, DATED, OTHER, LOW, HIGH})
# 2026-11-20, 11/20, 26.11.20, 11월 20일, each also with its weekday and a time. A range is none: 12.5-16.
_DAY = re.compile(
    r"(?:(?:19|20)\d{2}[-./년\s]{0,2}\d{1,2}[-./월\s]{0,2}\d{1,2}[일.]?|\d{1,2}/\d{1,2}(?:/\d{2,4})?"
    r"|\d{2}([-./])\s?(?:0?[1-9]|1[0-2])\1\s?(?:0?[1-9]|[12]\d|3[01])\.?|\d{1,2}월\s?\d{1,2}일)"
    r"(?:\s?\([월화수목금토일]\))?(?:[ T]\s?\d{1,2}:\d{2}(?::\d{2})?)?"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """`value` and `range` are places in a line, None where nobody said; `left_out` hold nothing of these.
    `limits` are the places of the lower and the upper limit, where each has a column of its own.
    `width` is how many a heading has. `several`: there are results of more than one day, and the person says
    which is meant."""

    width: int | None = None
    value: int | None = None
    range: int | None = None
    left_out: frozenset[int] = frozenset()
    several: bool = False
    limits: tuple[int, int] | None = None


def fields_of(line: str) -> list[str]:
    """The cells of a line, the empty ones too where tabs or bars say where they are."""
    text = line.strip(" \r\n")
    if "\t" in text:
        return [cell.strip() for cell in text.split("\t")]
    if "|" in text:
        return [cell.strip() for cell in text.strip("|").split("|")]
    return [cell for each in _GAP.split(text) if (cell := each.strip())]


def is_day(cell: str) -> bool:
    """Whether a cell is a day, which no result is."""
    return _DAY.fullmatch(cell) is not None


def of_heading(fields: Sequence[str]) -> Columns | None:
    """What a heading says; None for a line that is none."""
    kinds = [_kind(cell) for cell in fields]
    # Above the names of the tests often nothing stands.
    of_days = kinds.count(DATED) > 1 and all(
        kind == DATED for kind, cell in zip(kinds, fields, strict=True) if cell
    )
    if (len(set(kinds) - {None}) < 2 and not of_days) or not {RESULT, DATED, RANGE} & set(kinds):
        return None
    places = {kind: [at for at, each in enumerate(kinds) if each == kind] for kind in set(kinds) if kind}
    days = [at for at, cell in enumerate(fields) if is_day(cell)]
    results = places.get(RESULT, [])
    if not results and not days:
        return None
    several = len(results) != 1 and len(results) + len(days) > 1
    value = (results or days)[0]
    left_out = frozenset(at for at, kind in enumerate(kinds) if kind in _NO_RESULT) - {value}
    ranges = places.get(RANGE, [None])
    low, high = places.get(LOW, []), places.get(HIGH, [])
    limits = (low[0], high[0]) if len(low) == len(high) == 1 else None
    return Columns(len(fields), value, ranges[0], left_out, several, limits)


def of_most(found: Iterable[int | None]) -> Columns | None:
    """Where most lines hold their value, from the place in each; None where they do not agree."""
    places = [at for at in found if at is not None]
    best = Counter(places).most_common(1)
    if not best or best[0][1] < 2 or 2 * best[0][1] <= len(places):
        return None
    return Columns(value=best[0][0])


def _kind(cell: str) -> str | None:
    words = re.sub(r"\s+", "", cell).casefold()
    if is_day(cell):
        return DATED
    if not words or len(words) > _LONGEST_HEADING:
        return None
    return next((kind for kind, pattern in _HEADS if re.search(pattern, words)), None)
