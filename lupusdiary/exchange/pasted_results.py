"""What was pasted onto a sheet: one column of values, or a table whose labels name the tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.parse_range import parse_range
from lupusdiary.domain.lab.parse_value import parse_value
from lupusdiary.domain.lab.parsed_value import TEXT
from lupusdiary.domain.lab.printed_label import NamedTest, named_test
from lupusdiary.domain.lab.printed_text import plain
from lupusdiary.exchange.order_code import without_codes
from lupusdiary.exchange.result_columns import Columns, fields_of, is_day, of_heading, of_most
from lupusdiary.exchange.side_by_side import one_below_the_other
from lupusdiary.language import Refusal

# A page of results is some hundred lines; more is not a laboratory sheet.
MOST_LINES = 500
_LONGEST_LINE = 2_000
# No label is longer, and none has more words.
_LONGEST_LABEL, _MOST_WORDS = 120, 12
# What pages put between letters for the line breaks.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TIME_BEHIND = re.compile(r"[ T]\s?\d{1,2}:.*")
_FLAG = re.compile(r"[▲▼↑↓*]|H{1,2}|L{1,2}|High|Low|\[[HL]\]|\([HL]\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One line of a pasted table: what it printed, and the tests that it may mean."""

    printed: str
    label: str
    tests: tuple[Analyte, ...]
    certain: bool = False
    value: str = ""
    unit: str = ""
    range_text: str = ""
    columns: Columns | None = None

    @property
    def sure(self) -> Analyte | None:
        """The test, where the label names exactly one and a value stands with it."""
        return self.tests[0] if self.certain and self.value else None

    def of(self, analyte: Analyte) -> PastedLine:
        """The same line read as one of its tests."""
        return _read(self.printed, self.label, NamedTest((analyte,), True), self.columns)[0]


@dataclass(frozen=True, slots=True)
class Pasted:
    """Either `column`, values from the top, or `lines` of a table."""

    column: tuple[str, ...] = ()
    lines: tuple[PastedLine, ...] = ()


def read_pasted(text: str, find: Callable[[str], list[Analyte]]) -> Pasted:
    """Reads what a clipboard holds. `find` looks a label up exactly; a column keeps its empty lines. Raises
    `Refusal` for what is no laboratory sheet by its size."""
    lines = text.translate(_UNSEEN).replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    if len(lines) > MOST_LINES or any(len(line) > _LONGEST_LINE for line in lines):
        raise Refusal("What was copied is too large for one laboratory sheet. Copy only the sheet’s table.")
    fields: Sequence[Sequence[str]] = [fields_of(line) for line in lines]
    if tables := one_below_the_other(fields, lambda cell: _named(cell, find)):
        lines, fields = ["\t".join(cells) for cells in tables], tables
    named = [_label_of(each, find) for each in fields]
    filled = [sum(map(bool, each)) for each in fields]
    if all(count <= 1 for count in filled) and not any(found is not None for _, found in named):
        return Pasted(column=tuple(next(filter(None, each), "") for each in fields))
    return Pasted(lines=tuple(_table(lines, fields, named)))


def _table(
    lines: Sequence[str], fields: Sequence[Sequence[str]], named: Sequence[tuple[str, NamedTest | None]]
) -> Iterator[PastedLine]:
    columns, headed, places = None, list[Columns | None](), list[int | None]()
    for line, each, (label, match) in zip(lines, fields, named, strict=True):
        heading = of_heading(each) if match is None else None
        columns = heading or columns
        headed.append(columns)
        # Without a heading, where most lines have their value the others have theirs, or none.
        place = None if match is None or columns is not None else _read(line, label, match, None)[1]
        places.append(place)
    most = of_most(places)
    of_other_days = _of_other_days(fields, named)
    for line, each, (label, match), heading in zip(lines, fields, named, headed, strict=True):
        meant = heading or most
        if label in of_other_days:
            meant = replace(meant or Columns(), several=True)
        found = _read(line, label, match or NamedTest(), meant)[0]
        # A heading holds no digit and names no test: it is nothing that was missed.
        is_heading = match is None and of_heading(each) is not None
        if any(each) and not is_heading and (found.tests or any(sign.isdigit() for sign in found.printed)):
            yield found


def _of_other_days(
    fields: Sequence[Sequence[str]], named: Sequence[tuple[str, NamedTest | None]]
) -> set[str]:
    """The labels that stand in several lines with other days beside them: a list of many visits."""
    days: dict[str, set[str]] = {}
    for each, (label, match) in zip(fields, named, strict=True):
        # The day of the sample stands first; when it was reported says nothing, nor does the time.
        first = next(filter(is_day, each), None)
        if match is not None and first is not None:
            days.setdefault(label, set()).add(_TIME_BEHIND.sub("", first))
    return {label for label, found in days.items() if len(found) > 1}


def _named(cell: str, find: Callable[[str], list[Analyte]]) -> tuple[Analyte, ...]:
    return named_test(cell, find).tests if 0 < len(cell) <= _LONGEST_LABEL else ()


