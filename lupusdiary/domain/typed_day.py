"""A day as people type it: 20260514, 2026.5.14, 5/14, 14 May, 5월 14일, 오늘, yesterday."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from lupusdiary.domain.period import EARLIEST_DAY, LATEST_DAY
from lupusdiary.language import Refusal

_WORDS = {
    "오늘": 0,
    "today": 0,
    "어제": -1,
    "yesterday": -1,
    "그저께": -2,
    "그제": -2,
    "내일": 1,
    "tomorrow": 1,
    "모레": 2,
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
# A day of the week behind a date, as Korean and English sheets print it: (목), 목요일, Thu.
_WEEKDAY = re.compile(
    r"\(?(?:[일월화수목금토]요일|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?<=\()[일월화수목금토](?=\)))\)?"
)
_PARTS = re.compile(r"\d+|[a-z]+")
_BETWEEN = re.compile(r"[\s./,\-년월일–]*")


def read_day(text: str, today: date, *, ahead: bool = False) -> date:
    """The day that `text` means, seen from `today`. Without a year it is the last such day, today included;
    `ahead`, where days to come are typed as well, the nearest. Raises `Refusal` for what is no date or could
    be two."""
    cleaned = unicodedata.normalize("NFKC", text).strip().casefold()
    if cleaned in _WORDS:
        return today + timedelta(days=_WORDS[cleaned])
    day = _of_parts(_parts(_WEEKDAY.sub(" ", cleaned)), _Year(today, ahead), text)
    if day is None or not EARLIEST_DAY <= day <= LATEST_DAY:
        raise Refusal("“{text}” is not a date. Write it as 2026-11-22.", text=text.strip()[:40])
    return day


@dataclass(frozen=True, slots=True)
class _Year:
    today: date
    ahead: bool

    def of(self, month: int, day: int) -> date | None:
        """The day of a month in the year that is meant."""
        # Eight years hold a 29 February.
        years = range(self.today.year - 8, self.today.year + 9)
        found = [each for year in years if (each := _day(year, month, day)) is not None]
        if not self.ahead:
            return max((each for each in found if each <= self.today), default=None)
        return min(found, key=lambda each: (abs(each - self.today), each > self.today), default=None)


def _parts(text: str) -> list[str]:
    parts, between = _PARTS.findall(text), _PARTS.split(text)
    if not all(
        _BETWEEN.fullmatch(each) or each.strip() in ("of", "st", "nd", "rd", "th") for each in between
    ):
        return []
    return [part for part in parts if part not in ("of", "st", "nd", "rd", "th")]


def _of_parts(parts: list[str], year: _Year, text: str) -> date | None:
    named = [part for part in parts if _month(part)]
    if len(named) == 1 and len(parts) in (2, 3):
        return _with_name(parts, named[0], year)
    if not parts or not all(part.isdecimal() for part in parts):
        return None
    if len(parts) == 1:
        return _run_together(parts[0])
    numbers = [int(part) for part in parts]
    if len(parts) == 2:
        month, day = numbers if numbers[0] <= 12 else reversed(numbers)
        return year.of(month, day)
    if len(parts) == 3 and len(parts[0]) == 4:
        return _day(*numbers)
    if len(parts) == 3 and len(parts[2]) == 4:
        return _year_last(numbers, text)
    return None


def _with_name(parts: list[str], name: str, year: _Year) -> date | None:
    rest = [part for part in parts if part != name]
    if not all(part.isdecimal() for part in rest):
        return None
    years = [part for part in rest if len(part) == 4]
    days = [part for part in rest if len(part) <= 2]
    if len(days) != 1 or len(years) + 1 != len(rest):
        return None
    if years:
        return _day(int(years[0]), _month(name), int(days[0]))
    return year.of(_month(name), int(days[0]))


def _month(word: str) -> int:
    for names in (_MONTHS, _LONG_MONTHS):
        if word in names:
            return names.index(word) + 1
    return 9 if word == "sept" else 0


def _run_together(digits: str) -> date | None:
    if len(digits) != 8:
        return None
    return _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _year_last(numbers: list[int], text: str) -> date | None:
    first, second, year = numbers
    one, other = _day(year, first, second), _day(year, second, first)
    if one is not None and other is not None and one != other:
        raise Refusal(
            "“{text}” could be {one} or {other}. Write it as 2026-11-22.",
            text=text.strip()[:40],
            one=one.isoformat(),
            other=other.isoformat(),
        )
    return one or other


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
