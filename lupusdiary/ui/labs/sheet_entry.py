"""What stands in one row of a sheet while it is entered, what is read from it, and what it asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lupusdiary.domain.lab.catalogue import Analyte
from lupusdiary.domain.lab.lab_result import lab_result, read_back, read_with_unit
from lupusdiary.domain.lab.parse_value import ACCEPT, ASK
from lupusdiary.domain.lab.reference_range import read_range
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Refusal, Translator

YES, NO, PRINTED, UNKNOWN_UNIT, UNIT_PRINTED = "yes", "no", "printed", "unknown", "unit_printed"


@dataclass
class SheetEntry:
    """One row as typed. `confirmed` answers “did you mean 9.8?” (None: not yet), `as_printed` “is that
    right?” outside the plausible bounds, `unit_asked` that the question of the unit was answered."""

    analyte: Analyte
    label: str | None = None
    value: str = ""
    unit: str = ""
    range_text: str = ""
    method: str = ""
    note: str = ""
    confirmed: bool | None = None
    as_printed: bool = False
    unit_asked: bool = False
    id: int | None = None

    def named(self, tr: Translator) -> str:
        """The label that the sheet gives it, else the catalogue's."""
        return self.label or self.analyte.label(tr)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.value.strip()

    def type_value(self, text: str) -> None:
        """Takes another value; answers to questions about the one before do not hold for it."""
        if text != self.value:
            self.value, self.confirmed, self.as_printed = text, None, False

    def type_unit(self, text: str) -> None:
        """Takes another unit; what was answered about the one before does not hold for it."""
        if text != self.unit:
            self.unit, self.unit_asked = text, False

    def answer(self, key: str) -> None:
        """Takes the answer to the question that the row asks; any other key is a unit (as displayed)."""
        if key in (YES, NO):
            self.confirmed = key == YES
        elif key == PRINTED:
            self.as_printed = True
        elif key == UNIT_PRINTED:
            self.unit_asked = True
        else:
            self.unit_asked = True
            self.unit = "" if key == UNKNOWN_UNIT else key

    def result(self, day: date, laboratory: str | None, sex: str | None) -> LabResult:
        """The result that this row says. Raises `Refusal`."""
        return lab_result(
            day, self.analyte, self.value, self.unit, self.range_text, laboratory, self.method, self.note,
            sex=sex, confirmed=bool(self.confirmed),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntryReading:
    """What is said beside a row: what was read, a question with its answers (key, words), or a problem."""

    text: str = ""
    question: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    problem: str = ""


def read_entry(entry: SheetEntry, sex: str | None, tr: Translator) -> EntryReading:
    """Reads a row as it stands. At most one question at a time, and none of them has to be answered."""
    if entry.is_empty:
        return EntryReading()
    try:
        result = entry.result(date.min, None, sex)
    except Refusal as refusal:
        return EntryReading(problem=tr.refusal(refusal))
    said = _with_range(read_back(result, entry.analyte, tr), entry, tr)
    read = read_with_unit(entry.value, entry.unit or None, entry.analyte)
    if read.action == ASK and entry.confirmed is None:
        return _what_is_meant(entry, sex, tr)
    if read.action != ACCEPT and not entry.confirmed:
        return EntryReading(said)
    if (
        result.kind in ("quantity", "range")
        and not result.unit
        and entry.analyte.units
        and not entry.unit_asked
    ):
        return _which_unit(said, entry, tr)
    if result.unit and not entry.unit_asked and not entry.analyte.knows_unit(result.unit):
        return _unknown_unit(said, entry, tr)
    if not entry.as_printed and _implausible(result, entry.analyte):
        question = tr.text("{value}: is that right?", value=entry.value.strip())
        return EntryReading(said, question, ((PRINTED, tr.text("Yes, that is what is printed")),))
    return EntryReading(said)


def _what_is_meant(entry: SheetEntry, sex: str | None, tr: Translator) -> EntryReading:
    meant = lab_result(
        date.min, entry.analyte, entry.value, entry.unit, entry.range_text, sex=sex, confirmed=True
    )
    words = read_back(meant, entry.analyte, tr)
    return EntryReading(
        tr.text("kept as text"),
        tr.text("Does “{printed}” mean {words}?", printed=entry.value.strip(), words=words),
        ((YES, tr.text("Yes, {words}", words=words)), (NO, tr.text("No, keep the text"))),
    )


def _which_unit(said: str, entry: SheetEntry, tr: Translator) -> EntryReading:
    units = tuple((unit.display, unit.display) for unit in entry.analyte.units)
    return EntryReading(
        said,
        tr.text("Which unit is it? If the sheet prints none: what does this laboratory mean by it?"),
        (*units, (UNKNOWN_UNIT, tr.text("I don’t know"))),
    )


def _unknown_unit(said: str, entry: SheetEntry, tr: Translator) -> EntryReading:
    unit = entry.unit.strip()
    units = tuple((each.display, each.display) for each in entry.analyte.units)
    return EntryReading(
        said,
        tr.text(
            "“{unit}” is not known as a unit of this test. It is kept as printed and not converted. Is that "
            "what is printed?",
            unit=unit,
        ),
        ((UNIT_PRINTED, tr.text("Yes, keep “{unit}”", unit=unit)), *units),
    )


def _implausible(result: LabResult, analyte: Analyte) -> bool:
    numbers = (result.value, result.low, result.high)
    return any(each is not None and analyte.implausible(each, result.unit) for each in numbers)


def _with_range(said: str, entry: SheetEntry, tr: Translator) -> str:
    """A range that could not be read is said, since no mark will follow from it."""
    text = entry.range_text.strip()
    if not text or read_range(text, entry.analyte).action == ACCEPT:
        return said
    return tr.text("{value} · range kept as text", value=said)