def _label_of(fields: Sequence[str], find: Callable[[str], list[Analyte]]) -> tuple[str, NamedTest | None]:
    """The label of a line and what it names: the first cell that is one, also with blanks torn apart."""
    cells = [cell for cell in fields if cell]
    for at, cell in enumerate(cells[:3]):
        if len(cell) > _LONGEST_LABEL:
            continue
        if (found := named_test(cell, find)).tests:
            return cell, found
        joined = f"{cell} {cells[at + 1]}" if at + 1 < len(cells) else ""
        if 0 < len(joined) <= _LONGEST_LABEL and (found := named_test(joined, find)).tests:
            return joined, found
    if len(cells) == 1 and (words := cells[0].split(" ")) and len(words) > 1:
        # One blank alone between label and value: the longest label that is known.
        for end in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
            if (found := named_test(" ".join(words[:end])[:_LONGEST_LABEL], find)).tests:
                return " ".join(words[:end]), found
    return (cells[0] if cells else ""), None


def _read(
    printed: str, label: str, named: NamedTest, columns: Columns | None
) -> tuple[PastedLine, int | None]:
    """A line, and the place in which its value stands."""
    known = columns or Columns()
    fields = _aligned(fields_of(printed), known)
    analyte = named.tests[0] if named.tests else None
    rest = [(at, cell) for at, cell in _after(label, fields) if at is None or at not in known.left_out]
    value = unit = range_text = ""
    place, doubtful = known.value, known.several
    if analyte is not None and known.width is None and not doubtful:
        # No heading says which column holds the codes.
        units = filter(None, (analyte.unit(cell) for _, cell in rest if cell and not cell[0].isdigit()))
        kept = without_codes(rest, analyte, next((each.ucum for each in units if each.ucum), None))
        rest, doubtful = kept or [], kept is None
    if place is not None and place < len(fields) and all(at != place for at, _ in rest):
        # The column is said, but in this line the label stands there.
        place = None
    if doubtful:
        place, rest = None, []
    elif place is not None:
        value = fields[place] if place < len(fields) else ""
        rest = [(at, cell) for at, cell in rest if at != place]
    else:
        value, place, rest = _first_value(rest, analyte)
    for at, cell in rest:
        if not cell or _FLAG.fullmatch(cell):
            continue
        elif not unit and analyte is not None and analyte.unit(cell) is not None:
            unit = cell
        elif not range_text and (
            at == known.range is not None or parse_range(cell, analyte).kind is not None
        ):
            range_text = cell
    if known.limits is not None and not range_text and not doubtful:
        range_text = _between(fields, known.limits, analyte)
    unit = unit or named.unit or ""
    line = PastedLine(
        printed.strip(), label, named.tests, named.certain, value, unit, range_text, columns=columns
    )
    return line, place


def _between(fields: Sequence[str], limits: tuple[int, int], analyte: Analyte | None) -> str:
    """The range between two limits; empty where one is missing or they are none."""
    low, high = (fields[at] if at < len(fields) else "" for at in limits)
    text = f"{low}-{high}"
    return text if low and high and parse_range(text, analyte).kind == "bounds" else ""


def _aligned(fields: list[str], columns: Columns) -> list[str]:
    """The cells as the heading counts them: the mark of a result may have a cell that no heading names."""
    more = len(fields) - columns.width if columns.width is not None else 0
    for at in range(len(fields) - 1, -1, -1):
        if more > 0 and _FLAG.fullmatch(fields[at]):
            del fields[at]
            more -= 1
    return fields


def _first_value(
    cells: list[tuple[int | None, str]], analyte: Analyte | None
) -> tuple[str, int | None, list[tuple[int | None, str]]]:
    """The first cell that can be the value, its place, and the other cells. A word without a digit, such as
    the specimen, is one only where no value stands behind it."""
    possible = [pair for pair in cells if pair[1] and (analyte is None or _may_be_value(pair[1], analyte))]
    read = [
        pair
        for pair in possible
        if analyte is None
        or any(sign.isdigit() for sign in pair[1])
        or parse_value(pair[1], analyte).action != TEXT
    ]
    found = next(iter(read or possible), None)
    if found is None:
        return "", None, cells
    return found[1], found[0], [pair for pair in cells if pair is not found]


def _may_be_value(cell: str, analyte: Analyte) -> bool:
    """Whether a cell is no flag, unit, range or day beside the value: what is read stands before words."""
    if is_day(cell) and parse_value(cell, analyte).kind != "titre":
        return False
    if parse_value(cell, analyte).action != TEXT:
        return True
    beside = _FLAG.fullmatch(cell) or not plain(cell) or analyte.unit(cell.split(" ")[0]) is not None
    return not (beside or parse_range(cell, analyte).kind is not None)


def _after(label: str, fields: Sequence[str]) -> list[tuple[int | None, str]]:
    """The cells behind the label with their places; words that one blank alone parts from it have none."""
    placed: list[tuple[int | None, str]] = list(enumerate(fields))
    for at, cell in enumerate(fields):
        if cell == label:
            return placed[at + 1 :]
        if cell and (joined := _joined(fields, at)) and joined[1] == label:
            return placed[joined[0] + 1 :]
        if cell.startswith(label + " "):
            words = cell.removeprefix(label).split()[:_MOST_WORDS]
            return [*((None, word) for word in words), *placed[at + 1 :]]
    return placed[1:]


def _joined(fields: Sequence[str], at: int) -> tuple[int, str] | None:
    """A cell with the next one that is not empty, and the place of that."""
    other = next((place for place in range(at + 1, len(fields)) if fields[place]), None)
    return None if other is None else (other, f"{fields[at]} {fields[other]}")
