"""Cells of a list as plain values: numbers, days and times as people and spreadsheet programs write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lupusdiary.exchange.json_text import parse
from lupusdiary.exchange.lists.csv_guard import unguard
from lupusdiary.exchange.lists.csv_tables import DAY, FLAG, LIST, NUMBER, TIME, VALUE
from lupusdiary.language import Refusal

_NUMBER = re.compile(r"-?\d{1,16}(?:\.\d{1,16})?(?:[eE][+-]?\d{1,3})?")
_COMMA = re.compile(r"(-?\d{1,16}),(\d{1,16})")
# 1,000 is a thousand where commas part thousands, and one where they are decimal.
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,16})?")
_WHOLE = re.compile(r"(\d{1,6})\.0{1,4}")
_ISO_DAY = re.compile(
    r"(\d{4})[-./년]\s*(\d{1,2})[-./월]\s*(\d{1,2})[.일]?\s*(?:\(?[월화수목금토일](?:요일)?\)?)?"
)
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT_DAY = re.compile(r"(\d{1,2})([-./])\s*(\d{1,2})[-./]\s*(\d{4})")
_NAMED_DAY = re.compile(
    r"(?:(\d{1,2})\.?\s+([A-Za-z]{3})[a-z]*|([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?)\s+(\d{4})"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# A spreadsheet program shows a day with the time that it never had.
_MIDNIGHT = re.compile(
    r"[T ]\s*(?:0?0:00(?::00)?(?:\.0+)?Z?|오전\s*12:00(?::00)?|12:00(?::00)?\s*AM|오전\s*0?0:00(?::00)?)$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?P<before>오전|오후|AM|PM)?\s*(?P<hour>\d{1,2})(?::|시\s*)(?P<minute>\d{1,2})분?"
    r"(?:(?::|\s*)(?P<second>\d{1,2})초?)?\s*"
    r"(?P<after>오전|오후|[AP]\.?M\.?)?",
    re.IGNORECASE,
)
_FLAGS = {
    "true": True, "yes": True, "참": True, "예": True, "네": True, "1": True, "wahr": True,
    "false": False, "no": False, "거짓": False, "아니요": False, "아니오": False, "0": False, "falsch": False,
}  # fmt: skip
# What an item does not take by itself.
_OTHER_FLAGS = {"참", "거짓", "wahr", "falsch"}


@dataclass(frozen=True, slots=True)
class Cells:
    """How one file writes days: `month_first` is None where no day of the file tells."""

    month_first: bool | None = None

    def typed(self, cell: str, kind: str, column: str) -> Any:
        """A cell that is not empty as the plain value of its column's type. Raises `Refusal`."""
        if kind == NUMBER:
            text = _with_point(_plain(cell))
            if not _NUMBER.fullmatch(text):
                raise Refusal("“{field}” must be a number.", field=column)
            return int(text) if text.lstrip("-").isdigit() else float(text)
        if kind == FLAG:
            if (flag := _FLAGS.get(_plain(cell).lower())) is None:
                raise Refusal("“{field}” must be true or false.", field=column)
            return flag
        if kind == DAY:
            return self.day(cell)
        if kind == TIME:
            return _time(_plain(cell))
        if kind == VALUE:
            text = _with_point(_plain(unguard(cell)))
            whole = _WHOLE.fullmatch(text)
            if text.lower() in _OTHER_FLAGS:
                return "true" if _FLAGS[text.lower()] else "false"
            return whole[1] if whole else text
        if kind == LIST:
            found = parse(unguard(cell))
            if not isinstance(found, list):
                raise Refusal("“{field}” must be a list.", field=column)
            return found
        return unguard(cell)

    def day(self, cell: str) -> str:
        """A day as 2026-11-22; what is no day stays as it is, and is refused where it is read."""
        text = _MIDNIGHT.sub("", _plain(unguard(cell))).strip()
        if found := _ISO_DAY.fullmatch(text) or _COMPACT_DAY.fullmatch(text):
            return _iso(int(found[1]), int(found[2]), int(found[3]))
        if found := _NAMED_DAY.fullmatch(text):
            month = (found[2] or found[3]).lower()
            if month in _MONTHS:
                return _iso(int(found[5]), _MONTHS.index(month) + 1, int(found[1] or found[4]))
        if found := _SHORT_DAY.fullmatch(text):
            first, second, year = int(found[1]), int(found[3]), int(found[4])
            month_first = False if found[2] == "." else self.month_first
            if month_first is None and first != second:
                raise Refusal(
                    "“{text}” can be two days: write it as {first} or as {second}.",
                    text=text,
                    first=_iso(year, second, first),
                    second=_iso(year, first, second),
                )
            return _iso(year, first, second) if month_first else _iso(year, second, first)
        return text


def cells_of(days: Iterable[str]) -> Cells:
    """How a file writes days, from all its cells that are days: 11/20/2026 says that the month is first."""
    month_first: set[bool] = set()
    for cell in days:
        found = _SHORT_DAY.fullmatch(_MIDNIGHT.sub("", _plain(cell)).strip())
        if found and found[2] != ".":
            month_first |= {True} if int(found[3]) > 12 else set()
            month_first |= {False} if int(found[1]) > 12 else set()
    return Cells(month_first.pop() if len(month_first) == 1 else None)


def _plain(cell: str) -> str:
    """A cell with digits and signs of one width, without blanks around it."""
    return unicodedata.normalize("NFKC", cell).strip()


def _with_point(text: str) -> str:
    """A number with a point in the place of a decimal comma, and without the commas of thousands. Raises
    `Refusal` for one that can be either."""
    if not _THOUSANDS.fullmatch(text):
        return _COMMA.sub(r"\1.\2", text)
    whole = text.replace(",", "")
    if text.count(",") == 1 and "." not in text:
        decimal = float(text.replace(",", "."))
        raise Refusal(
            "“{text}” can be two numbers: write it as {first} or as {second}.",
            text=text,
            first=whole,
            second=f"{decimal:g}",
        )
    return whole


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


def _time(text: str) -> str:
    found = _TIME.fullmatch(text)
    if found is None:
        return text
    half = (found["before"] or found["after"] or "").replace(".", "").upper()
    hour = int(found["hour"])
    if half and not 1 <= hour <= 12:
        # 오후 14:30 says the same twice; 0:30 AM is written here and there.
        half = ""
    if half in {"PM", "오후"} and hour < 12:
        hour += 12
    if half in {"AM", "오전"} and hour == 12:
        hour = 0
    second = int(found["second"] or 0)
    return f"{hour:02}:{int(found['minute']):02}" + (f":{second:02}" if second else "")
