"""The first sheet of an Excel workbook as rows of texts. Nothing in it is executed, no entity is resolved,
and its true size bounds what is read."""

from __future__ import annotations

import math
import posixpath
import re
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import ParseError, XMLParser

from lupusdiary.exchange.archive import is_packed, member, opened
from lupusdiary.exchange.workbook_parts import Book, Links, Sheet, SheetCell, Styles, Texts, XmlPart
from lupusdiary.language import Refusal

_LARGEST_PART = 40_000_000
# Elements of a part, of which each takes time and memory however short it is.
_MOST_TAGS = 4_000_000
# A tag is kept whole until its end is read.
_LONG_TAG = re.compile(rb"<[^<>]{20000}")
_CHUNK = 1 << 16
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_WORKBOOK = "xl/workbook.xml"
# Day 0 of a workbook's dates: its year 1900 has a 29 February that never was, as day 60.
_DAY_ZERO, _NEVER_WAS = date(1899, 12, 30), 60
# The other day 0, of workbooks that began on a Macintosh.
_DAY_ZERO_1904 = date(1904, 1, 1)
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}\.?[0-9]{0,400}|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,3})?")

_Read = TypeVar("_Read", bound=XmlPart)


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook by its content. Raises `Refusal` for a damaged packed file."""
    if not is_packed(path):
        return False
    with opened(path) as archive:
        return _WORKBOOK in archive.namelist()


def workbook_rows(path: Path) -> list[list[str]]:
    """The rows of its first visible sheet. Raises `Refusal` for what is too large, damaged or holds
    entities, and for formulas whose results are not in the file."""
    try:
        with opened(path) as archive:
            return _Workbook(archive, path).rows()
    except ParseError as fault:
        raise _unreadable(path) from fault


def _unreadable(path: Path) -> Refusal:
    return Refusal("“{path}” cannot be read.", path=path.name)


@dataclass(frozen=True, slots=True)
class _Workbook:
    """The parts of one workbook."""

    archive: zipfile.ZipFile
    path: Path

    def rows(self) -> list[list[str]]:
        """The rows of the sheet in which something stands."""
        names = set(self.archive.namelist())
        book = self._read(_WORKBOOK, Book())
        sheet = self._read(self._first(book, names), Sheet())
        texts = self._read("xl/sharedStrings.xml", Texts()).texts if "xl/sharedStrings.xml" in names else []
        dated = self._read("xl/styles.xml", Styles()).dated() if "xl/styles.xml" in names else frozenset()
        if sheet.unsaved:
            raise Refusal(
                "“{path}” holds formulas whose results were not saved. Open it in a spreadsheet program, "
                "save it there, and choose it again.",
                path=self.path.name,
            )
        found = []
        for cells in sheet.rows:
            row = [""] * (max(cells, default=-1) + 1)
            for at, cell in cells.items():
                row[at] = _text(cell, texts, (book.from_1904 if cell.style in dated else None))
            if any(each.strip() for each in row):
                found.append(row)
        return found

    def _first(self, book: Book, names: set[str]) -> str:
        """The first sheet that a person sees; where the workbook does not say, the one with the lowest
        number."""
        links = "xl/_rels/workbook.xml.rels"
        targets = self._read(links, Links()).targets if links in names else {}
        for id in book.visible:
            name = posixpath.normpath(posixpath.join("/xl", targets.get(id, ""))).lstrip("/")
            if name in names and name.startswith("xl/worksheets/"):
                return name
        numbered = sorted((int(found[1]), name) for name in names if (found := _SHEET.fullmatch(name)))
        if book.visible or not numbered:
            raise _unreadable(self.path)
        return numbered[0][1]

    def _read(self, name: str, part: _Read) -> _Read:
        data = member(self.archive, self.archive.getinfo(name), _LARGEST_PART)
        if data is None or data.count(b"<") > _MOST_TAGS or _LONG_TAG.search(data):
            raise Refusal("This list is too large.")
        parser = XMLParser(target=part)
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()
        return part


def _text(cell: SheetCell, texts: list[str], dated_from_1904: bool | None) -> str:
    """A cell as a person sees it. `dated_from_1904` is None where its style shows no day."""
    text = cell.text
    if cell.kind == "s":
        at = int(text) if text.isascii() and text.isdigit() else -1
        return texts[at] if 0 <= at < len(texts) else ""
    if cell.kind != "n" or not _NUMBER.fullmatch(text.strip()):
        return text
    number = float(text)
    if not math.isfinite(number):
        return text
    if dated_from_1904 is not None and (day := _day(number, from_1904=dated_from_1904)) is not None:
        return day.isoformat()
    # Of the digits that a double has, the last are noise that no program shows.
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"


def _day(number: float, *, from_1904: bool) -> date | None:
    """The day that a number is in a cell that shows days; None for a time of day and what is no day."""
    whole = int(number) if abs(number) < 1e7 else -1
    if from_1904:
        return _after(_DAY_ZERO_1904, whole)
    if whole == _NEVER_WAS or whole < 1:
        return None
    return _after(_DAY_ZERO, whole + (whole < _NEVER_WAS))


def _after(zero: date, days: int) -> date | None:
    try:
        return zero + timedelta(days=days) if days >= 0 else None
    except OverflowError:
        return None
