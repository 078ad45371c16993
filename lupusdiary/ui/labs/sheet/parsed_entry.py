"""What a row of a sheet was understood as, where it stands against its own range, and what it asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lupusdiary.domain.lab import reference_range
from lupusdiary.domain.lab.analyte import Analyte, convert
from lupusdiary.domain.lab.lab_result import lab_result, parse_with_unit
from lupusdiary.domain.lab.mistyped import Slip, point_slipped
from lupusdiary.domain.lab.parse_range import parse_range
from lupusdiary.domain.lab.parsed_value import ACCEPT, ASK
from lupusdiary.domain.lab.wording import read_back
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Refusal, Translator, mark
from lupusdiary.ui.labs.sheet_entry import (
    CHANGE,
    CHOICE,
    KNOWN,
    MEANT,
    NO,
    NO_UNIT,
    OFFERED,
    PRINTED,
    UNIT_PRINTED,
    YES,
    SheetEntry,
)

# The kinds of question, in the order in which they are asked.
MEANING, UNIT, WRITTEN_UNIT, BOUNDS = "meaning", "unit", "written_unit", "bounds"


# What is asked of a value whose point may be at another place, the same in short, of another laboratory, and
# where there is hardly any room.
_SMALLER = (
    mark("{value}: about 1/{times} of {last}, the value of {where}. Is that right?"),
    mark("about 1/{times} of last time"),
    mark("about 1/{times} of that of {laboratory}"),
    mark("1/{times}"),
)
_LARGER = (
    mark("{value}: about {times} times {last}, the value of {where}. Is that right?"),
    mark("about {times} times last time"),
    mark("about {times} times that of {laboratory}"),
    mark("{times}×"),
)


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A value among the bounds of its own sheet; None is open on that side."""

    low: float | None
    high: float | None
    value: float


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """What is said beside a row. `text` is what was read, `words` the same where a number line does not say
    it; `asks` is the kind of the open question, `question` in full, `short` for the cell, `brief` for a
    narrow one, `answers` (key, words); `mark` is above, below or outside; `unit` is what the row says of its
    unit."""

    text: str = ""
    words: str = ""
    asks: str = ""
    question: str = ""
    short: str = ""
    brief: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    mark: str | None = None
    line: NumberLine | None = None
    unit: str = KNOWN


def parse_entry(
    entry: SheetEntry,
    sex: str | None,
    tr: Translator,
    last: LabResult | None = None,
    laboratory: str | None = None,
) -> ParsedEntry:
    """Reads a row as it stands. At most one question at a time, and none of them has to be answered. `last`
    is the result with which the value is compared, `laboratory` that of the sheet."""
    unit = KNOWN if entry.has_unit else NO_UNIT
    if entry.is_empty:
        return ParsedEntry(unit=unit)
    try:
        result = entry.result(date.min, None, sex)
    except Refusal as refusal:
        return ParsedEntry(problem=tr.refusal(refusal), unit=unit)
    read = parse_with_unit(entry.value, entry.unit or None, entry.analyte)
    if read.action == ASK and entry.confirmed is None:
        return replace(_meant(entry, entry.value, YES, sex, tr), unit=unit)
    if entry.confirmed is None and entry.meant is not None:
        return replace(_meant(entry, entry.meant, MEANT, sex, tr), unit=unit)
    said = _said(result, entry, sex, tr)
    if read.action != ACCEPT and not entry.confirmed:
        return replace(said, unit=unit)
    numeric = result.kind in ("quantity", "range")
    if numeric and not result.unit and entry.analyte.units and not entry.unit_asked:
        return _which_unit(said, entry, tr)
    if result.unit and not entry.unit_asked and not entry.analyte.knows_unit(result.unit):
        return replace(_unknown_unit(said, entry, tr), unit=unit)
    slip = None if entry.as_printed else point_slipped(result, last, entry.analyte)
    if slip is not None:
        return replace(_compared(said, entry, slip, laboratory, tr), unit=unit)
    if not entry.as_printed and _implausible(result, entry.analyte):
        value = entry.value.strip()
        return replace(
            said,
            asks=BOUNDS,
            question=tr.text("{value}: is that right?", value=value),
            short=tr.text("{value}: is that right?", value=value),
            answers=((PRINTED, tr.text("It is so")), (CHANGE, tr.text("Change"))),
            unit=unit,
        )
    return replace(said, unit=unit)


