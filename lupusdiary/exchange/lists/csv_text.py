"""Lines of a CSV file: as we write them, and read one by one, whatever program has saved them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from lupusdiary.exchange.lists.csv_guard import guard
from lupusdiary.exchange.text_encoding import TextFile
from lupusdiary.language import Refusal

_MOST_LINES = 2_000_000
_MOST_COLUMNS = 300
_LONGEST_CELL = 4_000_000
_SEPARATOR = re.compile(r"sep=([,;\t|])\s*", re.IGNORECASE)
_FIRST_LINE = 100_000


def lines(header: Sequence[str], rows: Iterable[Sequence[str]], guarded: Sequence[bool] = ()) -> bytes:
    """A whole file: UTF-8 with a byte order mark (Excel needs it for Hangul), commas, CRLF. `guarded` says
    of each column whether its cells are kept from being changed; by default they are."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    texts = guarded or [True] * len(header)
    writer.writerows(
        [guard(cell) if text else cell for cell, text in zip(row, texts, strict=True)] for row in rows
    )
    return out.getvalue().encode("utf-8-sig")


class _Reader(Protocol):
    """What `csv.reader` gives: rows, and the line at which it is."""

    @property
    def line_num(self) -> int: ...

    def __next__(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one row, and the line of the file on which it begins."""

    number: int
    cells: list[str]


def rows_of(file: TextFile) -> Generator[Line, None, None]:
    """The rows that are not empty, one by one; separated by comma, semicolon or tab, as `sep=` says or as
    the first line shows. Raises `Refusal` for what is no list, or larger than a diary's can be."""
    coding = "utf-8-sig" if file.encoding == "utf-8" else file.encoding
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        with io.TextIOWrapper(file.open(), encoding=coding, newline="") as text:
            first = text.readline(_FIRST_LINE)
            said = _SEPARATOR.fullmatch(first)
            skipped = 1 if said else 0
            delimiter = said[1] if said else max(",;\t", key=first.count)
            text.seek(0)
            for _ in range(skipped):
                text.readline()
            # Else a quotation mark that is not closed takes the lines below it into its cell.
            yield from _rows(csv.reader(text, delimiter=delimiter, strict=True), skipped)
    except csv.Error:
        raise Refusal("This file cannot be read as CSV.") from None
    finally:
        csv.field_size_limit(before)


def _rows(reader: _Reader, skipped: int) -> Generator[Line, None, None]:
    begins = skipped + 1
    while (cells := _next(reader, begins)) is not None:
        if begins > _MOST_LINES or len(cells) > _MOST_COLUMNS:
            raise Refusal("This list has more lines or columns than a diary can have.")
        if any(cells):
            yield Line(begins, cells)
        begins = skipped + reader.line_num + 1


def _next(reader: _Reader, begins: int) -> list[str] | None:
    try:
        return next(reader)
    except StopIteration:
        return None
    except csv.Error as fault:
        if "field larger" in str(fault):
            raise
        raise Refusal(
            "Line {line} of this list cannot be read: a quotation mark in it is not closed, or stands in the "
            "middle of a cell. Close it, or write it twice.",
            line=begins,
        ) from None
