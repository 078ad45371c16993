"""Reads the laboratory part of our JSON format: results, own analytes, and what each laboratory prints."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.contradiction import check_printed, refuse_spreadsheet
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.lab.ordinal_scale import QUALITATIVE, ordinal_scale
from lupusdiary.domain.records import (
    COMPARATORS,
    RESULT_KINDS,
    VALUE_TYPES,
    LabResult,
    OwnAnalyte,
    SheetRow,
    SheetTemplate,
)
from lupusdiary.exchange.entry import Entry
from lupusdiary.language import Refusal

# A comma cannot be anything else in a file whose numbers have decimal commas.
_DECIMAL_COMMA = re.compile(r"[0-9]{1,12},(?:[0-9]{1,2}|[0-9]{4,12})")

# What a kind must carry, and what beside it it may carry.
_NEEDED = {"quantity": ("value",), "titre": ("value",), "ordinal": ("code",), "range": ("low", "high")}
_ALLOWED = {
    "quantity": {"value", "comparator"},
    "titre": {"value", "comparator", "code"},
    "ordinal": {"code", "comparator"},
    "range": {"low", "high", "comparator"},
    "text": set[str](),
    "pending": set[str](),
}


def analyte_item(entry: Entry) -> OwnAnalyte | SheetTemplate:
    """One line of "analytes": with "rows" it is what a laboratory prints, else an own analyte."""
    if entry.has("rows"):
        return SheetTemplate(entry.string("laboratory"), tuple(entry.each("rows", _row)))
    code = entry.must("analyte")
    if code in AnalyteCatalogue():
        raise Refusal("“{code}” is in the catalogue and cannot be an own analyte.", code=code)
    value_type = entry.choice("value_type", VALUE_TYPES) or "quantity"
    return OwnAnalyte(code, entry.must("name"), value_type, entry.string("unit"))


def _row(entry: Entry) -> SheetRow:
    return SheetRow(entry.must("analyte"), entry.string("label"), entry.string("unit_answer"))


@dataclass(frozen=True, slots=True)
class LabReader:
    """Reads results against the analytes that the diary knows. A result without "kind" is read from its
    printed text, as on the command line."""

    catalogue: AnalyteCatalogue
    sex: str | None = None
    spelled: bool = False

    def read(self, entry: Entry) -> LabResult:
        """One result: fields that do not fit its kind are refused."""
        day = entry.must_day("collected_on")
        analyte = self.catalogue.get(entry.must("analyte"))
        text = entry.must("value_text")
        unit, range_text = entry.string("unit"), entry.string("range_text")
        laboratory, method, note = entry.string("laboratory"), entry.string("method"), entry.string("note")
        kind = entry.choice("kind", RESULT_KINDS)
        comparator = entry.choice("comparator", COMPARATORS)
        numbers = {name: entry.number(name) for name in ("value", "low", "high", "range_low", "range_high")}
        code = entry.string("code")
        if unit is not None:
            analyte.check_unit(unit)
        if kind is None:
            given = [name for name, value in numbers.items() if value is not None]
            if comparator is not None or code is not None or given:
                raise Refusal("“{field}” is missing.", field="kind")
            found = lab_result(
                day, analyte, text, unit, range_text, laboratory, method, note,
                sex=self.sex, confirmed=self.spelled and _DECIMAL_COMMA.fullmatch(text) is not None,
            )  # fmt: skip
            refuse_spreadsheet(found)
            return found
        _fits(kind, comparator, code, numbers)
        _possible(kind, code, numbers["value"], analyte)
        result = LabResult(
            day, analyte.id, text, kind, comparator, numbers["value"], numbers["low"], numbers["high"],
            code, unit, range_text, numbers["range_low"], numbers["range_high"], laboratory, method, note,
        )  # fmt: skip
        check_printed(result, analyte, self.sex)
        return result


def _possible(kind: str, code: str | None, value: float | None, analyte: Analyte) -> None:
    steps = (analyte.steps or ordinal_scale(QUALITATIVE)).order
    if code is not None and code not in steps:
        raise Refusal("“{field}” must be one of {words}.", field="code", words=", ".join(steps))
    if kind == "titre" and value is not None and value < 1:
        raise Refusal("a titre’s “value” is its denominator, 1 or more.")


def _fits(kind: str, comparator: str | None, code: str | None, numbers: dict[str, float | None]) -> None:
    read = {"comparator": comparator, "code": code} | {n: numbers[n] for n in ("value", "low", "high")}
    for field in _NEEDED.get(kind, ()):
        if read[field] is None:
            raise Refusal("a result of kind “{kind}” needs “{field}”.", kind=kind, field=field)
    for field, value in read.items():
        if value is not None and field not in _ALLOWED[kind]:
            raise Refusal("a result of kind “{kind}” has no “{field}”.", kind=kind, field=field)
    for low, high in (("low", "high"), ("range_low", "range_high")):
        lower, upper = numbers[low], numbers[high]
        if lower is not None and upper is not None and lower > upper:
            raise Refusal("“{low}” is above “{high}”.", low=low, high=high)
