"""A list of dispensed medicines, pasted or from a file: its rows, what its columns are, and what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from lupusdiary.domain.medicines.quick_entry.dispensed import DispensedRow
from lupusdiary.domain.period import parse_day
from lupusdiary.exchange.foreign import refuse_foreign
from lupusdiary.exchange.lists.csv_text import rows_of
from lupusdiary.exchange.text_encoding import refuse_no_file, text_file
from lupusdiary.exchange.workbook import is_workbook, workbook_rows
from lupusdiary.language import Refusal

NAME, DAY, AMOUNT, TIMES, DAYS, USAGE, CODE, HOSPITAL, PHARMACY = (
    *("name", "day", "amount", "times", "days", "usage", "code", "hospital", "pharmacy"),
)
COLUMNS = (NAME, DAY, AMOUNT, TIMES, DAYS, USAGE, CODE, HOSPITAL, PHARMACY)
_MOST_ROWS, _LONGEST = 5_000, 400
_LARGEST_TEXT = 2_000_000
# Words of a heading, without spaces, in the order in which they are tried.
_HEADS: tuple[tuple[str, str], ...] = (
    (CODE, r"코드|code"),
    (DAY, r"조제일|투약일자|처방일|진료개시일|진료일|일자|날짜|dispensed|date"),
    (DAYS, r"일수|days"),
    (TIMES, r"횟수|times|frequency"),
    (AMOUNT, r"투약량|투여량|복용량|수량|1회량|amount|dose|quantity"),
    (PHARMACY, r"약국|조제기관|pharmacy"),
    (HOSPITAL, r"병의원|의료기관|요양기관|병원|처방기관|hospital|clinic"),
    (USAGE, r"용법|usage|directions|sig"),
    (NAME, r"약품명|제품명|의약품|약이름|약명|명칭|medicine|drug|product|name"),
)
_DAY = re.compile(r"(\d{4})\s*[.\-/년]?\s*(\d{1,2})\s*[.\-/월]?\s*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class RawList:
    """The cells of a list, its heading apart (empty where it has none)."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(row) for row in (self.head, *self.rows)), default=0)


def pasted_list(text: str) -> RawList:
    """A list that was copied: columns by tabs, else by bars, else by two or more spaces. Raises `Refusal`."""
    if len(text) > _LARGEST_TEXT:
        raise Refusal("This list is too large.")
    lines = [line for line in text.splitlines() if line.strip()]
    split = (
        "\t" if any("\t" in line for line in lines) else "|" if any("|" in line for line in lines) else None
    )
    rows = [_cells(line, split) for line in lines]
    return _list(rows)


def _cells(line: str, split: str | None) -> list[str]:
    if split is None:
        return re.split(r"\s{2,}", line.strip())
    # One bar at each end frames the line; what is empty behind it is a cell.
    return line.strip(" ").removeprefix("|").removesuffix("|").split(split)


def list_in_file(path: Path) -> RawList:
    """The list in a workbook or a text file. Raises `Refusal`."""
    try:
        refuse_no_file(path)
        if is_workbook(path):
            return _list(workbook_rows(path))
        refuse_foreign(path)
        rows = rows_of(text_file(path))
        with closing(rows):
            return _list([line.cells for line in islice(rows, _MOST_ROWS + 1)])
    except OSError as fault:
        raise Refusal("“{path}” cannot be read.", path=path.name) from fault


def _list(rows: Sequence[Sequence[str]]) -> RawList:
    if len(rows) > _MOST_ROWS:
        raise Refusal("This list is too large.")
    cells = [tuple(" ".join(cell.split())[:_LONGEST] for cell in row) for row in rows]
    # What stands above the heading, such as a title or the person's name, is no part of the list.
    scores = [len(set(guessed_columns(row).values())) for row in cells[:30]]
    best = max(range(len(scores)), key=lambda at: (scores[at], -at), default=0)
    if not cells or not scores or scores[best] < 2:
        return RawList((), tuple(cells))
    return RawList(cells[best], tuple(cells[best + 1 :]))


def guessed_columns(head: Sequence[str]) -> dict[int, str]:
    """What the columns are by the words of their heading, each kind once."""
    found: dict[int, str] = {}
    for at, cell in enumerate(head):
        words = re.sub(r"\s+", "", cell).casefold()
        for kind, pattern in _HEADS:
            if kind not in found.values() and re.search(pattern, words) and len(words) <= 30:
                found[at] = kind
                break
    return found


def dispensed_rows(raw: RawList, columns: Mapping[int, str]) -> tuple[list[DispensedRow], int]:
    """The rows that name a medicine and its day, and how many do not. A day that stands once speaks for the
    rows below it that have none."""
    at = {kind: number for number, kind in columns.items()}
    if NAME not in at:
        raise Refusal("Choose the column with the names of the medicines.")
    if DAY not in at:
        raise Refusal("Choose the column with the days of dispensing.")
    found: list[DispensedRow] = []
    left_out = 0
    last = ""
    for row in raw.rows:
        said = {kind: (row[number] if number < len(row) else "") for kind, number in at.items()}
        last = said[DAY] or last
        day = _day(last)
        if not said[NAME] or day is None:
            left_out += 1
            continue
        found.append(
            DispensedRow(
                said[NAME],
                day,
                amount=said.get(AMOUNT, ""),
                times=said.get(TIMES, ""),
                days=said.get(DAYS, ""),
                usage=said.get(USAGE, ""),
                code=said.get(CODE, ""),
                hospital=said.get(HOSPITAL) or None,
                pharmacy=said.get(PHARMACY) or None,
            )
        )
    return found, left_out


def _day(text: str) -> date | None:
    match = _DAY.search(text)
    if match is None:
        return None
    try:
        return parse_day(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    except Refusal:
        return None
