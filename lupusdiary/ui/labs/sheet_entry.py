"""What stands in one row of a sheet while it is entered, and which of its questions are open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.lab_result import lab_result, parse_with_unit
from lupusdiary.domain.lab.mistyped import digits_meant
from lupusdiary.domain.lab.parsed_value import TEXT_ONLY
from lupusdiary.domain.records import LabResult
from lupusdiary.language import Translator

YES, NO, PRINTED, UNIT_PRINTED, CHANGE = "yes", "no", "printed", "unit_printed", "change"
# What was meant stands in place of what was typed.
MEANT = "meant"

# What a row says of its unit: there is none, it stands there, it is offered, it is to be chosen.
NO_UNIT, KNOWN, OFFERED, CHOICE = "none", "known", "offered", "choice"


@dataclass
class SheetEntry:
    """One row as typed. `confirmed` answers “did you mean 9.8?” (None: not yet), `as_printed` “is that
    right?” outside the plausible bounds, `unit_asked` that the question of the unit was answered, also by
    “I don't know” (an empty `unit`)."""

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

    @property
    def has_unit(self) -> bool:
        """Whether sheets print a unit with this test."""
        return bool(self.analyte.units or self.analyte.kit_units or self.analyte.own)

    @property
    def unit_is_unknown(self) -> bool:
        """Whether a number stands here whose unit the person does not know; a titre or a word has none."""
        numeric = parse_with_unit(self.value, None, self.analyte).kind in ("quantity", "range")
        return self.unit_asked and not self.unit and numeric

    @property
    def units(self) -> list[str]:
        """The units that may be chosen, as displayed."""
        return [*(each.display for each in self.analyte.units), *self.analyte.kit_units]

    @property
    def offered(self) -> str | None:
        """The unit that one press confirms."""
        unit = self.analyte.offered_unit
        return unit.display if unit is not None else None

    @property
    def meant(self) -> str | None:
        """The value with the digits for which letters slipped in, where it is no value as it was typed."""
        meant = digits_meant(self.value)
        unit = self.unit or None
        if meant is None or parse_with_unit(self.value, unit, self.analyte) != TEXT_ONLY:
            return None
        return meant if parse_with_unit(meant, unit, self.analyte).kind not in (None, "text") else None

    def type_value(self, text: str) -> None:
        """Takes another value; answers to questions about the one before do not hold for it."""
        if text != self.value:
            self.value, self.confirmed, self.as_printed = text, None, False

    def type_unit(self, text: str) -> None:
        """Takes another unit; what was answered about the one before does not hold for it."""
        if text != self.unit:
            self.unit, self.unit_asked = text, False

    def answer(self, key: str) -> None:
        """Takes the answer to the question that the row asks about its value or about its written unit."""
        if key in (YES, NO):
            self.confirmed = key == YES
        elif key == MEANT:
            self.value, self.confirmed = self.meant or self.value, True
        elif key == PRINTED:
            self.as_printed = True
        elif key == UNIT_PRINTED:
            self.unit_asked = True

    def choose_unit(self, unit: str) -> None:
        """Takes the unit that is printed or meant; an empty one says that it is not known."""
        self.unit, self.unit_asked = unit.strip(), True

    def result(self, day: date, laboratory: str | None, sex: str | None) -> LabResult:
        """The result that this row says. Raises `Refusal`."""
        return lab_result(
            day, self.analyte, self.value, self.unit, self.range_text, laboratory, self.method, self.note,
            sex=sex, confirmed=bool(self.confirmed),
        )  # fmt: skip