def _said(result: LabResult, entry: SheetEntry, sex: str | None, tr: Translator) -> ParsedEntry:
    text = read_back(result, entry.analyte, tr)
    line = _line(result, entry.analyte, sex)
    plainly = line is not None and result.kind == "quantity" and result.comparator is None
    # A unit that was typed behind the value has no cell of its own in which it is seen.
    whole = text == entry.value.strip() and not (result.unit and not entry.unit.strip())
    words = "" if plainly or whole else text
    printed = entry.range_text.strip()
    if printed and parse_range(printed, entry.analyte).action != ACCEPT:
        # No mark will follow from such a range, which has to be said.
        text = tr.text("{value} · range kept as text", value=text)
        words = tr.text("range kept as text")
    return ParsedEntry(text, words, mark=reference_range.mark(result, entry.analyte, sex), line=line)


def _meant(entry: SheetEntry, value: str, yes: str, sex: str | None, tr: Translator) -> ParsedEntry:
    meant = lab_result(date.min, entry.analyte, value, entry.unit, entry.range_text, sex=sex, confirmed=True)
    words = read_back(meant, entry.analyte, tr)
    return ParsedEntry(
        tr.text("kept as text"),
        asks=MEANING,
        question=tr.text("Does “{printed}” mean {words}?", printed=entry.value.strip(), words=words),
        short=tr.text("Is it {words}?", words=words),
        answers=((yes, tr.text("Yes")), (NO, tr.text("Keep the text"))),
    )


def _compared(
    said: ParsedEntry, entry: SheetEntry, slip: Slip, laboratory: str | None, tr: Translator
) -> ParsedEntry:
    """A value that looks like the last one with its point at another place; whose value that is, is said."""
    last = slip.last
    question, short, elsewhere, brief = _SMALLER if slip.smaller else _LARGER
    fields = {
        "value": entry.value.strip(),
        "times": tr.number(slip.times),
        "last": f"{last.value_text} {last.unit or ''}".strip(),
        "where": f"{tr.date(last.collected_on, 'short')} {last.laboratory or ''}".strip(),
        "laboratory": last.laboratory or "",
    }
    if last.laboratory and last.laboratory != laboratory:
        short = elsewhere
    return replace(
        said,
        asks=BOUNDS,
        question=tr.text(question, **fields),
        short=tr.text(short, **fields),
        brief=tr.text(brief, **fields),
        answers=((PRINTED, tr.text("It is so")), (CHANGE, tr.text("Change"))),
    )


def _which_unit(said: ParsedEntry, entry: SheetEntry, tr: Translator) -> ParsedEntry:
    offered = entry.offered
    return replace(
        said,
        asks=UNIT,
        unit=OFFERED if offered else CHOICE,
        question=(
            tr.text("Is the unit on the paper {unit}?", unit=offered)
            if offered
            else tr.text("Which unit is it? If the sheet prints none: what does this laboratory mean by it?")
        ),
        short="" if offered else tr.text("Choose the unit."),
        # Before the unit is chosen, a place among the bounds would be a guess.
        line=said.line if offered else None,
        mark=said.mark if offered else None,
        words=said.words if offered else "",
    )


def _unknown_unit(said: ParsedEntry, entry: SheetEntry, tr: Translator) -> ParsedEntry:
    unit = entry.unit.strip()
    return replace(
        said,
        asks=WRITTEN_UNIT,
        question=tr.text(
            "“{unit}” is not known as a unit of this test. It is kept as printed and not converted. Is that "
            "what is printed?",
            unit=unit,
        ),
        short=tr.text("Is “{unit}” printed?", unit=unit),
        answers=((UNIT_PRINTED, tr.text("Yes")), (CHANGE, tr.text("Change"))),
    )


def _line(result: LabResult, analyte: Analyte, sex: str | None) -> NumberLine | None:
    """The number line of a result; None without bounds in the result's own unit or without a number."""
    value = result.value
    if result.kind == "range" and result.low is not None and result.high is not None:
        value = (result.low + result.high) / 2
    if value is None or not result.range_text or result.kind not in ("quantity", "range"):
        return None
    read = parse_range(result.range_text, analyte)
    bounds = read.for_sex(sex) if read.action == ACCEPT else None
    if bounds is None or (bounds.low is None and bounds.high is None):
        return None
    if result.unit and read.unit_printed:
        converted = convert(analyte, value, result.unit, read.unit_printed)
        return NumberLine(bounds.low, bounds.high, converted) if converted is not None else None
    return NumberLine(bounds.low, bounds.high, value)


def _implausible(result: LabResult, analyte: Analyte) -> bool:
    numbers = (result.value, result.low, result.high)
    return any(each is not None and analyte.implausible(each, result.unit) for each in numbers)
