"""Cells and lines of a CSV file, as we write them and as a spreadsheet program gives them back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from lupusdiary.exchange.csv_tables import DAY, FLAG, LIST, NUMBER, TIME
from lupusdiary.exchange.json_text import parse
from lupusdiary.language import Refusal

# A spreadsheet computes a cell that begins like this; a number or a bare - or ++ it leaves alone.
_FORMULA = re.compile(r"'*(?:[=@\t\r]|[+-](?![+-]*$)(?!\d+(?:\.\d+)?$))", re.DOTALL)
_NUMBER = re.compile(r"-?\d{1,16}(?:\.\d{1,16})?(?:[eE][+-]?\d{1,3})?")
_DAY = re.compile(r"(\d{4})[-./]\s*(\d{1,2})[-./]\s*(\d{1,2})\.?")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(:\d{2})?")
_LONGEST_CELL = 100_000_000


def guard(text: str) -> str:
    """A text as a cell that no spreadsheet computes: an apostrophe before = @ tab, or + and - with more."""
    return "'" + text if _FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """The text that `guard` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A whole file: UTF-8 with a byte order mark (Excel needs it for Hangul), commas, CRLF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[guard(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def table_of(data: bytes) -> list[list[str]]:
    """The cells of a file; UTF-8, UTF-16 or the Korean code page, separated by comma, semicolon or tab."""
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error:
        raise Refusal("This file cannot be read as CSV.") from None
    finally:
        csv.field_size_limit(before)


def _decoded(data: bytes) -> str:
    codings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp949")
    for coding in codings:
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            continue
    raise Refusal("This file is not text in UTF-8 or a Korean code page.")


def typed(cell: str, kind: str, column: str) -> Any:
    """A cell that is not empty as the plain value of its column's type."""
    if kind == NUMBER:
        if not _NUMBER.fullmatch(cell.strip()):
            raise Refusal("“{field}” must be a number.", field=column)
        return int(cell) if cell.strip().lstrip("-").isdigit() else float(cell)
    if kind == FLAG:
        if cell.strip().lower() not in ("true", "false"):
            raise Refusal("“{field}” must be true or false.", field=column)
        return cell.strip().lower() == "true"
    if kind == DAY and (day := _DAY.fullmatch(cell.strip())):
        return f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}"
    if kind == TIME and (at := _TIME.fullmatch(cell.strip())):
        return f"{at[1]:0>2}:{at[2]}{at[3] or ''}"
    if kind == LIST:
        found = parse(unguard(cell))
        if not isinstance(found, list):
            raise Refusal("“{field}” must be a list.", field=column)
        return found
    return unguard(cell)
