"""The first sheet of an Excel workbook as rows of texts. Nothing in it is executed, no entity is resolved,
and its true size bounds what is read."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, XMLParser

from lupusdiary.language import Refusal

_LARGEST_PART = 40_000_000
_MOST_ROWS, _MOST_COLUMNS = 20_000, 100
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_CELL = re.compile(r"([A-Z]{1,3})\d+")
# Day 0 of a workbook's dates; its year 1900 has a 29 February that never was.
_DAY_ZERO = date(1899, 12, 30)
_DATE_FORMATS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook by its content."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


def workbook_rows(path: Path) -> list[list[str]]:
    """The rows of its first sheet. Raises `Refusal` for what is too large, damaged or holds entities."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            sheets = sorted((int(found[1]), name) for name in names if (found := _SHEET.fullmatch(name)))
            if not sheets:
                raise _unreadable(path)
            texts = (
                _texts(_part(archive, "xl/sharedStrings.xml", path))
                if "xl/sharedStrings.xml" in names
                else []
            )
            dated = _dated(_part(archive, "xl/styles.xml", path)) if "xl/styles.xml" in names else frozenset()
            return list(_rows(_part(archive, sheets[0][1], path), texts, dated))
    except (
        zipfile.BadZipFile,
        ParseError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        ValueError,
        OSError,
    ) as why:
        raise _unreadable(path) from why


def _unreadable(path: Path) -> Refusal:
    return Refusal("“{path}” cannot be read.", path=path.name)


def _part(archive: zipfile.ZipFile, name: str, path: Path) -> Element:
    # The size that is written in an archive may be a lie.
    with archive.open(name) as packed:
        data = packed.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise Refusal("This list is too large.")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _unreadable(path)
    parser = XMLParser()
    parser.feed(data)
    return parser.close()


def _texts(shared: Element) -> list[str]:
    return [
        "".join(part.text or "" for part in each.iter(f"{_SPACE}t")) for each in shared.iter(f"{_SPACE}si")
    ]


def _dated(styles: Element) -> frozenset[int]:
    """The styles whose numbers are days."""
    own = {
        int(each.get("numFmtId", "0"))
        for each in styles.iter(f"{_SPACE}numFmt")
        if re.search(r"[yd]", re.sub(r'"[^"]*"|\[[^\]]*\]', "", each.get("formatCode", "")), re.IGNORECASE)
    }
    cells = styles.find(f"{_SPACE}cellXfs")
    found = [] if cells is None else list(cells)
    return frozenset(
        number for number, each in enumerate(found) if int(each.get("numFmtId", "0")) in _DATE_FORMATS | own
    )


def _rows(sheet: Element, texts: list[str], dated: frozenset[int]) -> Iterator[list[str]]:
    for number, row in enumerate(sheet.iter(f"{_SPACE}row")):
        if number >= _MOST_ROWS:
            raise Refusal("This list is too large.")
        cells: list[str] = []
        for cell in row.iter(f"{_SPACE}c"):
            place = _CELL.fullmatch(cell.get("r", ""))
            at = _column(place[1]) if place is not None else len(cells)
            if at >= _MOST_COLUMNS:
                continue
            cells += [""] * (at + 1 - len(cells))
            cells[at] = _text(cell, texts, dated)
        if any(each.strip() for each in cells):
            yield cells


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _text(cell: Element, texts: list[str], dated: frozenset[int]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_SPACE}t"))
    value = cell.findtext(f"{_SPACE}v") or ""
    if kind == "s":
        at = int(value) if value.isdigit() else -1
        return texts[at] if 0 <= at < len(texts) else ""
    if kind != "n" or not value:
        return value
    number = float(value)
    if int(cell.get("s", "0")) in dated and 0 < number < 200_000:
        return (_DAY_ZERO + timedelta(days=int(number))).isoformat()
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value
