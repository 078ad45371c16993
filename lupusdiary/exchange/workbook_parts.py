"""The parts of a workbook, each read element by element and never as a tree: what a crafted one holds beside
the little that is asked for takes no memory."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lupusdiary.language import Refusal

_MOST_ROWS, _MOST_COLUMNS = 20_000, 100
_DEEPEST = 60
_CELL = re.compile(r"([A-Z]{1,3})\d+", re.IGNORECASE)
_DATE_FORMATS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
# What is in quotation marks or brackets, or behind a sign that says so, is no letter of the format.
_NOT_OF_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')


class XmlPart:
    """What a parser calls. Raises `ValueError` for a document type, with which entities come."""

    def __init__(self) -> None:
        self._within: list[str] = []
        self._words: list[str] = []

    def doctype(self, name: str, *_: str | None) -> None:
        """Called by the parser for `<!DOCTYPE`."""
        raise ValueError(name)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Called by the parser; the strict kind of workbook has other namespaces and the same names."""
        if len(self._within) >= _DEEPEST:
            raise ValueError(tag)
        name = tag.rpartition("}")[2]
        self._within.append(name)
        self._words.clear()
        self._begin(name, {key.rpartition("}")[2]: value for key, value in attributes.items()})

    def data(self, text: str) -> None:
        """Called by the parser for text."""
        self._words.append(text)

    def end(self, _tag: str) -> None:
        """Called by the parser."""
        name = self._within.pop()
        self._finish(name, "".join(self._words))
        self._words.clear()

    def close(self) -> None:
        """Called by the parser when all was read."""

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def _finish(self, name: str, text: str) -> None:
        """An element ends, with the text since its last tag."""


class Book(XmlPart):
    """xl/workbook.xml: the links of the sheets that a person sees, in their order, and its day 0."""

    def __init__(self) -> None:
        super().__init__()
        self.visible: list[str] = []
        self.from_1904 = False

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true")
        elif name == "sheet" and attributes.get("state", "visible") == "visible":
            self.visible.append(attributes.get("id", ""))


class Links(XmlPart):
    """xl/_rels/workbook.xml.rels: where the parts lie, by their links."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class Styles(XmlPart):
    """xl/styles.xml: which styles show numbers as days."""

    def __init__(self) -> None:
        super().__init__()
        self._own: set[int] = set()
        self._formats: list[int] = []

    def dated(self) -> frozenset[int]:
        """The numbers of these styles."""
        days = _DATE_FORMATS | self._own
        return frozenset(number for number, shown in enumerate(self._formats) if shown in days)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            code = _NOT_OF_FORMAT.sub("", attributes.get("formatCode", ""))
            if re.search(r"[yd]", code, re.IGNORECASE):
                self._own.add(int(attributes.get("numFmtId", "0")))
        elif name == "xf" and "cellXfs" in self._within:
            self._formats.append(int(attributes.get("numFmtId", "0")))


class Texts(XmlPart):
    """xl/sharedStrings.xml: texts that cells point to, without the readings that stand small above them."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._pieces: list[str] = []

    def _finish(self, name: str, text: str) -> None:
        if name == "t" and "rPh" not in self._within:
            self._pieces.append(text)
        elif name == "si":
            self.texts.append("".join(self._pieces))
            self._pieces.clear()


@dataclass(slots=True)
class SheetCell:
    """One cell as it is written: its kind, its style, and its text."""

    kind: str
    style: int
    text: str = ""


class Sheet(XmlPart):
    """A worksheet: its rows, the cells of each by their column from 0. `unsaved`: a formula has no result."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[dict[int, SheetCell]] = []
        self.unsaved = False
        self._cell: SheetCell | None = None
        self._computed = self._valued = False
        self._at = 0

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            if len(self.rows) >= _MOST_ROWS:
                raise Refusal("This list is too large.")
            self.rows.append({})
            self._at = 0
        elif name == "c" and self.rows:
            place = _CELL.fullmatch(attributes.get("r", ""))
            at = _column(place[1].upper()) if place is not None else self._at
            self._at = at + 1
            self._cell = SheetCell(attributes.get("t", "n"), int(attributes.get("s", "0")))
            self._computed = self._valued = False
            if at < _MOST_COLUMNS:
                self.rows[-1][at] = self._cell
        elif name == "f":
            self._computed = True

    def _finish(self, name: str, text: str) -> None:
        if self._cell is None:
            return
        if name == "v":
            self._cell.text, self._valued = text, True
        elif name == "t" and self._cell.kind == "inlineStr" and "rPh" not in self._within:
            self._cell.text += text
        elif name == "c":
            self.unsaved |= self._computed and not self._valued
            self._cell = None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
